"""`Study`: what is compared, of which places and dates, by which methods and with which choices."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs

METHODS = (
    "coverage",
    "governance",
    "membership",
    "leadership",
    "delegation",
    "priorities",
    "conflicts",
    "counts",
    "maturity",
    "order",
    "agreement",
    "peers",
    "configurations",
    "change",
)
"""Every method, in the order in which a reader meets its tables."""

RATINGS = ("self", "peer")


@attrs.frozen(kw_only=True)
class MaturityChoices:
    """Which ratings count.

    Attributes:
        framework: Identifier or name of the framework; None for the one that ratings are on.
        basis: Which of `self`, `peer` and `documentary`; readings of documents are off unless asked for.
        themes: Names of the themes; all where empty.
        assessors: Names of the assessors whose ratings count; all where empty.
        rules: Files of rules for documentary readings, beside those of the package.
    """

    framework: str | None = None
    basis: tuple[str, ...] = RATINGS
    themes: tuple[str, ...] = ()
    assessors: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()


@attrs.frozen(kw_only=True)
class OrderChoices:
    """How linear extensions are drawn where they cannot be counted.

    Attributes:
        draws: How many.
        seed: Seed of the draws.
    """

    draws: int | None = None
    seed: int = 0


@attrs.frozen(kw_only=True)
class PeerChoices:
    """How peers are found.

    Attributes:
        k: How many peers to name for each place.
        min_shared: How many features two places must both state.
        groups: How many groups; None for the number with the greatest mean silhouette.
        context: A CSV file of `place_id` and figures, for contextual peers; None for none.
    """

    k: int = 5
    min_shared: int = 3
    groups: int | None = None
    context: Path | None = None


@attrs.frozen(kw_only=True)
class ConfigurationChoices:
    """What is asked of configurations.

    Attributes:
        conditions: Conditions, such as `governance.pooled_budget`.
        outcome: The outcome, with `~` before it for its negation.
        frequency: Fewest cases of a row that counts.
        inclusion: Least inclusion of a positive row.
        expectations: Conditions that are expected to be present with the outcome, those after `~` absent.
    """

    conditions: tuple[str, ...]
    outcome: str
    frequency: int = 1
    inclusion: float = 1.0
    expectations: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ChangeChoices:
    """What is set against what.

    Attributes:
        first: Last day before.
        last: Last day after.
        against: Folder of an older dataset, in place of the two days.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    against: Path | None = None


@attrs.frozen(kw_only=True)
class Study:
    """What a study declares; without any choice it is every method that needs none, on all places.

    Attributes:
        title: Its title.
        systems: Systems whose places are compared, beside `places`.
        places: Places that are compared; all where no system and no place is named.
        since: First day that a fact may speak for.
        until: Last such day.
        basis: How facts came to be, of `stated`, `derived` and `judged`; all where empty.
        methods: Which methods; where empty, all that need no choices or have them.
        suppress_below: Withhold counts from 1 to below this, and others that would give them away.
        maturity: Which ratings count.
        order: How the order of places is worked out.
        peers: How peers are found.
        configurations: What is asked of configurations; None for nothing.
        change: What is set against what; None for nothing.
    """

    title: str = "Place-based partnerships compared"
    systems: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    basis: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    suppress_below: int | None = None
    maturity: MaturityChoices = MaturityChoices()
    order: OrderChoices = OrderChoices()
    peers: PeerChoices = PeerChoices()
    configurations: ConfigurationChoices | None = None
    change: ChangeChoices | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """The methods to run, in the order of `METHODS`."""
        if self.methods:
            return tuple(method for method in METHODS if method in self.methods)
        without = {
            name for name, choices in (("configurations", self.configurations), ("change", self.change))
            if choices is None
        }  # fmt: skip
        return tuple(method for method in METHODS if method not in without)
