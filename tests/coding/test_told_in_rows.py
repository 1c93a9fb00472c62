from __future__ import annotations

import pytest

from placebench.coding.told_in_rows import without_cells_told_in_rows
from placebench.documents import Quote, Span
from placebench.importer import Fact
from placebench.model import Governance

ROW = [(10, 20), (22, 40)]
LONGER = [(12, 15), (30, 60)]


def fact(spans, feature="board"):
    row = Governance(
        system_id="fens", applies_to="system", status="in_place", feature=feature, body_kind="partnership"
    )
    return Fact(row, (Quote(tuple(Span(*span) for span in spans), ("",) * len(spans)),))


@pytest.mark.parametrize(
    ("span", "kept"),
    [
        ((10, 20), False),
        ((11, 12), False),
        ((25, 40), False),
        ((35, 50), False),
        ((45, 60), False),
        ((9, 12), True),
        ((15, 23), True),
        ((20, 22), True),
        ((59, 61), True),
        ((0, 5), True),
        ((70, 80), True),
    ],
)
def test_what_one_cell_of_a_row_says_is_told_by_the_row(span, kept):
    rows, cell = [fact(LONGER), fact(ROW)], fact([span])
    assert (cell in [*without_cells_told_in_rows([*rows, cell])]) is kept


def test_a_row_tells_no_other_feature_and_stays_itself():
    found = [fact(ROW), fact([(11, 12)], "host")]
    assert [*without_cells_told_in_rows(found)] == found
