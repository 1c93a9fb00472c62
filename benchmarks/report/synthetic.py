"""A made-up dataset of many places: governance features and ratings, each with a quote."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from placebench.dataset import Dataset, Part
from placebench.model import (
    Assessment,
    ClaimRecord,
    Evidence,
    Framework,
    Governance,
    Place,
    Row,
    Source,
    Stage,
    System,
    Theme,
)
from placebench.model.vocabularies import FEATURES

SEED = 7
_FRAMEWORK = "system-0/example-matrix-00000000"
_SYSTEMS, _STAGES = 20, 4
_STATED, _RATED = 0.4, 0.7


def synthetic(places: int, features: int, themes: int) -> Dataset:
    """Return a dataset of places of which some features are stated and some themes rated.

    Args:
        places: Number of places.
        features: Number of governance features, the first of the model.
        themes: Number of themes of its framework.
    """
    chance = random.Random(SEED)  # noqa: S311 - made-up data
    ids = [f"system-{at % _SYSTEMS}/place-{at}" for at in range(places)]
    facts: list[Governance | Assessment] = [
        *_governance(ids, list(FEATURES)[:features], chance),
        *_assessments(ids, themes, chance),
    ]
    rows: dict[str, tuple[Row, ...]] = {
        "systems": tuple(System(system_id=f"system-{at}", name=f"System {at}") for at in range(_SYSTEMS)),
        "places": tuple(
            Place(place_id=one, system_id=one.partition("/")[0], name=f"Place {at}")
            for at, one in enumerate(ids)
        ),
        "sources": tuple(map(_source, sorted({fact.source_id for fact in facts}))),
        "governance": tuple(fact for fact in facts if isinstance(fact, Governance)),
        "assessments": tuple(fact for fact in facts if isinstance(fact, Assessment)),
        "evidence": tuple(_evidence(*one) for one in enumerate(facts)),
        "claims": tuple(_claims(ids)),
        **_framework(themes),
    }
    return Dataset.build([Part("synthetic", rows)], build_version="1")


def _governance(ids: list[str], features: list[str], chance: random.Random) -> Iterator[Governance]:
    for place in ids:
        for feature in features:
            if chance.random() < _STATED:
                yield Governance(
                    fact_id=_hex(place, feature), system_id=place.partition("/")[0], place_id=place,
                    feature=feature, body_kind="partnership", source_id=_hex(place), importer="example 1",
                    status=chance.choice(("in_place", "in_place", "planned", "absent")),
                )  # fmt: skip


def _assessments(ids: list[str], themes: int, chance: random.Random) -> Iterator[Assessment]:
    for place in ids:
        for theme in range(1, themes + 1):
            if chance.random() < _RATED:
                low = chance.randint(1, _STAGES)
                yield Assessment(
                    fact_id=_hex(place, "rated", theme), system_id=place.partition("/")[0], place_id=place,
                    framework_id=_FRAMEWORK, theme_id=f"{_FRAMEWORK}/{theme}", stage_low=low,
                    stage_high=min(_STAGES, low + chance.randint(0, 1)), kind="self", assessor="Board",
                    source_id=_hex(place), importer="example 1",
                )  # fmt: skip


def _framework(themes: int) -> dict[str, tuple[Row, ...]]:
    framework = Framework(
        framework_id=_FRAMEWORK, name="Example matrix", publisher="Example", system_id="system-0"
    )
    stages = tuple(
        Stage(stage_id=f"{_FRAMEWORK}/stage-{n}", framework_id=_FRAMEWORK, number=n, name=f"Stage {n}")
        for n in range(1, _STAGES + 1)
    )
    named = tuple(
        Theme(
            theme_id=f"{_FRAMEWORK}/{n}", framework_id=_FRAMEWORK, number=n, name=f"Theme {n}", label=f"{n}"
        )
        for n in range(1, themes + 1)
    )
    return {"frameworks": (framework,), "stages": stages, "themes": named}


def _source(source_id: str) -> Source:
    return Source(
        source_id=source_id, sha256=source_id * 4, media_type="text/plain", characters=1000,
        path=f"{source_id}.txt",
    )  # fmt: skip


def _evidence(at: int, fact: Governance | Assessment) -> Evidence:
    table = type(fact).__table__
    return Evidence(
        evidence_id=_hex("evidence", at), fact_id=str(fact.fact_id), table=table,
        source_id=str(fact.source_id), quote_number=1, part=1, start=10 * at, end=10 * at + 60,
        quote=f"A sentence of about sixty characters that states number {at}.",
    )  # fmt: skip


def _claims(ids: list[str]) -> Iterator[ClaimRecord]:
    for place in ids:
        for table in ("governance", "assessments"):
            yield ClaimRecord(
                source_id=_hex(place), importer="example 1", table=table, rank=3, places=(place,), won=True,
                outcome="read",
            )  # fmt: skip


def _hex(*key: object) -> str:
    return hashlib.sha256("-".join(map(str, key)).encode()).hexdigest()[:16]
