"""Sentences in which the source states nothing of its own: headings, questions, requests, words of others."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Wording
from placebench.coding import reasons
from placebench.coding.located_text import LocatedText
from placebench.coding.once import once_a_sentence
from placebench.coding.rows_of_places import rows_elsewhere
from placebench.coding.scope import Located
from placebench.documents import HEADING, PARAGRAPH
from placebench.documents.headings import is_title
from placebench.extract.gazetteer import SYSTEM

_RETOLD = Wording("unstated", r"^(?:it|this|<source>) <retells>\b")
# Whose words those above are: "- NHS Long Term Plan" on a line of its own.
_QUOTED_FROM = Wording(
    "unstated",
    r"(?:[-\u2013\u2014(]|source:|from)? ?(?:the )?<quoted_from>(?:,? (?:<when>|\d[\d/-]*|p\.?|page))*[).]?$",
)

_ITS = re.compile(r"its (?:\w+ )?(?:focus|aims?|priorit(?:y|ies)|purpose|functions?|proposals?|vision)\b")
_TWO = 2
_KINDS = {"question": reasons.QUESTION, "request": reasons.REQUEST, "declared": reasons.DECLARED}


@once_a_sentence
def why_unstated(text: LocatedText, sentence: Located) -> str | None:
    """Return why a sentence is no statement of the source's own, or None if it is one; see `reasons`."""
    book, lower, block = text.codebook, sentence.passage.lower, sentence.passage.line.block
    if block.kind == HEADING or _is_title(book, sentence):
        return reasons.HEADED
    by_where = _by_its_table(text, sentence) or (
        reasons.NO_SUBJECT if _is_of_unknown_places(text, sentence) else None
    )
    if by_where is not None:
        return by_where
    below = _by_its_headings(text, sentence) if block.path else None
    if below is not None:
        return below
    if any(_is(book, "raised", lead) for lead in text.leads(sentence.passage.line)[:1]):
        return reasons.QUESTION
    said = next((reason for kind, reason in _KINDS.items() if _is(book, kind, lower)), None)
    return said or (reasons.QUOTED if _is_quoted(text, sentence) else None)


def _by_its_table(text: LocatedText, sentence: Located) -> str | None:
    """Return why a sentence in a table is no statement: its cells are data, or on a place elsewhere."""
    block = sentence.passage.line.block
    if any(block.span.overlaps(span) for span in text.tables):
        return reasons.TABLE
    if block.table is not None and any(block.span.overlaps(span) for span in rows_elsewhere(text)):
        return reasons.ELSEWHERE
    return None


def _is_of_unknown_places(text: LocatedText, sentence: Located) -> bool:
    """Tell whether a sentence speaks of two places of more, and nothing before it tells which."""
    both = len(text.places) > _TWO and _is(text.codebook, "both_places", sentence.passage.lower)
    return (
        both
        and len(sentence.scope.places) < _TWO
        and not any(m.name.kind != SYSTEM for m in sentence.mentions)
    )


def _is_title(book: Codebook, sentence: Located) -> bool:
    """Tell whether a paragraph is a title that its format does not mark as one: "Our plan"."""
    line, passage = sentence.passage.line, sentence.passage
    if (
        line.block.kind != PARAGRAPH
        or sentence.mentions
        or (passage.start, passage.end) != (0, len(line.text))
    ):
        return False
    return is_title(line.text) and _is(book, "page_title", line.folded.lower)


def _by_its_headings(text: LocatedText, sentence: Located) -> str | None:
    """Return why a sentence below a heading is no statement: turned down, advice, or talk of all."""
    path = sentence.passage.line.block.path
    told = text.kept((_told_by, path), lambda: _told_by(text.codebook, path))
    if "rejected" in told:
        return reasons.REJECTED
    if "lessons" in told and _is(text.codebook, "advice", sentence.passage.lower):
        return reasons.LESSON
    return reasons.ELSEWHERE if "in_general" in told and not sentence.mentions else None


def _told_by(book: Codebook, path: tuple[str, ...]) -> frozenset[str]:
    """Return what headings tell of the sentences below them: the nearest, or for talk of all any."""
    headings = [heading.lower() for heading in path]
    told = {name for name in ("rejected", "lessons") if _is(book, name, headings[-1])}
    in_general = any(_is(book, "in_general", heading) for heading in headings)
    return frozenset(told | {"in_general"} if in_general else told)


def _is_quoted(text: LocatedText, sentence: Located) -> bool:
    """Tell whether a sentence quotes or retells guidance that the one before it announces."""
    line = sentence.passage.line
    if _ITS.match(sentence.passage.lower):
        told = text.before(sentence)
        return told is not sentence and _is(text.codebook, "national_paper", told.passage.lower)
    if _RETOLD.of(text.codebook).match(sentence.passage.lower):
        above = line.folded.lower[: sentence.passage.start]
        return _is(text.codebook, "elsewhere", above[above.rstrip(" .").rfind(". ") + 1 :])
    if not line.text.startswith('"') or line.index == 0:
        return False
    behind = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else None
    if behind is not None and _QUOTED_FROM.of(text.codebook).match(behind.folded.lower.strip()):
        return True
    before = text.lines[line.index - 1]
    return _is(text.codebook, "quotation", before.folded.lower.strip())


def _is(codebook: Codebook, name: str, text: str) -> bool:
    unless = codebook.reading_unless.get(name)
    return codebook.reading[name].matches(text) and not (unless and unless.matches(text))
