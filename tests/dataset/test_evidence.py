"""From a row back to the words that say it, with the document that they stand in."""

from __future__ import annotations

from pathlib import Path

import attrs

from placebench.dataset import Dataset, Part, evidence_of
from placebench.model import Evidence


def test_a_row_gives_its_quotes_with_their_source(dataset: Dataset, read_part: Part, tmp_path: Path) -> None:
    dataset.save(tmp_path)
    (quoted,) = evidence_of(Dataset.open(tmp_path), "2" * 16)
    assert quoted.evidence == read_part.rows["evidence"][1]
    assert quoted.source is not None
    assert quoted.source.path == "board.txt"


def test_a_row_of_a_reference_table_has_evidence_too(dataset: Dataset) -> None:
    assert [quoted.evidence.table for quoted in evidence_of(dataset, "bob/maturity")] == ["frameworks"]


def test_a_row_that_is_not_there_has_none(dataset: Dataset) -> None:
    assert evidence_of(dataset, "0" * 16) == []


def test_quotes_and_their_parts_come_in_order(document_part: Part, read_part: Part) -> None:
    first = read_part.rows["evidence"][0]
    assert isinstance(first, Evidence)
    order = [(2, 1), (1, 2), (1, 1)]
    given = tuple(
        attrs.evolve(first, evidence_id=f"{n:016x}", quote_number=number, part=part)
        for n, (number, part) in enumerate(order)
    )
    dataset = Dataset.build((document_part, Part("e", {"evidence": given})), build_version="1")
    found = [
        (quoted.evidence.quote_number, quoted.evidence.part) for quoted in evidence_of(dataset, "1" * 16)
    ]
    assert found == sorted(order)


def test_a_source_that_the_dataset_does_not_have_is_none(read_part: Part) -> None:
    (quoted,) = evidence_of(Dataset.build((read_part,), build_version="1"), "1" * 16)
    assert quoted.source is None
