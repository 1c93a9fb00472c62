"""Passages: each a document of its own, with the tables that were coded and facts on which readers differ."""

from __future__ import annotations

import pytest

from benchmarks.extraction.extracted import Extracted
from benchmarks.extraction.passages import passage_set
from benchmarks.extraction.scoring import score
from placebench.errors import UsageError

BOARD = """
tables = ["governance", "roles"]

[[passage]]
text = "The Aldbury Place Board meets monthly."
[[passage.facts]]
table = "governance"
place_id = ["westmere/aldbury", "none"]
feature = "meeting_frequency"
value = "monthly"
[[passage.facts]]
table = "governance"
place_id = "none"
feature = "board"
optional = true

[[passage]]
text = "The board of the hospital meets monthly."
facts = []
"""


@pytest.fixture
def passages(tmp_path):
    def read(text):
        (tmp_path / "boards.toml").write_text(text, encoding="utf-8")
        (documents := tmp_path / "documents").mkdir()
        return passage_set(tmp_path, documents)

    return read


def given(doc, table, **columns):
    return Extracted(doc, table, {"place_id": None, "status": "in_place", "basis": "stated", **columns})


def test_each_passage_is_a_document(passages):
    coding = passages(BOARD)
    assert sorted(coding.coded_documents) == ["boards-001.txt", "boards-002.txt"]
    assert (coding.documents / "boards-002.txt").read_text() == "The board of the hospital meets monthly.\n"
    assert len((coding.documents / "sources.csv").read_text().splitlines()) == 3
    assert [fact.accepted("place_id") for fact in coding.facts] == [["westmere/aldbury", None], [None]]


def test_a_row_of_a_coded_table_that_no_fact_states_is_extra(passages):
    coding = passages(BOARD)
    wrong = given("boards-002.txt", "governance", feature="meeting_frequency", value="monthly")
    uncoded = given("boards-002.txt", "memberships", organisation="the hospital")
    result = score(coding, [wrong, uncoded])
    assert result.extra == (wrong,)
    assert [fact.doc for fact in result.missed] == ["boards-001.txt"]


def test_an_optional_fact_is_neither_missed_nor_counted(passages):
    coding = passages(BOARD)
    monthly = given("boards-001.txt", "governance", feature="meeting_frequency", value="monthly")
    board = given("boards-001.txt", "governance", feature="board", value="Aldbury Place Board")
    for rows in ([monthly], [monthly, board]):
        (governance,) = score(coding, rows).tables
        assert (governance.coded, governance.found, governance.rows, governance.matched) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tables = [", "boards.toml"),
        ("[[passage]]\ntext = 'x'\nfacts = []", "tables"),
        ("tables = []\n[[passage]]\ntext = 'x'", "passage 1"),
        ("tables = []\n[[passage]]\ntext = 'x'\nfacts = [{ table = 'roles', rule = 1, post = 2 }]", "post"),
    ],
)
def test_what_is_not_in_form_is_told_with_its_place(passages, text, told):
    with pytest.raises(UsageError, match=told):
        passages(text)
