"""Sections of a document that are about a place of their own, and papers that a pack holds side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.organisations_of_places import are_organisations
from placebench.coding.scope import places_in
from placebench.coding.subjects import Scope
from placebench.documents import HEADING
from placebench.extract.gazetteer import SYSTEM, Gazetteer
from placebench.extract.passages import Line, passages

# "Item 4: update from Alpha" stands above one paper of a pack, whatever the others are about.
_ITEM_OF_A_PACK = Wording("scope", r"(?i)<item_of_a_pack> ?[\w.]{1,5}\b")
# What a section tells first, below a line that may repeat its heading.
_OPENING_LINES = 2


def sections_of_places(
    lines: Sequence[Line], names: Gazetteer, codebook: Codebook
) -> Mapping[tuple[str, ...], Scope]:
    """Return the subject of each section that names one place alone, by the headings above its lines.

    Its opening names that place; one that names the system more often has no subject of its own.
    """
    sections: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        for depth in range(1, len(line.block.path) + 1):
            sections.setdefault(line.block.path[:depth], []).append(line)
    found = {
        path: _place_of_section(section, names, codebook)
        for path, section in sections.items()
        if len(section) + 1 < len(lines)
    }
    return {path: Scope((place,), "place") for path, place in found.items() if place is not None}


def _place_of_section(section: Sequence[Line], names: Gazetteer, codebook: Codebook) -> str | None:
    kinds = Counter(mention.name.kind for line in section for mention in names.mentions(line.text))
    places = {place for line in section for place in places_in(names.mentions(line.text))}
    if len(places) != 1 or kinds[SYSTEM] > kinds.total() - kinds[SYSTEM]:
        return None
    for line in section[:_OPENING_LINES]:
        opening = next((passage.text for passage in passages(line)), "")
        found = places_in(names.mentions(opening))
        if found and not are_organisations(codebook, opening, names.mentions(opening)):
            return found[0]
    return None


def papers_of_a_pack(lines: Sequence[Line], codebook: Codebook) -> set[str]:
    """Return the headings that number the papers of a pack."""
    headings = (line.text for line in lines if line.block.kind == HEADING)
    return {heading for heading in headings if _ITEM_OF_A_PACK.of(codebook).match(heading)}


def headings_of_places(lines: Sequence[Line], names: Gazetteer) -> set[str]:
    """Return the headings of one level that name a place each, where they name several."""
    by_level: dict[int | None, dict[str, str]] = {}
    for line in lines:
        places = places_in(names.mentions(line.text)) if line.block.kind == HEADING else []
        # The first of all is the title, whatever a later heading of its kind names.
        if len(places) == 1 and line is not lines[0]:
            by_level.setdefault(line.block.level, {})[line.text] = places[0]
    return {heading for told in by_level.values() if len(set(told.values())) > 1 for heading in told}
