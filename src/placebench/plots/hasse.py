"""The order of places as a diagram: certain edges in full lines, possible ones dashed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import polars as pl

from placebench.benchmark import Result
from placebench.plots.grammar import Chart, field, layer, part, second
from placebench.plots.labels import LABEL, alphabetical, with_labels
from placebench.plots.style import INK, SOFT

_LETTER, _BETWEEN, _LEVEL, _BOX = 7.0, 26.0, 84.0, 24.0
_BOW = 34.0


@attrs.frozen
class _Node:
    key: str
    label: str
    x: float
    y: float
    half: float


def hasse_diagram(hasse: Result, ranks: Result) -> Chart:
    """Return a diagram in which a full line leads down to a place that certainly stands below.

    A dashed line joins places of which one may stand above the other. Equal places share a box. Places of
    which nothing is stated could stand anywhere and are left out.

    Args:
        hasse: Edges, as `benchmark.order.hasse` gives them.
        ranks: The places, as `benchmark.order.ranks` gives them.
    """
    boxes = _boxes(hasse.frame, ranks.frame)
    edges = hasse.frame.filter(pl.col("place_id").is_in(list(boxes)) & pl.col("other_id").is_in(list(boxes)))
    pairs = list(edges.select("place_id", "other_id", "kind").iter_rows())
    certain = [(one, other) for one, other, kind in pairs if kind == "certain"]
    possible = {(min(pair[:2]), max(pair[:2])) for pair in pairs if pair[2] != "certain"}
    nodes = _placed(boxes, _levels(list(boxes), certain))
    width = max(node.x + node.half for node in nodes.values()) + _BETWEEN
    height = max(node.y for node in nodes.values()) + _BOX + _BOW
    lines = [*_lines(certain, nodes, "certainly above"), *_lines(sorted(possible), nodes, "possibly above")]
    return _drawn(list(nodes.values()), lines, width, height)


def _boxes(edges: pl.DataFrame, ranks: pl.DataFrame) -> dict[str, str]:
    """Return the first place of each node, with the names of all its places."""
    told = with_labels(ranks).filter(pl.col("n_known") > 0)
    names = dict(told.select("place_id", LABEL).iter_rows())
    first: dict[str, str] = {
        member: members[0]
        for column in ("members", "other_members")
        for members in edges[column].to_list()
        for member in members
    }
    found: dict[str, list[str]] = {}
    for place, name in names.items():
        found.setdefault(str(first.get(place, place)), []).append(name)
    return {key: " = ".join(alphabetical(together)) for key, together in found.items() if key in names}


def _levels(nodes: Sequence[str], certain: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return how many steps certainly lie below each node, at most."""
    below: dict[str, list[str]] = {node: [] for node in nodes}
    for upper, lower in certain:
        below[upper].append(lower)
    level: dict[str, int] = {}

    def depth(node: str) -> int:
        if node not in level:
            level[node] = 1 + max((depth(one) for one in below[node]), default=-1)
        return level[node]

    return {node: depth(node) for node in nodes}


def _placed(boxes: Mapping[str, str], levels: Mapping[str, int]) -> dict[str, _Node]:
    top = max(levels.values(), default=0)
    rows: dict[int, list[str]] = {}
    for key in sorted(boxes, key=lambda one: boxes[one].casefold()):
        rows.setdefault(levels[key], []).append(key)
    halves = {key: (len(label) * _LETTER + 16) / 2 for key, label in boxes.items()}
    widest = max(sum(2 * halves[key] + _BETWEEN for key in row) for row in rows.values())
    nodes: dict[str, _Node] = {}
    for level, row in rows.items():
        free = (widest - sum(2 * halves[key] for key in row)) / len(row)
        x = free / 2
        for key in row:
            y = (top - level) * _LEVEL + _BOX
            nodes[key] = _Node(key, boxes[key], x + halves[key], y, halves[key])
            x += 2 * halves[key] + free
    return nodes


def _lines(
    pairs: Sequence[tuple[str, str]], nodes: Mapping[str, _Node], kind: str
) -> list[dict[str, object]]:
    found = []
    for upper, lower in pairs:
        one, other = nodes[upper], nodes[lower]
        ends = [(one.x, one.y), (other.x, other.y)]
        if one.y == other.y:
            # Between boxes of one row the line bows below them, else it would run through its neighbours.
            ends.insert(1, ((one.x + other.x) / 2, one.y + 2 * _BOW))
        found += [
            {"edge": f"{upper} {lower} {kind}", "kind": kind, "step": step, "x": x, "y": y}
            for step, (x, y) in enumerate(ends)
        ]
    return found


def _drawn(
    nodes: Sequence[_Node], lines: Sequence[Mapping[str, object]], width: float, height: float
) -> Chart:
    x = field("x:Q", axis=None, scale=part(domain=[0, width], nice=False))
    y = field("y:Q", axis=None, scale=part(domain=[height, 0], nice=False))
    kinds = ["certainly above", "possibly above"]
    schema = {"edge": pl.String, "kind": pl.String, "step": pl.Int64, "x": pl.Float64, "y": pl.Float64}
    edges = (
        Chart(pl.DataFrame(list(lines), schema=schema))
        .mark("line", interpolate="basis")
        .encode(
            x=x, y=y, detail=field("edge:N"), order=field("step:Q"),
            color=field("kind:N", scale=part(domain=kinds, range=[INK, SOFT]), legend=None),
            strokeDash=field(
                "kind:N", scale=part(domain=kinds, range=[[1, 0], [4, 4]]), legend=None
            ),
        )
    )  # fmt: skip
    boxes = Chart(
        pl.DataFrame(
            [
                {"label": one.label, "x": one.x, "y": one.y, "left": one.x - one.half,
                 "right": one.x + one.half, "over": one.y - _BOX / 2, "under": one.y + _BOX / 2}
                for one in nodes
            ]
        )
    )  # fmt: skip
    frames = boxes.mark("rect", fill="white", stroke=INK, cornerRadius=3).encode(
        x=field("left:Q", axis=None), x2=second("right"), y=field("over:Q", axis=None), y2=second("under")
    )
    texts = boxes.mark("text").encode(x=x, y=y, text=field("label:N"))
    return layer(edges, frames, texts, width=width, height=height)
