"""Pictures of the report: each with a title that states the finding, its n, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from placebench.benchmark import Result
from placebench.benchmark.stated.notes import counted
from placebench.drawing_engine import Engine
from placebench.plots.labels import words
from placebench.plots.render import drawing
from placebench.report.content import Picture
from placebench.report.drawings import DRAWINGS
from placebench.report.prepared import DOCUMENTARY

Results = Mapping[str, Result]


def pictures(
    results: Results, engine: Engine | None = None, names: Iterable[str] = DRAWINGS, *, linked: bool = False
) -> dict[str, Picture]:
    """Begin to draw every picture that has something to show, by its name; see `picture`."""
    drawn = ((name, picture(name, results, engine, linked=linked)) for name in names)
    return {name: one for name, one in drawn if one is not None}


def picture(
    name: str, results: Results, engine: Engine | None = None, *, linked: bool = False
) -> Picture | None:
    """Begin to draw a picture, if the results that it shows are there and have something to show.

    Args:
        name: The picture.
        results: What methods found, by name.
        engine: What draws; without it this process does, when it is asked for the picture.
        linked: Whether its marks lead to facts, for a page that lists these.
    """
    plan = DRAWINGS[name]
    found = [results[one] for one in plan.results if one in results]
    if len(found) < len(plan.results):
        return None
    finding = plan.finding(*found)
    if finding is None or plan.size(*found) > plan.most:
        return None
    chart = plan.chart(*found)
    key = plan.key if isinstance(plan.key, str) else plan.key(*found)
    first = found[0]
    if first.name.endswith(DOCUMENTARY):
        finding = f"From documents: {finding[:1].lower()}{finding[1:]}"
    return Picture(
        id=name,
        title=finding,
        alt=f"{first.title}. {finding} {key} The table has the same figures.",
        drawn=drawing(chart.linked() if linked else chart, name=name, engine=engine),
        n=_n(first),
        key=key,
        table=f"t-{first.name}",
    )


def left_out(name: str, results: Results) -> str | None:
    """Say why a picture is not drawn although there is something to show; nothing where it is."""
    plan = DRAWINGS[name]
    found = [results[one] for one in plan.results if one in results]
    if len(found) < len(plan.results) or plan.finding(*found) is None:
        return None
    size = plan.size(*found)
    if size <= plan.most:
        return None
    return f"{found[0].title}: not drawn, since {size} is more than the {plan.most} that can be read."


def _n(result: Result) -> str:
    n = result.denominators
    if "places_read" in n:
        places = counted(n["places"], "place", "places")
        return (
            f"n = {places} that sources speak of, of {n['places_of_systems']} that their systems have; for "
            f"{n['places_read']} of them a source on it was read."
        )
    if "places" in n:
        systems = n.get("systems", 1)
        of_several = f" of {systems} systems" if systems > 1 else ""
        return f"n = {counted(n['places'], 'place', 'places')}{of_several}."
    numbers = (counted(number, words(name).removesuffix("s"), words(name)) for name, number in n.items())
    return f"n = {', '.join(numbers)}."
