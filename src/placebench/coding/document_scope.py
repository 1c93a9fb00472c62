"""Whom a document speaks of where a sentence names nobody: the place of its title, or of most of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.organisations_of_places import OPENING, are_organisations
from placebench.coding.scope import places_in
from placebench.coding.section_scope import headings_of_places, papers_of_a_pack, sections_of_places
from placebench.coding.subjects import Scope, Subjects
from placebench.documents import ITEM, Document
from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Mention
from placebench.extract.passages import Line

# A trust speaks of more than the place in its name; a council or a board of a place speaks of that place.
_TRUST = Wording("scope", r"\b<of_many_places>\b")
_OF_ITS_PLACE = Wording("scope", r"(?i)\b<of_its_place>\b")
# "The Oak Room, Town House, Alpha": where people meet is not whom a paper speaks of.
_ADDRESS = Wording("scope", r"(?i)\b<building>\b[^.;:]*, (?:the )?$")
_POSTCODE = re.compile(r"[,. ]*(?:[A-Z]{1,2}\d[\w ]*)?")
_MOST_OF = 0.75
# A line of a title, or a long one in which a place is one thing among others.
_PROSE = 120
_TITLE_LINES = 6
_OPENING_LINES = 2
_SEVERAL = 2
_OFTEN = 3
_THE_COUNCIL = re.compile(r"\bthe council\b")


def subjects_of(document: Document, lines: Sequence[Line], names: Gazetteer, codebook: Codebook) -> Subjects:
    """Return whom a document speaks of: the one place that its title names, or most of its text.

    In a paper on a system, a section whose heading names nobody is about a place where its opening names that
    place, and the section no other one, nor the system more often.
    """
    default = _default(document, lines, names, codebook)
    return Subjects(default, sections_of_places(lines, names, codebook) if not default.places else {})


def _default(document: Document, lines: Sequence[Line], names: Gazetteer, codebook: Codebook) -> Scope:
    title = document.metadata.get("title", "")
    first = _first_lines(lines, names, codebook)
    place = _place_of_title(document, lines, first, names, codebook)
    if place is None:
        titled = _is_titled_for_the_system(title, names)
        of_system = titled or any(_is_on_the_system(text, names) for text in first)
        cells = [
            document.at(span) for table in document.tables for cell in table.cells for span in cell.spans
        ]
        most, count = _most_named(lines, cells, names, codebook, of_system=of_system)
        systems = sum(m.name.kind == SYSTEM for line in lines for m in names.mentions(line.text))
        # A page of the system may name the town in which it meets.
        by_system = titled or _is_on_the_system(document.metadata.get("publisher", ""), names)
        place = None if by_system and count <= systems else most
    return Scope((), "system") if place is None else Scope((place,), "place")


def _place_of_title(
    document: Document, lines: Sequence[Line], first: Sequence[str], names: Gazetteer, codebook: Codebook
) -> str | None:
    """Return the one place that the title, the publisher or a first line names before any names several."""
    title, publisher = (document.metadata.get(key, "") for key in ("title", "publisher"))
    of_system = _is_titled_for_the_system(title, names)
    by_system = _is_on_the_system(publisher, names)
    of_many = of_system or _TRUST.of(codebook).search(publisher)
    of_others = of_many or _is_silent_on(publisher, lines, names, codebook)
    for text in (title, "" if of_others else publisher, *first):
        mentions = names.mentions(text)
        found = places_in(mentions)
        # "The North board will meet in Alpha", on a page about North.
        kinds = {mention.name.kind for mention in mentions}
        beside = (
            of_system and text in first and (SYSTEM in kinds or (kinds == {PLACE} and len(text) > _PROSE))
        )
        by_the_way = (
            by_system
            and bool(found)
            and text in first
            and (_is_by_the_way(text, mentions) or _is_said_later(text, first))
        )
        sole = len(found) == 1 and not (beside or by_the_way)
        if sole and (text in (title, publisher) or not _only_organisations(codebook, text, names)):
            return found[0]
        if len(found) > 1:
            break
    return None


def _is_silent_on(publisher: str, lines: Sequence[Line], names: Gazetteer, codebook: Codebook) -> bool:
    """Tell whether a text is all on the system, and never names the place that its publisher's name has.

    A practice in Alpha may pass on what is told of North. A council or a partnership speaks of its place.
    """
    if not places_in(names.mentions(publisher)) or _OF_ITS_PLACE.of(codebook).search(publisher):
        return False
    told = [names.mentions(line.text) for line in lines]
    systems = sum(any(m.name.kind == SYSTEM for m in mentions) for mentions in told)
    return systems >= max(_OFTEN, len(told) / 2) and not any(map(places_in, told))


def _first_lines(lines: Sequence[Line], names: Gazetteer, codebook: Codebook) -> list[str]:
    """Return what a document begins with, but nothing of one of several papers, or of sections on places."""
    sections = papers_of_a_pack(lines, codebook) | headings_of_places(lines, names)
    return [
        line.text
        for line in lines[:_TITLE_LINES]
        if line.block.kind != ITEM
        and line.text not in sections
        and sections.isdisjoint(line.block.path)
        and not _is_an_address(line.text, names, codebook)
    ]


def _most_named(
    lines: Sequence[Line], cells: Sequence[str], names: Gazetteer, codebook: Codebook, *, of_system: bool
) -> tuple[str | None, int]:
    """Return the place that most lines and cells name and how many do; None where none has most of them."""
    everywhere = Counter(
        place
        for text in (*(line.text for line in lines), *cells)
        if not (of_system and _only_organisations(codebook, text, names))
        and not _is_an_address(text, names, codebook)
        for place in places_in(names.mentions(text))
    )
    ((most, count),) = everywhere.most_common(1) or ((None, 0),)
    has_most = count >= _MOST_OF * everywhere.total() and not _is_of_one_paper(lines, names, codebook)
    return most if has_most else None, count


def _is_an_address(text: str, names: Gazetteer, codebook: Codebook) -> bool:
    """Tell whether a line names a place only at the end of an address."""
    if len(text) > _PROSE or "," not in text:
        return False
    places = [m for m in names.mentions(text) if m.name.kind != SYSTEM]
    ends = bool(places) and _POSTCODE.fullmatch(text[places[-1].end :]) is not None
    return ends and len(places) == 1 and _ADDRESS.of(codebook).search(text[: places[0].start]) is not None


def _is_of_one_paper(lines: Sequence[Line], names: Gazetteer, codebook: Codebook) -> bool:
    """Tell whether all places that a pack of several papers names are named in one of them."""
    papers = papers_of_a_pack(lines, codebook)
    if len(papers) < _SEVERAL:
        return False
    naming = [line for line in lines if places_in(names.mentions(line.text))]
    return len({tuple(papers.intersection((*line.block.path, line.text))) for line in naming}) == 1


def _is_on_the_system(title: str, names: Gazetteer) -> bool:
    """Tell whether a title names the system and none of its places: a council's paper on the whole system."""
    kinds = {mention.name.kind for mention in names.mentions(title)}
    return kinds == {SYSTEM}


def _is_titled_for_the_system(title: str, names: Gazetteer) -> bool:
    # "An agreement between the council and NHS North" is of that council's place.
    return _is_on_the_system(title, names) and not _THE_COUNCIL.search(title.lower())


def _is_by_the_way(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a sentence names a place in passing: "Our office is in Alpha."."""
    return text.endswith(".") and OPENING.fullmatch(text[: mentions[0].start]) is None


def _is_said_later(text: str, first: Sequence[str]) -> bool:
    """Tell whether a sentence stands behind what a page begins with: the system's page comes to a place."""
    return text.endswith(".") and text not in first[:_OPENING_LINES]


def _only_organisations(codebook: Codebook, text: str, names: Gazetteer) -> bool:
    """Tell whether the places that a text names are parts of the names of organisations."""
    return are_organisations(codebook, text, names.mentions(text))
