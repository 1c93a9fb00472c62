"""A maturity framework of a dataset, by its identifier or name."""

from __future__ import annotations

import pyarrow.compute as pc

from placebench.assessment.framework import MaturityFramework, folded
from placebench.dataset.dataset import Dataset
from placebench.errors import UsageError
from placebench.model import Criterion, Framework, Stage, Theme
from placebench.nearest import did_you_mean
from placebench.schema.arrow import RowT, from_arrow


def framework_of(dataset: Dataset, given: str) -> MaturityFramework:
    """Return a framework of a dataset.

    Args:
        dataset: The dataset.
        given: Its identifier, the beginning of it, or its name.

    Raises:
        UsageError: No framework is called so, or several are.
    """
    about = _named(from_arrow(Framework, dataset["frameworks"]), given)
    themes = sorted(_rows(dataset, Theme, about), key=lambda one: one.number)
    order = [theme.theme_id for theme in themes]
    return MaturityFramework(
        about,
        tuple(sorted(_rows(dataset, Stage, about), key=lambda one: one.number)),
        tuple(themes),
        tuple(sorted(_rows(dataset, Criterion, about), key=lambda one: _order(one, order))),
    )


def _named(known: list[Framework], given: str) -> Framework:
    exact = [one for one in known if given in (one.framework_id, one.name)]
    begun = [one for one in known if one.framework_id.startswith(given) or folded(one.name) == folded(given)]
    found = exact or begun
    if len(found) > 1:
        some = ", ".join(one.framework_id for one in found)
        raise UsageError("the beginning of one identifier", f"{len(found)}: {some}", where="FRAMEWORK")
    if not found:
        names = [one.framework_id for one in known] + [one.name for one in known]
        expected = f"one of the frameworks {', '.join(one.framework_id for one in known) or 'of the dataset'}"
        hint = did_you_mean(given, names) or (None if known else "the dataset has no framework")
        raise UsageError(expected, f"“{given}”", where="FRAMEWORK", hint=hint)
    return found[0]


def _rows(dataset: Dataset, kind: type[RowT], framework: Framework) -> list[RowT]:
    mine = pc.field("framework_id") == framework.framework_id
    return from_arrow(kind, dataset[kind.__table__].filter(mine))


def _order(one: Criterion, themes: list[str]) -> tuple[int, bool, int, int]:
    return themes.index(one.theme_id), one.stage is None, one.stage or 0, one.position
