"""Words that change their meaning with the year, the system or the sentence, and what is made of each."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from placebench.codebook import parse_profile
from placebench.coding import SystemImporter
from placebench.documents import Document, read_document
from placebench.importer import Fact
from placebench.model import table_of

NORTH = """
[system]
id = "north"
name = "North"
aliases = ["NHS North", "North ICB", "North Integrated Care Board"]
{words}
[[place]]
id = "alpha"
name = "Alpha"
valid_from = 2022-07-27

[[place]]
id = "beta"
name = "Beta"

[[place]]
id = "old-alpha"
name = "Old Alpha"
valid_to = 2022-07-26
"""
HEAD = "Place-based partnerships in North: Alpha and Beta\n\nThe NHS, primary care and patients matter.\n\n"
SPORT = """Sport England funds place partnerships in Alpha and Beta, so that more people take up sports.
Leisure centres and active partnerships join in."""
SCHOOLS = (
    """The Alpha partnership of schools plans pupil places. The school admissions forum meets every term."""
)
BEFORE, AFTER = "2021-05-01", "2023-05-01"

Rows = list[dict[str, Any]]


def document(text: str, published: str = AFTER) -> Document:
    return read_document(f"{HEAD}{text}\n".encode(), "paper.txt", {"published": published})


def rows(text: str, table: str = "governance", *, published: str = AFTER, words: str = "") -> Rows:
    """Rows of a table for the body of a paper of North."""
    importer = SystemImporter("north", "1.0", parse_profile("north.toml", NORTH.format(words=words).encode()))
    paper = document(text, published)
    found = [fact for claim in importer.identify(paper) for fact in importer.extract(paper, claim)]
    return [attrs.asdict(f.row) for f in found if isinstance(f, Fact) and table_of(type(f.row)) == table]


def holds(found: Rows, **columns: object) -> bool:
    return any(all(row[name] == value for name, value in columns.items()) for row in found)


def of_partnership(found: Rows, **columns: object) -> bool:
    return holds(found, body_kind="partnership", **columns)


class TestIntegratedCarePartnership:
    """A place partnership before July 2022, the statutory committee of a system after."""

    @pytest.mark.parametrize("name", ["The Alpha ICP", "The Integrated Care Partnership", "The ICP"])
    def test_was_a_place_partnership_before_july_2022(self, name: str) -> None:
        found = rows(f"Alpha plans its own care. {name} meets every month.", published=BEFORE)
        assert of_partnership(found, feature="meeting_frequency", place_id="north/alpha")

    @pytest.mark.parametrize("name", ["The Integrated Care Partnership", "The ICP", "North's ICP"])
    def test_is_the_systems_committee_after(self, name: str) -> None:
        found = rows(f"Alpha plans its own care. {name} meets every month.", published=AFTER)
        assert not of_partnership(found)

    def test_keeps_its_name_where_the_place_is_named(self) -> None:
        found = rows("The Alpha Integrated Care Partnership meets every month.", published=AFTER)
        assert of_partnership(found, feature="meeting_frequency", place_id="north/alpha")


class TestLocality:
    """The place in Greater Manchester, a part of a place elsewhere."""

    TEXT = "Alpha has three localities. Each locality board meets every week."

    def test_is_a_part_of_a_place(self) -> None:
        assert not of_partnership(rows(self.TEXT), feature="meeting_frequency")

    def test_board_of_a_part_is_no_board_of_the_place(self) -> None:
        text = "The Harbour Locality Board meets weekly and is accountable to the Alpha partnership."
        assert not holds(rows(text), feature="board", body_kind="partnership")

    def test_is_the_place_where_the_profile_says_so(self) -> None:
        words = '[words]\npartnership = ["locality board"]'
        text = "The Alpha locality board meets every month."
        assert of_partnership(rows(text, words=words), feature="meeting_frequency", value="monthly")


class TestLocalCarePartnership:
    """The place in South East London; a neighbourhood in some systems, where the profile tells."""

    TEXT = "The Alpha local care partnership meets every month."

    def test_is_the_place(self) -> None:
        assert of_partnership(rows(self.TEXT), feature="meeting_frequency", place_id="north/alpha")

    def test_is_a_part_of_a_place_where_the_profile_says_so(self) -> None:
        words = '[words]\nsubgroup = ["local care partnership"]'
        assert not of_partnership(rows(self.TEXT, words=words))


class TestPlaceForum:
    """A board of a whole system in some."""

    TEXT = "The North Place Forum meets every month."

    def test_is_the_systems_where_the_profile_says_so(self) -> None:
        found = rows(self.TEXT, words='[words]\nsystem = ["place forum"]')
        assert not of_partnership(found)
        assert all(row["place_id"] is None for row in found)


class TestOptions:
    """An option is not a form that was adopted."""

    @pytest.mark.parametrize(
        "text",
        [
            "Options for Alpha are a joint committee, a committee of the ICB or a lead provider.",
            "Alpha could become a joint committee.",
            "Options for Alpha: a consultative forum; a joint committee; a lead provider.",
            "Whether Alpha has a joint committee or a lead provider is not decided.",
        ],
    )
    def test_is_never_in_place(self, text: str) -> None:
        assert not holds(rows(text), feature="arrangement", status="in_place")

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("Recommended that the Alpha partnership be a joint committee.", "expected"),
            ("To agree the joint committee of the Alpha partnership.", "emerging"),
        ],
    )
    def test_what_is_asked_for_or_on_an_agenda_is_not_in_place(self, text: str, status: str) -> None:
        assert [row["status"] for row in rows(text) if row["feature"] == "arrangement"] == [status]

    def test_adopted_form_is(self) -> None:
        found = rows("The Alpha partnership is a joint committee of the ICB and the council.")
        assert holds(found, feature="arrangement", value="joint_committee", status="in_place")


class TestCandidates:
    """A long list of candidates is not a list of priorities."""

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            (
                "Candidate priorities of the Alpha partnership are frailty and hospital discharge.",
                "candidate",
            ),
            ("The priorities of the Alpha partnership are frailty and hospital discharge.", "in_place"),
        ],
    )
    def test_has_the_status_that_its_words_give(self, text: str, status: str) -> None:
        assert {row["status"] for row in rows(text, "priorities")} == {status}


class TestBodiesOfAnotherLevel:
    """Boards by like names that are not the partnership's."""

    @pytest.mark.parametrize(
        "name",
        [
            "The Alpha Health and Wellbeing Board",
            "The Alpha Safeguarding Adults Board",
            "The Alpha Community Safety Partnership",
            "The Alpha Children and Young People's Partnership",
            "The council's Cabinet",
            "The North ICB board",
            "The Alpha Council's health scrutiny committee",
        ],
    )
    def test_rhythm_is_not_the_partnerships(self, name: str) -> None:
        assert not of_partnership(rows(f"{name} meets every month."), feature="meeting_frequency")


class TestEndedPlaces:
    """A place that ended is not mixed with what came after it."""

    def test_is_read_in_a_paper_of_its_time(self) -> None:
        found = rows("The Old Alpha partnership meets every month.", published=BEFORE)
        assert of_partnership(found, place_id="north/old-alpha")

    def test_statement_about_it_stays_its_own_later(self) -> None:
        found = rows("The Old Alpha partnership met every month until July 2022.", published=AFTER)
        assert not holds(found, place_id="north/alpha")
        assert not holds(found, status="in_place")

    def test_all_places_of_a_time_are_each_place(self) -> None:
        text = "Beta and Old Alpha have each agreed a shared vision."
        assert {row["applies_to"] for row in rows(text, published=BEFORE)} <= {"each_place"}


class TestOtherProgrammes:
    """The same words for something else."""

    @pytest.mark.parametrize(
        "text",
        [
            f"Place Partnerships in North\n\n{SPORT}",
            f"School places in Alpha\n\n{SCHOOLS}",
            "Alpha Town Deal\n\nThe Alpha partnership board oversees the Towns Fund and the town deal.",
        ],
        ids=["sport", "schools", "towns"],
    )
    def test_is_not_claimed(self, text: str) -> None:
        importer = SystemImporter(
            "north", "1.0", parse_profile("north.toml", NORTH.format(words="").encode())
        )
        assert list(importer.identify(read_document(text.encode(), "paper.txt"))) == []
