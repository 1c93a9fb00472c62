"""How every picture looks: type, lines, and colours that people with colour blindness can tell apart."""

from __future__ import annotations

from typing import Any

INK = "#1d2328"
DIM = "#4d5a63"
LINE = "#c9d1d6"
BAR = "#8fc1e3"
"""Fill of bars that stand for one thing only."""
STRONG = "#00508f"
SOFT = "#a9b4bc"
HATCHED = "#fdfdfd"
"""Stands for hatching until a chart is drawn: Vega-Lite knows no patterns."""
STEP = 24
"""Pixels from one row or column of a map to the next."""
STAGES = ("#fff7cf", "#cfe8b5", "#8fd0b4", "#55b7c4", "#7fabdf", "#b3a4dd")
"""Backgrounds of the stages, lowest first; black letters can be read on each."""
FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
SIZE = 12
"""Of all type, in pixels."""


# Other machines have other fonts, some of them wider than the one that a picture was measured with.
_PADDING = {"left": 40, "right": 40, "top": 12, "bottom": 4}


def stage_colour(stage: int) -> str:
    """Return the background of a stage, from 1; stages beyond the last colour share it."""
    return STAGES[min(stage, len(STAGES)) - 1]


def configuration() -> dict[str, Any]:
    """Return the common style as a Vega-Lite configuration.

    A picture's own words stand in an `alt` text, not in each mark.
    """
    text = {"labelColor": INK, "titleColor": DIM, "labelFontSize": SIZE, "titleFontSize": SIZE}
    return {
        "font": FONT,
        "aria": False,
        "background": "white",
        "padding": _PADDING,
        "view": {"stroke": None},
        "axis": text | {"gridColor": "#e8ecef", "domainColor": LINE, "tickColor": LINE, "labelLimit": 260},
        "legend": text | {"labelLimit": 320, "columnPadding": 28},
        "header": text | {"labelLimit": 320},
        "text": {"color": INK, "fontSize": SIZE},
    }
