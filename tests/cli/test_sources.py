"""`placebench sources`."""

from __future__ import annotations

import csv
import os

import pytest

from placebench.documents.limits import Limits
from placebench.documents.sources import DATE_EXPECTED
from placebench.pipeline.files import find_documents
from tests.pipeline.hostile import pack


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "page.html").write_text("<title>Plan of Dale</title><p>Date of meeting: 6 June 2024</p>")
    (folder / "pack.zip").write_bytes(
        pack(a_txt="A paper.", sources_csv="file,publisher\na.txt,Dale Council\n")
    )
    return folder


def test_it_writes_what_the_files_tell(placebench, folder):
    result = placebench("sources", folder)
    assert result.exit_code == 0
    page, packed = (table(folder / "sources.csv")[name] for name in ("page.html", "pack.zip/a.txt"))
    assert (page["title"], page["published"], page["media_type"]) == (
        "Plan of Dale",
        "2024-06-06",
        "text/html",
    )
    assert packed["publisher"] == "Dale Council"
    assert len(page["sha256"]) == 16
    assert "2 files, 2 of them new" in result.stdout
    assert "url is missing for 2 of 2" in result.stdout


def test_a_date_that_an_import_would_refuse_is_told(placebench, folder):
    (folder / "sources.csv").write_text("file,published\npage.html,Spring 2024\npack.zip/a.txt,06/06/2024\n")
    result = placebench("sources", folder)
    assert f"note: page.html: expected {DATE_EXPECTED}, found 'Spring 2024'" in result.stderr
    assert "a.txt" not in result.stderr


def test_what_it_wrote_is_read_by_an_import(placebench, folder):
    placebench("sources", folder)
    result = placebench("identify", folder)
    assert "Error" not in result.output


def test_what_a_person_wrote_stays(placebench, folder):
    (folder / "sources.csv").write_text("colour,file,title,published\ngreen,page.html,My title,\n")
    placebench("sources", folder)
    first = (folder / "sources.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert first.startswith("colour,file,title,published,publisher")
    page = table(folder / "sources.csv")["page.html"]
    assert (page["colour"], page["title"], page["published"]) == ("green", "My title", "2024-06-06")


def test_twice_gives_the_same(placebench, folder):
    placebench("sources", folder)
    before = (folder / "sources.csv").read_bytes()
    assert "0 of them new" in placebench("sources", folder).stdout
    assert (folder / "sources.csv").read_bytes() == before


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"back\\slash.txt", b" blank.txt", b"two\nlines.txt"])
def test_a_name_that_a_table_cannot_hold_is_found_again(placebench, tmp_path, name):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / os.fsdecode(name)).write_text("Dale has a board.")
    placebench("sources", papers)
    (file,) = table(papers / "sources.csv")
    (papers / "sources.csv").write_text(f'file,title\n"{file}",My title\n')
    assert "1 files, 0 of them new" in placebench("sources", papers).stdout
    (found,) = find_documents([papers], Limits())
    assert found.metadata == {"title": "My title"}


def test_it_writes_elsewhere_when_asked(placebench, folder, tmp_path):
    placebench("sources", folder, "--out", tmp_path / "new.csv")
    assert not (folder / "sources.csv").exists()
    assert "page.html" in table(tmp_path / "new.csv")


def test_a_file_that_is_gone_is_told_and_kept(placebench, folder):
    (folder / "sources.csv").write_text("file,title\ngone.txt,Old\n")
    result = placebench("sources", folder)
    assert "gone.txt has a row and is not there any more" in result.stderr
    assert table(folder / "sources.csv")["gone.txt"]["title"] == "Old"


def test_a_file_that_cannot_be_read_says_why(placebench, folder):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing")
    result = placebench("sources", folder)
    assert result.exit_code == 1
    assert "bad.pdf" in result.stderr
    assert "damaged" in table(folder / "sources.csv")["bad.pdf"]["note"]


def test_no_cell_is_a_formula(placebench, folder):
    (folder / "page.html").write_text("<title>=HYPERLINK(1)</title><p>x")
    placebench("sources", folder)
    assert table(folder / "sources.csv")["page.html"]["title"] == "'=HYPERLINK(1)"


def test_a_table_in_another_form_is_left_alone(placebench, folder):
    (folder / "sources.csv").write_text("name,title\nx,y\n")
    result = placebench("sources", folder)
    assert result.exit_code == 2
    assert (folder / "sources.csv").read_text() == "name,title\nx,y\n"
