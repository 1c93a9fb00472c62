"""Figures of joint work in tables of results: a row a measure, a column a period."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.coding.headed_tables import HeadedTable, headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_entry, title_by_entry
from placebench.importer import Fact
from placebench.model import Outcome

TABLE = "outcomes"
_FIGURE = re.compile(
    r"(?:£ ?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?P<percent>%|per ?cent)?"
)
_FEWEST_LETTERS = 6
_COUNT = "count"
_PERIOD = by_entry("period", "figures of a period", TABLE, "in_tables_period")
KIND = TableKind(
    "measures and their figures",
    (TABLE,),
    needs=(by_entry("measure", "measures", TABLE, "in_tables"), _PERIOD),
    title=title_by_entry("outcomes, results or impact", TABLE, "table_of_results"),
    owned=True,
)


@attrs.frozen
class _Figure:
    value: float
    unit: str
    period: str
    column: int


def tabled_outcomes(reading: Reading) -> Iterator[Fact]:
    """Yield the last figure of each measure, with the first as its baseline, below words for results."""
    rule = reading.codebook.entry(TABLE, "in_tables").rule
    for table in headed_tables(reading, KIND):
        periods = _periods(table)
        for row in table.rows():
            what = row.texts.get("measure", "")
            figures = [
                one for at, period in periods.items() if (one := _figure(row.by_column.get(at), period, at))
            ]
            enough = figures and sum(map(str.isalpha, what)) >= _FEWEST_LETTERS
            if row.place_id is None or not enough:
                continue
            last, first = figures[-1], figures[0] if len(figures) > 1 else None
            outcome = Outcome(
                system_id=reading.profile.system.system_id,
                place_id=row.place_id,
                applies_to="place",
                status="in_place",
                rule=rule,
                measure=what,
                value=last.value,
                unit=last.unit,
                direction=_direction(last, first),
                bound="exact",
                baseline=first.value if first else None,
                baseline_period=first.period if first else None,
                period=last.period,
            )
            told = [figures[0].column, last.column]
            yield Fact(outcome, (row.quote([table.columns["measure"], *told]),))


def _periods(table: HeadedTable) -> dict[int, str]:
    """Return the columns whose header is a period, in order; none of targets."""
    heads = _PERIOD.heads(table.reading.codebook)
    return {at: header for at, header in sorted(table.headers.items()) if heads(header.lower())}


def _figure(text: str | None, period: str, column: int) -> _Figure | None:
    found = _FIGURE.fullmatch((text or "").strip())
    if found is None:
        return None
    unit = "percent" if found["percent"] else "pounds" if "£" in found.group() else _COUNT
    return _Figure(float(found["number"].replace(",", "")), unit, period, column)


def _direction(last: _Figure, first: _Figure | None) -> str | None:
    if first is None:
        return None
    return "level" if last.value == first.value else "increase" if last.value > first.value else "decrease"
