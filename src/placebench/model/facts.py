"""The fact tables: what documents say about partnerships, one class a table.

An importer gives the columns that it read; `fact_id`, `source_id` and `importer` are the host's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, ClassVar

import attrs

from placebench.model import vocabularies as v
from placebench.model.fields import Row, column


def as_tuple(values: Iterable[object]) -> tuple[object, ...]:
    """Turn any iterable of codes into a tuple, and leave a single text whole."""
    if isinstance(values, str):
        return (values,)
    return tuple(values)


@attrs.frozen
class FactRow(Row):
    """The columns that every fact table has."""

    fact_id: v.RowId = column("Deterministic hash of table, key columns, source and position.", host=True)
    system_id: v.SystemId = column("The system that the statement is about.", key=True)
    place_id: v.PlaceId | None = column(
        "The place; null when the statement is about the system or all its places.", key=True, default=None
    )
    applies_to: Annotated[str, v.APPLIES_TO] = column(
        "Whether it is true of the place, of each place of the system, or of the system itself.",
        key=True,
        default=attrs.Factory(lambda row: "place" if row.place_id else "system", takes_self=True),
    )
    status: Annotated[str, v.STATUS] = column("How far the thing is there.", key=True, default="in_place")
    basis: Annotated[str, v.BASIS] = column("Where the row comes from.", default="stated")
    as_of: dt.date | None = column(
        "The date that the statement speaks for; the document's when it says no other.", default=None
    )
    as_of_precision: Annotated[str, v.PRECISION] | None = column(
        "How exactly `as_of` is known; a year is its first of January.", default=None
    )
    source_id: v.SourceId = column("The document.", host=True)
    importer: str = column("Name and version of the importer.", host=True)
    rule: str | None = column("The codebook entry or rule that produced the row.", default=None)
    note: str | None = column("A remark of the importer.", default=None)


@attrs.frozen
class Governance(FactRow):
    """One feature of how a partnership is governed."""

    __table__: ClassVar[str] = "governance"
    feature: Annotated[str, v.FEATURE] = column("The feature.", key=True)
    value: str | None = column(
        "A code of the feature's list, a name, or a number as text.", key=True, default=None
    )
    body: str | None = column("Name of the body that has the feature.", key=True, default=None)
    body_kind: Annotated[str, v.BODY_KIND] = column("Kind of that body.", key=True, default="partnership")


@attrs.frozen
class Delegation(FactRow):
    """Authority that is passed, or not passed, to place."""

    __table__: ClassVar[str] = "delegations"
    scope: Annotated[str, v.DELEGATION_SCOPE] | None = column("What is passed.", key=True, default=None)
    extent: Annotated[str, v.DELEGATION_EXTENT] | None = column("How much of it.", key=True, default=None)
    from_body: str | None = column("Who passes it.", key=True, default=None)
    to_body: str | None = column("Who receives it.", key=True, default=None)
    to_kind: Annotated[str, v.DELEGATION_TO] | None = column(
        "Kind of the receiver; null where it is of none.", key=True, default="partnership"
    )
    power: Annotated[str, v.POWER] | None = column("The statutory power.", key=True, default=None)


@attrs.frozen
class Membership(FactRow):
    """An organisation or a sector that sits in the partnership."""

    __table__: ClassVar[str] = "memberships"
    partnership: str | None = column("Name of the body.", key=True, default=None)
    organisation: str | None = column("The member as the source names it.", key=True, default=None)
    organisation_id: str | None = column("ODS or GSS code, where sure.", default=None)
    sectors: tuple[Annotated[str, v.SECTOR], ...] = column(
        "Sectors of the member.", key=True, converter=as_tuple
    )
    body_kind: Annotated[str, v.BODY_KIND] = column("Kind of the body.", key=True, default="partnership")


@attrs.frozen
class Role(FactRow):
    """A leading post."""

    __table__: ClassVar[str] = "roles"
    role: Annotated[str, v.ROLE] = column("The role.", key=True)
    holder: str | None = column("Post or person that holds it.", key=True, default=None)
    organisation: str | None = column("The holder's organisation.", key=True, default=None)
    sector: Annotated[str, v.SECTOR] | None = column("That organisation's sector.", default=None)
    body: str | None = column("The body that the post leads.", key=True, default=None)
    body_kind: Annotated[str, v.BODY_KIND] = column("Kind of that body.", key=True, default="partnership")


@attrs.frozen
class Priority(FactRow):
    """Something that the partnership works on."""

    __table__: ClassVar[str] = "priorities"
    label: str = column("The priority in the source's words.", key=True)
    topics: tuple[Annotated[str, v.TOPIC], ...] = column("Topics that it falls under.", converter=as_tuple)
    population: str | None = column("The people it is for.", default=None)
    period: str | None = column("The period that it holds for.", default=None)
    position: int = column("Its place in the source's list, from 1.", key=True)


@attrs.frozen
class Remit(FactRow):
    """Which level does what for a service."""

    __table__: ClassVar[str] = "remits"
    service_area: str = column("The service or function.", key=True)
    grouping: Annotated[str, v.GROUPING] = column("Service or enabler.", key=True)
    level: Annotated[str, v.REMIT_LEVEL] = column("The level that the text speaks for.", key=True)
    delegated: Annotated[str, v.DELEGATED] | None = column(
        "Whether the service is delegated to place.", key=True, default=None
    )
    text: str = column("What the level does.")


@attrs.frozen
class Commitment(FactRow):
    """What a system's document says its partnerships are for and will do; one row a bullet."""

    __table__: ClassVar[str] = "commitments"
    kind: Annotated[str, v.COMMITMENT_KIND] = column("Kind of commitment.", key=True)
    domain: Annotated[str, v.DOMAIN] = column("Slug of the source's own heading.", key=True)
    position: int = column("Its place in the list, from 1.", key=True)
    parent_position: int | None = column(
        "Position of the bullet that it is nested under.", key=True, default=None
    )
    text: str = column("The bullet.", key=True)


@attrs.frozen
class Milestone(FactRow):
    """A dated deliverable."""

    __table__: ClassVar[str] = "milestones"
    deliverable: str = column("What is to be delivered.", key=True)
    due: dt.date | None = column("When, if a day is given.", key=True, default=None)
    due_text: str | None = column("When, in the source's words.", key=True, default=None)


@attrs.frozen
class Outcome(FactRow):
    """A figure that is reported as a result of joint work."""

    __table__: ClassVar[str] = "outcomes"
    measure: str = column("What was measured.", key=True)
    value: float = column("The figure, in `unit`.", key=True)
    unit: str = column("Unit of the figure.", key=True)
    direction: Annotated[str, v.DIRECTION] | None = column("Which way it went.", default=None)
    bound: Annotated[str, v.BOUND] = column("How the figure is meant.", default="exact")
    baseline: float | None = column("The figure before, in `unit`.", default=None)
    baseline_period: str | None = column("When that was.", default=None)
    period: str | None = column("The period of the figure.", default=None)


@attrs.frozen
class Recommendation(FactRow):
    """What a board or a committee was asked, or asked for."""

    __table__: ClassVar[str] = "recommendations"
    by_body: str | None = column("Who asks.", key=True, default=None)
    to_body: str | None = column("Who is asked.", key=True, default=None)
    action: Annotated[str, v.ACTION] = column("What is asked.", key=True)
    text: str = column("The words of the recommendation.", key=True)


@attrs.frozen
class Footprint(FactRow):
    """How many places or neighbourhoods there are, and for how many people."""

    __table__: ClassVar[str] = "footprints"
    level: Annotated[str, v.FOOTPRINT_LEVEL] = column("The level that is counted.", key=True)
    count: int | None = column("How many.", key=True, default=None)
    population_min: int | None = column("Fewest people in one.", key=True, unit="people", default=None)
    population_max: int | None = column("Most people in one.", key=True, unit="people", default=None)
    text: str = column("The words of the source.")


@attrs.frozen
class Exercise(FactRow):
    """A maturity framework or review that is taken up, or an exercise that was held."""

    __table__: ClassVar[str] = "exercises"
    framework_id: v.FrameworkId | None = column("The framework, if it is known.", key=True, default=None)
    kind: Annotated[str, v.EXERCISE_KIND] | None = column(
        "Self-assessment or peer review.", key=True, default=None
    )
    step: Annotated[str, v.STEP] = column("How far it was taken.", key=True)
    text: str = column("The words of the source.")


@attrs.frozen
class Assessment(FactRow):
    """A maturity rating: a point, or an interval of stages."""

    __table__: ClassVar[str] = "assessments"
    framework_id: v.FrameworkId = column("The framework.", key=True)
    theme_id: v.ThemeId = column("The theme.", key=True)
    stage_low: int = column("Lowest stage that it may be, from 1.", key=True)
    stage_high: int = column("Highest stage that it may be; equal to the lowest for a point.", key=True)
    kind: Annotated[str, v.ASSESSMENT_KIND] = column("Who rated.", key=True)
    assessor: str | None = column("The assessor.", key=True, default=None)


@attrs.frozen
class Statement(FactRow):
    """A statement on maturity without a stage."""

    __table__: ClassVar[str] = "statements"
    framework_id: v.FrameworkId | None = column("The framework, if one is named.", key=True, default=None)
    theme_id: v.ThemeId | None = column("The theme, if one is named.", key=True, default=None)
    direction: Annotated[str, v.STATEMENT_DIRECTION] = column("Strength or need.", key=True)
    speaker: Annotated[str, v.SPEAKER] = column("Who says it.", key=True)
    text: str = column("The words of the source.", key=True)


@attrs.frozen
class Programme(FactRow):
    """A named programme of joint work that the source does not call a priority."""

    __table__: ClassVar[str] = "programmes"
    name: str = column("The programme's name.", key=True)
    text: str = column("The words of the source.")


@attrs.frozen
class Event(FactRow):
    """A dated change."""

    __table__: ClassVar[str] = "events"
    event: Annotated[str, v.EVENT] = column("What happened.", key=True)
    date: dt.date | None = column("When, if a day is given.", key=True, default=None)
    text: str = column("The words of the source.", key=True)
