"""Whose meeting a document is of: in the minutes of another body "the Board" is not the partnership's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.governing.titled import is_titled_for_a_board
from placebench.coding.once import once
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.section_scope import papers_of_a_pack
from placebench.extract.dates import parse_date
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM

_OF_A_MEETING = frozenset(
    {
        "scheme_of_delegation",
        "subcommittees",
        "meeting_frequency",
        "chairing",
        "public_transparency",
        "terms_of_reference",
        "accountable_to",
        "decision_process",
        "board",
    }
)
# "The Joint Committee" of councils that scrutinise is itself the form that its minutes speak of.
_ITS_OWN_FORM = "joint_committee"
_IN_LISTS_OF_AIMS = frozenset({"strategy_alignment", "shared_plan", "shared_vision", "resident_involvement"})
_FIRST_YEAR = 2010
_OF_SOME_BODY = re.compile(r"\bterms of reference (?:of|for)\b")
# A work or workforce plan in the minutes of another body is hardly the partnership's.
_OF_ANY_BODY = frozenset({"work", "people"})
_SUBJECT = 12
_HEAD = 8
_TITLE = 2
_WORDS = "authors"
_ANOTHER = Wording(
    _WORDS,
    r"<another>|\btrust\b[^.]{0,40}\b<annual_report>\b|\b<annual_report>\b[^.]{0,40}\btrust\b"
    r"|\b(?:integrated care board|icb)\b[^.]{0,40}\b(?:meeting|minutes)\b",
)
# What the list of a body's aims is called by the words that lead to it.
_AIMS = Wording(_WORDS, r"\b<aims>\b")
# A page may say to whom its partnership reports; it is that body's no more than the partnership is.
_RECEIVES = Wording(_WORDS, r"\b<reports_to>\b[^.;]{0,60}?\b(?:to|into|with)\b[^.;]{0,60}$")
_ITS_BODY = Wording(_WORDS, r"its (?:[\w-]+ ){0,2}<its_body>\b")
_BARE = Wording(_WORDS, r"\b(?:the|this|our) <bare>\b(?! of the (?:place|partnership|alliance))|^members\b")
# "Working together" names no body that is called so.
_OURS = Wording(
    _WORDS,
    r"(?<!work )(?<!works )(?<!working )(?<!worked )(?<!come )(?<!bring )(?<!brings )(?<!bringing )"
    r"\b<ours>\b(?! directors?\b| leads?\b)",
)


def is_before_places(reading: Reading) -> bool:
    """Tell whether a document is older than any partnership of a place in health and care.

    The "partnership boards" of those years were local strategic partnerships, of all that a council does.
    """
    published = parse_date(reading.document.metadata.get("published", ""))
    return published is not None and published[0].year < _FIRST_YEAR


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
    ours = len(reading.default.places) == 1 and any(map(_OURS.of(reading.codebook).search, titles))
    return ours and not is_of_another(reading, path)


def paper_of(reading: Reading, path: Sequence[str]) -> str | None:
    """Return the heading of the paper of a pack that tells whose meeting it is of; None where none does.

    Args:
        reading: The pack.
        path: The headings above a part of it, outermost first.
    """
    return next((heading for heading in reversed(path) if heading in _papers(reading)), None)


@once
def _papers(reading: Reading) -> Mapping[str, bool]:
    """Return the headings of papers that name a body, and whether that is another than the place's."""
    headings = {heading: heading.lower() for heading in papers_of_a_pack(reading.lines, reading.codebook)}
    ours = {
        heading: _OURS.of(reading.codebook).search(lower) is not None for heading, lower in headings.items()
    }
    owned = {heading for heading, lower in headings.items() if _owns(reading.codebook, lower)}
    return {heading: not ours[heading] for heading in headings if ours[heading] or heading in owned}


@once
def _is_document_of_another(reading: Reading) -> bool:
    head = [sentence for sentence in reading.sentences if sentence.passage.line.index < _HEAD]
    title = reading.document.metadata.get("title", "").lower()
    # Under the name of a partnership, a sentence about another body makes the text none of that body's.
    ours = _is_titled_for_a_partnership(reading)
    lines = [s.passage.lower for s in head if not (ours and s.passage.lower.endswith("."))]
    # An annual report names its trust on one line and itself on the next.
    told = any(_owns(reading.codebook, text) for text in (title, *lines, " ".join(lines[:_TITLE])))
    # A meeting by whose name a paper is kept is whose it is, whatever boards its members come from.
    named = _owns(reading.codebook, title) and not _OURS.of(reading.codebook).search(title)
    return named or (told and not is_titled_for_a_board(reading.codebook, head))


def _is_titled_for_a_partnership(reading: Reading) -> bool:
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


# One organisation that publishes for itself; a council or a system also publishes for its partnership.
_PUBLISHES = Wording(_WORDS, r"\b<publisher>\b")
_STRATEGY = Wording("priorities", r"\b<of_the_board>\b")
_OUR = re.compile(r"\bour (?:[\w-]+ ){0,2}$")


def is_the_publishers(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether "our" plan is that of the organisation or of the strategy whose page it is."""
    lower = sentence.passage.lower
    ours = lower.startswith("our ", found.start) or _OUR.search(lower[: found.start])
    publisher, title = (reading.document.metadata.get(key, "").lower() for key in ("publisher", "title"))
    whose = _PUBLISHES.of(reading.codebook).search(publisher) or _STRATEGY.of(reading.codebook).search(title)
    return (
        bool(ours and whose)
        and not _OURS.of(reading.codebook).search(title)
        and not speaks_of_place(reading.codebook, sentence)
    )


_ITS_OWN = Wording(_WORDS, r"\b<its_own>'s (?:\w+ )?$")


def is_its_own(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether the words right before a match say that it is a body's own: "the committee's ..."."""
    return bool(_ITS_OWN.of(codebook).search(sentence.passage.lower[: found.start]))


def speaks_of_its_authors(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether the words before a match name no body but "the Board", whose the document is."""
    bare = _BARE.of(codebook).search(sentence.passage.lower[: found.end])
    return bare is not None and not speaks_of_place(codebook, sentence)


def speaks_of_place(codebook: Codebook, sentence: Located) -> bool:
    """Tell whether a sentence names a partnership or a body of one."""
    return _OURS.of(codebook).search(sentence.passage.lower) is not None


def is_listed_of_another(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether a list is of what another body does: "The objectives of the scrutiny panel are:"."""
    lead = next(iter(reading.leads(sentence.passage.line)), "") if cue.entry in _IN_LISTS_OF_AIMS else ""
    if not _AIMS.of(reading.codebook).search(lead) or not _ANOTHER.of(reading.codebook).search(lead):
        return False
    return not _OURS.of(reading.codebook).search(lead)


def is_of_its_meeting(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether minutes of another body speak of that body's own board, rules or work programme."""
    book = reading.codebook
    if _is_of_the_place_before(reading, sentence):
        return False
    of_a_meeting = cue.entry in _OF_A_MEETING or cue.value == _ITS_OWN_FORM
    if of_a_meeting and speaks_of_its_authors(book, sentence, found):
        return True
    if cue.entry == "terms_of_reference" and not speaks_of_place(book, sentence):
        return not _OF_SOME_BODY.search(sentence.passage.lower)
    own_plan = is_its_own(book, sentence, found) or not speaks_of_place(book, sentence)
    return cue.entry == "shared_plan" and cue.value in _OF_ANY_BODY and own_plan


def _is_of_the_place_before(reading: Reading, sentence: Located) -> bool:
    """Tell whether "its board" is that of the place with which the sentence before begins."""
    before = reading.before(sentence)
    if before is sentence or not _ITS_BODY.of(reading.codebook).match(sentence.passage.lower):
        return False
    return any(mention.start < _SUBJECT and mention.name.kind != SYSTEM for mention in before.mentions)
