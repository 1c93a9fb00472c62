"""How every picture looks: type, lines, and colours that people with colour blindness can tell apart."""

from __future__ import annotations

from typing import Any

import altair as alt

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
_FONT = "Arial, Helvetica, sans-serif"


def stage_colour(stage: int) -> str:
    """Return the background of a stage, from 1; stages beyond the last colour share it."""
    return STAGES[min(stage, len(STAGES)) - 1]


def styled(chart: alt.TopLevelMixin) -> Any:  # noqa: ANN401 - Altair types its configuration so
    """Return a chart in the common style; its own words stand in an `alt` text, not in each mark."""
    return (
        chart.configure(font=_FONT, aria=False, background="white", padding=4)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK, titleColor=DIM, labelFontSize=12, titleFontSize=12, gridColor="#e8ecef",
            domainColor=LINE, tickColor=LINE, labelLimit=260,
        )
        .configure_legend(labelColor=INK, titleColor=DIM, labelFontSize=12, titleFontSize=12, labelLimit=320)
        .configure_header(labelColor=INK, titleColor=DIM, labelFontSize=12, titleFontSize=12, labelLimit=320)
        .configure_text(color=INK, fontSize=12)
    )  # fmt: skip
