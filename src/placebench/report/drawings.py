"""Every picture of the report: what draws it, what says what it shows, and how to read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs
import polars as pl

from placebench.benchmark import Comparison, Result
from placebench.plots.answers import coverage_map
from placebench.plots.distribution import stage_bars
from placebench.plots.dumbbells import dumbbell
from placebench.plots.grammar import Chart
from placebench.plots.hasse import hasse_diagram
from placebench.plots.levels import level_map, services
from placebench.plots.neighbours import all_against_peers, beside_peers, peer_distances, told
from placebench.plots.overlap import overlap_map
from placebench.plots.ranks import rank_ranges
from placebench.plots.shares import share_bars
from placebench.plots.stages import stage_map
from placebench.plots.standing import answered, status_bars
from placebench.plots.timelines import DOCUMENT, EVENT, timeline
from placebench.plots.transitions import transition_map
from placebench.report import findings
from placebench.report.prepared import DOCUMENTARY
from placebench.report.sentences import covered

Finding = Callable[..., str | None]

_NO_LIMIT = 1_000_000
_ONE_A_SCOPE = (
    " Each place counts once for each scope: what is there, planned, in discussion or denied goes before an "
    "option or what is required. The table of places has every statement."
)


@attrs.frozen
class Drawing:
    """How one picture is made.

    Attributes:
        results: Names of the results that it shows; the first is that of its table.
        chart: What draws it, from the results.
        finding: What says in a sentence what it shows, from the results; None for nothing.
        key: How to read it, or what says so from the results.
        size: How large it would be, in marks, places or pairs.
        most: How large it can be and still be read.
    """

    results: tuple[str, ...]
    chart: Callable[..., Chart]
    finding: Finding
    key: str | Callable[..., str]
    size: Callable[..., int] = lambda *_: 0
    most: int = _NO_LIMIT


def _coverage(result: Result) -> str | None:
    if not isinstance(result, Comparison) or result.stated.is_empty():
        return None
    return covered(result)


def _timeline(result: Result) -> Chart:
    return timeline(result.frame)


def _timeline_key(result: Result) -> str:
    dated = result.frame.filter(pl.col("first").is_not_null())
    kinds = set(dated["kind"])
    said = {
        DOCUMENT: "Diamond: document, at the dates of its ratings where it has none of its own.",
        EVENT: "Circle: event.",
    }
    roughly = (dated["first"] < dated["last"]).any()
    bar = ["A bar: known to the month or year only."] if roughly else []
    apart = ["Marks of about the same date stand one above the other."]
    return " ".join([*(words for kind, words in said.items() if kind in kinds), *bar, *apart])


def _known(ranks: Result) -> int:
    return ranks.frame.filter(pl.col("n_known") > 0).height


def _shares(result: str) -> Drawing:
    key = (
        "Bar: share of all places. Diamond: share of the places that state any answer. Lines: 95 % "
        "intervals. Only what is in place."
    )
    return Drawing((result,), share_bars, findings.most_in_place, key)


def _standings(result: str, finding: Finding = findings.stated_and_in_place, more: str = "") -> Drawing:
    key = (
        "Each bar is an answer, its numbers are places; the letter says how firmly it is stated. Hatched are "
        "places that do not state this answer; blank, those for which no source was read. One place can "
        "stand in several bars. *: derived by a rule, "
        "which the notes give; the source does not say it of this answer itself."
    )
    return Drawing(
        (result,), status_bars, finding, f"{key}{more}",
        size=lambda counted: answered(counted).height, most=60,
    )  # fmt: skip


def _of_intervals(suffix: str) -> Mapping[str, Drawing]:
    ending = suffix.replace("_", "-")
    return {
        f"stage-map{ending}": Drawing(
            (f"maturity{suffix}",), stage_map, findings.stages_known,
            "The number is the stage. Two halves: the lowest and the highest stage that are possible. "
            f"Hatched: not stated. !: {'documents contradict' if suffix else 'assessors disagree'}.",
        ),
        f"stage-bars{ending}": Drawing(
            (f"maturity_distribution{suffix}",), stage_bars, findings.stages_counted,
            "2×3 within a bar: stage 2, three places. ?: their stage is not certain. Hatched, with a dot: "
            "places of which nothing is stated.",
        ),
        f"rank-ranges{ending}": Drawing(
            (f"ranks{suffix}",), rank_ranges, findings.rank_widths,
            "Places by the alphabet. The bar holds every rank that a place can have; the line is a mean over "
            "all orders that agree with what is stated, and no result by itself.",
        ),
        f"against-peers{ending}": Drawing(
            (f"maturity{suffix}", "peers"), all_against_peers, findings.beside,
            "Dots: the lowest and the highest stage that the place may have. Squares: those of its peers. "
            "Only themes on which the place and a peer are known.",
            size=lambda intervals, peers: beside_peers(intervals, peers)["panel_id"].n_unique(), most=12,
        ),
        f"hasse-diagram{ending}": Drawing(
            (f"hasse{suffix}", f"ranks{suffix}"), hasse_diagram, findings.certain_edges,
            "A full line leads from a place down to one that certainly stands below. Dashed: one may stand "
            "above the other. Height says nothing without a full line.",
            size=lambda _, ranks: _known(ranks), most=30,
        ),
    }  # fmt: skip


DRAWINGS: Mapping[str, Drawing] = {
    "coverage-map": Drawing(
        ("coverage",), coverage_map, _coverage,
        "A number: how many facts are stated; it says nothing of what is in place. N: stated to be absent. "
        "Hatched: a source was read and does not state it. Blank: no source was read for it.",
    ),
    "arrangements": _shares("arrangements"),
    "pooled-budgets": _standings("pooled_budgets"),
    "member-sectors": _shares("member_sectors"),
    "chair-sectors": _standings("chair_sectors"),
    "lead-employers": _standings("lead_employers"),
    "delegations": _standings("delegations", findings.authority_passed, _ONE_A_SCOPE),
    "service-levels": Drawing(
        ("remits",), level_map, findings.levels_of_services,
        "Numbers are places; the letter says how firmly it is stated. Services stand under what is said of "
        "them. An empty cell: no source says this of the service.",
        size=lambda counted: services(counted).height, most=60,
    ),
    "priority-topics": _shares("priority_topics"),
    "priority-overlap": Drawing(
        ("priority_overlap",), overlap_map, findings.overlaps,
        "Of the topics that either place lists, those that both list.",
        size=lambda result: result.frame.height, most=300,
    ),
    **_of_intervals(""),
    **_of_intervals(DOCUMENTARY),
    "self-and-documents": Drawing(
        ("maturity", f"maturity{DOCUMENTARY}"), dumbbell, findings.ratings_and_readings,
        "Dots: the range of the place's own assessment. Squares: the bounds that rules draw from documents.",
        size=lambda ratings, _: ratings.denominators["places_known"], most=60,
    ),
    "peer-distances": Drawing(
        ("peers",), peer_distances, findings.comparable,
        "Dot: distance over the features that both state, in brackets their number. Line: from the least to "
        "the greatest distance that what is not stated leaves possible.",
        size=lambda result: told(result).height, most=120,
    ),
    "stage-transitions": Drawing(
        ("stage_transitions",), transition_map, findings.moves,
        "Each number counts stages of places by theme. Framed: nothing moved; right of it stages rose.",
    ),
    "timeline": Drawing(
        ("timeline",), _timeline, findings.span_of_time, _timeline_key,
    ),
}  # fmt: skip
"""Every picture, by its name."""
