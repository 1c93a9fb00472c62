"""Pictures of what methods found: each function takes results and returns an Altair chart.

Colour is never the only sign, what is not stated has a mark of its own, and no picture ranks places.
"""

from __future__ import annotations

from importlib.util import find_spec

from placebench.errors import UsageError

if find_spec("altair") is None:
    raise UsageError(
        "the library altair, which draws pictures",
        "none",
        where="report",
        hint="install it with: pip install 'placebench[charts]'",
    )

from placebench.plots.answers import answer_map, coverage_map
from placebench.plots.distribution import stage_bars
from placebench.plots.dumbbell import dumbbell
from placebench.plots.hasse import hasse_diagram
from placebench.plots.neighbours import against_peers, all_against_peers, peer_distances
from placebench.plots.overlap import overlap_map
from placebench.plots.ranks import rank_ranges
from placebench.plots.render import png, svg
from placebench.plots.shares import share_bars
from placebench.plots.stages import stage_map
from placebench.plots.standing import status_bars
from placebench.plots.timeline import timeline
from placebench.plots.transitions import transition_map

__all__ = [
    "against_peers",
    "all_against_peers",
    "answer_map",
    "coverage_map",
    "dumbbell",
    "hasse_diagram",
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
