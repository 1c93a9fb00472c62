"""Text in several parts, read as one."""

from __future__ import annotations

from placebench.documents import Document, Span
from placebench.extract import Joined, join


def joined(*parts: str) -> tuple[Document, Joined]:
    """Join parts that stand apart in a document."""
    text = "\n#\n".join(parts)
    starts = [sum(len(part) + 3 for part in parts[:number]) for number in range(len(parts))]
    document = Document(text, "0" * 64, "text/plain", "paper.txt")
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    return document, join(document, spans)


def sentences(*parts: str) -> list[str]:
    _, text = joined(*parts)
    return [text.text[start:end] for start, end in text.sentences()]


def test_parts_are_one_text_without_empty_ones() -> None:
    _, text = joined("It is clear who  decides", " \n ", "and who answers.")
    assert text.text == "It is clear who decides and who answers."


def test_sentence_over_a_break_has_a_span_in_each_part() -> None:
    document, text = joined("Notes are taken. A chair has", "been chosen. Rules are written.")
    start = text.text.index("A chair")
    quote = document.quote(*text.spans(start, text.text.index(" Rules")))
    assert quote.texts == ("A chair has", "been chosen.")
    assert quote.text == "A chair has been chosen."


def test_range_in_a_later_part_has_one_span() -> None:
    document, text = joined("One budget is aligned.", "Posts are shared.", "More is planned.")
    start = text.text.index("shared")
    assert [document.at(span) for span in text.spans(start, start + len("shared"))] == ["shared"]


def test_sentences_go_over_breaks_and_start_at_bullets() -> None:
    assert sentences("Leaders meet. Minutes", "are kept.") == ["Leaders meet.", "Minutes are kept."]
    assert sentences("• Leaders meet\n• Minutes are kept") == ["Leaders meet", "Minutes are kept"]
    assert sentences("Partners: ▪ meet ▪ decide") == ["Partners:", "meet", "decide"]


def test_nothing_joined_is_empty() -> None:
    _, text = joined(" ")
    assert (text.text, text.parts, list(text.sentences())) == ("", (), [])
    assert text.spans(0, 0) == ()
