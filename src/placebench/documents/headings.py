"""Which pieces of a plain text are headings, and of what level."""

from __future__ import annotations

import re

from placebench.documents.document import FOOTNOTE, FURNITURE, ITEM, PARAGRAPH
from placebench.documents.labels import Label
from placebench.documents.nesting import Sections
from placebench.documents.pieces import TABLE, Piece

_MOST_WORDS = 14
_MOST_CHARACTERS = 120
_MOST_WORDS_BEFORE_COLON = 4
_MOST_IN_A_ROW = 3
_MARKUP = re.compile(r"\*\*|__|</?(?:u|b|strong|em|i)>|^#+\s+")
_APPENDIX = re.compile(r"(?:Appendix|Annex|Annexe|APPENDIX|ANNEX|ANNEXE)\s+\w{1,5}\b")
_ATTENDANCE = re.compile(
    r"(?i)(?:members |also )?"
    r"(?:present|in attendance|apologies(?: for absence)?|attendees|attendance|observers)"
    r"(?: \(.*\))?:?"
)
# "What we have" is a title; "Each place will have" is the beginning of what its list says.
_LEFT_OPEN = re.compile(
    r"(?i)(?!(?:what|who|where|when|why|how|which|things|areas)\b)(?:\S+ ){1,12}"
    r"(?:to|must|should|shall|will|may|can)(?: (?:also|now|therefore))?"
    r"(?: (?:have|be|do|include|provide|ensure|show))?"
)
_INNER_SENTENCE = re.compile(r"[.!?;:]['\"”’)]*\s|[@“\t]|https?:|www\.")


class Outline:
    """Levels of headings that say none themselves, and the sections that they open."""

    def __init__(self) -> None:
        self._sections = Sections()
        self._has_outer = False

    @property
    def path(self) -> tuple[str, ...]:
        """The titles above a point of the text, outermost first."""
        return self._sections.path

    def enter(self, title: str, label: Label | None) -> tuple[int, tuple[str, ...]]:
        """Open a section; return the level of its heading and the titles above it."""
        outer = is_outer(title)
        level = 1 if outer else (label.depth if label else 1) + self._has_outer
        self._has_outer = self._has_outer or outer
        return level, self._sections.enter(level, title)


def plain_title(text: str) -> str:
    """Return a heading without the marks of a conversion to Markdown, white space folded."""
    return " ".join(_MARKUP.sub("", text).split())


def is_outer(title: str) -> bool:
    """Tell whether a heading stands above those of ordinary writing: all capitals, or an appendix."""
    return _is_capitals(title) or _APPENDIX.match(title) is not None


def is_title(text: str) -> bool:
    """Tell whether a line reads like a heading: short, no end of a sentence, not in quotation marks."""
    title = plain_title(text)
    if len(title) > _MOST_CHARACTERS or len(title.split()) > _MOST_WORDS:
        return False
    if not (title[:1].isupper() or title[:1].isdecimal()) or not any(map(str.isalpha, title)):
        return False
    if _APPENDIX.match(title):
        return True
    if title.endswith(":"):
        return len(title.split()) <= _MOST_WORDS_BEFORE_COLON and not _INNER_SENTENCE.search(title[:-1])
    return title[-1] not in ".,;!…-–" and not _INNER_SENTENCE.search(title)


def is_left_open(text: str) -> bool:
    """Tell whether words are the beginning of a sentence that the list below them ends: "We will"."""
    return _LEFT_OPEN.fullmatch(text.rstrip(" :-")) is not None


def find_headings(pieces: list[Piece]) -> set[int]:
    """Return the indices of the pieces that are headings."""
    attending = _attendance(pieces)
    candidates = [_is_candidate(piece) and n not in attending for n, piece in enumerate(pieces)]
    found = {n for n, piece in enumerate(pieces) if candidates[n] and _stands_alone(n, pieces, candidates)}
    found |= {n for n, piece in enumerate(pieces) if _is_numbered_heading(n, pieces, found)}
    return found - _runs_of_names(pieces, found)


def _attendance(pieces: list[Piece]) -> set[int]:
    """Return the indices of the lines that name who came to a meeting: posts and people, no headings."""
    found: set[int] = set()
    for index, piece in enumerate(pieces):
        if _ATTENDANCE.fullmatch(plain_title(piece.first.text)):
            below = index + 1
            while below < len(pieces) and not pieces[below].first.gap_before:
                found.add(below)
                below += 1
    return found


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(character.isalpha() for character in text) > 1


def _is_candidate(piece: Piece) -> bool:
    return piece.kind == PARAGRAPH and len(piece.lines) == 1 and is_title(piece.first.text)


def _stands_alone(index: int, pieces: list[Piece], candidates: list[bool]) -> bool:
    piece = pieces[index]
    above = pieces[index - 1] if index else None
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    gap_below = below is None or below.first.gap_before
    if piece.first.text.endswith(":"):
        return piece.first.gap_before and gap_below and (below is None or below.kind not in (ITEM, TABLE))
    if not piece.first.gap_before and above and not _ends(above):
        return False
    return gap_below or _is_capitals(piece.first.text) or not candidates[index + 1]


def _ends(above: Piece) -> bool:
    if above.kind in (FURNITURE, FOOTNOTE, TABLE):
        return True
    return above.last.ends_sentence or (above.kind == PARAGRAPH and len(above.last.text) > _MOST_CHARACTERS)


def _is_numbered_heading(index: int, pieces: list[Piece], headings: set[int]) -> bool:
    piece = pieces[index]
    label = piece.label
    if piece.kind != ITEM or label is None or not label.kind.startswith(("decimal", "outline")):
        return False
    if len(piece.lines) > 1 or piece.first.indent or not piece.first.gap_before or index + 1 == len(pieces):
        return False
    below = pieces[index + 1]
    if _is_under(below, label.text):
        return is_title(piece.first.content)
    if not below.first.gap_before or below.kind != PARAGRAPH or index + 1 in headings:
        return False
    above = pieces[index - 1] if index else None
    in_list = above is not None and above.label is not None and above.label.kind == label.kind
    title = piece.first.content
    return not in_list and not title.endswith(":") and is_title(title)


def _is_under(below: Piece, number: str) -> bool:
    """Tell whether a piece is a point of the section with a number: 2.1 after 2."""
    return below.label is not None and below.label.text.startswith(f"{number.rstrip('.')}.")


def _runs_of_names(pieces: list[Piece], headings: set[int]) -> set[int]:
    runs: list[list[int]] = [[]]
    for index in range(len(pieces)):
        if index in headings:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return {index for run in runs if len(run) > _MOST_IN_A_ROW for index in run}
