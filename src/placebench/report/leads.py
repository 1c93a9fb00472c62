"""What the page says of each result before it is shown, in sentences from rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from placebench.benchmark import Comparison, Result
from placebench.benchmark.stated.notes import counted
from placebench.report import findings
from placebench.report.sentences import covered, disagreement, most_stated, side_by_side, stated_of

_SUBJECTS: Mapping[str, str] = {
    "governance": "a feature of governance",
    "membership": "a member",
    "leadership": "a leading post",
    "delegation": "to whom authority has passed, or that it has not,",
    "priorities": "a priority",
}
_RULES: Mapping[str, Callable[[Result], str | None]] = {
    "arrangements": findings.most_in_place,
    "member_sectors": findings.most_in_place,
    "priority_topics": findings.most_in_place,
    "pooled_budgets": findings.stated_and_in_place,
    "chair_sectors": findings.stated_and_in_place,
    "lead_employers": findings.stated_and_in_place,
    "delegations": findings.authority_passed,
    "remits": findings.levels_of_services,
    "priority_overlap": findings.overlaps,
    "commitment_themes": findings.commitments_said,
    "maturity": findings.stages_known,
    "maturity_documentary": findings.stages_known,
    "ranks": findings.ranked,
    "raters": findings.known_to_two,
    "assessors": findings.assessors_agree,
    "truth_table": findings.configurations_seen,
    "fact_changes": findings.facts_compared,
    "peers": findings.comparable,
    "stage_transitions": findings.moves,
    "timeline": findings.span_of_time,
}


def leads(result: Result) -> Iterator[str]:
    """Yield the sentences on a result; none where no rule speaks of it."""
    if isinstance(result, Comparison) and result.name == "coverage":
        yield covered(result)
        return
    if isinstance(result, Comparison) and result.name in _SUBJECTS:
        yield stated_of(result, _SUBJECTS[result.name])
        yield from filter(None, (most_stated(result), disagreement(result), side_by_side(result)))
        return
    if result.name == "conflicts":
        yield _conflicts(result)
    elif sentence := _RULES.get(result.name, _nothing)(result):
        yield sentence
    if result.name == "delegations":
        yield from filter(None, [findings.denied_of_all(result)])
    if result.name == "ranks":
        yield from filter(None, [findings.ranges_meant(result)])
    if result.name == "maturity":
        yield from filter(None, [findings.assessors_disagree(result)])


def _nothing(_: Result) -> None:
    return None


def _conflicts(result: Result) -> str:
    cells = result.frame.select("place_id", "item").n_unique()
    places = result.frame["place_id"].n_unique()
    return (
        f"Sources disagree on {counted(cells, 'item', 'items')} of {counted(places, 'place', 'places')}; "
        f"each statement stands with its date."
    )
