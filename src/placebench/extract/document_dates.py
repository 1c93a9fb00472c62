"""The date that a document gives for itself in its first lines, and in a table of particulars among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from placebench.documents import CELL, FURNITURE, Document, Table
from placebench.extract.cells import text_of
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
# At the end of a line that says something else first: "Alpha Integrated Care System. Published 3 May 2022."
_THEN_PUBLISHED = re.compile(
    rf"[.;|)(\u2013-] ?(?:(?:first|last) )?(?:published|updated|issued)(?: on)?(?: ?: ?| ){_DAY}$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^\)?\.?$")
# A footer may go on: "Last updated 3 July 2024. Accessibility. Privacy."
_GOES_ON_ELSEWHERE = re.compile(r"^\)?\.?(?:$|(?<=\.) (?=[A-Z])| ?\| )")
# What stands at the end of a page or in a footer, and says nothing else.
_SAYS_WHEN = re.compile(
    r"^(?:(?:this|the) )?(?:(?:web ?)?page|website|content|information|document|report|paper|plan|version)?"
    r"(?: (?:was|is))? ?(?:(?:first|last|most recently) )?"
    rf"(?:published|(?:reviewed and )?updated|issued|revised|amended)(?: (?:on|in))?(?: ?: ?| ){_DAY}$",
    re.IGNORECASE,
)
_CHEAP = re.compile(r"(?i)\b(?:published|updated|issued|revised|amended)\b")
_LAST_LINES = 8
_APPROVED = re.compile(
    r"^(?:(?:version|v) ?[\d.]+ ?[,;:(|-]? ?)?"
    rf"(?:(?:approved|agreed|adopted|ratified|dated)(?: on)?(?: ?[:|] ?| ))?{_DAY}$",
    re.IGNORECASE,
)
_APPROVED_BY = re.compile(
    rf"^(?:approved|agreed|adopted|ratified|signed off) by (?:the )?[^.,;]{{3,60}} (?:on|in) {_DAY}$",
    re.IGNORECASE,
)
# "Terms of reference, agreed on 3 May 2022": what a paper is, and when it was agreed.
_PAPER = (
    r"(?:terms of reference|memorandum(?: of understanding)?|scheme of delegation|constitution|charter"
    r"|(?:partnership|collaboration) agreement|operating model|plan|strategy|policy|protocol)"
)
_PAPER_AGREED = re.compile(
    rf"^(?:[^.!?;]{{0,100}}\b)?{_PAPER}\b(?: (?:of|for|\d|v)[^.;,:(]{{2,60}})? ?[,:(|\u2013-] ?"
    r"(?:as |last |first )?(?:approved|agreed|adopted|ratified|signed(?: off)?)"
    rf"(?: by (?:the )?[^.,;]{{3,60}}?)?(?: (?:on|in))? {_DAY}$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:approved|agreed|adopted|ratified|signed)\b", re.IGNORECASE)
_BY_WHOM = re.compile(r"^(?: by(?: (?!that\b|which\b|who)[\w'&-]+){1,8})?\)?\.?$", re.IGNORECASE)
# "Approved by the board on 3 May 2022. To be reviewed every year."
_THEN_REVIEWED = re.compile(r"^\.?(?:$| (?:for review|to be|next|due|the next|it |they )\b)", re.IGNORECASE)
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
# "The place was launched at a meeting of the board on 4 June 2019" tells of another day than the paper's.
_TELLS = re.compile(
    r"\b(?:was|were|has|have|had|began|begun|starts?|started|launch(?:es|ed)|formed|signed|founded|met|took"
    r"|joined|agreed(?! by\b)|approved(?! by\b)|decided|became|(?:since|until|after|before|following) )\b",
    re.IGNORECASE,
)
_ANOTHER_MEETING = re.compile(r"\b(?:next|previous|last|first|inaugural|earlier|future)\b", re.IGNORECASE)
_WAS_HELD = re.compile(r"\b(?:(?:was|is|to be|will be) )?held\b", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    r"^(?!(?:next|review|due|deadline|closing|expir)[a-z]*\b)[^.!?]{3,120}[,:(-] ?" + _DAY + "$",
    re.IGNORECASE,
)
# Where a sentence that is broken off goes on below.
_GOES_ON = re.compile(
    r"[,;.!?]$|\b(?:on|of|from|to|by|in|at|the|and|or|until|since|for|with|a|an|held)$", re.IGNORECASE
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


def date_below(document: Document) -> Found | None:
    """Return the one date that the last lines of a document, or its footers, say it was published or updated.

    Of pages that list several things, each with its date, none is the page's.
    """
    last = [line.text for line in lines(document)[-_LAST_LINES:]]
    running = (fold(document.at(block.content)).text for block in document.blocks if block.kind == FURNITURE)
    texts = dict.fromkeys(text.strip() for text in (*last, *running) if len(text) <= _LONGEST)
    said = [found for text in texts if _CHEAP.search(text) for found in _said_when(text)]
    return said[0] if len({(one.date, one.precision) for one in said}) == 1 else None


def _said_when(text: str) -> Iterator[Found]:
    for found in dates(text):
        if _SAYS_WHEN.match(text[: found.start]) and _GOES_ON_ELSEWHERE.match(text[found.end :]):
            yield found


def first_lines(document: Document) -> Iterator[str]:
    """Yield the lines of a document from the first on, with rows of tables that give a date after a label."""
    texts = {line.block.span: line.text for line in lines(document)}
    told: set[int] = set()
    for block in document.blocks:
        if block.span in texts:
            yield from _dated_line(document.at(block.content)) if block is document.blocks[0] else ()
            yield texts[block.span]
        elif block.kind == CELL and block.table is not None and block.table not in told:
            told.add(block.table)
            yield from _dated_rows(document, document.tables[block.table])


def _dated_line(text: str) -> Iterator[str]:
    """Yield the line of a first paragraph that holds but a date below a title, which no blank line parts."""
    told = [fold(line).text.strip() for line in text.splitlines()]
    for title, line in pairwise(told):
        found = next(iter(dates(line)), None)
        if not title or _GOES_ON.search(title) or found is None:
            return
        if _ALONE_BEFORE.match(line[: found.start]) and _ALONE_AFTER.match(line[found.end :]):
            yield line
            return


def _dated_rows(document: Document, table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [text_of(document, cell) for cell in row]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if _LABEL.match(label) and dates(value):
                yield f"{label.rstrip(': ')} | {value}"


def _is_own(before: str, after: str, precision: str) -> bool:
    if _LABELLED.search(before):
        return True
    if _THEN_PUBLISHED.search(before) and _ENDS.match(after):
        return True
    if precision == "year":
        return False
    alone = _ALONE_BEFORE.match(before) and _ALONE_AFTER.match(after)
    title = _TITLE_BEFORE.match(before) and _TITLE_AFTER.match(after)
    agreed = _APPROVED.match(before) or _PAPER_AGREED.match(before)
    whole = _TITLE_AFTER.match(after) or (_AGREED.search(before) and _BY_WHOM.match(after))
    approved = agreed and whole
    approved = approved or (_APPROVED_BY.match(before) and _THEN_REVIEWED.match(after))
    held = _HELD.search(before) and _ALONE_AFTER.match(after) and not _ANOTHER_MEETING.search(before)
    if (title or held) and _TELLS.search(_WAS_HELD.sub("", before)):
        return bool(alone or approved)
    return bool(alone or title or held or approved or (_HELD_ON.search(before) and _VENUE_AFTER.match(after)))
