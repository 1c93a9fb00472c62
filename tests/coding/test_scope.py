"""Whom a sentence speaks of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from placebench.coding import Reading

Read = Callable[..., Reading]
ALPHA, BETA = "north/alpha", "north/beta"
BOTH_NAMED = "Alpha and Beta are places of the system. "


def subjects(reading: Reading) -> list[tuple[str, ...] | str]:
    """Places of each sentence, or what it applies to where it names none."""
    return [s.scope.places or s.scope.applies_to for s in reading.sentences]


def subject(
    read: Read, sentence: str, before: str = "Places of North and what they do."
) -> tuple[str, ...] | str:
    """Subject of the last sentence of a document that is about no single place."""
    return subjects(read(f"{BOTH_NAMED}\n\n{before}\n\n{sentence}\n"))[-1]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Alpha board has agreed a plan.", (ALPHA,)),
        ("Alpha Together has agreed a plan.", (ALPHA,)),
        ("Alpha and Beta have each agreed a plan.", (ALPHA, BETA)),
        ("Alpha, Beta and Gamma have agreed plans.", "each_place"),
        ("Each place has a board.", "each_place"),
        ("All place-based partnerships have a plan.", "each_place"),
        ("The ICS has a shared care record.", "system"),
        ("NHS North holds the budgets.", "system"),
        ("A plan has been agreed.", "system"),
    ],
)
def test_subject_of_a_sentence(read: Read, sentence: str, expected: tuple[str, ...] | str) -> None:
    assert subject(read, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Board brings together the council, NHS North and Healthwatch.", (ALPHA,)),
        ("Our partnership works with NHS North.", (ALPHA,)),
        ("NHS North brings together five boards.", "system"),
    ],
)
def test_own_body_stays_the_subject_where_the_system_is_named_too(
    read: Read, sentence: str, expected: tuple[str, ...] | str
) -> None:
    assert subject(read, sentence, before="The Alpha board has agreed a plan.") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Beta Health and Care Partnership is a joint committee.",
        "Beta Locality Partnership meets monthly.",
        "The Beta Place-based Partnership has a plan.",
    ],
)
def test_partnership_of_another_place_is_not_taken_for_an_organisation(read: Read, sentence: str) -> None:
    reading = read(
        f"{BOTH_NAMED}\n\nAlpha Health and Care Partnership\n\nThe partnership meets.\n{sentence}\n"
    )
    assert subjects(reading)[-1] == (BETA,)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Alpha Together: terms of reference", (ALPHA,)),
        ("Alpha and Beta", "system"),
        ("Partnerships of North", "system"),
    ],
)
def test_title_that_names_one_place_is_the_subject(
    read: Read, title: str, expected: tuple[str, ...] | str
) -> None:
    text = f"A board was formed. A plan is written.\n\n{BOTH_NAMED}\n"
    assert subjects(read(text, title=title))[0] == expected


def test_body_that_is_reported_to_does_not_become_the_subject(read: Read) -> None:
    sentences = "The Alpha board meets. The Board reports to the Beta Health Alliance."
    assert subjects(read(f"{BOTH_NAMED}\n\n{sentences}\n"))[-2:] == [(ALPHA,), (ALPHA,)]


def test_the_only_place_of_a_document_is_its_subject(read: Read) -> None:
    assert set(subjects(read("A board meets.\n\nBeta has a plan. The plan is short.\n"))) == {(BETA,)}


def test_what_goes_on_speaks_of_what_was_named_before(read: Read) -> None:
    text = f"{BOTH_NAMED}\n\nThe Alpha board was formed. It meets monthly.\n\nIts chair is new.\n"
    assert subjects(read(text))[-2:] == [(ALPHA,), (ALPHA,)]


def test_section_headed_by_a_place_speaks_of_it(read: Read) -> None:
    section = "A board was formed in the spring. The chair was found soon after."
    text = f"Partnerships of North\n\n{BOTH_NAMED}\n\nAlpha\n\n{section}\n\nBeta\n\n{section}\n"
    reading = read(text)
    by_text = [(s.passage.text, s.scope.places) for s in reading.sentences]
    assert [places for words, places in by_text if words.startswith("A board")] == [(ALPHA,), (BETA,)]


def test_items_speak_of_what_introduces_them(read: Read) -> None:
    text = f"{BOTH_NAMED}\n\nPriorities of the Beta board are:\n- frailty\n- discharge\n"
    assert subjects(read(text))[-2:] == [(BETA,), (BETA,)]


def test_item_may_begin_with_its_place(read: Read) -> None:
    text = f"{BOTH_NAMED}\n\nResults are:\n- Alpha: fewer falls\n- Beta: more visits\n"
    assert subjects(read(text))[-2:] == [(ALPHA,), (BETA,)]


def test_place_is_named_once_for_a_position_between_two(read: Read) -> None:
    sentence = read(f"{BOTH_NAMED}\n\nAlpha has a plan; Beta has a vision.\n").sentences[-1]
    text = sentence.passage.text
    assert [sentence.place_near(text.index(word)) for word in ("plan", "vision")] == [ALPHA, BETA]


def test_sentences_come_in_the_order_of_the_document(read: Read) -> None:
    reading = read(f"{BOTH_NAMED}\n\nOne. Two.\n- three\n- four\n\nFive.\n")
    spans = [sentence.passage.span for sentence in reading.sentences]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join(reading.document.at(span)[:1] for span in spans) == "AOTtfF"


@pytest.mark.parametrize(
    ("text", "metadata", "expected"),
    [
        pytest.param(
            "A plan has been agreed.", {"publisher": "Alpha and Moor NHS Trust"}, "system", id="trust"
        ),
        pytest.param(
            "A plan has been agreed.", {"publisher": "Alpha Borough Council"}, (ALPHA,), id="council"
        ),
        pytest.param(
            "Alpha Council wrote a plan.\n\nIt is agreed.",
            {"title": "North ICB"},
            "system",
            id="organisation",
        ),
    ],
)
def test_a_name_within_anothers_does_not_say_what_a_paper_is_about(read, text, metadata, expected):
    assert subjects(read(text, **metadata))[-1] == expected


def test_one_board_is_not_that_of_several_places(read):
    text = f"{BOTH_NAMED}Alpha and Beta have agreed plans.\n\nThe board has a chair.\n"
    assert subjects(read(text))[-1] == "system"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("NHS North is a partnership of ten organisations.", "system"),
        ("North is a county with a coast.", (ALPHA,)),
    ],
)
def test_the_partnership_is_the_system_where_that_was_just_called_one(
    read: Read, before: str, expected: tuple[str, ...] | str
) -> None:
    page = f"What Alpha Together is\n\nIt has a plan for Alpha.\n\n{before}\n\nThe partnership has a plan.\n"
    assert subjects(read(page))[-1] == expected


def test_a_sentence_that_begins_with_the_system_is_not_of_the_place_in_the_name_of_a_group(
    read: Read,
) -> None:
    page = "The Alpha board has agreed a plan. NHS North covers three CCGs including Alpha CCG."
    assert subjects(read(page))[-1] == "system"


def test_the_system_goes_on_about_the_system(read: Read) -> None:
    page = "The Alpha board met, and met again.\n\nNHS North holds the money.\n\nThe system has four aims.\n"
    assert subjects(read(page))[-1] == "system"


def test_a_system_that_opens_a_sentence_is_not_a_place_whose_commissioners_it_includes(read: Read) -> None:
    told = subject(read, "The North Integrated Care System has three members, including Alpha CCG.")
    assert told == "system"


def test_a_place_is_not_that_of_a_club_or_trust_of_another(read: Read) -> None:
    before = "The borough of Alpha has a partnership. "
    assert subject(read, f"{before}Alpha is home to Beta United.") == (ALPHA,)
    assert subject(read, f"{before}Alpha borders on Beta, which has one.") == (ALPHA, BETA)


def test_a_place_goes_on_after_clinicians_from_across_the_system(read: Read) -> None:
    told = "Our groups are joined each May by clinicians from across the system."
    text = f"Our work in Alpha\n\n{told} Our plan was agreed in May.\n"
    assert subjects(read(text))[-1] == (ALPHA,)


def test_an_agreement_of_the_council_with_the_system_is_of_the_councils_place(read: Read) -> None:
    title = "Agreement between the Council and NHS North"
    reading = read("Business\n\nA plan was agreed.\n", title=title, publisher="Alpha Council")
    assert subjects(reading)[-1] == (ALPHA,)


def test_a_page_of_the_system_may_name_the_town_where_it_meets(read: Read) -> None:
    text = "Meetings\n\nNHS North meets monthly. The papers are below.\n\nOur office is in Alpha.\n"
    assert subjects(read(text, title="Meetings", publisher="NHS North"))[:2] == ["system", "system"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Nurses work with social workers.", "system"),
        ("Partners share a record.", "system"),
        ("It has a plan.", (ALPHA,)),
        ("The partnership has a plan.", (ALPHA,)),
    ],
)
def test_an_item_beside_one_on_a_place_is_of_that_place_where_it_takes_it_up(
    read: Read, item: str, expected: tuple[str, ...] | str
) -> None:
    assert subject(read, f"- The partnership in Alpha has a board.\n- {item}") == expected


def test_what_stands_behind_a_label_is_all_that_an_item_says_of_its_place(read: Read) -> None:
    assert subject(read, "- Alpha: a joint team\n- a pooled budget") == "system"
    assert subject(read, "- Alpha:\n- a pooled budget") == (ALPHA,)
