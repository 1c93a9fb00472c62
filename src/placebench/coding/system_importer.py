"""`SystemImporter`: reads the ordinary documents of one integrated care system, given its profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from placebench.codebook import Additions, Codebook, Edition, SystemProfile, load_codebook
from placebench.coding.about_others import without_others
from placebench.coding.as_of import dated
from placebench.coding.cut_off import without_cut_names
from placebench.coding.governing.delegations import code_delegations
from placebench.coding.governing.governance import code_governance
from placebench.coding.learned_names import with_learned_names
from placebench.coding.members.memberships import code_memberships
from placebench.coding.members.roles import code_roles
from placebench.coding.names import among_others, names_without
from placebench.coding.reading import Reading
from placebench.coding.record.assessments import code_assessments, tables_of_unknown_stages
from placebench.coding.record.events import code_events
from placebench.coding.record.exercises import code_exercises
from placebench.coding.record.footprints import code_footprints
from placebench.coding.record.frameworks import code_frameworks
from placebench.coding.record.places import code_places
from placebench.coding.record.recommendations import code_recommendations
from placebench.coding.record.statements import code_statements
from placebench.coding.territory import territory
from placebench.coding.told_in_rows import without_cells_told_in_rows
from placebench.coding.validity import places_unheard_of
from placebench.coding.work.commitments import code_commitments
from placebench.coding.work.milestones import code_milestones
from placebench.coding.work.outcomes import code_outcomes
from placebench.coding.work.priorities import code_priorities
from placebench.coding.work.programmes import code_programmes
from placebench.coding.work.remits import code_remits
from placebench.documents import Document, Span
from placebench.extract.committees import template_of
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.rating_tables import ratings_tables
from placebench.importer import API, KNOWS_EDITION, KNOWS_FAMILY, KNOWS_FORMAT, Claim, Expect, Fact, GapFound
from placebench.model import Framework, Organisation, Partnership, Place, System

Coder = Callable[[Reading], Iterator[Fact | GapFound]]

CODERS: Mapping[str, Coder] = {
    "governance": code_governance,
    "delegations": code_delegations,
    "memberships": code_memberships,
    "roles": code_roles,
    "priorities": code_priorities,
    "remits": code_remits,
    "commitments": code_commitments,
    "milestones": code_milestones,
    "outcomes": code_outcomes,
    "recommendations": code_recommendations,
    "footprints": code_footprints,
    "exercises": code_exercises,
    "statements": code_statements,
    "programmes": code_programmes,
    "events": code_events,
    "places": code_places,
    "frameworks": code_frameworks,
}
"""Coders by table; the coder of frameworks gives themes, stages, criteria and gaps too."""

TABLES = frozenset({*CODERS, "partnerships", "themes", "stages", "criteria", "gaps"})
RATINGS = frozenset({"assessments"})
"""What is claimed too of a document that prints ratings; of others, saying none is no silence."""
_HEAD = 2_000


@attrs.frozen
class SystemImporter:
    """An importer that needs no code: a system profile tells it what to look for.

    Attributes:
        name: Short name of the importer.
        version: Version of the profile and of what a plugin adds.
        profile: The system.
        api: Major version of the importer contract.
        additions: What is added to the coding frame.
        frameworks_known: The maturity frameworks of files that are given, which a document may name.
    """

    name: str
    version: str
    profile: SystemProfile
    api: int = API
    additions: tuple[Additions, ...] = ()
    frameworks_known: tuple[Framework, ...] = ()

    @property
    def codebook(self) -> Codebook:
        """The coding frame that it reads by."""
        local = (self.profile.words,) if self.profile.words else ()
        return load_codebook((*local, *self.additions))

    def with_additions(self, additions: tuple[Additions, ...]) -> SystemImporter:
        """Return the importer reading by a coding frame with more added; its version names what was added."""
        before, _, local = self.version.partition("+")
        labels = ".".join([*([local] if local else []), *(one.label for one in additions)])
        return attrs.evolve(
            self, additions=(*self.additions, *additions), version=f"{before}+{labels}" if labels else before
        )

    def with_frameworks(self, frameworks: tuple[Framework, ...]) -> SystemImporter:
        """Return the importer knowing more frameworks by name; its version names them."""
        before, _, local = self.version.partition("+")
        labels = [*([local] if local else []), *(_label(one) for one in frameworks)]
        own = self.system.system_id
        known = (attrs.evolve(f, system_id=own if f.system_id == own else None) for f in frameworks)
        return attrs.evolve(
            self,
            frameworks_known=(*self.frameworks_known, *known),
            version=f"{before}+{'.'.join(labels)}" if labels else before,
        )

    @property
    def system(self) -> System:
        """The system that it reads."""
        return self.profile.system

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the system."""
        return self.profile.places

    @property
    def partnerships(self) -> tuple[Partnership, ...]:
        """The partnerships of the system under their own names."""
        return self.profile.partnerships

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Organisations that the system's documents name."""
        return self.profile.organisations

    @property
    def expects(self) -> Mapping[str, Expect]:
        """Tables by their headers; what an edition must give stands in its claim."""
        return {table: Expect(columns=headers) for table, headers in self.profile.columns.items()}

    def identify(self, document: Document) -> Iterator[Claim]:
        """Claim the parts of a document that speak of the system's place partnerships."""
        found = territory(document, self._names_in(document), self.codebook)
        if not found.spans:
            return
        edition = self._edition(document) if found.whole else None
        yield Claim(
            spans=found.spans,
            tables=TABLES | self._ratings(document, found.spans),
            rank=KNOWS_EDITION if edition else KNOWS_FAMILY if found.sure else KNOWS_FORMAT,
            why=": ".join(
                filter(None, (edition.name if edition else None, template_of(document), found.why))
            ),
            places=found.places or tuple(place.place_id for place in self.places),
            expects=_expects(edition) if edition else None,
        )

    def extract(self, document: Document, claim: Claim) -> Iterator[Fact | GapFound]:
        """Code the claimed parts, table by table."""
        reading = self.read(document, claim.spans)
        for coder in (*CODERS.values(), code_assessments):
            found = without_cut_names(reading, without_others(reading, coder(reading)))
            for one in without_cells_told_in_rows(found):
                yield dated(one) if isinstance(one, Fact) else one

    def read(self, document: Document, spans: tuple[Span, ...]) -> Reading:
        """Return parts of a document read for the system."""
        names = self._names_in(document)
        return Reading(document, spans, self.profile, names, self.codebook, frameworks=self.frameworks_known)

    def _ratings(self, document: Document, spans: tuple[Span, ...]) -> frozenset[str]:
        known = any(True for _ in ratings_tables(document, self.codebook.scales))
        unknown = any(True for _ in tables_of_unknown_stages(self.read(document, spans)))
        return RATINGS if known or unknown else frozenset()

    def _names_in(self, document: Document) -> Gazetteer:
        names = names_without(self.profile, self.codebook, places_unheard_of(self.profile, document))
        return with_learned_names(among_others(names, self.codebook), document, self.codebook)

    def _edition(self, document: Document) -> Edition | None:
        head = document.text[:_HEAD].lower()
        kind = document.metadata.get("document_type")
        for edition in self.profile.editions:
            if edition.match.search(head) and edition.document_type in (None, kind):
                return edition
        return None


def _label(framework: Framework) -> str:
    """Return what a version calls a framework: the last part of its identifier."""
    return framework.framework_id.rpartition("/")[2]


def _expects(edition: Edition) -> dict[str, Expect]:
    tables = dict.fromkeys((*edition.expects, *edition.columns))
    return {t: Expect(*edition.expects.get(t, (0, None)), edition.columns.get(t, ())) for t in tables}
