"""A small dataset that breaks no rule: one document, one importer, a board and a framework."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from placebench.dataset import Dataset, Part
from placebench.model import (
    ClaimRecord,
    Evidence,
    Exercise,
    Framework,
    Governance,
    Membership,
    Place,
    Row,
    Source,
    System,
)

SOURCE_ID = "a" * 16
QUOTE = "Example Board"


def evidence(number: int, table: str, row_id: str) -> Evidence:
    return Evidence(
        evidence_id=f"{number:016x}",
        fact_id=row_id,
        table=table,
        source_id=SOURCE_ID,
        quote_number=1,
        part=1,
        start=100 * number,
        end=100 * number + len(QUOTE),
        quote=QUOTE,
    )


HOST: dict[str, Any] = {"source_id": SOURCE_ID, "importer": "example 1"}
FACT: dict[str, Any] = {**HOST, "system_id": "bob", "place_id": "bob/oxfordshire"}
DOCUMENT: dict[str, tuple[Row, ...]] = {
    "sources": (
        Source(
            source_id=SOURCE_ID, sha256="a" * 64, media_type="text/plain", characters=5000, path="board.txt"
        ),
    ),
    "claims": (ClaimRecord(source_id=SOURCE_ID, importer="example 1", won=True, outcome="read"),),
}
READ: dict[str, tuple[Row, ...]] = {
    "systems": (System(system_id="bob", name="A system"),),
    "places": (Place(place_id="bob/oxfordshire", system_id="bob", name="A place"),),
    "frameworks": (Framework(framework_id="bob/maturity", name="A framework", system_id="bob"),),
    "governance": (
        Governance(fact_id="1" * 16, feature="board", value="Example Board", **FACT),
        Governance(fact_id="2" * 16, feature="shared_vision", **FACT),
    ),
    "memberships": (Membership(fact_id="3" * 16, sectors=("acute", "vcse"), **FACT),),
    "exercises": (
        Exercise(fact_id="4" * 16, framework_id="bob/maturity", step="adopted", text="taken up", **FACT),
    ),
    "evidence": (
        evidence(1, "governance", "1" * 16),
        evidence(2, "governance", "2" * 16),
        evidence(3, "memberships", "3" * 16),
        evidence(4, "exercises", "4" * 16),
        evidence(5, "frameworks", "bob/maturity"),
    ),
}


@pytest.fixture
def document_part() -> Part:
    """The source and the claims of the document."""
    return Part("d" * 64, DOCUMENT)


@pytest.fixture
def read_part() -> Part:
    """What the importer read."""
    return Part("e" * 64, READ)


@pytest.fixture
def parts(document_part: Part, read_part: Part) -> tuple[Part, ...]:
    """Both parts."""
    return (document_part, read_part)


@pytest.fixture
def dataset(parts: tuple[Part, ...]) -> Dataset:
    """The dataset of both parts."""
    return Dataset.build(parts, build_version="1")


@pytest.fixture
def newer(document_part: Part, read_part: Part) -> Dataset:
    """Another dataset for the same folder: the system has another name."""
    renamed = (System(system_id="bob", name="Another name"),)
    changed = Part("f" * 64, {**read_part.rows, "systems": renamed})
    return Dataset.build((document_part, changed), build_version="1")


@pytest.fixture
def changed(parts: tuple[Part, ...]) -> Any:
    """Return what builds the dataset with the first row of a table changed."""

    def build(table: str, /, **values: object) -> Dataset:
        return Dataset.build([_with_first_row(part, table, values) for part in parts], build_version="1")

    return build


def _with_first_row(part: Part, table: str, values: dict[str, object]) -> Part:
    if table not in part.rows:
        return part
    first, *others = part.rows[table]
    return Part(part.key, {**part.rows, table: (attrs.evolve(first, **values), *others)})  # type: ignore[misc]
