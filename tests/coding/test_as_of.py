"""The date that a statement speaks for."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.codebook.profiles import SystemProfile
from placebench.coding import SystemImporter
from placebench.documents import read_document
from placebench.importer import Fact
from placebench.model import Governance

HEAD = "Place-based partnerships in North\n\nThe NHS, primary care and patients matter to Alpha and Beta.\n\n"


@pytest.mark.parametrize(
    ("sentence", "date", "precision"),
    [
        ("As at 31 March 2024 the Alpha partnership board meets every month.", dt.date(2024, 3, 31), "day"),
        ("The Alpha partnership board meets every month, as of May 2023.", dt.date(2023, 5, 1), "month"),
        ("At the end of 2021 the Alpha partnership board met every month.", dt.date(2021, 1, 1), "year"),
        (
            "As\n at the 31 March 2024 the Alpha partnership board met monthly.",
            dt.date(2024, 3, 31),
            "day",
        ),
        (
            "The Alpha partnership board met every month, the position at the end of March 2023.",
            dt.date(2023, 3, 1),
            "month",
        ),
        ("Since 1 July 2022 the Alpha partnership board meets every month.", None, None),
        ("The Alpha partnership board meets every month.", None, None),
    ],
)
def test_words_give_it(
    profile: SystemProfile, sentence: str, date: dt.date | None, precision: str | None
) -> None:
    importer = SystemImporter("north", "1.0", profile)
    document = read_document(f"{HEAD}{sentence}\n".encode(), "paper.txt")
    (claim,) = importer.identify(document)
    rows = [found.row for found in importer.extract(document, claim) if isinstance(found, Fact)]
    (row,) = [r for r in rows if isinstance(r, Governance) and r.feature == "meeting_frequency"]
    assert (row.as_of, row.as_of_precision) == (date, precision)
