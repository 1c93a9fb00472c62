"""Pictures of what methods found: each function takes results and returns an Altair chart.

Colour is never the only sign, what is not stated has a mark of its own, and no picture ranks places. Every
function is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from placebench.errors import UsageError

if find_spec("altair") is None:
    raise UsageError(
        "the library altair, which draws pictures",
        "none",
        where="report",
        hint="install it with: pip install 'placebench[charts]'",
    )

if TYPE_CHECKING:
    from placebench.plots.answers import answer_map, coverage_map
    from placebench.plots.distribution import stage_bars
    from placebench.plots.dumbbells import dumbbell
    from placebench.plots.hasse import hasse_diagram
    from placebench.plots.levels import level_map
    from placebench.plots.neighbours import against_peers, all_against_peers, peer_distances
    from placebench.plots.overlap import overlap_map
    from placebench.plots.ranks import rank_ranges
    from placebench.plots.render import png, svg
    from placebench.plots.shares import share_bars
    from placebench.plots.stages import stage_map
    from placebench.plots.standing import status_bars
    from placebench.plots.timelines import timeline
    from placebench.plots.transitions import transition_map

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

_HOMES = {
    "answers": ("answer_map", "coverage_map"),
    "distribution": ("stage_bars",),
    "dumbbells": ("dumbbell",),
    "hasse": ("hasse_diagram",),
    "levels": ("level_map",),
    "neighbours": ("against_peers", "all_against_peers", "peer_distances"),
    "overlap": ("overlap_map",),
    "ranks": ("rank_ranges",),
    "render": ("png", "svg"),
    "shares": ("share_bars",),
    "stages": ("stage_map",),
    "standing": ("status_bars",),
    "timelines": ("timeline",),
    "transitions": ("transition_map",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"placebench.plots.{_HOME_OF[name]}"), name)
