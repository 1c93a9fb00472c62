"""What the head of minutes and terms of reference says of the body that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.governing.board_names import is_of_others, own_boards
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM, Mention
from placebench.importer import Fact
from placebench.model import Governance

_HEAD = 8
_TITLE = 4
_WORDS = "titled"
_OF_A_BODY = Wording(_WORDS, "<of_a_body>")
_LEADS_TO_IT = Wording(
    _WORDS, r"^(?:(?:draft )?<paper>(?: (?:of|for|from))?:? (?:(?:the|a) )?(?:meeting of (?:the )?)?)?$"
)
_FOLLOWS_IT = Wording(_WORDS, r"$|[:,(-]| [-:(\d]| <follows>\b")
_IN_COMMON = Wording(_WORDS, r"\b<in_common>\b")
_TERMS = re.compile(r"\bterms of reference\b")
_BODY = Wording(
    _WORDS,
    r"^(?:(?:minutes|key messages|notes) (?:of|from) (?:the )?|terms of reference(?: of| for|:) (?:the )?)?"
    r"(?P<name>[\w&',() -]{0,80}?\b<partnership>(?:[- ]based)?(?: partnership)? <board>)"
    r"(?:[ :-]+(?:terms of reference|minutes|meeting|agenda|(?:mon|tues|wednes|thurs|fri)day).*)?$",
)
# A sentence that begins a paper may end in the words that a title ends in.
_SENTENCE = re.compile(
    r"^(?:with|within|at|in|by|for|from|to|under|on|after|before|since|following|through|via)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|would|must|should|along|which|that)\b"
)
_SPEAKS_OF_IT = Wording(_WORDS, r"(?:the|this|our) (?:[\w-]+ ){0,3}?<speaks_of>\b|it\b|members\b|its\b|we\b")
_IN_PUBLIC = Wording(_WORDS, r"\b<in_public> (?:\w+ )?in public\b")
_APPROVED = Wording(_WORDS, r"\b<approved> (?:by|on|at|in)\b")
_PARTNERSHIPS = Wording(_WORDS, r"\b<of_partnership>\b")
_GROUPS = Wording(_WORDS, r"\b<group>\b")
_ACTING = Wording(
    _WORDS,
    r"\b[Tt]he (?P<name>(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&) )?)+<part_of_it>)\b"
    r"(?! of (?:the )?<part_of_another>)",
)
_OTHERS = Wording(_WORDS, "<others>")
_CO_CHAIRS = re.compile(r"\b(?:co-?|joint )chairs?(?: of|,| for) (?:the )?")
# "A Lee and B Ray, Alpha Together Co-Chairs": the words behind the name.
_ARE_CO_CHAIRS = re.compile(r"(?: board)?(?:'s)? (?:co-?|joint )chairs\b")
_SMALL = frozenset({"and", "of", "for", "the", "in"})


def titled_bodies(reading: Reading) -> Iterator[Fact]:
    """Yield the board that minutes or terms of reference are of, and that the latter were approved."""
    head = [sentence for sentence in reading.sentences if sentence.passage.line.index < _HEAD]
    book = reading.codebook
    of_a_body = _OF_A_BODY.of(book)
    if not any(of_a_body.search(sentence.passage.lower) for sentence in head):
        return
    terms = any(_TERMS.search(other.passage.lower) for other in head)
    written = " ".join(s.passage.lower for s in head if s.passage.line.index < _TITLE)
    no_partnerships = _OTHERS.of(book).search(written) or _GROUPS.of(book).search(written)
    if terms and _PARTNERSHIPS.of(book).search(written) and not no_partnerships:
        said = _APPROVED.of(book)
        approved = (s for s in head if said.search(s.passage.lower) and "draft" not in s.passage.lower)
        yield from (_fact(reading, s, "terms_of_reference", "agreed") for s in approved)
    boards = _first_boards(book, head)
    if not boards:
        return
    yield from (_fact(reading, sentence, "board", _name(name)) for sentence, name in boards)
    opened = (s for s in head if _IN_PUBLIC.of(book).search(s.passage.lower))
    yield from (_fact(reading, one, "public_transparency", None) for one in opened)
    for other in reading.statements:
        for acting in _ACTING.of(book).finditer(other.passage.text):
            yield _fact(reading, other, "subcommittees", acting["name"])


def is_titled_for_a_board(codebook: Codebook, head: Sequence[Located]) -> bool:
    """Tell whether a line of the head of a document is the title of a place's board."""
    return any(True for sentence in head for _ in _boards_titled(codebook, sentence))


def headed_boards(reading: Reading) -> Iterator[Fact]:
    """Yield each board whose name is a heading of its own, where the text under it speaks of that board."""
    for sentence in reading.sentences:
        passage = sentence.passage
        if passage.line.block.kind != HEADING:
            continue
        under = reading.by_line.get(passage.line.index + 1, ())
        if not under or not _SPEAKS_OF_IT.of(reading.codebook).match(under[0].passage.lower):
            continue
        for start, end, mention in own_boards(reading.codebook, passage.text, sentence.mentions):
            if not passage.lower[:start].removeprefix("the ") and end == len(passage.text):
                row = _row(reading, sentence, "board", _name(passage.text[start:end]))
                placed = attrs.evolve(row, place_id=mention.name.id, applies_to="place")
                yield reading.fact(placed, sentence)


def captioned_chairs(reading: Reading) -> Iterator[Fact]:
    """Yield that a partnership has two chairs who sign or are shown: "A Lee and B Ray, Co-Chairs of X"."""
    stated = {(s.passage.line.index, s.passage.start) for s in reading.statements}
    for sentence in reading.sentences:
        if (sentence.passage.line.index, sentence.passage.start) in stated:
            continue
        named = _co_chaired(reading.codebook, sentence)
        if named is not None:
            row = _row(reading, sentence, "chairing", "joint")
            yield reading.fact(attrs.evolve(row, place_id=named.name.id, applies_to="place"), sentence)


def _co_chaired(codebook: Codebook, sentence: Located) -> Mention | None:
    """Return the name of the place or partnership whose co-chairs a caption names, or None."""
    lower = sentence.passage.lower
    starts = {found.end() for found in _CO_CHAIRS.finditer(lower)}
    for mention in sentence.mentions:
        if mention.name.kind == SYSTEM:
            continue
        if mention.start in starts and not _OTHERS.of(codebook).match(lower, mention.end + 1):
            return mention
        if mention.name.kind == PARTNERSHIP and _ARE_CO_CHAIRS.match(lower, mention.end):
            return mention
    return None


def _boards_titled(codebook: Codebook, sentence: Located) -> Iterator[tuple[Located, str]]:
    """Yield the name of the board that a line of the head is the title of."""
    text, lower = sentence.passage.text, sentence.passage.lower
    for start, end, _ in own_boards(codebook, text, sentence.mentions):
        if _LEADS_TO_IT.of(codebook).match(lower[:start]) and _FOLLOWS_IT.of(codebook).match(lower, end):
            yield sentence, text[start:end]
    found = _BODY.of(codebook).match(lower)
    if (
        found
        and not _SENTENCE.search(found["name"])
        and not (
            _OTHERS.of(codebook).search(found["name"])
            or is_of_others(codebook, text[slice(*found.span("name"))], "")
        )
    ):
        # What a dash parts from the title is another paper's or its series: "Section 75 - Partnership Board".
        yield sentence, text[slice(*found.span("name"))].rpartition(" - ")[2]


def _first_boards(codebook: Codebook, head: Sequence[Located]) -> list[tuple[Located, str]]:
    """Return the board that the head is the title of, and each that meets in common with it."""
    found = [one for sentence in head for one in _boards_titled(codebook, sentence)]
    in_common = any(_IN_COMMON.of(codebook).search(sentence.passage.lower) for sentence in head)
    return found if in_common else found[:1]


def _fact(reading: Reading, sentence: Located, feature: str, value: str | None) -> Fact:
    return reading.fact(_row(reading, sentence, feature, value), sentence)


def _row(reading: Reading, sentence: Located, feature: str, value: str | None) -> Governance:
    return Governance(
        **reading.partnership_columns(sentence, 0, "partnership"),
        rule=f"governance.{feature}",
        feature=feature,
        value=value,
        body_kind="partnership",
    )


def _name(written: str) -> str:
    if not written.isupper():
        return written
    words = (word.lower() if word.lower() in _SMALL else word.capitalize() for word in written.split())
    return " ".join(words)
