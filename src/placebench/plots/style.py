"""How every picture looks: type, lines, and colours that people with colour blindness can tell apart."""

from __future__ import annotations

from typing import Any

import altair as alt

INK = "#1d2328"
DIM = "#4d5a63"
LINE = "#c9d1d6"
HATCHED = "#fdfdfd"
"""Stands for hatching until a chart is drawn: Vega-Lite knows no patterns."""
STEP = 24
"""Pixels from one row or column of a map to the next."""
_FONT = "Arial, Helvetica, sans-serif"


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
        .configure_text(color=INK, fontSize=12)
    )  # fmt: skip
