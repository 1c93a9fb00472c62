"""Sections of the page: all of them are there, and those without data say why."""

from __future__ import annotations

import polars as pl
import pytest

from placebench.benchmark import Result
from placebench.benchmark.configurations import unanswered
from placebench.benchmark.study import METHODS, Study, run_study
from placebench.errors import UnsuitableCases
from placebench.report.columns import Shown
from placebench.report.content import FactLine
from placebench.report.dated import dated
from placebench.report.drawings import DRAWINGS
from placebench.report.facts import FactBook, fact_book
from placebench.report.method import terms
from placebench.report.pictures import pictures
from placebench.report.prepared import prepared, wording_of
from placebench.report.sections import has_data, plans, sections, summary

pytestmark = pytest.mark.whole


def shown(dataset, run):
    results = prepared([*run.results, dated(dataset, {})], wording_of(dataset).of)
    return {one.id: one for one in sections(results, fact_book(dataset, {}), pictures(results))}


@pytest.fixture(scope="module")
def unrated(dataset):
    return shown(dataset, run_study(dataset))


@pytest.fixture(scope="module")
def rated_sections(rated_dataset, rated_run):
    return shown(rated_dataset, rated_run)


@pytest.mark.parametrize(
    ("section", "reason"),
    [
        ("maturity", "No maturity rating of a place was found in these documents."),
        ("order", "Places are put in no order, since no stage of any is known."),
        ("configurations", "No conditions and outcome were asked for"),
    ],
)
def test_a_section_without_data_says_why(unrated, section, reason):
    one = unrated[section]
    assert one.lead[0].startswith(reason)
    assert (one.tables, one.pictures) == ((), ())


def test_what_was_asked_and_has_no_answer_is_not_called_unasked():
    why = UnsuitableCases(
        "values that vary between cases", "1 for the 2 cases that state it", where="column a"
    )
    asked = unanswered(["a"], "b", why, n_places=3)
    found = {one.id: one for one in sections({asked.name: asked}, FactBook((), {}), {})}["configurations"]
    assert found.lead[0] == "The places cannot answer what was asked of configurations."
    assert "1 for the 2 cases that state it; 3 places compared." in found.lead[1]


def test_why_there_is_no_rating_comes_from_the_notes_of_the_method(unrated):
    assert any("self rating" in sentence for sentence in unrated["maturity"].lead[1:])


def test_every_method_has_a_section_of_its_own_or_a_place_in_one():
    named = {name for plan in plans() for name in (*plan.grids, *plan.stages, *plan.listings)}
    homes = {"counts": "member_sectors", "order": "ranks", "agreement": "raters", "change": "fact_changes",
             "configurations": "truth_table"}  # fmt: skip
    assert {homes.get(method, method) for method in METHODS} <= named
    assert {name for plan in plans() for name in plan.pictures} == set(DRAWINGS)


@pytest.mark.parametrize(
    ("section", "pictures"),
    [
        ("maturity", {"stage-map", "stage-bars"}),
        ("order", {"rank-ranges", "hasse-diagram"}),
        ("membership", {"member-sectors"}),
        ("leadership", {"chair-sectors", "lead-employers"}),
        ("delegation", {"delegations"}),
        ("remits", {"service-levels"}),
        ("peers", {"peer-distances", "against-peers"}),
        ("change", {"stage-transitions", "timeline"}),
    ],
)
def test_pictures_of_ratings_have_a_finding_its_n_and_a_table(rated_sections, section, pictures):
    drawn = {one.id: one for one in rated_sections[section].pictures}
    assert pictures <= set(drawn)
    tables = {table.id for section in rated_sections.values() for table in section.tables}
    for one in drawn.values():
        assert one.title.endswith(".")
        assert one.n
        assert one.table in tables | {""}
        assert one.title in one.alt


def test_every_anchor_of_the_page_is_there_once():
    anchors = [*(plan.id for plan in plans()), *DRAWINGS, "summary", "facts", "sources", "method", "filter"]
    assert len(anchors) == len(set(anchors))


def test_no_sentence_stands_twice_in_a_section(rated_sections):
    for section in rated_sections.values():
        said = [*section.lead, *(one.title for one in section.pictures)]
        assert len(said) == len(set(said)), section.id


def test_the_summary_leads_to_every_section_with_a_sentence_of_it(rated_sections):
    points = summary(rated_sections.values()).points
    assert [point.section for point in points] == list(rated_sections)


def test_stages_that_too_few_places_are_known_on_are_no_table():
    frame = pl.DataFrame(
        {"certain": [None], "possible": [None], "known": [2]}, schema_overrides={"certain": pl.Int64}
    )
    assert not has_data(Result(name="maturity_distribution", title="", frame=frame, denominators={}))


def test_pairs_with_silent_places_are_left_out_and_that_is_said(rated_dataset):
    several = Study(methods=("maturity", "order"), systems=("bob", "lsc"))
    order = shown(rated_dataset, run_study(rated_dataset, several))["order"]
    rows = next(table for table in order.tables if table.id == "t-hasse").rows
    assert {row.head for row in rows} <= {"Berkshire West", "Buckinghamshire", "Oxfordshire"}
    assert any("not listed on this page" in note for note in order.notes)
    assert all("of 2 systems" in picture.n for picture in order.pictures)


def test_an_order_that_nobody_asked_of_several_systems_is_of_one_and_names_it(rated_sections):
    order = rated_sections["order"]
    for table in order.tables:
        assert table.caption.endswith("places of the system Buckinghamshire, Oxfordshire and Berkshire West")
        assert {row.system for row in table.rows} == {"bob"}


@pytest.mark.parametrize(
    ("template", "row", "text"),
    [
        ("{places} of {of_all}", {"places": 3, "of_all": 14}, "3 of 14"),
        ("{places} of {of_all}", {"places": None, "of_all": 14}, ""),
        ("{low..high}", {"low": 1, "high": 3}, "1 to 3"),
        ("{low..high}", {"low": 2, "high": 2}, "2"),
        ("{share%} ({low..high%})", {"share": 0.25, "low": 0.1, "high": 0.5}, "25 % (10 to 50 %)"),
        ("{share%} ({low..high%})", {"share": 0.25, "low": None, "high": None}, "25 %"),
        ("{status}", {"status": "in_place"}, "in place"),
        ("{verdict}", {"verdict": "vanishes"}, "in some variants only"),
        ("{topics}", {"topics": ["a", "b"]}, "a, b"),
    ],
)
def test_templates_of_columns(template, row, text):
    assert Shown("x", template).text(row) == text


def test_entries_of_the_coding_frame_are_counted_and_defined():
    def fact(rule):
        return FactLine(1, "f", "governance", "n", "", "", "", "in_place", "stated", "", "", rule, ())

    found = {
        term.rule: term for term in terms([fact("governance.board"), fact("governance.board"), fact("")])
    }
    assert found.keys() == {"governance.board"}
    assert found["governance.board"].facts == 2
    assert found["governance.board"].says


def test_notes_that_differ_in_their_number_alone_say_what_they_are_of(unrated):
    notes = unrated["governance"].notes
    spread = [note for note in notes if "from a statement on each place of a system" in note]
    assert len(spread) > 1
    assert len({note.partition(": ")[0] for note in spread}) == len(spread)


def test_where_sources_disagree_says_that_ratings_stand_elsewhere(rated_sections, unrated):
    marked = next(one for one in rated_sections["maturity"].lead if one.startswith("Assessors of one kind"))
    said = marked.partition(", marked")[0].partition(" of one kind ")[2]
    for text in (rated_sections["conflicts"].lead[0], rated_sections["conflicts"].first):
        assert f"Ratings are not in this list: assessors of one kind {said}" in text
        assert "see Maturity" in text
    assert "Ratings" not in unrated["conflicts"].lead[0]


def test_no_table_of_the_page_gives_each_place_a_score(rated_sections):
    order = rated_sections["order"]
    assert {table.id for table in order.tables} >= {"t-ranks", "t-hasse"}
    assert "t-copeland" not in {table.id for table in order.tables}
    assert any(sentence.startswith("This is no league table") for sentence in order.lead)


def test_under_each_picture_stands_the_table_with_its_figures(rated_sections):
    for section in rated_sections.values():
        shown = [one.id for one in section.laid_out]
        assert sorted(shown) == sorted(one.id for one in (*section.pictures, *section.tables))
        first = {picture.table: picture.id for picture in reversed(section.pictures)}
        for table in section.tables:
            if table.id in first:
                assert shown.index(table.id) == shown.index(first[table.id]) + 1
