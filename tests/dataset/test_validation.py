"""Validation: a sound dataset breaks no rule, and each kind of damage is found by the name of its rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

from placebench.dataset import Dataset, Part, Violation
from placebench.dataset.validation import violations
from placebench.model import FACT_TABLES, Gap

SHORT = "2" * 16


def broken(dataset: Dataset) -> set[tuple[str, str]]:
    return {(violation.rule, violation.table) for violation in dataset.validate()}


def test_a_sound_dataset_breaks_no_rule(dataset: Dataset, tmp_path: Path) -> None:
    assert dataset.validate() == ()
    dataset.save(tmp_path)
    assert Dataset.open(tmp_path).validate() == ()


def test_an_empty_dataset_breaks_no_rule() -> None:
    assert Dataset.build((), build_version="1").validate() == ()


@pytest.mark.parametrize(
    ("table", "values", "rule"),
    [
        ("governance", {"importer": None}, "not-null"),
        ("places", {"name": None}, "not-null"),
        ("governance", {"status": "perhaps"}, "vocabulary"),
        ("memberships", {"sectors": ("acute", "space")}, "vocabulary"),
        ("claims", {"outcome": "fine"}, "vocabulary"),
        ("sources", {"sha256": "A" * 64}, "pattern"),
        ("sources", {"sha256": "a" * 64 + "\n"}, "pattern"),
        ("evidence", {"evidence_id": "x"}, "pattern"),
        ("evidence", {"evidence_id": f"{2:016x}"}, "primary-key"),
        ("frameworks", {"system_id": "lsc"}, "foreign-key"),
        ("claims", {"source_id": "b" * 16}, "foreign-key"),
        ("memberships", {"place_id": "bob/elsewhere"}, "foreign-key"),
        ("exercises", {"framework_id": "bob/other"}, "foreign-key"),
        ("evidence", {"end": 101}, "evidence-length"),
        ("evidence", {"start": 101}, "evidence-length"),
        ("evidence", {"quote": "Example Board!"}, "evidence-length"),
        ("evidence", {"quote": "", "end": 100}, "evidence-length"),
        ("evidence", {"start": -13, "end": 0}, "evidence-length"),
        ("governance", {"value": None, "applies_to": "each_place"}, "place-has-applies-to"),
        ("governance", {"basis": "derived"}, "derived-has-rule"),
        ("governance", {"as_of": dt.date(2023, 3, 1)}, "date-has-precision"),
        ("governance", {"feature": "arrangement"}, "value-fits-feature"),
        ("memberships", {"sectors": ()}, "has-a-sector"),
    ],
)
def test_damage_is_found_by_its_rule_and_no_other(
    changed: Any,
    table: str,
    values: dict[str, Any],
    rule: str,
) -> None:
    assert broken(changed(table, **values)) == {(rule, table)}


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ({"fact_id": SHORT}, {("has-evidence", "governance")}),
        ({"table": "memberships"}, {("has-evidence", "governance"), ("evidence-row", "evidence")}),
        ({"table": "nowhere"}, {("has-evidence", "governance"), ("evidence-row", "evidence")}),
        ({"fact_id": "bob", "table": "systems"}, {("has-evidence", "governance")}),
        (
            {"fact_id": "lsc", "table": "systems"},
            {("has-evidence", "governance"), ("evidence-row", "evidence")},
        ),
        (
            {"fact_id": "x", "table": "claims"},
            {("has-evidence", "governance"), ("evidence-row", "evidence")},
        ),
    ],
)
def test_evidence_that_points_elsewhere(
    changed: Any,
    values: dict[str, str],
    rules: set[tuple[str, str]],
) -> None:
    assert broken(changed("evidence", **values)) == rules


def test_evidence_may_support_a_gap(document_part: Part, read_part: Part) -> None:
    gap = Gap(
        gap_id="9" * 16,
        source_id="a" * 16,
        importer="example 1",
        table="roles",
        what="the chair",
        reason="absent",
    )
    of_gap = attrs.evolve(read_part.rows["evidence"][0], evidence_id="9" * 16, fact_id="9" * 16, table="gaps")  # type: ignore[misc]
    more = Part("f" * 64, {"evidence": (of_gap,)})
    with_gap = Part("b" * 64, {"gaps": (gap,)})
    assert broken(Dataset.build((document_part, read_part, more), build_version="1")) == {
        ("evidence-row", "evidence")
    }
    assert broken(Dataset.build((document_part, read_part, more, with_gap), build_version="1")) == set()


def test_every_fact_is_asked_for_evidence(document_part: Part, read_part: Part) -> None:
    without = Part("e" * 64, {**read_part.rows, "evidence": ()})
    dataset = Dataset.build((document_part, without), build_version="1")
    facts = set(read_part.rows) & set(FACT_TABLES)
    assert broken(dataset) == {("has-evidence", table) for table in facts}


def test_a_violation_says_where_and_what(changed: Any) -> None:
    assert changed("governance", status="perhaps").validate() == (
        Violation(
            rule="vocabulary",
            table="governance",
            row=0,
            keys="fact_id=" + "1" * 16,
            message="status: expected a code of status, found perhaps",
        ),
    )


def test_both_rows_of_a_repeated_key_are_named(changed: Any) -> None:
    found = changed("evidence", evidence_id=f"{2:016x}").validate()
    assert [(violation.rule, violation.row) for violation in found] == [
        ("primary-key", 0),
        ("primary-key", 1),
    ]


def test_a_list_is_shown_as_its_items(changed: Any) -> None:
    (violation,) = changed("memberships", sectors=("acute", "space")).validate()
    assert violation.message == "sectors: expected a code of sector, found acute, space"


def test_violations_are_a_table_that_can_be_counted(changed: Any) -> None:
    frame = changed("sources", source_id="b" * 16).violations()
    assert frame.columns == ["rule", "table", "row", "keys", "message"]
    assert set(frame["rule"]) == {"foreign-key"}
    assert dict(frame.group_by("table").len().iter_rows()) == {
        "governance": 2,
        "memberships": 1,
        "exercises": 1,
        "evidence": 5,
        "claims": 1,
    }


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_what_is_found_does_not_depend_on_how_many_rows_are_held(
    document_part: Part, read_part: Part, rows: int
) -> None:
    board, vision = read_part.rows["governance"]
    first, second, *others = read_part.rows["evidence"]
    damaged = {
        **read_part.rows,
        "governance": (board, attrs.evolve(vision, status="perhaps", importer=None), board, vision),  # type: ignore[misc]
        "evidence": (first, first, *others, attrs.evolve(second, fact_id=SHORT[:-1] + "3", start=-5)),  # type: ignore[misc]
    }
    dataset = Dataset.build((document_part, Part("e" * 64, damaged)), build_version="1")
    frames = {table: dataset.frame(table) for table in dataset.tables}
    whole = violations(frames)
    assert set(whole["rule"]) > {"primary-key", "has-evidence", "evidence-row", "vocabulary", "not-null"}
    assert violations(frames, rows).equals(whole)
