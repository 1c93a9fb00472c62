from __future__ import annotations

import pytest

from placebench.cli.quotes import resolved
from placebench.dataset import Dataset
from placebench.errors import UsageError
from tests.documents.pdf_making import Sheet

pytestmark = pytest.mark.whole


@pytest.fixture
def fact_id(dataset):
    rows = Dataset.open(dataset)["governance"].to_pylist()
    return next(row["fact_id"] for row in rows if row["feature"] == "chairing")


def test_a_fact_is_shown_with_its_quote_in_its_paragraph(placebench, dataset, documents, fact_id):
    (documents / "paper.txt").rename(documents / "moved.txt")
    (documents / "below").mkdir()
    (documents / "moved.txt").rename(documents / "below" / "paper.txt")
    result = placebench("evidence", dataset, fact_id, "--documents", documents)
    assert result.exit_code == 0
    assert "governance\n" in result.stdout
    assert "Quote 1: Northern partnerships (paper.txt)" in result.stdout
    assert "    [alder has chairing of kind rotating.]" in result.stdout
    assert "Shown without" not in result.stdout


def test_documents_may_lie_in_several_folders(placebench, dataset, documents, fact_id, tmp_path):
    (tmp_path / "others").mkdir()
    folders = ("--documents", tmp_path / "others", "--documents", documents)
    assert (
        "    [alder has chairing of kind rotating.]"
        in placebench("evidence", dataset, fact_id, *folders).stdout
    )


def test_the_first_characters_are_enough(placebench, dataset, fact_id):
    assert fact_id in placebench("evidence", dataset, fact_id[:8]).stdout


def test_a_quote_without_its_document_is_shown_alone(placebench, dataset, fact_id):
    result = placebench("evidence", dataset, fact_id)
    assert "    [alder has chairing of kind rotating.]" in result.stdout
    assert (
        "Shown without its paragraph: paper.txt is not here; name its folder with --documents."
        in result.stdout
    )
    assert result.exit_code == 0


@pytest.mark.usefixtures("site")
def test_a_document_beyond_a_limit_is_one_line(placebench, tmp_path):
    pages = Sheet().paragraph("Northern partnerships").page().paragraph("alder has shared_vision.")
    (tmp_path / "pages.pdf").write_bytes(pages.data())
    assert placebench("import", tmp_path / "pages.pdf", "--out", tmp_path / "out").exit_code == 0
    fact_id = Dataset.open(tmp_path / "out")["governance"].to_pylist()[0]["fact_id"]
    asked = ("evidence", tmp_path / "out", fact_id, "--documents", tmp_path)
    assert placebench(*asked).exit_code == 0
    result = placebench(*asked, "--max-pages", "1")
    assert result.exit_code == 1
    assert result.stderr == "failed: pages.pdf: expected a PDF document of 1 to 1 pages, found 2; split it.\n"
    assert "    [alder has shared_vision.]" in result.stdout


def test_another_file_of_that_name_is_not_taken_for_the_source(placebench, dataset, documents, fact_id):
    (documents / "paper.txt").write_text("Something else")
    result = placebench("evidence", dataset, fact_id, "--documents", documents)
    said = "paper.txt is not the file that was imported; name the folder of that one with --documents."
    assert said in result.stdout
    assert "Something else" not in result.stdout


def test_an_unknown_identifier_is_wrong_usage(placebench, dataset):
    result = placebench("evidence", dataset, "zzz")
    assert result.exit_code == 2
    assert "expected the identifier of a fact, found “zzz”" in result.stderr


def test_an_ambiguous_beginning_names_the_candidates(dataset):
    with pytest.raises(
        UsageError, match=r"expected the beginning of one identifier, found 2: .* of governance, .*"
    ):
        resolved(Dataset.open(dataset), "")
