"""What a picture of a result shows, in a sentence: each comes from a rule with its n, and judges nothing.

A rule gives nothing where there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.benchmark import Result
from placebench.benchmark.peers.nearest import said_of_each
from placebench.benchmark.stated.notes import counted
from placebench.model.vocabularies import DELEGATION_TO
from placebench.plots.dumbbells import both_known
from placebench.plots.labels import words
from placebench.plots.levels import services
from placebench.plots.neighbours import beside_peers, told
from placebench.plots.shares import in_place
from placebench.plots.standing import answered

_PLACES = ("place", "places")
_MOST_NAMES = 3
_MOST_LEVEL = 4
_PARTNERSHIP = "partnership"
_MOVES = ("up", "same", "down", "undecided")
_SUBJECTS = {
    "arrangements": "Form of governance",
    "member_sectors": "Sector of members",
    "priority_topics": "Topic of priorities",
    "chair_sectors": "A chair or co-chair",
    "lead_employers": "Who leads for the place",
    "pooled_budgets": "A pooled budget",
}


def most_in_place(result: Result) -> str | None:
    """Name the answers that are in place most often, or say how many share that position."""
    found = in_place(result)
    if found.is_empty():
        return None
    most, of = max(found["places"]), found["of_all"][0]
    subject = _SUBJECTS.get(result.name, "Answer")
    top = sorted(words(value) for value in found.filter(pl.col("places") == most)["value"])
    stated = counted(found["of_stated"][0], "states", "state")
    each = "each in place for " if len(top) > 1 else ""
    general_of = found.filter(pl.col("places") == most)["places_said_of_each"].to_list()
    spread = general_of[0] if len(top) == 1 else 0
    general = f", {spread} of them by a statement on each place of their system" if spread else ""
    places = f"({each}{most} of {counted(of, *_PLACES)}{general}; {stated} any answer)"
    named = _joined(top) if len(top) <= _MOST_LEVEL else f"{len(top)} answers are level"
    return f"{subject}, most often in place: {named} {places}."


def stated_and_in_place(result: Result) -> str | None:
    """Say for how many places something is stated, and for how many of these it is in place."""
    found = answered(result)
    if found.is_empty():
        return None
    return f"{_SUBJECTS.get(result.name, 'An answer')}: {_how_firmly(found)}."


def authority_passed(result: Result) -> str | None:
    """Say for how many places authority has passed to a partnership, or not; of other receivers apart."""
    found = answered(result).with_columns(pl.col("item").str.split(":").list.last().alias("receiver"))
    if found.is_empty():
        return None
    of = counted(found["of_all"][0], *_PLACES)
    stated, passed = _passed(found.filter(receiver=_PARTNERSHIP))
    said = f"Authority passed to a partnership, or not: stated for {stated or 'none'} of {of}, "
    said = f"{said}passed at {passed or 'none'}"
    receivers = set(found["receiver"])
    others = [kind for kind in DELEGATION_TO.codes if kind in receivers - {_PARTNERSHIP}]
    named = {kind: f"{'an' if kind == 'officer' else 'a'} {kind}" for kind in others}
    named |= {other: words(other) for other in sorted(receivers - set(DELEGATION_TO.codes))}
    apart = [f"to {name} at {at}" for kind, name in named.items()
             if (at := _passed(found.filter(receiver=kind))[1])]  # fmt: skip
    return f"{said}. Apart from that, {', '.join(apart)}." if apart else f"{said}."


def denied_of_all(result: Result) -> str | None:
    """Say how denials that name no scope are counted; nothing where there is none."""
    derived = answered(result).filter(pl.col("places_derived").fill_null(0) > 0, pl.col("status") == "absent")
    if derived.is_empty():
        return None
    places = counted(derived["place_ids"].explode().n_unique(), *_PLACES)
    return (
        f"A denial of any delegation at {places} names no scope: the picture counts it as none, N*, under "
        "the scopes that sources name elsewhere, and the table of places has it once, under scope not named."
    )


def _passed(found: pl.DataFrame) -> tuple[int, int]:
    """Return how many places state something of a delegation, and at how many one is in place."""
    there = (pl.col("status") == "in_place") & (pl.col("value").fill_null("") != "none")
    stated, passed = (rows["place_ids"].explode().drop_nulls() for rows in (found, found.filter(there)))
    return stated.n_unique(), passed.n_unique()


def levels_of_services(result: Result) -> str | None:
    """Count services by what is said of the levels that do a part of them, the commonest first."""
    found = services(result)
    if found.is_empty():
        return None
    groups = found.group_by("group").len().sort("len", "group", descending=[True, False])
    said = [f"{number} at {group}" for group, number in groups.iter_rows()]
    rest = len(said) - _MOST_NAMES
    more = f"; {counted(rest, 'further kind', 'further kinds')}" if rest > 0 else ""
    of = counted(found.height, "service", "services")
    firmly = _how_firmly(answered(result), "services of ")
    return f"Of {of}, {_who_puts(answered(result))} {'; '.join(said[:_MOST_NAMES])}{more}. This is {firmly}."


def _who_puts(found: pl.DataFrame) -> str:
    """Say how many documents speak, and of which systems' places."""
    documents = found["sources"].explode().drop_nulls().n_unique()
    systems = sorted(set(found["place_ids"].explode().str.split("/").list.first()))
    whose = f"places of {_joined(systems)}" if len(systems) <= _MOST_NAMES else f"{len(systems)} systems"
    verb = "puts" if documents == 1 else "put"
    return f"{counted(documents, 'document', 'documents')} on {whose} {verb}"


def _joined(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _how_firmly(found: pl.DataFrame, whose: str = "") -> str:
    is_there = found.filter(pl.col("status") == "in_place")
    stated, there = (rows["place_ids"].explode().n_unique() for rows in (found, is_there))
    in_place_for = there if is_there.height else "none"
    those = "services of " if whose and is_there.height else ""
    of = counted(found["of_all"][0], *_PLACES)
    return f"stated for {whose}{stated} of {of}, in place for {those}{in_place_for}"


def stages_known(result: Result) -> str | None:
    """Say of how many places a stage, or a bound on one, is known."""
    n = result.denominators
    if not n.get("places_known"):
        return None
    documentary = set(result.frame.filter("known")["basis"]) == {"documentary"}
    subject = "Rules bound the stage" if documentary else "Ratings give a stage"
    return (
        f"{subject} of {n['places_known']} of {counted(n['places'], *_PLACES)} on one or more of "
        f"{counted(n['themes'], 'theme', 'themes')}."
    )


def assessors_disagree(result: Result) -> str | None:
    """Say in how many cells assessors of one kind disagree; nothing where none has two."""
    known = result.frame.filter("known", pl.col("n_assessors") > 1)
    if known.is_empty():
        return None
    apart = known.filter("conflict").height
    of = counted(known.height, "cell", "cells")
    marked = ", marked with !; the cell holds all their stages" if apart else ""
    return (
        f"Assessors of one kind disagree in {apart or 'none'} of {of} that two or more of them rated{marked}."
    )


def ratings_aside(result: Result) -> str | None:
    """Say that ratings are no statements that are listed where sources disagree, and where theirs is said."""
    apart = assessors_disagree(result)
    if apart is None:
        return None
    said = apart.partition(", marked")[0].removesuffix(".")
    return f"Ratings are not in this list: {said[:1].lower()}{said[1:]}; see Maturity and Agreement."


def assessors_agree(result: Result) -> str | None:
    """Say how far assessors of one kind agree, over all themes; nothing where none has two."""
    whole = result.frame.filter(pl.col("theme_id").is_null())
    said = []
    for row in whole.iter_rows(named=True):
        cells = counted(row["n_two"], "stage", "stages")
        of = f"{cells} of {counted(row['n_places'], *_PLACES)} that two or more {row['basis']} assessors gave"
        if left := row["n_left_out"]:
            of = f"{of} (left out: {left} where one gave a range)"
        figure = "not defined"
        if row["alpha"] is not None:
            figure = f"{row['alpha']:.2f} (95 % interval {row['alpha_low']:.2f} to {row['alpha_high']:.2f})"
        said.append(f"Of {of}, {row['n_equal'] or 'none'} {_is(row['n_equal'])} equal; alpha is {figure}.")
    return " ".join(said) or None


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def stages_counted(result: Result) -> str | None:
    """Say on how many themes enough places are known to count them, and how many are not stated."""
    frame = result.frame
    themes = frame["theme_id"].n_unique()
    told_themes = frame.filter(pl.col("certain").is_not_null())
    if told_themes.is_empty():
        return None
    least, most = min(told_themes["unknown"]), max(told_themes["unknown"])
    places = counted(frame["n_places"][0], *_PLACES)
    unknown = f"{least}" if least == most else f"{least} to {most}"
    rest = f"nothing is known of {unknown} of {places}" if most else f"something is known of all {places}"
    return (
        f"On {told_themes['theme_id'].n_unique()} of {counted(themes, 'theme', 'themes')} enough places are "
        f"known to be counted; there {rest}."
    )


def rank_widths(result: Result) -> str | None:
    """Say how many places have a single rank, and how wide the widest range is; one alone has no rank."""
    known = result.frame.filter(pl.col("n_known") > 0)
    if known.height <= 1:
        return None
    single = known.filter(pl.col("rank_low") == pl.col("rank_high")).height
    widest = known.select((pl.col("rank_high") - pl.col("rank_low") + 1).max()).item()
    return (
        f"Of {counted(known.height, 'place', 'places')} with a known stage, {single or 'none'} "
        f"{'have' if single > 1 else 'has'} one certain rank; the widest range holds "
        f"{widest} of {result.frame['n'][0]} ranks."
    )


def ranked(result: Result) -> str:
    """Say what is known of the order of places; see `rank_widths`."""
    return rank_widths(result) or "A stage of one place only is known, which gives no order."


def ranges_meant(result: Result) -> str | None:
    """Say what ranges of ranks mean and do not; nothing where there is no order."""
    if rank_widths(result) is None:
        return None
    return (
        "This is no league table: a rank is the range that what is stated leaves possible, and a wide range "
        "says that little is known, not that a place is low."
    )


def certain_edges(hasse: Result, ranks: Result) -> str | None:
    """Say between how many pairs of neighbours the order is certain."""
    known = ranks.frame.filter(pl.col("n_known") > 0)["place_id"]
    if len(known) <= 1:
        return None
    among = hasse.frame.filter(
        pl.col("place_id").is_in(known.implode()), pl.col("other_id").is_in(known.implode())
    )
    certain = among.filter(pl.col("kind") == "certain").height
    if not certain:
        return f"No place of {len(known)} with a known stage stands certainly above another."
    steps = counted(certain, "step is", "steps are")
    return f"Of the order of {len(known)} places with a known stage, {steps} certain."


def overlaps(result: Result) -> str | None:
    """Say how many pairs of places share a topic."""
    pairs = result.frame
    if pairs.is_empty():
        return None
    sharing = pairs.filter(pl.col("shared") > 0).height
    places = pl.concat([pairs["place_a"], pairs["place_b"]]).n_unique()
    of = f"{counted(pairs.height, 'pair', 'pairs')} of the {places} places with priorities in place"
    return f"{sharing} of {of} share a topic or more."


def ratings_and_readings(ratings: Result, readings: Result) -> str | None:
    """Say in how many cells the range of a self-assessment meets that of documents."""
    both = both_known(ratings, readings)
    if both.is_empty():
        return None
    cells = both.group_by("place_id", "theme_id").agg(
        (pl.col("low").max() <= pl.col("high").min()).alias("meet")
    )
    places, themes = cells["place_id"].n_unique(), cells["theme_id"].n_unique()
    of = f"{counted(places, *_PLACES)} on {counted(themes, 'theme', 'themes')}"
    return (
        f"Self-assessment and documents both speak of {of}; their ranges meet in {cells['meet'].sum()} of "
        f"{counted(cells.height, 'case', 'cases')}."
    )


def moves(result: Result) -> str | None:
    """Count the moves of stages."""
    frame = result.frame
    if frame.is_empty():
        return None
    count = {move: frame.filter(pl.col("move") == move).height for move in _MOVES}
    return (
        f"Of {counted(frame.height, 'stage', 'stages')} of {counted(frame['place_id'].n_unique(), *_PLACES)} "
        f"known before and after, {count['up']} rose, {count['same']} stayed, {count['down']} fell and "
        f"{count['undecided']} cannot be told."
    )


def span_of_time(result: Result) -> str | None:
    """Say from when to when documents and events are, and how many, or that no event has a date."""
    frame = result.frame.filter(pl.col("first").is_not_null())
    if frame.is_empty():
        return None
    kinds = {kind: frame.filter(pl.col("kind") == kind) for kind in ("document", "event")}
    documents = kinds["document"]["words"].n_unique()
    first, last = frame["first"].min().year, frame["last"].max().year  # type: ignore[union-attr]
    years = f"in {first}" if first == last else f"from {first} to {last}"
    amounts = (
        counted(documents, "dated document", "dated documents") if documents else "",
        counted(kinds["event"].height, "dated event", "dated events") if kinds["event"].height else "",
    )
    events = result.denominators.get("events", 0)
    undated = events and kinds["event"].is_empty()
    one = counted(events, "event has", "events have") if undated else ""
    return f"{' and '.join(filter(None, amounts))}, {years}{f'; {one} no date' if undated else ''}."


def comparable(result: Result) -> str | None:
    """Say how many places share enough with another to be compared."""
    if told(result).is_empty():
        return None
    n = result.denominators
    return (
        f"{n['places_comparable']} of {counted(n['places'], *_PLACES)} share enough stated features with "
        f"another to be compared{said_of_each(result.frame.to_dicts())}."
    )


def beside(intervals: Result, peers: Result) -> str | None:
    """Say for how many places, on how many themes, a known stage stands beside that of a peer."""
    rows = beside_peers(intervals, peers)
    if rows.is_empty():
        return None
    places = rows["panel_id"].n_unique()
    themes = rows["theme_id"].n_unique()
    return (
        f"{places} of {counted(intervals.denominators['places'], *_PLACES)} can be set beside a peer with a "
        f"known stage, on {counted(themes, 'theme', 'themes')}."
    )


def known_to_two(result: Result) -> str | None:
    """Say on how many themes two kinds of assessment know the same place."""
    themes = result.frame.filter(pl.col("theme_id").is_not_null())
    if themes.is_empty():
        return None
    known = themes.filter(pl.col("n_both") > 0)["theme_id"].n_unique()
    of = counted(themes["theme_id"].n_unique(), "theme", "themes")
    return f"On {known} of {of} two kinds of assessment speak of the same place."


def commitments_said(result: Result) -> str:
    """Say how many systems say what their partnerships are for or will do."""
    said = result.frame.select(pl.col("of_stated").max()).item() or 0
    of = counted(result.frame["of_all"][0], "system", "systems")
    return f"{said} of {of} {'says' if said == 1 else 'say'} what partnerships are for or will do."


def configurations_seen(result: Result) -> str | None:
    """Say how many of the possible configurations have a case for certain."""
    if result.frame.is_empty():
        return None
    seen = result.frame.filter(pl.col("n_low") > 0).height
    rows = counted(result.frame.height, "possible configuration", "possible configurations")
    cases = counted(result.denominators["cases"], "case", "cases")
    return f"{seen} of {rows} certainly have a case, of {cases}."


def facts_compared(result: Result) -> str | None:
    """Say of how many places what is stated can be set against what was stated before."""
    n = result.denominators
    return (
        f"Places that are spoken of: {n['places_before']} before, {n['places_after']} after; "
        f"{n['places_compared']} can be compared."
    )
