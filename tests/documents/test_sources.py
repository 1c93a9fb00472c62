"""Reading `sources.csv`."""

from __future__ import annotations

from pathlib import Path

import pytest

from placebench.documents import read_sources
from placebench.errors import UsageError

HEADER = "file,title,publisher,document_type,published,url"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text("A plan.")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "page.html").write_text("<p>A page.")
    return tmp_path


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "sources.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8-sig")
    return path


def test_row_says_what_is_known_of_a_file(folder: Path) -> None:
    write(folder, 'plan.txt,"Plan, revised",Dale Board,board_paper,2031-05-04,', "more/page.html,,,,2031,")
    assert read_sources(folder) == {
        "plan.txt": {
            "title": "Plan, revised",
            "publisher": "Dale Board",
            "document_type": "board_paper",
            "published": "2031-05-04",
        },
        "more/page.html": {"published": "2031"},
    }


def test_other_columns_and_missing_ones_do_not_matter(folder: Path) -> None:
    write(folder, "Plan,plan.txt,green", header="title,file,colour")
    assert read_sources(folder) == {"plan.txt": {"title": "Plan"}}


def test_folder_without_the_file_says_nothing(folder: Path) -> None:
    assert read_sources(folder) == {}


@pytest.mark.parametrize("published", ["2031", "2031-05", "2031-05-04", "2032-02-29"])
def test_date_may_be_known_to_the_year_month_or_day(folder: Path, published: str) -> None:
    write(folder, f"plan.txt,,,,{published},")
    assert read_sources(folder)["plan.txt"]["published"] == published


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("04/05/2031", "2031-05-04"),
        ("4.5.2031", "2031-05-04"),
        ("4 May 2031", "2031-05-04"),
        ("4th May 2031", "2031-05-04"),
        ("Sept. 2031", "2031-09"),
        ("May 2031", "2031-05"),
    ],
)
def test_date_may_be_as_a_spreadsheet_or_a_person_writes_it(
    folder: Path, written: str, published: str
) -> None:
    write(folder, f"plan.txt,,,,{written},")
    assert read_sources(folder)["plan.txt"]["published"] == published


@pytest.mark.parametrize(
    "published", ["Spring 2031", "05/31/2031", "04/05/31", "31 June 2031", "2031-13", "2031-02-29", "0000"]
)
def test_other_dates_are_refused(folder: Path, published: str) -> None:
    path = write(folder, "more/page.html,,,,,", f"plan.txt,,,,{published},")
    with pytest.raises(UsageError) as error:
        read_sources(folder)
    assert error.value.found == repr(published)
    assert error.value.where == f"{path}, line 3"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("gone.txt,,,,,", "'gone.txt', which is not there"),
        ("more,,,,,", "'more', which is not there"),
        (",Plan,,,,", "nothing"),
        ("plan.txt,,,,,", "'plan.txt' again"),
    ],
)
def test_row_names_one_file_that_is_there(folder: Path, row: str, found: str) -> None:
    path = write(folder, "plan.txt,,,,,", row)
    with pytest.raises(UsageError) as error:
        read_sources(folder)
    assert error.value.found == found
    assert error.value.where == f"{path}, line 3"


def test_table_without_a_column_for_the_file_is_refused(folder: Path) -> None:
    write(folder, "plan.txt,Plan", header="name,title")
    with pytest.raises(UsageError, match="expected a column `file`, found name, title"):
        read_sources(folder)


def test_table_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "sources.csv").write_bytes(HEADER.encode() + b"\nplan.txt,caf\xe9,,,,\n")
    with pytest.raises(UsageError, match="expected a CSV file in UTF-8"):
        read_sources(folder)
