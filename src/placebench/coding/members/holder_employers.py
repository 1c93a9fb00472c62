"""The organisation that the holder of a post comes from, as a sentence tells it."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Wording
from placebench.coding.members.cued import Cued
from placebench.coding.members.employers import ARTICLE, DEPARTMENTS, employer_in
from placebench.coding.members.holder_names import PersonInPost, holder_alone, person_in_post
from placebench.extract.organisations import Organisations
from placebench.extract.people import NAME, is_name

BRACKET = re.compile(r" \(([^)]+)\)$")
_RUNS_ON = Wording(
    "roles", r" (?:will|is|was|has|had|chairs?|said|says|added|explained)\b| and (?=<post_behind_and>)"
)
# "Jo Bell, formerly of Beta Council": whom somebody worked for is no employer any more.
_FORMER = Wording("roles", r"<former_employer>\b")
_FORMER_ASIDE = Wording("roles", r", <former_employer>\b[^,;]*$")
_VERB = re.compile(r" [a-z]+s (?:the|its|our|their|this|an?) .*$")
_FIELDS = re.compile(r"[A-Z][a-z]+(?:,? (?:and|&) [A-Z][a-z]+| [A-Z][a-z]+)*(?: at .+)?$")
_POST_BEFORE = re.compile(r"(?:^|,| and )\s*(?:and )?(?:the )?([^,]+?)$")
_CAPITAL = re.compile(r"(?:the )?[A-Z]")
# What stands behind a name may begin with another: "Jo Bell, and Kit Moor of Alpha Trust".
_OF_ANOTHER = re.compile(rf"and |(?P<name>{NAME}) (?:of|from|at|for)\b")
_TWO = 2
_POST = "post"


def employer_told(cued: Cued, holder: str | None) -> tuple[str | None, str | None]:
    """Return the organisation of a holder and its sector, each None where the sentence tells none."""
    organisation = _of_post(cued, _in(cued, holder)) if holder else None
    aside = (_aside(cued, holder) or _before(cued, holder)) if holder else None
    if aside and not organisation:
        organisation = _in(cued, aside)
    if not aside and (told := _person_in_post(cued)) and told.name == holder:
        aside = told.post
        organisation = told.organisation or _in(cued, aside)
    bracket = BRACKET.search(holder or "")
    # Of "Director for People (Adults, Public Health)" the brackets hold the fields.
    if bracket and "," not in bracket.group(1) and cued.organisations.sectors(bracket.group(1)):
        organisation = bracket.group(1)
    if cued.found.groups.get("organisation"):
        start, end = cued.found.spans["organisation"]
        said = _RUNS_ON.of(cued.book).split(cued.sentence.passage.text[start:end].strip())[0]
        organisation = ARTICLE.sub("", _VERB.sub("", said))
    named = organisation or aside or holder or ""
    sectors = cued.organisations.sectors(named) if named and cued.cue.entry != _POST else ()
    return organisation, sectors[0] if sectors else None


def is_former_employer(codebook: Codebook, text: str, named: str) -> bool:
    """Tell whether a text tells of an organisation that the holder of a post came from it."""
    start = text.find(named)
    return start > 0 and _FORMER_ASIDE.of(codebook).search(text[:start].lower()) is not None


def employer_behind(codebook: Codebook, organisations: Organisations, text: str, name: str) -> str | None:
    """Return the employer behind the name of a person: "Jo Bell, Chief Executive, Alpha Trust"."""
    found = re.search(rf"{re.escape(name)}(?: \(|, | - )(?P<said>[^.;:()]+)", text)
    former = found is not None and _FORMER.of(codebook).match(found["said"].lower())
    said = _RUNS_ON.of(codebook).split(found["said"])[0].split(", ")[:_TWO] if found and not former else []
    office = codebook.posts["office"]["match"]
    for part in said:
        another = _OF_ANOTHER.match(part)
        if another and (another["name"] is None or is_name(another["name"], codebook.posts)):
            return None
        if office.matches(part.lower()):
            named = employer_in(codebook, organisations, part)
        else:
            named = part if _CAPITAL.match(part) and organisations.sectors(part) else None
        if named:
            return named
    return None


def _in(cued: Cued, said: str) -> str | None:
    return employer_in(cued.book, cued.organisations, said)


def _aside(cued: Cued, holder: str) -> str | None:
    """Return the post that stands behind a name: "Jo Bell, Leader of Alpha Borough Council"."""
    if not is_name(holder, cued.book.posts):
        return None
    found = re.search(rf"{re.escape(holder)}, ([^,.;]+)", cued.sentence.passage.text)
    said = _RUNS_ON.of(cued.book).split(found[1])[0] if found else ""
    return said if cued.book.posts["office"]["match"].matches(said.lower()) else None


def _before(cued: Cued, holder: str) -> str | None:
    """Return the post that stands before a name: "the leader of Alpha Council, Jo Bell, and"."""
    start, end = cued.found.spans.get("holders", (0, 0))
    if not is_name(holder, cued.book.posts):
        return None
    found = _POST_BEFORE.search(cued.sentence.passage.text[start:end].partition(f", {holder}")[0])
    said = found[1] if found and f", {holder}" in cued.sentence.passage.text[start:end] else ""
    return said if cued.book.posts["office"]["match"].matches(said.lower()) else None


def _person_in_post(cued: Cued) -> PersonInPost | None:
    if not cued.found.groups.get("holder"):
        return None
    said = cued.sentence.passage.text[slice(*cued.found.spans["holder"])]
    return person_in_post(cued.book, cued.organisations, holder_alone(cued.book, said))


def _of_post(cued: Cued, named: str | None) -> str | None:
    """Return the organisation that a post names; a field, "Adult Social Care", is none."""
    sectors = cued.organisations.sectors(named) if named else ()
    if named is None or not sectors or sectors[0] not in DEPARTMENTS or not _FIELDS.match(named):
        return named
    return ARTICLE.sub("", named.partition(" at ")[2]) or None
