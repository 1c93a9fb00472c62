"""Leading posts: who chairs, directs or leads, as sentences and name lists say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match
from placebench.coding.bodies import body_of
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.enumerations import items
from placebench.extract.organisations import Organisations
from placebench.extract.people import Person, people
from placebench.importer import Fact
from placebench.model import Role

TABLE = "roles"
_OF = re.compile(r"\b(?:of|at|from|for) (?:the )?(.+)$")


def code_roles(reading: Reading) -> Iterator[Fact]:
    """Yield the leading posts that a document states."""
    organisations = organisations_of(reading.profile, reading.codebook)
    for cue, sentence, found, status in reading.cued(TABLE):
        for holder in _holders(sentence, found):
            yield from _post(
                reading, organisations, cue.entry, cue.rule, sentence, found, status, holder, cue.columns
            )
    for sentence in reading.statements:
        for person in people(sentence.passage.text, reading.codebook.posts):
            yield from _person(reading, organisations, sentence, person)


def _holders(sentence: Located, found: Match) -> list[str | None]:
    text = sentence.passage.text
    if found.groups.get("holders"):
        start, end = found.spans["holders"]
        return [text[start + low : start + high] for low, high in items(text[start:end])]
    if found.groups.get("holder"):
        start, end = found.spans["holder"]
        return [text[start:end]]
    return [None]


def _post(
    reading: Reading,
    organisations: Organisations,
    role: str,
    rule: str,
    sentence: Located,
    found: Match,
    status: str,
    holder: str | None,
    columns: object,
) -> Iterator[Fact]:
    fixed = dict(columns)  # type: ignore[call-overload]
    body, kind = body_of(reading, sentence, found)
    holder = re.sub(r"^(?:and |the |both )+", "", holder.strip()) if holder else None
    organisation = found.groups.get("organisation") or (
        _organisation(organisations, holder) if holder else None
    )
    if found.groups.get("organisation"):
        start, end = found.spans["organisation"]
        organisation = re.sub(r"^the ", "", sentence.passage.text[start:end].strip(), flags=re.IGNORECASE)
    named = organisation or holder or ""
    sectors = organisations.sectors(named) if named else ()
    row = Role(
        **reading.columns(sentence, found.start),
        status=status,
        rule=rule,
        role=role,
        holder=holder,
        organisation=organisation,
        sector=sectors[0] if sectors else None,
        body=body,
        body_kind=fixed.get("body_kind", kind),
    )
    yield reading.fact(row, sentence)


def _organisation(organisations: Organisations, holder: str) -> str | None:
    found = _OF.search(holder)
    if found and organisations.sectors(found.group(1)):
        return found.group(1).strip()
    return None


def _person(
    reading: Reading, organisations: Organisations, sentence: Located, person: Person
) -> Iterator[Fact]:
    named = person.organisation or ""
    if (
        not named
        and person.role == "executive_lead"
        and reading.document.metadata.get("document_type") == "board_paper"
    ):
        named = reading.document.metadata.get("publisher", "")
    sectors = organisations.sectors(named) if named else ()
    place = _place_of(reading, person)
    columns = reading.columns(sentence, person.start)
    if place:
        columns |= {"place_id": place, "applies_to": "place"}
    elif len(sentence.scope.places) != 1:
        columns |= {"place_id": None, "applies_to": "system"}
    row = Role(
        **columns,
        rule=f"{TABLE}.{person.role}",
        role=person.role,
        holder=person.name,
        organisation=person.organisation,
        sector=sectors[0] if sectors else None,
        body_kind="system" if person.role == "executive_lead" else "partnership",
    )
    yield reading.fact(row, sentence)


def _place_of(reading: Reading, person: Person) -> str | None:
    found = {m.name.id for m in reading.names.mentions(person.text) if m.name.kind != "system"}
    return found.pop() if len(found) == 1 else None
