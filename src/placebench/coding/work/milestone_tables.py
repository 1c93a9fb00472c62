"""Dated deliverables in the tables of delivery plans: what will be done, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.coding.authors import is_of_another
from placebench.coding.headed_tables import HeadedTable, headed_tables
from placebench.coding.reading import Reading
from placebench.coding.work.due_dates import due_of, is_past
from placebench.extract.dates import find_date
from placebench.importer import Fact
from placebench.model import Milestone

TABLE = "milestones"
_FEWEST_WORDS = 2


def tabled_milestones(reading: Reading) -> Iterator[Fact]:
    """Yield the rows of tables that say what a place's partners will do, each with its date."""
    book = reading.codebook
    due, what = book.entry(TABLE, "in_tables_due"), book.entry(TABLE, "in_tables")
    plan, others = book.entry(TABLE, "table_of_a_plan").match, book.entry(TABLE, "table_of_others").match
    for table in headed_tables(reading, {"due": due.match.matches, "what": what.match.matches}):
        titles = f"{reading.document.metadata.get('title', '')} | {table.title}".lower()
        named = plan.matches(titles) or plan.matches(table.headers[table.columns["what"]].lower())
        if named and not others.matches(table.title.lower()) and not is_of_another(reading, table.path):
            yield from _of(reading, table, what.rule)


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
        if row.place_id is None or over or not told or len(what.split()) < _FEWEST_WORDS:
            continue
        milestone = Milestone(
            system_id=reading.profile.system.system_id,
            place_id=row.place_id,
            applies_to="place",
            status="planned",
            rule=rule,
            deliverable=what.rstrip(" ;,."),
            due=due_of(due, when) if due else None,
            due_text=when,
        )
        yield Fact(milestone, (row.quote,))
