"""Who would read which part of a document, what it speaks of, and what a profile for it would need."""

from __future__ import annotations

from collections.abc import Iterable
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
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import lines
from placebench.pipeline.document_task import DocumentTask
from placebench.pipeline.files import Found, find_documents
from placebench.pipeline.illegible import legible
from placebench.pipeline.readers import as_it_is, reading
from placebench.pipeline.reading import identified, importers_for
from placebench.plugins import Registry


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
    return Identification(
        document.path,
        document,
        awards=resolution.awards,
        spoken=tuple(one for importer in importers for one in spoken_of(document, importer)),
        candidates=() if resolution.awards else candidates(texts, england(load_codebook())),
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

    A document that names no system goes with one that names its place.
    """
    unknown = sorted((one for one in found if one.candidates), key=lambda one: _system(one) is None)
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
        [NewPlace(one.name, one.forms) for one in places.values()],
    )
