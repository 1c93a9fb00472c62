"""Which level does what for a service, as rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.coding import CODERS, Reading
from placebench.model import Remit

Code = Callable[..., list[Remit]]
HEADER = "Service Area\tNorth-wide Remit\tPlace Remit\n"
MATERNITY = "Maternity\tStandards for all\tNot delegated to Place.\n"
NURSING = "Nursing\tContracts\tResponsibility delegated to Place.\n"


def remits(code: Code, text: str, **metadata: str) -> list[Remit]:
    return code(text, "remits", **metadata)


def test_service_has_a_row_for_each_level(code: Code) -> None:
    rows = remits(code, HEADER + MATERNITY + NURSING)
    assert [(r.service_area, r.level, r.delegated, r.text) for r in rows] == [
        ("Maternity", "system", None, "Standards for all"),
        ("Maternity", "place", "no", "Not delegated to Place."),
        ("Nursing", "system", None, "Contracts"),
        ("Nursing", "place", "yes", "Responsibility delegated to Place."),
    ]
    assert {(r.system_id, r.place_id, r.applies_to) for r in rows} == {("north", None, "each_place")}


@pytest.mark.parametrize(
    ("words", "delegated"),
    [
        ("Not delegated to Place", "no"),
        ("Brokerage is partly delegated to Place", "partly"),
        ("Most responsibility is delegated to Place", "yes"),
        ("Places are kept informed", None),
    ],
)
def test_words_of_the_place_say_whether_it_is_delegated(
    code: Code, words: str, delegated: str | None
) -> None:
    rows = remits(code, f"{HEADER}{NURSING}Dental\tContracts\t{words}\n")
    assert rows[-1].delegated == delegated


def test_empty_cell_gives_no_row(code: Code) -> None:
    rows = remits(code, f"{HEADER}{NURSING}Dental\tContracts\t\n")
    assert [(r.service_area, r.level) for r in rows][2:] == [("Dental", "system")]


def test_services_below_enablers_are_enablers(code: Code) -> None:
    rows = remits(code, f"{HEADER}{NURSING}Enablers\t\t\nDigital\tOne team\tExtra help\n")
    assert [(r.service_area, r.grouping) for r in rows if r.level == "place"] == [
        ("Nursing", "service"),
        ("Digital", "enabler"),
    ]


def test_service_that_lost_its_columns_keeps_both_levels(code: Code) -> None:
    loose = "Planned Care\n\nThe ICB plans it.\n\nNot delegated to Place.\n\nPlaces are told.\n"
    rows = remits(code, f"Appendix B: Who does what\n\n{HEADER}{NURSING}\n{loose}")
    assert [(r.level, r.delegated, r.text) for r in rows if r.service_area == "Planned Care"] == [
        ("system", None, "The ICB plans it."),
        ("place", "no", "Not delegated to Place. Places are told."),
    ]


def test_document_of_one_place_speaks_of_it(code: Code) -> None:
    rows = remits(code, HEADER + NURSING + MATERNITY, title="Alpha Together: who does what")
    assert {(r.place_id, r.applies_to) for r in rows} == {("north/alpha", "place")}


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("The split is as follows.", "in_place"),
        ("Partners could split the work like this.", "option"),
        ("It only shows what could be, and binds nobody.", "option"),
        ("The split will be in force from April 2030.", "planned"),
    ],
)
def test_words_before_the_table_say_how_far_it_is_there(code: Code, before: str, status: str) -> None:
    rows = remits(code, f"Who does what in North\n\n{before}\n\n{HEADER}{NURSING}{MATERNITY}")
    assert {row.status for row in rows} == {status}


def test_header_that_calls_it_an_example_makes_it_an_option(code: Code) -> None:
    header = "Service Area\tExample North-wide Remit\tExample Place Remit\n"
    assert {row.status for row in remits(code, header + NURSING + MATERNITY)} == {"option"}


def test_row_quotes_the_service_and_the_words(read: Callable[..., Reading]) -> None:
    facts = list(CODERS["remits"](read(HEADER + NURSING + MATERNITY)))
    assert [quote.text for quote in facts[1].quotes] == ["Nursing", "Responsibility delegated to Place."]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Maternity care is commissioned once across the system, while district nursing is led by places.",
            [("Maternity care", "system", "in_place"), ("district nursing", "place", "in_place")],
        ),
        (
            "Dental services and optometry will be commissioned at place level.",
            [("Dental services", "place", "planned"), ("optometry", "place", "planned")],
        ),
        (
            "In Alpha continuing healthcare is managed at place level.",
            [("continuing healthcare", "place", "in_place")],
        ),
        ("These services are commissioned by the ICB.", []),
        ("Meetings are planned at place level.", []),
        ("Community nursing could be commissioned at place level.", []),
        ("It was not clear whether dental services are commissioned at system level.", []),
    ],
)
def test_a_sentence_says_who_plans_a_service(
    code: Code, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(r.service_area, r.level, r.status) for r in remits(code, sentence)] == expected


def test_a_table_that_lost_its_header_is_a_gap(read: Callable[..., Reading]) -> None:
    dental = "Dental\tContracts\tPlace will be informed.\n"
    (gap,) = CODERS["remits"](read(f"Services\n\n{MATERNITY}{NURSING}{dental}"))
    assert (gap.table, gap.reason) == ("remits", "boundary_lost")
    assert gap.quotes[0].text == "Maternity Standards for all Not delegated to Place."


def test_one_row_on_places_is_no_such_table(read: Callable[..., Reading]) -> None:
    other = "Dental\tContracts\tThree surgeries\n"
    assert list(CODERS["remits"](read(f"Services\n\n{NURSING}{other}{other}"))) == []


def _levels(first, cells):
    head = f"<tr><th>{first}</th><th>System</th><th>Place</th></tr>"
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    return f"<html><body><h1>Who does what in Alpha</h1><table>{head}{rows}</table></body></html>"


@pytest.mark.parametrize("first", ["Pathway", "Theme", "Responsibility", ""])
def test_the_first_column_names_the_service_by_whatever_word(code, first):
    cells = [
        ("Stroke care", "Plans hyperacute units", "Runs rehabilitation at home"),
        ("Falls", "Sets the pathway", "Leads the local falls team"),
    ]
    rows = code(_levels(first, cells), "remits")
    assert [(row.service_area, row.level) for row in rows] == [
        ("Stroke care", "system"),
        ("Stroke care", "place"),
        ("Falls", "system"),
        ("Falls", "place"),
    ]


def test_figures_by_level_are_no_remits(code):
    cells = [("Waiting list", "12,400", "2,310"), ("Seen in four hours", "71%", "74%")]
    assert code(_levels("Indicator", cells), "remits") == []


def test_what_follows_a_table_is_no_part_of_its_last_cell(code):
    table = _levels("Service", [("Falls", "Sets the pathway", "Commissions")])
    text = table.replace("</table>", "</table><p>The Board meets every month. Ruth Pell chairs it.</p>")
    assert [row.text for row in code(text, "remits")] == ["Sets the pathway", "Commissions"]
    assert [row.value for row in code(text, "governance") if row.feature == "meeting_frequency"] == [
        "monthly"
    ]


@pytest.mark.parametrize("nothing", ["None", "No role", "Not involved", "-", "n/a"])
def test_a_level_without_a_part_in_a_service_has_no_row(code, nothing):
    rows = code(_levels("Service", [("Cancer", "Plans it for all of North", nothing)]), "remits")
    assert [row.level for row in rows] == ["system"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("To take on the contract from April 2031", "planned"),
        ("From May 2031, the partnership", "planned"),
        ("Would advise once the new board is set up", "planned"),
        ("Proposed: a joint lead", "emerging"),
        ("Has led it from April 2020", "in_place"),
        ("Will lead the local team", "in_place"),
    ],
)
def test_a_cell_may_say_that_its_level_has_no_part_yet(code, cell, status):
    rows = code(_levels("Service", [("Falls", "Sets the pathway", cell)]), "remits", published="2024-05-01")
    assert [row.status for row in rows] == ["in_place", status]


def _by_level(header, cells):
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (header, *cells))
    return f"<html><body><h1>Who does what in Alpha</h1><table>{rows}</table></body></html>"


def test_a_column_names_the_level_of_each_service(code):
    cells = [
        ("Cancer", "System", "NHS North"),
        ("Falls", "Place", "Alpha Together"),
        ("Podiatry", "Place", ""),
    ]
    rows = code(_by_level(("Service", "Level", "Lead"), cells), "remits")
    assert [(row.service_area, row.level, row.text) for row in rows] == [
        ("Cancer", "system", "NHS North"),
        ("Falls", "place", "Alpha Together"),
        ("Podiatry", "place", "Place"),
    ]


def test_what_both_levels_do_is_a_row_of_each(code):
    cells = [
        ("Cancer", "System and place", "NHS North"),
        ("Falls", "Neighbourhood", "The teams"),
        ("Eyes", "ICB", ""),
    ]
    rows = code(_by_level(("Function", "Level", "Lead"), cells), "remits")
    assert [(row.service_area, row.level) for row in rows] == [
        ("Cancer", "system"),
        ("Cancer", "place"),
        ("Eyes", "system"),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        [("Slips", "High", "A"), ("Fire", "Low", "B")],
        [("Place Board", "Place", "Monthly"), ("System Board", "System", "Monthly")],
    ],
)
def test_levels_of_risks_or_of_boards_are_no_remits(code, cells):
    assert code(_by_level(("Area of work", "Level", "Lead"), cells), "remits") == []
