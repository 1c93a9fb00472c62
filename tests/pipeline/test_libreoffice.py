"""The same words give the same facts in files that LibreOffice makes."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from placebench.documents import open_document, read_sources
from placebench.pipeline import ImportRun
from tests.pipeline.rewritten import PAGES, TEXTS, facts, imported, styled

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(OFFICE is None, reason="needs soffice, which libreoffice-writer brings"),
]

Convert = Callable[..., Path]
# The HTML that LibreOffice writes has one level of bullets, whatever the styles of Word said.
FLATTENED = "lsc-place-based-partnerships.html"
IMPORT_PAGE = "--infilter=HTML (StarWriter)"


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return what turns files into files of another format, all at once, in a folder of that name."""
    home = tmp_path_factory.mktemp("office")

    def converted(kind: str, *files: Path, options: tuple[str, ...] = ()) -> Path:
        folder = tmp_path_factory.mktemp(kind)
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        command = [
            str(OFFICE),
            profile,
            "--headless",
            *options,
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
        ]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
        return folder

    return converted


@pytest.fixture(scope="module")
def made(examples: Path, convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return folders of the examples: written with the styles of Word, and what LibreOffice makes of them."""
    styled_folder = tmp_path_factory.mktemp("styled")
    for name in (*TEXTS, *PAGES):
        styled(open_document(examples / name)).save(str(styled_folder / Path(name).with_suffix(".docx")))
    files = sorted(styled_folder.iterdir())
    pages = [examples / name for name in PAGES]
    texts = convert("odt", *files)
    return {
        "odt": texts,
        "pdf": convert("pdf", *files),
        "html": convert("html", *files),
        "docx": convert("docx", *sorted(texts.iterdir())),
        "pdf of the page": convert("pdf", *pages, options=(IMPORT_PAGE,)),
        "docx of the page": convert("docx", *pages, options=(IMPORT_PAGE,)),
    }


@pytest.fixture(scope="module")
def runs(examples: Path, made: dict[str, Path]) -> dict[str, ImportRun]:
    """Return what the files made in each way state."""
    known = read_sources(examples)
    return {way: imported(sorted(folder.iterdir()), folder, known) for way, folder in made.items()}


@pytest.mark.parametrize(
    ("name", "way"),
    [
        *(
            (name, way)
            for name in (*TEXTS, *PAGES)
            for way in ("pdf", "html", "docx", "odt")
            if (name, way) != (FLATTENED, "html")
        ),
        *((name, way) for name in PAGES for way in ("pdf of the page", "docx of the page")),
    ],
)
def test_file_states_what_its_source_states(
    read_examples: Any, runs: dict[str, ImportRun], name: str, way: str
) -> None:
    expected = facts(read_examples.run, name)
    assert expected
    assert facts(runs[way], f"{Path(name).stem}.{way.partition(' ')[0]}") == expected


def test_sheet_says_what_its_workbook_says(tmp_path: Path, convert: Convert) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Self-assessment"
    for row in (
        ("Theme", "Stage", "Agreed on", "Share"),
        ("Leadership", 2, dt.date(2024, 5, 14), 0.25),
        ("Shared records", None, dt.date(2024, 6, 1), 0.5),
    ):
        sheet.append(row)
    sheet["D2"].number_format = sheet["D3"].number_format = "0%"
    first = tmp_path / "self.xlsx"
    workbook.save(first)
    written, read = open_document(first), open_document(convert("ods", first) / "self.ods")
    assert read.text == written.text
    assert [cell.address for cell in read.tables[0].cells] == [
        cell.address for cell in written.tables[0].cells
    ]
