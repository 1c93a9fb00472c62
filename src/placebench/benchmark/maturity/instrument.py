"""The framework that places are rated on: its themes and its stages."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs
import polars as pl

from placebench.benchmark.scope import Tables, with_text_codes
from placebench.codebook import slug
from placebench.codebook.maturity_rules import edition_of
from placebench.errors import DatasetError, UnsuitableCases, UsageError
from placebench.nearest import nearest


@attrs.frozen(eq=False)
class Instrument:
    """A maturity framework, as ratings are read by it.

    Attributes:
        framework_id: Its identifier.
        name: Its name.
        system_id: The system whose framework it is; None where it is anybody's.
        stages: Names of its stages, lowest first; stage 1 is the first.
        themes: `theme_id`, `theme_number` and `theme` (the name, or a label where there is none), by number.
    """

    framework_id: str
    name: str
    system_id: str | None
    stages: tuple[str, ...]
    themes: pl.DataFrame

    @property
    def n_stages(self) -> int:
        """Number of stages."""
        return len(self.stages)

    def theme_id(self, named: str | int) -> str:
        """Return the identifier of a theme by its number, its name or its identifier.

        Raises:
            UsageError: There is no such theme; the hint names the nearest.
        """
        for theme_id, number, theme in self.themes.iter_rows():
            if named in (number, theme_id) or str(named).casefold() == theme.casefold():
                return str(theme_id)
        known = self.themes["theme"].to_list()
        raise UsageError(f"a theme of {self.name}", f"“{named}”", hint=near(str(named), known))

    def stage(self, named: str) -> int:
        """Return the number of a stage by its name.

        Raises:
            UsageError: There is no such stage; the hint names the nearest.
        """
        for number, stage in enumerate(self.stages, 1):
            if named.casefold() == stage.casefold():
                return number
        raise UsageError(f"a stage of {self.name}", f"“{named}”", hint=near(named, self.stages))


def find_instrument(dataset: Tables, framework: str | None, basis: Collection[str]) -> Instrument | None:
    """Return the framework that is asked for, or the only one that there is.

    Args:
        dataset: The tables.
        framework: Identifier of a framework, with or without its digest, or its name. None for the one
            that ratings are on, or else the only one of the dataset.
        basis: Kinds of ratings that count.

    Returns:
        The framework; None where none is named and the dataset has none.

    Raises:
        UsageError: The framework is unknown; `UnsuitableCases` where several could be meant.
        DatasetError: The framework lacks stages, or the numbers of its stages have a gap.
    """
    rows = dataset.frame("frameworks").select("framework_id", "name", "system_id").collect()
    names = dict(rows.select("framework_id", "name").sort("framework_id").rows())
    found = _named(framework, names) if framework is not None else _only(dataset, names, basis)
    if found is None:
        return None
    home = dict(rows.select("framework_id", "system_id").rows())[found]
    return Instrument(found, names[found], home, _stages(dataset, found), _themes(dataset, found))


def near(found: str, known: Iterable[str]) -> str:
    """Return a hint that names what is nearest to a name, or everything that is known."""
    listed = list(known)
    found_near = nearest(found, listed)
    if found_near:
        return f"did you mean {' or '.join(map(repr, found_near))}?"
    return f"there is {', '.join(map(repr, listed))}" if listed else "there is none"


def _named(framework: str, names: dict[str, str]) -> str:
    if framework in names:
        return framework
    wanted = slug(framework)
    meant = [
        identifier
        for identifier, name in names.items()
        if edition_of(framework, identifier) or (wanted and wanted == slug(name))
    ]
    if len(meant) > 1:
        raise UsageError(f"one framework called {framework!r}", _listed(meant), hint="give its identifier")
    if not meant:
        raise UsageError("a framework", f"“{framework}”", hint=near(framework, [*names, *names.values()]))
    return meant[0]


def _only(dataset: Tables, names: dict[str, str], basis: Collection[str]) -> str | None:
    ratings = with_text_codes(dataset.frame("assessments")).filter(pl.col("kind").is_in(list(basis)))
    rated = ratings.select("framework_id").unique().collect()["framework_id"].sort().to_list()
    if unknown := [identifier for identifier in rated if identifier not in names]:
        raise DatasetError(
            "the framework of every rating", f"none for {_listed(unknown)}", where="assessments"
        )
    candidates = rated or list(names)
    if len(candidates) > 1:
        expected = "ratings on one framework" if rated else "one framework"
        hint = (
            "give one as framework, in a study file under [maturity]; stages of different frameworks are "
            "not comparable"
        )
        raise UnsuitableCases(expected, _listed(candidates), hint=hint)
    return candidates[0] if candidates else None


def _stages(dataset: Tables, framework_id: str) -> tuple[str, ...]:
    stages = dataset.frame("stages").filter(pl.col("framework_id") == framework_id)
    found = stages.select("number", "name").collect().sort("number")
    numbers = found["number"].to_list()
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise DatasetError(
            "stages numbered from 1", f"{numbers or 'none'}", where=f"stages of {framework_id}"
        )
    return tuple(found["name"])


def _themes(dataset: Tables, framework_id: str) -> pl.DataFrame:
    themes = dataset.frame("themes").filter(pl.col("framework_id") == framework_id)
    named = themes.select(
        "theme_id",
        pl.col("number").alias("theme_number"),
        pl.coalesce("name", "label").alias("theme"),
    )
    return named.collect().sort("theme_number")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
