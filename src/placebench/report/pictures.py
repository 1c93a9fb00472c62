"""Pictures of the report: each with a title that states the finding, its n, and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import altair as alt
import attrs

from placebench import plots
from placebench.benchmark import Comparison, Result
from placebench.report.content import Picture
from placebench.report.sentences import stated_of

Results = Mapping[str, Result]


@attrs.frozen
class Drawing:
    """How one picture is made.

    Attributes:
        result: Name of the result that it shows.
        chart: What draws it.
        finding: What says in a sentence what it shows.
    """

    result: str
    chart: Callable[[Comparison], alt.TopLevelMixin]
    finding: Callable[[Comparison], str]


DRAWINGS: dict[str, Drawing] = {
    "coverage-map": Drawing(
        "coverage", plots.coverage_map, lambda result: stated_of(result, "something of the model")
    ),
}
"""Every picture, by its name."""


def picture(name: str, results: Results) -> Picture | None:
    """Draw a picture, if the result that it shows has something to show."""
    drawing = DRAWINGS[name]
    result = results.get(drawing.result)
    if not isinstance(result, Comparison) or result.stated.is_empty():
        return None
    return Picture(
        id=name,
        title=drawing.finding(result),
        alt=f"{result.title}. {drawing.finding(result)} The table has the same figures.",
        svg=plots.svg(drawing.chart(result), name=name),
        n=f"n = {result.denominators['places_read']} of {result.denominators['places_of_systems']} places.",
        table=f"t-{result.name}",
    )
