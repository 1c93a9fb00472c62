"""Tables that gave nothing are told with what they lack."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook, parse_additions
from placebench.coding import reasons
from placebench.coding.coverage import Marked
from placebench.coding.silent_tables import KINDS, silent_tables, tables_unread
from placebench.coding.system_importer import CODERS
from placebench.importer import Fact
from placebench.model import FactRow

COLUMNS = [
    column
    for kind in KINDS
    for column in (*kind.needs, *kind.one_of, *kind.may_have)
    if "FEATURE" not in column.words
]
TITLES = [title for kind in KINDS for title in (kind.title, kind.others) if title]


def page(title: str, *rows: str) -> str:
    """Return a page with one table, its cells parted by bars."""
    cells = "".join(
        f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row.split('|'))}</tr>" for row in rows
    )
    return f"<html><body><h1>{title}</h1><p>See below.</p><table>{cells}</table></body></html>"


@pytest.fixture
def silent(read):
    """Return the tables of a page that gave nothing."""

    def found(text, **metadata):
        reading = read(text, **metadata)
        quotes: dict[str, list] = {}
        for table, coder in CODERS.items():
            for fact in coder(reading):
                if isinstance(fact, Fact) and isinstance(fact.row, FactRow):
                    quotes.setdefault(table, []).extend(s for quote in fact.quotes for s in quote.spans)
        by_table = {table: Marked(spans) for table, spans in quotes.items()}
        unread = tables_unread(reading.document, lambda _: None, by_table)
        return [*silent_tables(reading, by_table), *unread]

    return found


def test_the_nearest_kind_is_told_with_the_column_that_it_needs(silent):
    (table,) = silent(page("Alpha Together delivery plan", "Action | Owner", "Open the hub | Jo Bell"))
    assert (table.headers, table.rows, table.reason) == (("Action", "Owner"), 2, reasons.COLUMNS)
    (near,) = table.near
    assert (near.gives, near.found) == (("milestones",), ("Action",))
    ((lacks,),) = near.missing
    assert (lacks.says, lacks.words) == ("dates by when", "[[milestones.in_tables_due]] match")


def test_of_several_columns_one_would_do(silent):
    (table,) = silent(page("Alpha Together report", "Initiative | Room", "Warm Homes | 12"))
    (near,) = table.near
    assert [len(some) for some in near.missing] == [1]
    (table,) = silent(page("Alpha Together report", "Place | Room", "Alpha | 12"))
    assert ["people", "neighbourhoods", "localities"] in [
        [one.says for one in some] for near in table.near for some in near.missing
    ]


@pytest.mark.parametrize(
    ("title", "rows", "reason"),
    [
        ("Alpha Together", ("Colour | Weight", "Blue | 4 kg"), reasons.HEADER),
        (
            "Plan of Alpha and Beta",
            ("Action | By when", "Hubs opened | June 2030"),
            reasons.NO_PLACE,
        ),
        ("Alpha Together in numbers", ("Measure | 2029/30", "Falls at home | 61"), reasons.UNTITLED),
        ("Alpha Together action log", ("Action | By when", "Hubs opened | June 2030"), reasons.UNTITLED),
        ("Alpha Together plan: matters arising", ("Action | By when", "Hubs | June 2030"), reasons.OF_OTHERS),
        ("Alpha Together plan", ("Action | By when", "Hubs opened | when we can"), reasons.VALUES),
        ("Alpha Together plan", ("Action | By when",), reasons.ONE_ROW),
        (
            "Alpha Together",
            ("Purpose | The group gives advice to the board.", "Quorum | Four members are a quorum."),
            reasons.LAID_OUT,
        ),
    ],
)
def test_why_a_table_gives_nothing(silent, title, rows, reason):
    (table,) = silent(page(title, *rows))
    assert table.reason == reason
    assert reason in reasons.TABLE_REASONS


def test_rows_and_columns_that_gave_nothing_where_others_did(silent):
    (table,) = silent(
        page("North in figures", "Place | Population | Fleet", "Alpha | 210,000 | 5", "Delta | 90,000 | 7")
    )
    assert (table.reason, table.gave) == (reasons.PARTLY_READ, ("footprints",))
    assert (table.silent_rows, table.silent_columns) == (("Delta",), ("Fleet",))


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("North in figures", ("Place | Population", "Alpha | 210,000", "Beta | 90,000")),
        (
            "Members of Alpha Together",
            ("Organisation | Alpha", "Alpha Council | Member", "Healthwatch | Member"),
        ),
        (
            "How places are run",
            ("Place | Form | Pooled budget", "Alpha | Joint committee | Yes", "Beta | Alliance | No"),
        ),
    ],
)
def test_tables_that_gave_all_are_no_matter(silent, title, rows):
    assert silent(page(title, *rows)) == []


@pytest.mark.parametrize("wanted", [*COLUMNS, *TITLES], ids=lambda wanted: wanted.words)
def test_words_added_where_a_reason_points_are_known(wanted):
    entry, _, key = wanted.words.rpartition(" ")
    book = load_codebook((parse_additions("mine.toml", f'{entry}\n{key} = ["zeppelin"]\n'),))
    tells = wanted.heads(book) if hasattr(wanted, "heads") else wanted.matches(book)
    assert tells("zeppelin")
    assert not (wanted.heads if hasattr(wanted, "heads") else wanted.matches)(load_codebook())("zeppelin")
