"""Pictures of what methods found: each function takes results and returns an Altair chart.

Colour is never the only sign, what is not stated has a mark of its own, and no picture ranks places. Altair
is loaded when a function is first asked for; the report and its figures do without.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from placebench.errors import UsageError

if find_spec("vl_convert") is None:
    raise UsageError(
        "the library vl-convert, which draws pictures",
        "none",
        where="report",
        hint="install it with: pip install 'placebench[charts]'",
    )

if TYPE_CHECKING:
    from placebench.plots.charts import (
        against_peers,
        all_against_peers,
        answer_map,
        coverage_map,
        dumbbell,
        hasse_diagram,
        level_map,
        overlap_map,
        peer_distances,
        rank_ranges,
        share_bars,
        stage_bars,
        stage_map,
        status_bars,
        timeline,
        transition_map,
    )
    from placebench.plots.render import png, svg

__all__ = [
    "against_peers",
    "all_against_peers",
    "answer_map",
    "coverage_map",
    "dumbbell",
    "hasse_diagram",
    "level_map",
    "overlap_map",
    "peer_distances",
    "png",
    "rank_ranges",
    "share_bars",
    "stage_bars",
    "stage_map",
    "status_bars",
    "svg",
    "timeline",
    "transition_map",
]

_OF_FILES = ("png", "svg")


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"placebench.plots.{'render' if name in _OF_FILES else 'charts'}"), name)
