"""Rows that the host refused, as values and in sentences."""

from __future__ import annotations

from placebench.model import Rejection
from placebench.pipeline.rejected import BrokenRule, in_words, rules_broken, together_in_words


def rejection(rule: str, table: str, message: str) -> Rejection:
    return Rejection(table=table, rule=rule, message=message, row="")


CODE = BrokenRule("unknown-code", "roles", 2, "a.txt: expected x, found y")
ROWS = BrokenRule("unknown-code", "governance", 1, "a.txt: expected v, found w")
QUOTE = BrokenRule("quote-empty", "roles", 1, "b.txt: expected words, found none")


def test_rows_are_counted_by_rule_and_table_with_what_was_found_of_the_first() -> None:
    given = [
        rejection("unknown-code", "roles", CODE.first),
        rejection("quote-empty", "roles", QUOTE.first),
        rejection("unknown-code", "governance", ROWS.first),
        rejection("unknown-code", "roles", "another"),
    ]
    assert rules_broken(given) == (QUOTE, ROWS, CODE)


def test_one_document_has_a_sentence_a_rule() -> None:
    assert list(in_words((QUOTE, ROWS, CODE))) == [
        "1 row of roles was rejected by quote-empty; b.txt: expected words, found none.",
        "3 rows of governance and roles were rejected by unknown-code; a.txt: expected v, found w.",
    ]


def test_several_documents_have_a_sentence_a_rule_together() -> None:
    assert list(together_in_words([(QUOTE, CODE), (CODE,), ()])) == [
        "1 row of roles was rejected by quote-empty; b.txt: expected words, found none.",
        (
            "4 rows of roles in 2 documents were rejected by unknown-code, "
            "first: a.txt: expected x, found y; all are in the table rejections."
        ),
    ]


def test_rows_of_no_table_are_told_without_one() -> None:
    nothing = BrokenRule("not-a-fact", "", 1, "a.txt: expected a Fact, found int")
    assert list(in_words([nothing])) == [
        "1 row was rejected by not-a-fact; a.txt: expected a Fact, found int."
    ]
