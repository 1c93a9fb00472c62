"""The date that a document gives for itself in its first lines, and in a table of particulars among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from placebench.documents import CELL, Document, Table
from placebench.extract.dates import Found, dates
from placebench.extract.folding import fold
from placebench.extract.passages import lines

_LINES = 12
_LONGEST = 160
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:the )?"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?"
_TIME = rf"(?:,? ?(?:at |from )?{_CLOCK}(?: ?(?:-|to) ?{_CLOCK})?)?"
_LABELLED = re.compile(
    r"(?:^|[|;] ?)(?:date(?: of (?:the )?(?:meeting|publication|issue|report))?"
    r"|(?:meeting|report|publication|issue) date|meeting"
    rf"|(?:first |last )?(?:published|updated|issued|posted|reviewed)(?: on)?)(?: ?[:|] ?| ){_DAY}$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"^(?:(?:version|v) ?[\d.]+ ?[,;:(|-]? ?)?"
    rf"(?:(?:approved|agreed|adopted|ratified|dated)(?: on)?(?: ?[:|] ?| ))?{_DAY}$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|meetings?|minutes|agenda|committee|board|panel)\b[^.;]{0,60}? (?:on|of|for|-) ?" + _DAY + "$",
    re.IGNORECASE,
)
# What a cell is headed by that has the date of the paper beside it; "Review date" is another.
_LABEL = re.compile(
    r"(?:date|meeting|report|publication|issue|published|updated|approved|agreed|version)\b", re.IGNORECASE
)
_ALONE_BEFORE = re.compile(rf"^{_DAY}$", re.IGNORECASE)
_ALONE_AFTER = re.compile(rf"^{_TIME}\.?$", re.IGNORECASE)
# A day that minutes or a notice were "held on" may have the time and the place of the meeting behind it.
_HELD_ON = re.compile(r"\bheld (?:on|at|in)\b[^.;]{0,40}? ?" + _DAY + "$", re.IGNORECASE)
_VENUE = r"(?:,| at| in| via) (?:the )?(?:(?:[A-Z\d][\w'&-]*|and|of|the|at|in|via|on|-),? ?){1,14}"
_VENUE_AFTER = re.compile(rf"^(?i:{_TIME}){_VENUE}\.?$")
_TITLE_BEFORE = re.compile(
    r"^(?!(?:next|review|due|deadline|closing|expir)[a-z]*\b)[^.!?]{3,120}[,:(-] ?" + _DAY + "$",
    re.IGNORECASE,
)
_TITLE_AFTER = re.compile(r"^\)?$")


def document_date(lines: Iterable[str]) -> Found | None:
    """Return the date that the first lines of a document give for it, or None.

    A date counts after a label ("Published: 3 May 2022"), as the day of a meeting ("held on 6 June 2023"),
    at the end of a title, behind a version ("Version 2, approved 3 May 2022"), or on a line of its own.

    Args:
        lines: Folded lines from the first on.
    """
    for line in islice(lines, _LINES):
        for found in sorted(dates(line), key=lambda date: date.start):
            if len(line) <= _LONGEST and _is_own(line[: found.start], line[found.end :], found.precision):
                return found
    return None


def first_lines(document: Document) -> Iterator[str]:
    """Yield the lines of a document from the first on, with rows of tables that give a date after a label."""
    texts = {line.block.span: line.text for line in lines(document)}
    told: set[int] = set()
    for block in document.blocks:
        if block.span in texts:
            yield texts[block.span]
        elif block.kind == CELL and block.table is not None and block.table not in told:
            told.add(block.table)
            yield from _dated_rows(document, document.tables[block.table])


def _dated_rows(document: Document, table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [" ".join(fold(document.at(span)).text.strip() for span in cell.spans) for cell in row]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if _LABEL.match(label) and dates(value):
                yield f"{label.rstrip(': ')} | {value}"


def _is_own(before: str, after: str, precision: str) -> bool:
    if _LABELLED.search(before):
        return True
    if precision == "year":
        return False
    alone = _ALONE_BEFORE.match(before) and _ALONE_AFTER.match(after)
    title = _TITLE_BEFORE.match(before) and _TITLE_AFTER.match(after)
    approved = _APPROVED.match(before) and _TITLE_AFTER.match(after)
    held = _HELD.search(before) and _ALONE_AFTER.match(after)
    return bool(alone or title or held or approved or (_HELD_ON.search(before) and _VENUE_AFTER.match(after)))
