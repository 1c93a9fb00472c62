"""Published rules on when a panel agrees, read from TOML."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError

_KEYS = frozenset({"source", "lowest", "highest", "regions", "panel", "outside", "levels", "split"})
_NEEDED = ("source", "lowest", "highest", "outside", "levels", "split")


@attrs.frozen
class Limit:
    """How many ratings outside the region of the median still are agreement.

    Attributes:
        ratings: That number.
        least: The smallest panel that it is published for.
        most: The largest.
    """

    ratings: int
    least: int = 1
    most: float = math.inf


@attrs.frozen
class Level:
    """What an agreed median means.

    Attributes:
        name: The level.
        low: The lowest median.
        high: The highest.
    """

    name: str
    low: int
    high: int


@attrs.frozen
class PanelRule:
    """A published rule on when a panel agrees.

    Attributes:
        name: Name of the rule.
        source: Where it is published.
        lowest: Lowest value of the scale.
        highest: Highest value.
        outside: Limits by size of the panel.
        levels: What an agreed median means.
        split: What a median means without agreement.
        regions: Groups of neighbouring values; without them the values at most one from the median.
        panel: Size of the panel that the rule was published for, if it names one.
    """

    name: str
    source: str
    lowest: int
    highest: int
    outside: tuple[Limit, ...]
    levels: tuple[Level, ...]
    split: str
    regions: tuple[tuple[int, int], ...] = ()
    panel: int | None = None

    def region(self, median: float) -> tuple[float, float]:
        """Return the ends of the region that holds a median, the higher where it lies between two."""
        if not self.regions:
            return median - 1, median + 1
        return next(region for region in self.regions if median <= region[1])

    def limit(self, size: int) -> int | None:
        """Return how many ratings outside still are agreement; None where none is published for the size."""
        return next((limit.ratings for limit in self.outside if limit.least <= size <= limit.most), None)

    def agreed(self, outside: int, size: int) -> bool | None:
        """Tell whether a panel agrees; None where no limit is published for its size."""
        limit = self.limit(size)
        return None if limit is None else outside <= limit

    def level(self, median: float) -> str:
        """Return what an agreed median means; one between two levels belongs to the higher."""
        return next(level.name for level in self.levels if median <= level.high)


def panel_rules(path: Path | str | None = None) -> Mapping[str, PanelRule]:
    """Return the rules that come with the package, or those of a file in the same form.

    Raises:
        UsageError: The file is not TOML, or a rule has an unknown key, lacks one, or leaves a part of its
        scale
            without a level.
    """
    where = "panel_rules.toml" if path is None else str(path)
    source = resources.files(__package__) / "panel_rules.toml" if path is None else Path(path)
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("a TOML file of panel rules", str(error), where=where) from error
    return {name: _rule(name, table, f"{where} [{name}]") for name, table in content.items()}


def panel_rule(rule: str | PanelRule) -> PanelRule:
    """Return a rule by name.

    Raises:
        UsageError: There is none of that name.
    """
    if isinstance(rule, PanelRule):
        return rule
    known = panel_rules()
    if rule not in known:
        raise unknown("a panel rule", rule, known)
    return known[rule]


def _rule(name: str, table: Mapping[str, Any], where: str) -> PanelRule:
    for key in table:
        if key not in _KEYS:
            raise unknown("a key of a panel rule", key, _KEYS, where=where)
    for key in _NEEDED:
        if key not in table:
            raise UsageError(f"the key {key!r}", "none", where=where)
    try:
        rule = PanelRule(
            name=name,
            outside=tuple(Limit(**limit) for limit in table["outside"]),
            levels=tuple(Level(**level) for level in table["levels"]),
            regions=tuple((low, high) for low, high in table.get("regions", ())),
            **{key: table[key] for key in table if key not in {"outside", "levels", "regions"}},
        )
    except (TypeError, ValueError) as error:
        raise UsageError(
            "a panel rule as described in docs/methods/agreement.md", str(error), where=where
        ) from error
    _check_covered(rule, where)
    return rule


def _check_covered(rule: PanelRule, where: str) -> None:
    scale = [*range(rule.lowest, rule.highest + 1)]
    for what, parts in (
        ("levels", [(level.low, level.high) for level in rule.levels]),
        ("regions", rule.regions),
    ):
        covered = [value for low, high in parts for value in range(low, high + 1)]
        if parts and covered != scale:
            raise UsageError(
                f"{what} that hold {scale[0]} to {scale[-1]} once each, in order", str(parts), where=where
            )
