"""Datasets merged: document by document, the newest reading as a whole, and what differs told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import placebench
from placebench.dataset import Dataset, Part, differences, merge
from placebench.dataset.readings import GIVEN_LATER, NEWER_IMPORTER, ONLY_READ
from placebench.errors import UsageError
from placebench.model import (
    ClaimRecord,
    Evidence,
    Exercise,
    Framework,
    Governance,
    Organisation,
    Place,
    Rejection,
    Row,
    Source,
    System,
    Theme,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


def parts_of(
    letter: str,
    version: str = "1.0",
    *,
    values: tuple[str, ...] = ("Board",),
    place: Place | None = None,
    framework: str | None = None,
    outcome: str = "read",
    path: str | None = None,
) -> list[Part]:
    """Return the parts of a document: a letter names it, and each value is a board that it states."""
    source, importer, system = letter * 16, f"north@{version}", System(system_id="north", name="North")
    place = place or Place(place_id="north/alder", system_id="north", name="Alder")
    about = Source(
        source_id=source,
        sha256=letter * 64,
        media_type="text/plain",
        characters=9,
        path=path or f"{letter}.txt",
    )
    read = outcome == "read"
    claim = ClaimRecord(source_id=source, importer=importer if read else None, won=read, outcome=outcome)
    host = Part(f"host {letter}{outcome}", {"sources": (about,), "claims": (claim,)})
    if not read:
        return [host]
    common: dict[str, Any] = {
        "system_id": "north", "place_id": place.place_id, "source_id": source, "importer": importer,
    }  # fmt: skip
    boards = [
        Governance(fact_id=f"{letter}{n}".ljust(16, "0"), feature="board", value=value, **common)
        for n, value in enumerate(values)
    ]
    rows: dict[str, list[Row]] = {"systems": [system], "places": [place], "governance": [*boards]}
    quoted = [("governance", board.fact_id) for board in boards]
    if framework:
        rows["frameworks"] = [Framework(framework_id=framework, name="Ours", system_id="north")]
        rows["themes"] = [Theme(theme_id=f"{framework}/1", framework_id=framework, number=1, label="One")]
        quoted += [("frameworks", framework), ("themes", f"{framework}/1")]
    rows["evidence"] = [
        Evidence(
            evidence_id=f"{letter}{n}".ljust(16, "e"),
            fact_id=row,
            table=table,
            source_id=source,
            quote_number=1,
            part=1,
            start=0,
            end=1,
            quote="B",
        )
        for n, (table, row) in enumerate(quoted)
    ]
    return [
        host,
        Part(f"{letter} {version} {values}", {table: tuple(found) for table, found in rows.items()}),
    ]


def dataset_of(*parts: list[Part], build: str = "1.0") -> Dataset:
    return Dataset.build([part for one in parts for part in one], build_version=build)


def boards(dataset: Dataset) -> list[str]:
    return sorted(dataset["governance"]["value"].to_pylist())


def rows(dataset: Dataset) -> dict[str, list[Any]]:
    return {table: dataset[table].to_pylist() for table in dataset.tables}


@pytest.fixture(scope="module")
def examples() -> dict[str, Dataset]:
    documents = [EXAMPLES / name for name in ("bob-case-study.txt", "croydon-alliance-web-page.html")]
    read = {path.name: placebench.import_documents([path], jobs=0).dataset for path in documents}
    return {**read, "all": placebench.import_documents(documents, jobs=0).dataset}


def test_merging_imports_of_single_documents_is_importing_them_all(examples: dict[str, Dataset]) -> None:
    *each, whole = examples.values()
    merged = merge(each).dataset
    assert merged.id == whole.id
    assert merged.parts_by_source == whole.parts_by_source
    assert differences(merged, whole) == ()
    assert merged["governance"].equals(whole["governance"])
    assert merged.validate() == ()


@settings(max_examples=15)
@given(order=st.permutations("abcd"), cut=st.integers(1, 3))
def test_the_order_of_datasets_that_share_nothing_changes_nothing(order: list[str], cut: int) -> None:
    one = dataset_of(*(parts_of(letter) for letter in order[:cut]))
    other = dataset_of(*(parts_of(letter) for letter in order[cut:]))
    first, second = merge([one, other]).dataset, merge([other, one]).dataset
    assert (first.id, rows(first)) == (second.id, rows(second))
    assert first.id == dataset_of(*(parts_of(letter) for letter in "abcd")).id


def test_a_dataset_merged_with_itself_is_itself() -> None:
    one = dataset_of(parts_of("a"), parts_of("b"))
    done = merge([one, one])
    assert (done.dataset.id, rows(done.dataset)) == (one.id, rows(one))
    assert (done.choices, done.conflicts) == ((), ())


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_newest_importer_version_wins_and_it_is_said(order: tuple[int, int], tmp_path: Path) -> None:
    old = dataset_of(parts_of("a", "1.9", values=("Old", "Gone")), parts_of("b", "1.9"))
    new = dataset_of(parts_of("a", "1.10", values=("New",)))
    done = merge([(old, new)[n] for n in order])
    assert boards(done.dataset) == ["Board", "New"]
    (choice,) = done.choices
    assert (choice.path, choice.dataset_id, choice.why) == ("a.txt", new.id, NEWER_IMPORTER)
    assert choice.kept.startswith("north@1.10")
    assert choice.left[0].startswith("north@1.9")
    assert done.dataset.validate() == ()
    done.dataset.save(tmp_path)
    said = Dataset.open(tmp_path).merged
    assert said is not None
    assert [(one["path"], one["why"]) for one in said["choices"]] == [("a.txt", NEWER_IMPORTER)]


def test_a_document_that_could_not_be_read_again_keeps_its_rows() -> None:
    read, crashed = dataset_of(parts_of("a")), dataset_of(parts_of("a", outcome="crashed"))
    done = merge([read, crashed])
    assert boards(done.dataset) == ["Board"]
    assert done.choices[0].why == ONLY_READ


def test_where_versions_do_not_decide_the_dataset_given_later_wins() -> None:
    one, other = dataset_of(parts_of("a", values=("One",))), dataset_of(parts_of("a", values=("Other",)))
    done = merge([one, other])
    assert boards(done.dataset) == ["Other"]
    assert boards(merge([other, one]).dataset) == ["One"]
    assert done.choices[0].why == GIVEN_LATER


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_differing_places_that_of_the_newest_reading_stays_and_the_other_is_told(
    order: tuple[int, int],
) -> None:
    renamed = Place(place_id="north/alder", system_id="north", name="Greater Alder")
    old, new = dataset_of(parts_of("a", "1.0")), dataset_of(parts_of("b", "1.1", place=renamed))
    done = merge([(old, new)[n] for n in order])
    assert done.dataset["places"]["name"].to_pylist() == ["Greater Alder"]
    (conflict,) = done.conflicts
    assert (conflict.table, conflict.row_id) == ("places", "north/alder")
    assert (conflict.kept, conflict.left) == ({"name": "Greater Alder"}, {"name": "Alder"})
    rejected = done.dataset["rejections"].to_pylist()
    assert [(row["table"], row["rule"]) for row in rejected] == [("places", "duplicate-key")]
    assert done.dataset.id != dataset_of(parts_of("a", "1.0"), parts_of("b", "1.1", place=renamed)).id


def test_a_conflict_is_told_once_however_often_it_is_merged() -> None:
    renamed = Place(place_id="north/alder", system_id="north", name="Greater Alder")
    old, new = dataset_of(parts_of("a", "1.0")), dataset_of(parts_of("b", "1.1", place=renamed))
    again = merge([merge([old, new]).dataset, merge([old, new]).dataset]).dataset
    assert again["rejections"].num_rows == 1


def test_a_place_that_only_the_older_reading_knows_goes_with_it() -> None:
    misread = Place(place_id="north/elder", system_id="north", name="Elder")
    old, new = dataset_of(parts_of("a", "1.0", place=misread)), dataset_of(parts_of("a", "1.1"))
    assert merge([old, new]).dataset["places"]["place_id"].to_pylist() == ["north/alder"]


def test_a_place_that_rows_which_stay_point_to_stays() -> None:
    misread = Place(place_id="north/elder", system_id="north", name="Elder")
    old = dataset_of(parts_of("a", "1.0", place=misread), parts_of("b", "1.0", place=misread))
    done = merge([old, dataset_of(parts_of("a", "1.1"))]).dataset
    assert done["places"]["place_id"].to_pylist() == ["north/alder", "north/elder"]
    assert done.validate() == ()


def test_a_framework_goes_with_the_reading_that_gave_it_unless_it_is_used() -> None:
    old, new = dataset_of(parts_of("a", "1.0", framework="north/ours")), dataset_of(parts_of("a", "1.1"))
    assert merge([old, new]).dataset["frameworks"].num_rows == 0
    adopted = Exercise(
        fact_id="f" * 16, system_id="north", framework_id="north/ours", step="adopted", text="taken up",
        source_id="b" * 16, importer="north@1.0",
    )  # fmt: skip
    quote = Evidence(
        evidence_id="9" * 16, fact_id="f" * 16, table="exercises", source_id="b" * 16, quote_number=1, part=1,
        start=0, end=1, quote="B",
    )  # fmt: skip
    using = [*parts_of("b"), Part("b use", {"exercises": (adopted,), "evidence": (quote,)})]
    done = merge([dataset_of(parts_of("a", "1.0", framework="north/ours"), using), new]).dataset
    assert done["frameworks"]["framework_id"].to_pylist() == ["north/ours"]
    assert done["themes"].num_rows == 0
    assert done.validate() == ()


def test_an_organisation_that_both_know_is_one_row() -> None:
    known = Part(
        "o", {"organisations": (Organisation(organisation_id="RTH", name="A trust", sectors=("acute",)),)}
    )
    done = merge([dataset_of(parts_of("a"), [known]), dataset_of(parts_of("b"), [known])])
    assert done.dataset["organisations"].num_rows == 1
    assert done.dataset.parts_by_source[""] == ("o",)


def test_a_rejection_without_a_source_stays() -> None:
    refused = Part("r", {"rejections": (Rejection(table="places", rule="pattern", message="m", row="r"),)})
    one = dataset_of(parts_of("a"), [refused])
    assert merge([one, one, dataset_of(parts_of("b"))]).dataset["rejections"].num_rows == 1


def test_two_documents_of_one_name_are_told_and_both_stay() -> None:
    done = merge([dataset_of(parts_of("a", path="paper.txt")), dataset_of(parts_of("b", path="paper.txt"))])
    assert done.namesakes == ("paper.txt",)
    assert done.dataset["sources"].num_rows == 2


def test_no_dataset_cannot_be_merged() -> None:
    with pytest.raises(UsageError, match="at least one dataset to merge, found none"):
        merge([])


def source_order(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(table, key=lambda row: (row["source_id"] is None, row["source_id"] or ""))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), min_size=1), min_size=1, max_size=3),
    st.integers(1, 6),
)
def test_of_each_document_the_newest_rows_are_taken_however_few_are_held(
    given_versions: list[dict[str, int]], held: int
) -> None:
    datasets = [
        dataset_of(
            *(
                parts_of(letter, f"1.{version}", values=tuple(f"Board {n}" for n in range(version)))
                for letter, version in versions.items()
            )
        )
        for versions in given_versions
    ]
    newest = {
        letter * 16: (versions[letter], -number)
        for number, versions in reversed(list(enumerate(given_versions)))
        for letter in versions
        if all(versions[letter] >= others.get(letter, 0) for others in given_versions)
    }
    merged = merge(datasets, held=held).dataset
    for table in ("sources", "claims", "governance", "evidence"):
        taken = [
            row
            for number, one in enumerate(datasets)
            for row in one[table].to_pylist()
            if newest[row["source_id"]][1] == -number
        ]
        assert merged[table].to_pylist() == source_order(taken)
    assert rows(merged) == rows(merge(datasets).dataset)
