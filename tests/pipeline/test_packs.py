"""Packs, patterns and paths into packs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from placebench.dataset import Dataset
from placebench.errors import UsageError
from placebench.pipeline import Limits
from placebench.pipeline.files import find_documents
from placebench.pipeline.source_texts import SourceTexts
from tests.pipeline.hostile import pack, word
from tests.pipeline.running import rows, run


def names(*paths: Path | str, **limits: int) -> list[str]:
    return [one.name for one in find_documents(paths, Limits(**limits))]


def problem(path: Path, **limits: int) -> str:
    (told,) = (one.problem for one in find_documents([path], Limits(**limits)) if one.problem)
    return str(told)


def write(folder: Path, data: bytes, name: str = "pack.zip") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_documents_in_a_pack_are_named_by_their_path(papers: Path, toy: Any, vale_text: str) -> None:
    inner = pack(paper_txt=f"{vale_text}inner\n")
    write(papers, pack(minutes__june_txt=f"{vale_text}june\n", more_zip=inner, plan_docx=word()))
    done = run(papers, toy())
    assert {report.path: report.outcome for report in done.reports} == {
        "pack.zip/minutes/june.txt": "ok",
        "pack.zip/more.zip/paper.txt": "ok",
        "pack.zip/plan.docx": "refused",
        "places.txt": "ok",
    }


def test_the_same_bytes_are_imported_once_across_packs(papers: Path, toy: Any, vale_text: str) -> None:
    write(papers, pack(again_txt=vale_text))
    write(papers, pack(and_again_txt=vale_text), "second.zip")
    done = run(papers, toy())
    assert rows(done, "sources", "path") == [("pack.zip/again.txt",)]
    assert sum("the same bytes as pack.zip/again.txt" in str(one.messages) for one in done.reports) == 2


def test_hidden_files_and_what_a_mac_adds_are_left_out(tmp_path: Path) -> None:
    file = io.BytesIO(pack(a_txt="a", README_md="b", _hidden="d"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("__MACOSX/a.txt", "c")
    assert names(write(tmp_path, file.getvalue())) == ["pack.zip/a.txt"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "..\\etc\\passwd"])
def test_a_path_out_of_the_pack_is_a_mere_name(tmp_path: Path, path: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(path, "x")
    (one,) = find_documents([write(tmp_path, file.getvalue())])
    assert one.name == "pack.zip/etc/passwd"
    assert one.read() == b"x"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "first")
        archive.writestr("a.txt", "second")
    found = find_documents([write(tmp_path, file.getvalue())])
    assert {one.name: one.read() for one in found} == {
        "pack.zip/a.txt": b"first",
        "pack.zip/a (2).txt": b"second",
    }


def test_an_office_document_is_no_pack_and_a_pack_may_have_any_name(tmp_path: Path) -> None:
    write(tmp_path, word(), "plan.zip")
    write(tmp_path, pack(a_txt="a"), "pack.dat")
    assert names(tmp_path) == ["pack.dat/a.txt", "plan.zip"]


class TestWhatCannotBeRead:
    def test_a_password(self, tmp_path: Path) -> None:
        data = bytearray(pack(a_txt="a", b_txt="b"))
        for start in (b"PK\x03\x04", b"PK\x01\x02"):
            data[data.index(start) + (6 if start == b"PK\x03\x04" else 8)] |= 1
        path = write(tmp_path, bytes(data))
        assert "a.txt asks for a password" in problem(path)
        assert "pack.zip/b.txt" in names(path)

    def test_a_truncated_pack(self, tmp_path: Path) -> None:
        assert "pack.zip is damaged or incomplete" in problem(write(tmp_path, pack(a_txt="a" * 99)[:60]))

    def test_too_many_files(self, tmp_path: Path) -> None:
        path = write(tmp_path, pack(a_txt="a", b_txt="b", c_txt="c"))
        assert "c.txt would be more than 2 files" in problem(path, pack_files=2)
        assert names(path, pack_files=2) == ["pack.zip", "pack.zip/a.txt", "pack.zip/b.txt"]

    def test_packs_too_deep(self, tmp_path: Path) -> None:
        data = pack(a_txt="a")
        for _ in range(4):
            data = pack(p_zip=data)
        assert "p.zip/p.zip/p.zip is a pack within more than 2 others" in problem(write(tmp_path, data))

    def test_too_much_once_unpacked(self, tmp_path: Path) -> None:
        bomb = bytes(3 * 1024 * 1024)
        path = write(tmp_path, pack(a_txt=bomb, b_txt=bomb, c_txt="c"))
        told = problem(path, pack_unpacked=4)
        assert "b.txt, c.txt would bring the pack over 4 MB once unpacked" in told
        assert told.endswith("allow more with --max-pack-unpacked")
        assert "password" not in told
        assert names(path, pack_unpacked=4) == ["pack.zip", "pack.zip/a.txt"]


class TestSources:
    def test_a_table_within_the_pack_is_honoured(self, tmp_path: Path) -> None:
        table = "file,title,published\na.txt,Plan A,2031\n"
        (one,) = find_documents([write(tmp_path, pack(sub__a_txt="a", sub__sources_csv=table))])
        assert one.metadata == {"title": "Plan A", "published": "2031"}

    def test_one_beside_the_pack_goes_before(self, tmp_path: Path) -> None:
        write(tmp_path, pack(a_txt="a", sources_csv="file,title,url\na.txt,Plan A,http://a\n"))
        (tmp_path / "sources.csv").write_text("file,title\npack.zip/a.txt,The plan\n")
        (one,) = find_documents([tmp_path])
        assert one.metadata == {"title": "The plan", "url": "http://a"}

    def test_one_that_is_wrong_costs_itself(self, tmp_path: Path) -> None:
        path = write(tmp_path, pack(a_txt="a", sources_csv="file,published\na.txt,May\n"))
        assert "sources.csv cannot be used (expected `published` as 2023" in problem(path)
        assert "pack.zip/a.txt" in names(path)


class TestPatterns:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name in ("a.txt", "one/b.txt", "one/two/c.txt", "one/d.html", ".hidden/e.txt"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(name)
        return tmp_path

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("**/*.txt", ["a.txt", "one/b.txt", "one/two/c.txt"]),
            ("*.txt", ["a.txt"]),
            ("one/*", ["b.txt", "d.html", "two/c.txt"]),
            ("on?/[bd].*", ["one/b.txt", "one/d.html"]),
        ],
    )
    def test_it_names_what_it_matches_below_its_fixed_part(
        self, folder: Path, pattern: str, expected: list[str]
    ) -> None:
        assert names(str(folder / pattern)) == expected

    def test_one_that_matches_nothing_is_wrong_usage(self, folder: Path) -> None:
        with pytest.raises(UsageError, match="expected files that match, found none"):
            names(str(folder / "*.pdf"))

    def test_a_file_whose_name_looks_like_one_is_itself(self, folder: Path) -> None:
        (folder / "[a].txt").write_text("x")
        assert names(folder / "[a].txt") == ["[a].txt"]


def test_a_path_may_lead_into_a_pack(tmp_path: Path) -> None:
    path = write(tmp_path, pack(a_txt="a", sub__b_txt="b", sub__c_txt="c"))
    assert names(path / "sub") == ["pack.zip/sub/b.txt", "pack.zip/sub/c.txt"]
    assert names(path / "a.txt") == ["pack.zip/a.txt"]


def test_the_text_of_a_document_in_a_pack_is_found_again(papers: Path, toy: Any, vale_text: str) -> None:
    write(papers, pack(sub__a_txt=f"{vale_text}!\n"))
    (papers / "places.txt").unlink()
    run(papers, toy()).dataset.save(papers.parent / "out")
    dataset = Dataset.open(papers.parent / "out")
    (source,) = dataset["sources"]["source_id"].to_pylist()
    document, reason = SourceTexts(dataset, papers).document(source)
    assert reason is None
    assert document is not None
    assert document.text == f"{vale_text}!\n"


def test_a_file_goes_before_links_to_it_and_a_link_to_nothing_is_told_of(tmp_path: Path, toy: Any) -> None:
    (tmp_path / "plan.txt").write_text("The plan.", encoding="utf-8")
    (tmp_path / "a-link.txt").symlink_to(tmp_path / "plan.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(tmp_path) == ["gone.txt", "plan.txt"]
    outcomes = {report.path: report.outcome for report in run(tmp_path, toy()).reports}
    assert outcomes["gone.txt"] == "failed"
