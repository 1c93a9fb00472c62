"""Sentences and clauses of folded text."""

from __future__ import annotations

import pytest

from placebench.extract.sentences import clause_at, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("Is it? It is!", ["Is it?", "It is!"]),
        ("Dr Green, e.g. a GP, spoke. All agreed.", ["Dr Green, e.g. a GP, spoke.", "All agreed."]),
        ("Councillor A. Green and Dr. I. Hay spoke.", ["Councillor A. Green and Dr. I. Hay spoke."]),
        ("The board chose option A. The trust agreed.", ["The board chose option A.", "The trust agreed."]),
        ("Care at St. Ann's grew. It is full.", ["Care at St. Ann's grew.", "It is full."]),
        ('He said so. "Why?" she asked.', ["He said so.", '"Why?" she asked.']),
        ("See No. 4 of the list. It is long.", ["See No. 4 of the list.", "It is long."]),
        ("No. Partners share a hub.", ["No.", "Partners share a hub."]),
        ("no stop at the end", ["no stop at the end"]),
        ("", []),
    ],
)
def test_a_text_is_split_at_the_ends_of_sentences(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("the board has a plan; the forum has none", "plan", "the board has a plan"),
        ("the board meets, but the forum does not", "board", "the board meets"),
        (
            "a share between the trust and the council has gone",
            "share",
            "a share between the trust and the council has gone",
        ),
        ("the trust and the council have a pool", "pool", "the trust and the council have a pool"),
        (
            "a team of the council and the trust will be set up",
            "team",
            "a team of the council and the trust will be set up",
        ),
        ("it is led by the council and the trust will be set up", "led", "it is led by the council"),
        ("while beta meets weekly, the board meets monthly", "weekly", "while beta meets weekly"),
        ("while beta meets weekly, the board meets monthly", "monthly", ", the board meets monthly"),
        ("the forum has no vote and meets monthly", "vote", "the forum has no vote"),
        ("the forum has no vote and meets monthly", "monthly", " and meets monthly"),
        (
            "a plan is drafted and is subject to approval",
            "plan",
            "a plan is drafted and is subject to approval",
        ),
        ("it was wound up, once the board had met", "wound", "it was wound up"),
        (
            "contracts ended, and since then partners share one",
            "share",
            ", and since then partners share one",
        ),
        ("the board, which has a chair, meets", "chair", ", which has a chair"),
        ("the board, which has a chair, meets", "meets", ", meets"),
        ("a pool was considered but rejected", "pool", "a pool was considered but rejected"),
        ("leads meet, and a group on housing is planned", "meet", "leads meet"),
        (
            "the board, the council, and a trust have met",
            "met",
            "the board, the council, and a trust have met",
        ),
        ("frailty and falls are priorities", "falls", "frailty and falls are priorities"),
    ],
)
def test_a_clause_is_what_one_verb_says(text, word, expected):
    start = text.index(word)

    low, high = clause_at(text, start, start + len(word))

    assert text[low:high] == expected
