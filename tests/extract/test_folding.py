"""What patterns match on, and the way back to the exact text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.documents import Span
from placebench.extract import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain words", "plain words"),
        ("“It’s” ‘ours’", "\"It's\" 'ours'"),
        ("2023–24 — place\u2011based \u22125", "2023-24 - place-based -5"),
        ("wrapped\n  by its\tpublisher", "wrapped by its publisher"),
        ("no\u00a0break", "no break"),
        ("part\u00adner\u200bship", "partnership"),
        ("The **Dale Board** and <u>Enablers</u>", "The Dale Board and Enablers"),
        ("of\ufb01ce and sta\ufb00", "office and staff"),
        ("  outer space", "outer space"),
        ("\nlines\nof one\tword", "lines of one word"),
        ("", ""),
    ],
)
def test_folded_text(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a  plan\nfor **Dale** now", "Dale"),
        ("part\u00adner\u200bship  board", "board"),
        ("the of\ufb01ce\n\nopens", "opens"),
        ("Dale has it", "has"),
    ],
)
def test_span_leads_back_to_the_exact_text(text: str, word: str) -> None:
    folded = fold(text, start=100)
    start = folded.text.index(word)
    span = folded.span(start, start + len(word))
    assert text[span.start - 100 : span.end - 100] == word


def test_span_over_what_was_dropped_holds_it() -> None:
    text = "a part\u00adner of\n ours"
    folded = fold(text)
    start = folded.text.index("partner")
    span = folded.span(start, start + len("partner of ours"))
    assert text[span.start : span.end] == "part\u00adner of\n ours"


def test_span_of_a_ligature_is_the_whole_letter() -> None:
    text = "sta\ufb00  room"
    span = fold(text).span(3, 4)
    assert text[span.start : span.end] == "\ufb00"


def test_empty_range_is_an_empty_span() -> None:
    assert fold("a  b", start=10).span(2, 2) == Span(13, 13)
    assert fold("a b", start=10).span(2, 2) == Span(12, 12)


@given(st.text(alphabet=st.sampled_from("aBİß ﬁ\n\t\u00ad“–*u<>"), max_size=30))
def test_every_text_folds_to_even_text_with_a_place_for_each_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.lower) == len(folded.text)
    assert "  " not in folded.text
    assert not set(folded.text) & set("\n\t\u00ad“–ﬁ")
    spans = [folded.span(position, position + 1) for position in range(len(folded.text))]
    assert all(len(span) == 1 for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Alpha Partners (AHP)made up of", "Alpha Partners (AHP) made up of"),
        ("nurses and community carehave met", "nurses and community care have met"),
        ("Our prioritiesare:", "Our priorities are:"),
        ("the Councilhas\nagreed", "the Council has agreed"),
        ("organisation(s) and trust(s)", "organisation(s) and trust(s)"),
        ("(re)commissioning careers", "(re)commissioning careers"),
        ("hospitalisation of carers", "hospitalisation of carers"),
        ("a f(x)", "a f(x)"),
    ],
)
def test_a_space_that_a_publisher_lost_is_put_back(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_span_beside_a_lost_space_leads_back_to_the_exact_text() -> None:
    text = "the  community carehave met"
    folded = fold(text, start=10)
    for word in ("care", "have", "community care", "care have"):
        start = folded.text.index(word)
        span = folded.span(start, start + len(word))
        assert text[span.start - 10 : span.end - 10] == word.replace("care have", "carehave")
