"""A dataset with ratings: that of some documents, and ratings of its places on the framework in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from placebench.dataset import Dataset, Part
from placebench.model import TABLES, Assessment, ClaimRecord, Evidence, Source
from placebench.schema.arrow import from_arrow

SOURCE = "5e1f" * 4
BEFORE, AFTER = dt.date(2023, 6, 30), dt.date(2024, 6, 30)
_DAYS = {"2023": BEFORE, "2024": AFTER}
# A stage a theme, `.` for no rating; a framework with fewer themes takes as many as it has.
RATINGS = {
    ("bob/buckinghamshire", "2023", "self", "Board"): "2 1 2 1-2 2 1 . 2 1 1",
    ("bob/buckinghamshire", "2024", "self", "Board"): "3 2 2 2-3 2 2 . 2 2 1",
    ("bob/oxfordshire", "2024", "self", "Board"): "3 2 3 3 2 2 1-2 . 3 2",
    ("bob/oxfordshire", "2024", "self", "Executive"): "3 2 2 3 2 1 1 . 1 2",
    ("bob/oxfordshire", "2024", "peer", "Reviewers"): "2 2 . 3 2 1-3 . . 2 .",
    ("bob/berkshire-west", "2024", "self", "Board"): "2 1 2 2 1 . . 1-2 2 1",
    ("lsc/lancashire-north", "2024", "self", "Board"): "4 3 2 3 3 3 2 2 . 3",
}


def rated(dataset: Dataset) -> Dataset:
    """Return a dataset with ratings of its places added, each with its words."""
    rows = {name: tuple(from_arrow(kind, dataset[name])) for name, kind in TABLES.items()}
    known = {place.place_id for place in rows["places"]}
    facts = [one for one in _assessments(rows["themes"]) if one.place_id in known]
    places = tuple(sorted({one.place_id for one in facts}))
    claim = ClaimRecord(
        source_id=SOURCE, importer="example 1", table="assessments", rank=3, places=places, won=True,
        outcome="read",
    )  # fmt: skip
    source = Source(
        source_id=SOURCE, sha256=SOURCE * 4, title="Ratings of places", publisher="Example ICB",
        document_type="self_assessment", published=AFTER, published_precision="day",
        media_type="text/plain", characters=10_000, path="ratings.txt",
    )  # fmt: skip
    more = {
        "assessments": facts,
        "evidence": [_evidence(*one) for one in enumerate(facts)],
        "sources": [source],
        "claims": [claim],
    }
    together = {name: (*rows[name], *more.get(name, ())) for name in rows}
    return Dataset.build([Part("rated", together)], build_version="1")


def _assessments(themes: tuple) -> Iterator[Assessment]:
    ordered = sorted(themes, key=lambda theme: theme.number)
    for (place, year, kind, assessor), stages in RATINGS.items():
        for theme, said in zip(ordered, stages.split(), strict=False):
            if said != ".":
                low, _, high = said.partition("-")
                yield Assessment(
                    fact_id=_identifier(place, year, kind, assessor, theme.number),
                    system_id=place.partition("/")[0], place_id=place, source_id=SOURCE,
                    importer="example 1", as_of=_DAYS[year], as_of_precision="day",
                    framework_id=theme.framework_id, theme_id=theme.theme_id, stage_low=int(low),
                    stage_high=int(high or low), kind=kind, assessor=assessor,
                )  # fmt: skip


def _evidence(position: int, fact: Assessment) -> Evidence:
    start = 8 * position
    return Evidence(
        evidence_id=_identifier("evidence", fact.fact_id), fact_id=fact.fact_id, table="assessments",
        source_id=SOURCE, quote_number=1, part=1, start=start, end=start + 7, quote=f"Stage {fact.stage_low}",
    )  # fmt: skip


def _identifier(*key: object) -> str:
    return hashlib.sha256("-".join(map(str, key)).encode()).hexdigest()[:16]
