"""Every picture as an Altair chart, for notebooks: to be shown, changed and joined with others."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from placebench.errors import UsageError
from placebench.plots import (
    answers,
    distribution,
    dumbbells,
    hasse,
    levels,
    neighbours,
    overlap,
    ranks,
    shares,
    stages,
    standing,
    timelines,
    transitions,
)
from placebench.plots.grammar import Chart

try:
    import altair as alt
except ModuleNotFoundError as error:
    hint = "install it with: pip install 'placebench[charts]'"
    raise UsageError("the library altair, which notebooks show", "none", where="plots", hint=hint) from error

_Given = ParamSpec("_Given")


def _in_altair(described: Callable[_Given, Chart]) -> Callable[_Given, alt.TopLevelMixin]:
    @wraps(described)
    def chart(*given: _Given.args, **named: _Given.kwargs) -> alt.TopLevelMixin:
        made: alt.TopLevelMixin = alt.Chart.from_dict(described(*given, **named).to_dict())
        return made

    return chart


against_peers = _in_altair(neighbours.against_peers)
all_against_peers = _in_altair(neighbours.all_against_peers)
answer_map = _in_altair(answers.answer_map)
coverage_map = _in_altair(answers.coverage_map)
dumbbell = _in_altair(dumbbells.dumbbell)
hasse_diagram = _in_altair(hasse.hasse_diagram)
level_map = _in_altair(levels.level_map)
overlap_map = _in_altair(overlap.overlap_map)
peer_distances = _in_altair(neighbours.peer_distances)
rank_ranges = _in_altair(ranks.rank_ranges)
share_bars = _in_altair(shares.share_bars)
stage_bars = _in_altair(distribution.stage_bars)
stage_map = _in_altair(stages.stage_map)
status_bars = _in_altair(standing.status_bars)
timeline = _in_altair(timelines.timeline)
transition_map = _in_altair(transitions.transition_map)
