"""What is stated of how each place is governed, as features that places can be compared on.

Which features these are, and how a statement becomes a value, is data: `features.toml`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import polars as pl

from placebench.benchmark.peers import kinds
from placebench.benchmark.peers.kinds import KINDS, Feature
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Tables, scope_of
from placebench.benchmark.stated.delegation import SCOPE_NOT_NAMED, delegation_facts
from placebench.benchmark.stated.governance import governance_facts
from placebench.benchmark.stated.notes import counted
from placebench.benchmark.unknown import unknown
from placebench.errors import UsageError
from placebench.model.vocabularies import DELEGATION_EXTENT, DELEGATION_SCOPE, DELEGATION_TO, FEATURES, STATUS

PRESENCE, VALUE, VALUES, EXTENT = "presence", "value", "values", "extent"
_TAKES = (PRESENCE, VALUE, VALUES, EXTENT)
_KEYS = ("table", "item", "take", "kind", "weight", "levels", "receivers")
_EXTENTS = (*DELEGATION_EXTENT.codes,)
_JOINED = " + "


@attrs.frozen
class Rest:
    """What the features of a place rest on: its dates and facts."""

    first: dt.date | None
    last: dt.date | None
    facts: frozenset[str]


@attrs.frozen
class Rule:
    """How statements become the value of a feature.

    Attributes:
        feature: The feature.
        table: `governance` or `delegations`.
        item: The governance feature, or the scope of delegation.
        take: `presence`, `value`, `values` or `extent`.
        receivers: Kinds of receivers whose authority counts.
    """

    feature: Feature
    table: str
    item: str
    take: str
    receivers: tuple[str, ...] = ()


@attrs.frozen
class FeatureRules:
    """The features to compare places on.

    Attributes:
        rules: One rule a feature.
        there: By status, 1 where it says that a thing is there and 0 where it says that it is not.
    """

    rules: tuple[Rule, ...]
    there: Mapping[str, int] = attrs.field(hash=False)


@attrs.frozen(eq=False, kw_only=True)
class PlaceFeatures(Result):
    """Features of places: one row a place, null where not stated.

    Attributes:
        features: What each column is; those that no place states are left out.
        own: The features of each place on which a statement speaks of it alone; None where all are its own.
    """

    features: tuple[Feature, ...]
    own: Mapping[str, frozenset[str]] | None = None


def features_of(dataset: Tables, rules: FeatureRules | None = None) -> PlaceFeatures:
    """Lay out what is stated of each place's governance and delegation, for `gower` and `peers`.

    Args:
        dataset: The tables.
        rules: The features to take, by default those of `features.toml`; see `feature_rules`.

    Returns:
        One row a place that a source speaks of: `place_id`, `place`, the columns of each feature, and the
        facts and dates that they rest on. What is planned, optional, expected or emerging says neither that a
        thing is there nor that it is not, and is null; so is what one source affirms and another denies.
    """
    used = rules or feature_rules()
    facts = {
        "governance": governance_facts(dataset).collect(),
        "delegations": delegation_facts(dataset).collect(),
    }
    frame, disputes = scope_of(dataset).places.select("place_id", "place").sort("place_id"), []
    used_facts, kept, silent = [], [], []
    for rule in used.rules:
        about = _about(facts[rule.table], rule, used.there)
        values = {place: _value(rows, rule) for place, rows in _by_place(about)}
        disputes += [(rule.feature.name, place) for place, found in values.items() if found.disputed]
        stated = {place: found.ends for place, found in values.items() if found.ends != (None, None)}
        if not stated:
            silent.append(rule.feature.name)
            continue
        kept.append(rule.feature)
        used_facts.append(about.filter(pl.col("place_id").is_in(list(stated))))
        frame = frame.with_columns(_columns(frame["place_id"], stated, rule))
    return PlaceFeatures(
        name="features",
        title="What is stated of each place, as features to compare",
        frame=_with_facts(frame, used_facts),
        denominators={"places": frame.height, "features": len(kept), "features_asked": len(used.rules)},
        notes=(*_notes(disputes, silent), *_one_sided(frame, kept, used_facts)),
        features=tuple(kept),
        own=_own(kept, used_facts),
    )


def feature_rules(path: Path | str | None = None) -> FeatureRules:
    """Return the features that come with the package, or those of a file in the same form.

    Raises:
        UsageError: The file is not TOML, or names a key, status, feature, scope or kind that does not exist.
    """
    where = "features.toml" if path is None else str(path)
    source = resources.files(__package__) / "features.toml" if path is None else Path(path)
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("a TOML file of features", str(error), where=where) from error
    there = content.pop("statuses", {})
    for status in there:
        if status not in STATUS.codes:
            raise unknown("a status", status, STATUS.codes, where=f"{where} [statuses]")
    rules = tuple(_rule(name, table, f"{where} [{name}]") for name, table in content.items())
    return FeatureRules(rules, there)


def _rule(name: str, table: Mapping[str, Any], where: str) -> Rule:
    for key in table:
        if key not in _KEYS:
            raise unknown("a key of a feature", key, _KEYS, where=where)
    take = table.get("take", PRESENCE)
    delegated = take == EXTENT
    item = table.get("item", name)
    known: Sequence[str] = (*DELEGATION_SCOPE.codes,) if delegated else (*FEATURES,)
    for what, found, names in (
        ("how to take it", take, _TAKES),
        ("a kind", table.get("kind", kinds.SYMMETRIC), KINDS),
        ("a scope of delegation" if delegated else "a governance feature", item, known),
        *(("a kind of receiver", receiver, DELEGATION_TO.codes) for receiver in table.get("receivers", ())),
    ):
        if found not in names:
            raise unknown(what, found, names, where=where)
    weight, levels = table.get("weight", 1.0), tuple(table.get("levels", ()))
    if delegated:
        feature = Feature(name, kinds.BOUNDS, weight, low=0, high=len(_EXTENTS) - 1)
        return Rule(feature, "delegations", item, take, tuple(table.get("receivers", DELEGATION_TO.codes)))
    return Rule(
        Feature(name, table.get("kind", kinds.SYMMETRIC), weight, levels=levels), "governance", item, take
    )


@attrs.frozen
class _Found:
    """A value between two ends, alike where it is known, and whether statements contradict each other."""

    ends: tuple[Any, Any] = (None, None)
    disputed: bool = False


def _about(facts: pl.DataFrame, rule: Rule, there: Mapping[str, int]) -> pl.DataFrame:
    """Return the statements that bear on a feature, with `there` 1 or 0."""
    said = facts.with_columns(
        pl.col("status").replace_strict(there, default=None, return_dtype=pl.Int8).alias("there")
    ).filter(pl.col("there").is_not_null())
    if rule.table == "governance":
        return said.filter(pl.col("item") == rule.item)
    named = pl.col("scope") == rule.item
    outright = pl.col("item").str.starts_with(SCOPE_NOT_NAMED) & (pl.col("there") == 0)
    return said.filter(named | outright, pl.col("to_kind").is_in(rule.receivers))


def _by_place(about: pl.DataFrame) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for (place,), rows in about.sort("place_id").group_by("place_id", maintain_order=True):
        yield str(place), rows.select("value", "there").to_dicts()


def _value(rows: Sequence[Mapping[str, Any]], rule: Rule) -> _Found:
    if rule.take == EXTENT:
        ends = [_extent(row) for row in rows]
        return _Found((min(low for low, _ in ends), max(high for _, high in ends)))
    affirmed = [row["value"] for row in rows if row["there"]]
    denied = any(not row["there"] and row["value"] is None for row in rows)
    if affirmed and denied:
        return _Found(disputed=True)
    if rule.take == PRESENCE:
        found = 1 if affirmed else 0 if denied else None
        return _Found((found, found))
    named = sorted({value for value in affirmed if value is not None})
    if rule.take == VALUE and len(named) > 1:
        return _Found(disputed=True)
    joined = _JOINED.join(named) or None
    return _Found((joined, joined))


def _extent(row: Mapping[str, Any]) -> tuple[int, int]:
    """Return the least and greatest extent that a statement on delegation allows."""
    if not row["there"] or row["value"] == _EXTENTS[0]:
        return 0, 0
    if row["value"] is None:
        return 1, len(_EXTENTS) - 1
    extent = _EXTENTS.index(row["value"])
    return extent, extent


def _columns(places: pl.Series, stated: Mapping[str, tuple[Any, Any]], rule: Rule) -> list[pl.Series]:
    dtype = pl.String if rule.take in {VALUE, VALUES} else pl.Int64
    ends = [stated.get(place, (None, None)) for place in places]
    return [
        pl.Series(column, [end[n] for end in ends], dtype=dtype)
        for n, column in enumerate(rule.feature.columns)
    ]


def _with_facts(frame: pl.DataFrame, used: Sequence[pl.DataFrame]) -> pl.DataFrame:
    wanted = ("place_id", "fact_id", "as_of")
    schema = {"place_id": pl.String, "fact_id": pl.String, "as_of": pl.Date}
    rows = pl.concat([pl.DataFrame(schema=schema), *(facts.select(wanted) for facts in used)])
    by_place = rows.group_by("place_id").agg(
        pl.col("as_of").min().alias("as_of_first"),
        pl.col("as_of").max().alias("as_of_last"),
        pl.col("fact_id").unique().sort().alias("fact_ids"),
    )
    joined = frame.join(by_place, on="place_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col("fact_ids").fill_null([]))


def _own(kept: Sequence[Feature], used: Sequence[pl.DataFrame]) -> dict[str, frozenset[str]]:
    named = [
        (place, feature.name)
        for feature, facts in zip(kept, used, strict=True)
        for place in facts.filter(pl.col("applies_to") == "place")["place_id"].unique()
    ]
    return {place: frozenset(name for at, name in named if at == place) for place, _ in named}


def _notes(disputes: Sequence[tuple[str, str]], silent: Sequence[str]) -> Iterator[str]:
    if silent:
        yield f"No place states {', '.join(silent)}: left out."
    for feature, place in disputes:
        yield f"{place}: statements on {feature} contradict each other, which leaves it as not stated."


def _one_sided(frame: pl.DataFrame, kept: Sequence[Feature], used: Sequence[pl.DataFrame]) -> Iterator[str]:
    """Say why places may look more alike than they are."""
    names = [one.name for one in kept if one.kind in {kinds.SYMMETRIC, kinds.ASYMMETRIC}]
    values = [value for name in names for value in frame[name].drop_nulls()]
    if values:
        yield (
            f"{sum(values)} of {len(values)} values of presence are 1: sources seldom say that a thing is "
            "not there, so that features which two places share mostly agree."
        )
    spread = sum(facts.filter(pl.col("applies_to") == "each_place").height for facts in used)
    if spread:
        yield (
            f"{counted(spread, 'value comes', 'values come')} from a statement on each place of a system: "
            "its places are alike in them because one sentence speaks of all."
        )


def rests_on(frame: pl.DataFrame) -> dict[str, Rest]:
    """Return what the features of each place rest on, by its identifier."""
    columns = ("place_id", "as_of_first", "as_of_last", "fact_ids")
    rows = frame.select(columns).rows()
    return {place: Rest(first, last, frozenset(facts or ())) for place, first, last, facts in rows}


def together(rests: Iterable[Rest]) -> tuple[dt.date | None, dt.date | None, list[str]]:
    """Return the first and last date and the facts that the features of some places rest on."""
    given = list(rests)
    first = min((one.first for one in given if one.first), default=None)
    last = max((one.last for one in given if one.last), default=None)
    return first, last, sorted({fact for one in given for fact in one.facts})
