"""Whose paper it is: in the minutes of another body "the Board" is not the partnership's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.governing.titled import is_titled_for_a_board
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.section_scope import papers_of_a_pack
from placebench.extract.gazetteer import PARTNERSHIP

_HEAD = 8
_TITLE = 2
_WORDS = "authors"
_ANOTHER = Wording(
    _WORDS,
    r"<another>|\btrust\b[^.]{0,40}\b<annual_report>\b|\b<annual_report>\b[^.]{0,40}\btrust\b"
    r"|\b(?:integrated care board|icb)\b[^.]{0,40}\b(?:meeting|minutes)\b",
)
# A page may say to whom its partnership reports; it is that body's no more than the partnership is.
_RECEIVES = Wording(_WORDS, r"\b<reports_to>\b[^.;]{0,60}?\b(?:to|into|with)\b[^.;]{0,60}$")
# "Working together" names no body that is called so.
_OURS = Wording(
    _WORDS,
    r"(?<!work )(?<!works )(?<!working )(?<!worked )(?<!come )(?<!bring )(?<!brings )(?<!bringing )"
    r"\b<ours>\b(?! directors?\b| leads?\b)",
)
# Who acts "in her place", and what "took place", speaks of no place.
_NO_PLACE = Wording(_WORDS, r"\b<no_place>\b")


def is_of_another(reading: Reading, path: Sequence[str]) -> bool:
    """Tell whether a part of a document is of the meeting of a body other than the partnership's board.

    Args:
        reading: The document.
        path: The headings above the part, outermost first.
    """
    paper = paper_of(reading, path)
    return _is_document_of_another(reading) if paper is None else _papers(reading)[paper]


def is_of_a_places_board(reading: Reading, path: Sequence[str]) -> bool:
    """Tell whether "the Board" in a part of a document is that of the one place which the document is of.

    Args:
        reading: The document.
        path: The headings above the part, outermost first.
    """
    titles = (title.lower() for title in _titles(reading))
    ours = len(reading.default.places) == 1 and any(
        names_a_places_body(reading.codebook, title) for title in titles
    )
    return ours and not is_of_another(reading, path)


def paper_of(reading: Reading, path: Sequence[str]) -> str | None:
    """Return the heading of the paper of a pack that tells whose meeting it is of; None where none does.

    Args:
        reading: The pack.
        path: The headings above a part of it, outermost first.
    """
    return next((heading for heading in reversed(path) if heading in _papers(reading)), None)


def names_another(codebook: Codebook, text: str) -> bool:
    """Tell whether words in lower case name a body other than a place's: a trust's board, the cabinet."""
    return _ANOTHER.of(codebook).search(text) is not None


def names_a_places_body(codebook: Codebook, text: str) -> bool:
    """Tell whether words in lower case name a partnership or a body of one."""
    return _OURS.of(codebook).search(_NO_PLACE.of(codebook).sub("~", text)) is not None


@once
def _papers(reading: Reading) -> Mapping[str, bool]:
    """Return the headings of papers that name a body, and whether that is another than the place's."""
    headings = {heading: heading.lower() for heading in papers_of_a_pack(reading.lines, reading.codebook)}
    ours = {heading: names_a_places_body(reading.codebook, lower) for heading, lower in headings.items()}
    owned = {heading for heading, lower in headings.items() if _owns(reading.codebook, lower)}
    return {heading: not ours[heading] for heading in headings if ours[heading] or heading in owned}


@once
def _is_document_of_another(reading: Reading) -> bool:
    head = [sentence for sentence in reading.sentences if sentence.passage.line.index < _HEAD]
    title = reading.document.metadata.get("title", "").lower()
    # Under the name of a partnership, a sentence about another body makes the text none of that body's.
    ours = is_titled_for_a_partnership(reading)
    lines = [s.passage.lower for s in head if not (ours and s.passage.lower.endswith("."))]
    # An annual report names its trust on one line and itself on the next.
    told = any(_owns(reading.codebook, text) for text in (title, *lines, " ".join(lines[:_TITLE])))
    # A meeting by whose name a paper is kept is whose it is, whatever boards its members come from.
    named = _owns(reading.codebook, title) and not names_a_places_body(reading.codebook, title)
    return named or (told and not is_titled_for_a_board(reading.codebook, head))


def is_titled_for_a_partnership(reading: Reading) -> bool:
    """Tell whether the title of a document, or its first line, begins with the name of a partnership."""
    return any(
        m.name.kind == PARTNERSHIP and title[: m.start].strip().lower() in ("", "the")
        for title in _titles(reading)
        for m in reading.names.mentions(title)
    )


def _titles(reading: Reading) -> tuple[str, ...]:
    """Return what a document is called, and its first line."""
    first = reading.lines[0].text if reading.lines else ""
    return reading.document.metadata.get("title", ""), first


def _owns(codebook: Codebook, text: str) -> bool:
    """Tell whether a line names another body otherwise than as one that is reported to."""
    receives = _RECEIVES.of(codebook)
    return any(not receives.search(text[: found.start()]) for found in _ANOTHER.of(codebook).finditer(text))
