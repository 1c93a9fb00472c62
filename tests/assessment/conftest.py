"""A framework, a system that nobody else reads, and workbooks of it as a team fills them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from placebench.assessment.form import Form
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.framework_file import parse_framework
from placebench.assessment.writer import write_workbook
from placebench.model import Place, System
from placebench.pipeline import ImportRun, import_documents

FRAMEWORK = """
name = "Working together"
publisher = "Vale ICS"
system = "vale"
stages = ["Emerging", "Developing", "Maturing", "Thriving"]

[[theme]]
name = "Purpose"
description = "Partners know what they are for."

[theme.criteria]
Emerging = ["Partners have met."]
Developing = ["A purpose is written.", "Most partners know it."]
Thriving = ["Plans follow from it."]

[[theme]]
description = "People in authority share what they lead."
criteria = { Emerging = ["Leaders meet."], no_stage = ["Leaders are trained."] }

[[theme]]
name = "Data"
"""
VALE = System(system_id="vale", name="Vale")
PLACES = tuple(Place(place_id=f"vale/{one.lower()}", system_id="vale", name=one) for one in ("Dale", "Ford"))


@attrs.define
class Filled:
    """A workbook in the hands of a team."""

    book: openpyxl.Workbook

    def sheet(self, place: str = "Dale") -> Worksheet:
        return self.book[place]

    def cell(self, text: str, place: str = "Dale") -> Cell:
        return next(cell for row in self.sheet(place).iter_rows() for cell in row if cell.value == text)

    def beside(self, text: str, place: str = "Dale") -> Cell:
        return self.cell(text, place).offset(0, 1)

    def answer(
        self, theme: int, value: object, part: str = "stage", assessor: int = 1, place: str = "Dale"
    ) -> Cell:
        heading = self.cell(f"Assessor {assessor}: {part}", place)
        cell = heading.offset(theme, 0)
        cell.value = value
        return cell

    def sign(self, name: str | None, date: object, assessor: int = 1, place: str = "Dale") -> None:
        self.beside(f"Assessor {assessor}: name", place).value = name
        self.beside(f"Assessor {assessor}: date", place).value = date

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


@pytest.fixture(scope="session")
def framework() -> MaturityFramework:
    return parse_framework("framework.toml", FRAMEWORK.encode())


@pytest.fixture(scope="session")
def framework_toml() -> str:
    return FRAMEWORK


@pytest.fixture
def filled(framework: MaturityFramework) -> Callable[..., Filled]:
    """Return what gives a workbook in which one assessor has signed."""

    def make(**options: Any) -> Filled:
        data = write_workbook(Form(framework, VALE, PLACES, **options))
        book = Filled(openpyxl.load_workbook(BytesIO(data)))
        book.sign("Place lead", dt.datetime(2023, 10, 5))  # noqa: DTZ001 - a sheet knows no time zones
        return book

    return make


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., ImportRun]:
    """Return what imports a workbook as it was saved."""

    def run(book: Filled) -> ImportRun:
        return import_documents([book.save(tmp_path / "filled.xlsx")])

    return run


def rows(done: ImportRun, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in done.dataset[table].to_pylist()]


@pytest.fixture(name="rows", scope="session")
def rows_fixture() -> Callable[..., list[tuple[Any, ...]]]:
    return rows


@pytest.fixture(scope="session")
def ratings() -> Callable[[ImportRun], list[tuple[Any, ...]]]:
    """Return what gives place, number of the theme, lowest and highest stage, and assessor of each rating."""

    def of(done: ImportRun) -> list[tuple[Any, ...]]:
        found = rows(done, "assessments", "place_id", "theme_id", "stage_low", "stage_high", "assessor")
        return sorted(
            (place, theme.rpartition("/")[2], low, high, who) for place, theme, low, high, who in found
        )

    return of
