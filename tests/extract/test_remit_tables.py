"""Tables that say which level does what for a service."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.documents import Document, read_document
from placebench.extract import RemitTable, remit_tables

HEADER = "Service Area\tNorth-wide Remit\tPlace Remit\n"
COMMUNITY = "Community Services\tContracts\tResponsibility delegated to Place for nursing.\n"
MATERNITY = "Maternity\tStandards\tNot delegated to Place.\n"


def read(text: str) -> tuple[Document, list[RemitTable]]:
    document = read_document(text.encode(), "paper.txt")
    return document, list(remit_tables(document, load_codebook().remits))


def rows(text: str) -> list[tuple[str, bool, str, str]]:
    """Service, whether it is an enabler, and the parts of system and place, of the one table of a text."""
    document, (table,) = read(text)
    return [
        (
            row.area,
            row.enabler,
            document.quote(*row.system).text if row.system else "",
            document.quote(*row.place).text if row.place else "",
        )
        for row in table.rows
    ]


def test_row_gives_the_part_of_each_level() -> None:
    assert rows(HEADER + COMMUNITY + MATERNITY) == [
        ("Community Services", False, "Contracts", "Responsibility delegated to Place for nursing."),
        ("Maternity", False, "Standards", "Not delegated to Place."),
    ]


@pytest.mark.parametrize(
    "header",
    ["Service\tICB level\tLocality\n", "Functions\tSystem\tBorough\n", "Area\tSystem remit\tPlaces\n"],
)
def test_header_may_be_worded_otherwise(header: str) -> None:
    assert [row[0] for row in rows(header + COMMUNITY + MATERNITY)] == ["Community Services", "Maternity"]


def test_columns_may_stand_in_another_order() -> None:
    text = (
        "Service Area\tPlace Remit\tSystem Remit\nMaternity\tAdvice\tStandards\nDental\tAccess\tContracts\n"
    )
    assert rows(text)[0] == ("Maternity", False, "Standards", "Advice")


@pytest.mark.parametrize(
    "text",
    [
        "Service Area\tPlace Remit\n" + "Maternity\tAdvice\n" * 2,
        "The services of partners are joined\tThe system gives the rules to all of its own partners in turn\t"
        "Each place finds its own way to join them up\n" + "Money\tNone\tSome\n" * 2,
        "Name\tPost\tOrganisation\nOne\tChair\tTrust\nTwo\tDirector\tCouncil\n",
        "Service Area, System Remit and Place Remit are words here.\n",
    ],
)
def test_other_tables_are_none(text: str) -> None:
    assert read(text)[1] == []


def test_services_below_the_word_enablers_are_enablers() -> None:
    text = (
        HEADER
        + COMMUNITY
        + "Enablers\t\t\nDigital\tCorporate function\tExtra help\nFinance\tRules\tPartners\n"
    )
    assert [(area, enabler) for area, enabler, _, _ in rows(text)] == [
        ("Community Services", False),
        ("Digital", True),
        ("Finance", True),
    ]


def test_row_without_a_service_goes_on_with_the_one_above() -> None:
    assert rows(HEADER + COMMUNITY + "\tand payment\tIt includes therapy.\n" + MATERNITY)[0] == (
        "Community Services",
        False,
        "Contracts and payment",
        "Responsibility delegated to Place for nursing. It includes therapy.",
    )


def test_header_and_table_on_the_next_page_belong_to_it() -> None:
    assert [row[0] for row in rows(f"{HEADER}{COMMUNITY}\n{MATERNITY}Dental\tContracts\tAccess\n")] == [
        "Community Services",
        "Maternity",
        "Dental",
    ]


def test_rows_that_lost_their_columns_are_read_by_their_headings() -> None:
    loose = (
        "Planned Care\n\nThe ICB plans it.\n\nIt sets rules.\n\nNot delegated to Place.\n\nPlaces are told.\n"
    )
    text = (
        f"Appendix B: Who does what\n\n{HEADER}{COMMUNITY}\n{loose}\nAppendix C: Other\n\nAnother matter.\n"
    )
    assert rows(text)[1:] == [
        (
            "Planned Care",
            False,
            "The ICB plans it. It sets rules.",
            "Not delegated to Place. Places are told.",
        )
    ]


def test_parts_that_run_into_one_another_are_told_apart_by_the_capital_letter() -> None:
    loose = "Dental Care\n\nThe ICB pays to cut waits (all ages) Most responsibility at Place to buy care:\n"
    text = f"Appendix B: Who does what\n\n{HEADER}{COMMUNITY}\n{loose}"
    assert rows(text)[1:] == [
        (
            "Dental Care",
            False,
            "The ICB pays to cut waits (all ages)",
            "Most responsibility at Place to buy care:",
        )
    ]


def test_heading_enablers_counts_where_columns_were_lost_too() -> None:
    text = (
        f"Appendix B: Who does what\n\n{HEADER}{COMMUNITY}\n"
        "Enablers\n\nDigital\n\nThe ICB plans it.\n\nPlace leads join in.\n"
    )
    assert [(area, enabler) for area, enabler, _, _ in rows(text)] == [
        ("Community Services", False),
        ("Digital", True),
    ]


def test_table_knows_its_header_and_all_that_it_covers() -> None:
    document, (table,) = read(f"Appendix B: Who does what\n\n{HEADER}{COMMUNITY}{MATERNITY}\nA paragraph.\n")
    assert [document.at(span) for span in table.header] == ["Service Area", "North-wide Remit", "Place Remit"]
    assert document.at(table.rows[0].area_spans[0]) == "Community Services"
    assert document.at(table.span).startswith("Service Area")
    assert "Not delegated to Place." in document.at(table.span)


def test_a_paragraph_below_a_row_that_is_whole_is_no_part_of_it() -> None:
    below = (
        "The partnership will go on to work with residents, the council and the trusts, and to tell of it."
    )
    assert rows(f"{HEADER}{COMMUNITY}{MATERNITY}\n{below}\n") == rows(HEADER + COMMUNITY + MATERNITY)
