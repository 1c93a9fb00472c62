"""Dated deliverables in the tables of delivery plans: what will be done, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.headed_tables import HeadedTable, headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_entry, title_by_entry
from placebench.coding.work.due_dates import due_of, is_past
from placebench.extract.dates import find_date
from placebench.importer import Fact
from placebench.model import Milestone

TABLE = "milestones"
_FEWEST_WORDS = 2
KIND = TableKind(
    "actions and by when they are due",
    (TABLE,),
    needs=(
        by_entry("due", "dates by when", TABLE, "in_tables_due"),
        by_entry("what", "actions or milestones", TABLE, "in_tables"),
    ),
    title=title_by_entry("a plan, milestones or next steps", TABLE, "table_of_a_plan", header="what"),
    others=title_by_entry("a log of actions, meetings or risks", TABLE, "table_of_others"),
    owned=True,
)


def tabled_milestones(reading: Reading) -> Iterator[Fact]:
    """Yield the rows of tables that say what a place's partners will do, each with its date."""
    rule = reading.codebook.entry(TABLE, "in_tables").rule
    for table in headed_tables(reading, KIND):
        yield from _of(reading, table, rule)


def _of(reading: Reading, table: HeadedTable, rule: str) -> Iterator[Fact]:
    book = reading.codebook
    done, dated = book.entry(TABLE, "table_done").match, book.entry(TABLE, "table_date").match
    for row in table.rows():
        what, when = row.texts.get("what", ""), row.texts.get("due", "")
        due = find_date(when)
        over = (due is not None and is_past(reading, due)) or any(
            done.matches(text.lower()) for text in row.others
        )
        told = due is not None or dated.matches(when.lower())
        applies_to = "place" if row.place_id else table.of_none
        if applies_to is None or over or not told or len(what.split()) < _FEWEST_WORDS:
            continue
        milestone = Milestone(
            system_id=reading.profile.system.system_id,
            place_id=row.place_id,
            applies_to=applies_to,
            status="planned",
            rule=rule,
            deliverable=what.rstrip(" ;,."),
            due=due_of(due, when) if due else None,
            due_text=when,
        )
        yield Fact(milestone, (row.quote_of("what", "due"),))
