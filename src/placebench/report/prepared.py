"""Results as the page shows them: named, and without pairs with places of which nothing is stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs
import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables
from placebench.report.facts import place_names, row_names
from placebench.report.naming import named

DOCUMENTARY = "_documentary"
_PAIRS = ("hasse", "robustness")
_SILENT = "Pairs with a place of which nothing is stated are not listed on this page."


@attrs.frozen(eq=False)
class Wording:
    """Names of what results speak of.

    Attributes:
        names: Of systems, places and other rows, by identifier.
        themes: `theme_id`, `theme_number` and `theme`, its name.
    """

    names: Mapping[str, str]
    themes: pl.DataFrame

    def of(self, result: Result) -> Result:
        """Return a result in words."""
        return _from_documents(named(_with_themes(result, self.themes), self.names))


def wording_of(dataset: Tables) -> Wording:
    """Return the names that the tables of a dataset give."""
    return Wording(place_names(dataset) | row_names(dataset), _themes(dataset))


def prepared(results: Iterable[Result], words: Callable[[Result], Result]) -> dict[str, Result]:
    """Return results by name; of two with one name the first.

    Args:
        results: What methods found.
        words: Puts a result in words, as `Wording.of` does.
    """
    found: dict[str, Result] = {}
    for result in results:
        if result.name not in found:
            found[result.name] = words(result)
    return {name: _told(result, found) for name, result in found.items()}


def _themes(dataset: Tables) -> pl.DataFrame:
    name = pl.coalesce("name", "label", "theme_id")
    return (
        dataset.frame("themes")
        .select("theme_id", pl.col("number").alias("theme_number"), name.alias("theme"))
        .unique("theme_id")
        .collect()
    )


def _with_themes(result: Result, themes: pl.DataFrame) -> Result:
    frame = result.frame
    if "theme_id" not in frame.columns or "theme" in frame.columns:
        return result
    named = frame.join(themes, on="theme_id", how="left", maintain_order="left")
    order = [name for name in ("place_id", "kind", "theme_number") if name in named.columns]
    return attrs.evolve(result, frame=named.sort(order, maintain_order=True))


def _from_documents(result: Result) -> Result:
    if not result.name.endswith(DOCUMENTARY):
        return result
    return attrs.evolve(result, title=f"From documents: {result.title[:1].lower()}{result.title[1:]}")


def _told(result: Result, results: Mapping[str, Result]) -> Result:
    ending = DOCUMENTARY if result.name.endswith(DOCUMENTARY) else ""
    ranks = results.get(f"ranks{ending}")
    if result.name.removesuffix(DOCUMENTARY) not in _PAIRS or ranks is None:
        return result
    if "other_id" not in result.frame.columns:
        return result
    known = ranks.frame.filter(pl.col("n_known") > 0)["place_id"].implode()
    frame = result.frame.filter(pl.col("place_id").is_in(known), pl.col("other_id").is_in(known))
    if frame.height == result.frame.height:
        return result
    return attrs.evolve(result, frame=frame, notes=(*result.notes, _SILENT))
