"""A chart as a picture file: SVG with hatching, or PNG."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

from placebench.drawing_engine import Engine
from placebench.errors import UsageError
from placebench.plots.leading import told
from placebench.plots.style import FONT, HATCHED, SIZE, configuration


class Described(Protocol):
    """A chart that can be written in Vega-Lite: one of `grammar`, or of Altair."""

    def to_dict(self) -> dict[str, Any]:
        """Return its specification."""


_NUMBERED = re.compile(r'(?<=id=")(?:gradient|clip)_?\d+(?=")')
_ROLE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_MARKS = re.compile(r'<g (class="mark-(?:rect|text)[^>]*)>((?:<path [^>]*/>|<text [^>]*>[^<]*</text>)+)</g>')
_SHARED = re.compile(r' (?:fill|stroke|stroke-width|font-weight|text-anchor)="[^"]*"')
_PATTERN = (
    '<defs><pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#b4bec5" stroke-width="2"/></pattern></defs>'
)


def svg(chart: Described, *, name: str) -> str:
    """Return a chart as SVG; what is marked as hatched is.

    Args:
        chart: The chart.
        name: Tells its patterns from those of other pictures on a page.

    Raises:
        UsageError: The library that draws is not installed.
    """
    return drawing(chart, name=name)()


def drawing(chart: Described, *, name: str, engine: Engine | None = None) -> Callable[[], str]:
    """Begin to draw a chart, and return what waits for the picture and returns it; see `svg`.

    Args:
        chart: The chart.
        name: As for `svg`.
        engine: What draws; without it this process does, when it is asked for the picture.
    """
    specification = _specification(chart)
    begun = engine.draw(specification) if engine else None

    def drawn() -> str:
        # What the engine could not draw this process tries, and says what is wrong.
        aside = begun() if begun else None
        return _finished(aside or str(_converter().vegalite_to_svg(specification)), name)

    return cache(drawn)


def _finished(drawn: str, name: str) -> str:
    # The picture is one thing with one description; roles of its parts would be read out one by one.
    plain = _shorter(_ROLE.sub("", told(_named_after(drawn, name))))
    if HATCHED not in plain:
        return plain
    pattern = f"hatch-{name}"
    head, _, body = plain.partition(">")
    hatched = body.replace(f'fill="{HATCHED}"', f'fill="url(#{pattern})"')
    return f"{head}>{_PATTERN.format(id=pattern)}{hatched}"


def _named_after(drawn: str, name: str) -> str:
    """Name what the library numbers through a process after the picture: it is the same in whatever order."""
    for number, one in enumerate(dict.fromkeys(_NUMBERED.findall(drawn))):
        drawn = re.sub(rf"(?<=[\"#]){one}(?=[\")])", f"{name}-{number}", drawn)
    return drawn


def png(chart: Described, *, name: str, scale: float = 2.0) -> bytes:
    """Return a chart as PNG.

    Args:
        chart: The chart.
        name: As for `svg`.
        scale: Pixels of the picture for each pixel of the chart.

    Raises:
        UsageError: The library that draws is not installed.
    """
    return rasterised(svg(chart, name=name), scale=scale)


def rasterised(drawn: str, *, scale: float = 2.0) -> bytes:
    """Return a picture, as `svg` gives it, as PNG; see `png`."""
    return bytes(_converter().svg_to_png(drawn, scale=scale))


def _specification(chart: Described) -> str:
    return json.dumps(chart.to_dict() | {"config": configuration()})


def _shorter(drawn: str) -> str:
    """Say the font once for the whole picture instead of at each of its texts."""
    head, _, body = drawn.partition(">")
    font = f' font-family="{FONT}" font-size="{SIZE}px"'
    for attribute in (f' font-family="{FONT}"', f' font-size="{SIZE}px"'):
        body = body.replace(attribute, "")
    return f"{head}{font}>{_MARKS.sub(_said_once, body)}"


def _said_once(marks: re.Match[str]) -> str:
    """Say what all marks of a group share at the group."""
    group, within = marks.groups()
    first, number = within.partition(">")[0], within.count("/>") + within.count("</text>")
    for attribute in _SHARED.findall(first):
        if number > 1 and within.count(attribute) == number:
            within = within.replace(attribute, "")
            group += attribute
    return f"<g {group}>{within}</g>"


def _converter() -> Any:  # noqa: ANN401 - a module
    try:
        import vl_convert  # noqa: PLC0415 - heavy, and of an extra
    except ModuleNotFoundError as error:
        hint = "install it with: pip install 'placebench[charts]'"
        raise UsageError("the library vl-convert", "none", where="pictures", hint=hint) from error
    return vl_convert
