"""What a method found, with its denominators, dates and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

import attrs
import polars as pl
import polars.selectors as cs

LIST_SEPARATOR = " | "
_SHOWN = 20
"""Rows that a notebook shows."""
_DIGITS = 3
_STARTS_A_FORMULA = r"^[=+\-@\t]"


@attrs.frozen(eq=False, kw_only=True)
class Result:
    """What a method found: a table, and all that a reader needs to trust it.

    A frame follows one convention wherever its rows rest on facts: `fact_ids` lists them, and `as_of_first`
    and `as_of_last` are the first and last date that they speak for; `as_of` says these in words, as exactly
    as sources do (see `dating`).

    Attributes:
        name: Short name; also of its file.
        title: What the table shows.
        frame: The table.
        denominators: What its figures are to be seen against, such as `places` or `places_stated`.
        notes: What a reader must know, in sentences.
        source: Where the method is published; empty for a plain arrangement of what sources state.
    """

    name: str
    title: str
    frame: pl.DataFrame
    denominators: Mapping[str, int]
    notes: tuple[str, ...] = ()
    source: str = ""

    @property
    def dates(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last date that a row speaks for."""
        if not {"as_of_first", "as_of_last"} <= set(self.frame.columns):
            return None, None
        first = self.frame["as_of_first"].min()
        last = self.frame["as_of_last"].max()
        return first, last  # type: ignore[return-value]

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Identifiers of all facts that the table rests on, sorted."""
        if "fact_ids" not in self.frame.columns:
            return ()
        return tuple(self.frame["fact_ids"].explode().drop_nulls().unique().sort())

    def flat(self) -> pl.DataFrame:
        """Return the table as spreadsheets take it.

        Lists are joined by ` | `. Text that a spreadsheet would take for a formula is prefixed with `'`.
        """
        texts = cs.list().list.eval(pl.element().cast(pl.String)).list.join(LIST_SEPARATOR)
        formula = cs.string().str.contains(_STARTS_A_FORMULA)
        harmless = pl.when(formula).then("'" + cs.string()).otherwise(cs.string()).name.keep()
        return self.frame.with_columns(texts).with_columns(harmless)

    def as_csv(self) -> str:
        """Return the table as `flat` gives it, as the text of a CSV file."""
        return self.flat().write_csv()

    def _repr_html_(self) -> str:
        """Return the first rows as a small table with title and notes, for notebooks."""
        shown = self.flat().drop("fact_ids", "evidence_ids", "sources", strict=False)
        heads = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in shown.columns)
        body = "".join(_html_row(row) for row in shown.head(_SHOWN).iter_rows())
        left = f"<p>{shown.height - _SHOWN} further rows.</p>" if shown.height > _SHOWN else ""
        notes = "".join(f"<li>{escape(note)}</li>" for note in self.notes)
        sizes = ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in self.denominators.items())
        return (
            f"<table><caption>{escape(self.title)} (n: {escape(sizes)})</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{left}<ul>{notes}</ul>"
        )

    def to_csv(self, folder: Path | str) -> Path:
        """Write the table to `<name>.csv` in a folder, and return the file; see `as_csv`."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.csv"
        unfinished = path.with_suffix(".csv.part")
        unfinished.write_text(self.as_csv(), "utf-8", newline="")
        unfinished.replace(path)
        return path


def _html_row(values: Iterable[object]) -> str:
    return f"<tr>{''.join(f'<td>{escape(_in_words(value))}</td>' for value in values)}</tr>"


def _in_words(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.{_DIGITS}g}" if isinstance(value, float) else str(value)
