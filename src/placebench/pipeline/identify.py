"""Who would read which part of a document, what it speaks of, and what a profile for it would need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike

import attrs

from placebench.claims import Award, resolve
from placebench.codebook import NewPlace, load_codebook, profile_of, slug
from placebench.coding.elsewhere import england
from placebench.coding.spoken import Spoken, spoken_of
from placebench.documents import Document
from placebench.documents.limits import DEFAULT_LIMITS, Limits
from placebench.errors import PlacebenchError
from placebench.extract.candidates import Candidate, candidates, together
from placebench.extract.gazetteer import PLACE, SYSTEM
from placebench.extract.passages import lines
from placebench.pipeline.document_task import DocumentTask
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.illegible import legible
from placebench.pipeline.readers import as_it_is, reading
from placebench.pipeline.reading import identified, importers_for
from placebench.plugins import Registry

_BOARDS = ("ICB", "Integrated Care Board")
_AREAS = ("District", "City", "Borough", "County")


@attrs.frozen(eq=False)
class Identification:
    """What is known of a document before it is read.

    Attributes:
        path: Its name.
        document: The document; None where it cannot be opened.
        awards: The claims on it, with what becomes of each part.
        spoken: What it names of the systems that can be read.
        candidates: Names that look like systems and places; only where nobody claims any of it.
        errors: What went wrong.
    """

    path: str
    document: Document | None
    awards: tuple[Award, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    errors: tuple[PlacebenchError, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether somebody reads a part of it."""
        return any(award.won for award in self.awards)

    @property
    def profile(self) -> str | None:
        """A profile to begin with, from the names that were found; None where there are none."""
        return suggested_profile(self.candidates) if self.candidates else None


@attrs.frozen(eq=False)
class Identifying(DocumentTask[Identification]):
    """Asks every importer which parts of a document it knows, and looks for names where none knows any.

    Attributes:
        registry: The plugins.
    """

    registry: Registry

    def done(self, found: Found, document: Document) -> Identification:
        """Say who would read a document."""
        del found
        return _identified(legible(document), self.registry)

    def unread(self, found: Found, error: PlacebenchError) -> Identification:
        """Return what is known of a document that could not be read."""
        return Identification(found.name, None, errors=(error,))


def identify_documents(
    paths: Iterable[str | PathLike[str]],
    registry: Registry,
    *,
    limits: Limits = DEFAULT_LIMITS,
    jobs: int | None = None,
) -> tuple[Identification, ...]:
    """Say who would read each document, in the order of their names.

    Args:
        paths: Files, folders, packs and patterns.
        registry: The plugins.
        limits: What one document may take and hold.
        jobs: How many to read at a time; 0 for this process.

    Raises:
        UsageError: There is no such file, or nothing to read.
    """
    found = find_documents(paths, limits)
    with reading(found, jobs, limits, None) as start:
        waiting = [start(Identifying(registry, limits=limits), one, as_it_is) for one in found]
        return tuple(finish() for finish in waiting)


def _identified(document: Document, registry: Registry) -> Identification:
    importers, unnamed = importers_for(document, registry, registry.select())
    claims, failed = identified(document, registry, importers)
    resolution = resolve(claims)
    texts = [document.metadata.get("title", ""), document.metadata.get("publisher", "")]
    texts += [line.text for line in lines(document)]
    frame = load_codebook()
    return Identification(
        document.path,
        document,
        awards=resolution.awards,
        spoken=tuple(one for importer in importers for one in spoken_of(document, importer)),
        candidates=() if resolution.awards else candidates(texts, frame, england(frame)),
        errors=(*unnamed.values(), *failed.values(), *resolution.ties(document)),
    )


@attrs.frozen
class Suggestion:
    """A profile to begin with, for all documents that seem to be of one system.

    Attributes:
        paths: Names of the documents.
        profile: The profile, as TOML.
    """

    paths: tuple[str, ...]
    profile: str


def suggestions(found: Iterable[Identification]) -> tuple[Suggestion, ...]:
    """Return a profile to begin with for each system that documents which nobody knows speak of.

    A document that names no system goes with one that names its place. A name that another system has a place
    of is no system of its own, although a place may have a body called as those of systems are.
    """
    named = [one for one in found if one.candidates]
    lesser = _places_of_others(named)
    unknown = sorted((_with_places(one, lesser) for one in named), key=lambda one: _system(one) is None)
    groups: dict[str, list[Identification]] = {}
    for one in unknown:
        places = {candidate.name for candidate in one.candidates[:1]}
        akin = (name for name, group in groups.items() if places & _named(group))
        groups.setdefault(_system(one) or next(akin, one.candidates[0].name), []).append(one)
    return tuple(
        Suggestion(
            tuple(one.path for one in group),
            suggested_profile(together(candidate for one in group for candidate in one.candidates)),
        )
        for group in groups.values()
    )


def _system(one: Identification) -> str | None:
    return next((candidate.name for candidate in one.candidates if candidate.kind == SYSTEM), None)


def _places_of_others(found: Iterable[Identification]) -> set[str]:
    """Return names of systems that stand as a place of another one, which is none of theirs."""
    pairs = {
        (system, candidate.name)
        for one in found
        if (system := _system(one)) is not None
        for candidate in one.candidates
        if candidate.kind == PLACE and candidate.name != system
    }
    return {place for system, place in pairs if (place, system) not in pairs}


def _with_places(one: Identification, names: set[str]) -> Identification:
    """Return what is known of a document, with some names as those of places, which have no boards."""
    told = [_as_place(each) if each.name in names else each for each in one.candidates]
    return attrs.evolve(one, candidates=tuple(sorted(told, key=lambda each: each.kind != SYSTEM)))


def _as_place(system: Candidate) -> Candidate:
    forms = tuple(form for form in system.forms if not form.endswith(_BOARDS))
    return attrs.evolve(system, kind=PLACE, forms=forms)


def _named(group: Iterable[Identification]) -> set[str]:
    return {candidate.name for one in group for candidate in one.candidates}


def suggested_profile(found: tuple[Candidate, ...]) -> str:
    """Return a profile of the commonest system and of the places among candidates, to be corrected."""
    system = next((one for one in found if one.kind == SYSTEM), None)
    taken = {*system.forms, system.name} if system else set()
    places = {
        slug(one.name): one
        for one in found
        if one.kind != SYSTEM and one.name not in taken and slug(one.name)
    }
    return profile_of(
        system.name if system else "My System",
        system.forms if system else (),
        list(_new_places(list(places.values()))),
    )


def _new_places(found: Sequence[Candidate]) -> Iterator[NewPlace]:
    """Yield places, each once: “Ford” is another name of “Ford District and Moor” where both stand.

    So is “Ford & Moor” of “Ford and Moor”.
    """
    fuller = {
        one.name: other.name
        for one in found
        for other in found
        if other.name.startswith(tuple(f"{one.name} {area}" for area in _AREAS))
    }
    names = {one.name for one in found}
    spelt = {name: name.replace(" & ", " and ") for name in names}
    fuller |= {name: fuller.get(joined, joined) for name, joined in spelt.items() if joined in names - {name}}
    for one in found:
        if one.name not in fuller:
            short = [other for other in found if fuller.get(other.name) == one.name]
            forms = (*one.forms, *(form for other in short for form in other.forms))
            yield NewPlace(one.name, tuple(dict.fromkeys(forms)), tuple(other.name for other in short))
