"""Pictures of the report: each with a title that states the finding, its n, and its words."""

from __future__ import annotations

from collections.abc import Mapping

from altair.utils.schemapi import debug_mode

from placebench import plots
from placebench.benchmark import Result
from placebench.plots.labels import words
from placebench.report.content import Picture
from placebench.report.drawings import DRAWINGS
from placebench.report.prepared import DOCUMENTARY

Results = Mapping[str, Result]


def pictures(results: Results) -> dict[str, Picture]:
    """Draw every picture that has something to show, by its name."""
    drawn = ((name, picture(name, results)) for name in DRAWINGS)
    return {name: one for name, one in drawn if one is not None}


def picture(name: str, results: Results) -> Picture | None:
    """Draw a picture, if the results that it shows are there and have something to show."""
    drawing = DRAWINGS[name]
    found = [results[one] for one in drawing.results if one in results]
    if len(found) < len(drawing.results):
        return None
    finding = drawing.finding(*found)
    if finding is None or drawing.size(*found) > drawing.most:
        return None
    first = found[0]
    if first.name.endswith(DOCUMENTARY):
        finding = f"From documents: {finding[:1].lower()}{finding[1:]}"
    # Altair would check each part as it is made: what is drawn here is fixed, and tests draw it.
    with debug_mode(arg=False):
        chart = drawing.chart(*found)
    return Picture(
        id=name,
        title=finding,
        alt=f"{first.title}. {finding} {drawing.key} The table has the same figures.",
        svg=plots.svg(chart, name=name),
        n=_n(first),
        key=drawing.key,
        table=f"t-{first.name}",
    )


def left_out(name: str, results: Results) -> str | None:
    """Say why a picture is not drawn although there is something to show; nothing where it is."""
    drawing = DRAWINGS[name]
    found = [results[one] for one in drawing.results if one in results]
    if len(found) < len(drawing.results) or drawing.finding(*found) is None:
        return None
    size = drawing.size(*found)
    if size <= drawing.most:
        return None
    return f"{found[0].title}: not drawn, since {size} is more than the {drawing.most} that can be read."


def _n(result: Result) -> str:
    n = result.denominators
    if "places_read" in n:
        spoken = (
            f"n = {n['places_read']} of the {n['places']} places that a source speaks of were read for it"
        )
        return f"{spoken}; their systems have {n['places_of_systems']}."
    if "places" in n:
        return f"n = {n['places']} places."
    return f"n = {', '.join(f'{number} {words(name)}' for name, number in n.items())}."
