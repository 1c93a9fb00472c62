"""The organisation that the holder of a post comes from, as a sentence tells it."""

from __future__ import annotations

import re

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.members.employers import ARTICLE, DEPARTMENTS, employer_in
from placebench.coding.members.holder_names import PersonInPost, holder_alone, person_in_post
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.organisations import Organisations
from placebench.extract.people import is_name

BRACKET = re.compile(r" \(([^)]+)\)$")
_RUNS_ON = Wording("roles", r" (?:will|is|was|has|had|chairs?)\b| and (?=<post_behind_and>)")
_VERB = re.compile(r" [a-z]+s (?:the|its|our|their|this|an?) .*$")
_FIELDS = re.compile(r"[A-Z][a-z]+(?:,? (?:and|&) [A-Z][a-z]+| [A-Z][a-z]+)*(?: at .+)?$")
_POST_BEFORE = re.compile(r"(?:^|,| and )\s*(?:and )?(?:the )?([^,]+?)$")
_POST = "post"


@attrs.frozen
class HolderEmployers:
    """A sentence that speaks of a post, and the match that says who holds it."""

    reading: Reading
    organisations: Organisations
    cue: Cue
    sentence: Located
    found: Match

    @property
    def _book(self) -> Codebook:
        return self.reading.codebook

    def of(self, holder: str | None) -> tuple[str | None, str | None]:
        """Return the organisation of a holder and its sector, each None where the sentence tells none."""
        organisation = self._of_post(self._in(holder)) if holder else None
        aside = (self._aside(holder) or self._before(holder)) if holder else None
        if aside and not organisation:
            organisation = self._in(aside)
        if not aside and (told := self._person_in_post()) and told.name == holder:
            aside = told.post
            organisation = told.organisation or self._in(aside)
        bracket = BRACKET.search(holder or "")
        # Of "Director for People (Adults, Public Health)" the brackets hold the fields.
        if bracket and "," not in bracket.group(1) and self.organisations.sectors(bracket.group(1)):
            organisation = bracket.group(1)
        if self.found.groups.get("organisation"):
            start, end = self.found.spans["organisation"]
            organisation = ARTICLE.sub("", _VERB.sub("", self.sentence.passage.text[start:end].strip()))
        named = organisation or aside or holder or ""
        sectors = self.organisations.sectors(named) if named and self.cue.entry != _POST else ()
        return organisation, sectors[0] if sectors else None

    def _in(self, said: str) -> str | None:
        return employer_in(self._book, self.organisations, said)

    def _aside(self, holder: str) -> str | None:
        """Return the post that stands behind a name: "Jo Bell, Leader of Alpha Borough Council"."""
        if not is_name(holder, self._book.posts):
            return None
        found = re.search(rf"{re.escape(holder)}, ([^,.;]+)", self.sentence.passage.text)
        said = _RUNS_ON.of(self._book).split(found[1])[0] if found else ""
        return said if self._book.posts["office"]["match"].matches(said.lower()) else None

    def _before(self, holder: str) -> str | None:
        """Return the post that stands before a name: "the leader of Alpha Council, Jo Bell, and"."""
        start, end = self.found.spans.get("holders", (0, 0))
        if not is_name(holder, self._book.posts):
            return None
        found = _POST_BEFORE.search(self.sentence.passage.text[start:end].partition(f", {holder}")[0])
        said = found[1] if found and f", {holder}" in self.sentence.passage.text[start:end] else ""
        return said if self._book.posts["office"]["match"].matches(said.lower()) else None

    def _person_in_post(self) -> PersonInPost | None:
        if not self.found.groups.get("holder"):
            return None
        said = self.sentence.passage.text[slice(*self.found.spans["holder"])]
        return person_in_post(self._book, self.organisations, holder_alone(self._book, said))

    def _of_post(self, named: str | None) -> str | None:
        """Return the organisation that a post names; a field, "Adult Social Care", is none."""
        sectors = self.organisations.sectors(named) if named else ()
        if named is None or not sectors or sectors[0] not in DEPARTMENTS or not _FIELDS.match(named):
            return named
        return ARTICLE.sub("", named.partition(" at ")[2]) or None
