"""Tables of what partners have: a feature a column or in the title, and in a cell whether it is there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.governing.named_features import WITHOUT_VALUE, feature_named, told_by
from placebench.coding.headed_tables import HeadedRow, HeadedTable, tables_by_row
from placebench.coding.members.starts import begins_later
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import Column, TableKind, by_wording
from placebench.extract.force import NOTHING, force
from placebench.importer import Fact
from placebench.model import Governance

TABLE = "governance"
_WORDS = "feature_tables"
_STATUSES = ("absent", "ended", "shadow", "emerging", "planned", "in_place")
# A column whose header asks whether the thing above the table is there: "Team in place?".
_ASKS = Wording(_WORDS, r"(?:[\w-]+ ){0,4}?<there>(?: yet)?\W*")
_OPEN = Wording(_WORDS, r"(?:[\w-]+ ){0,3}?<in_public>\W*")
_ABSENT = Wording(_WORDS, r"<absent>(?:[,;(] ?(?:but|although|though)\b.*)?\W*")
_FORM = Wording(_WORDS, r"<form>\W*")
# "Committee of the ICB (shadow)": how far the form is there.
_ASIDE = re.compile(r"\(([^()]+)\)$")
_HOW_FUNDED = Wording(_WORDS, r"<how_funded>\W*")
_FUND = Wording(_WORDS, r"(?:the )?<fund>\b")
_POOLED = Wording(
    _WORDS, r"<pooled>(?:,? \(?(?:under )?(?:an? )?(?P<agreement><agreement>)[\w ]{0,20}\)?)?\W*"
)


def _headed(book: Codebook, header: str) -> tuple[str, str | None] | None:
    """Return the feature that a header names, or asks for in words of its own; of a form its value too."""
    in_public = _OPEN.of(book).fullmatch(header)
    return ("public_transparency", None) if in_public else told_by(book, header, WITHOUT_VALUE)


KIND = TableKind(
    "places and the features that each has",
    (TABLE,),
    needs=(
        Column(
            "feature",
            "a feature by its name",
            lambda book: lambda header: _headed(book, header),
            f"[[{TABLE}.FEATURE]] match",
        ),
    ),
    may_have=(
        by_wording("form", "forms of governance", _FORM, "form"),
        by_wording("how_funded", "how a service is paid for", _HOW_FUNDED, "how_funded"),
    ),
)


@attrs.frozen
class _Told:
    feature: str
    status: str
    column: int
    value: str | None = None


def tabled_features(reading: Reading) -> Iterator[Fact]:
    """Yield the features of tables: whether each row, or its place, has what a header or the title names."""
    for table in tables_by_row(reading):
        columns = _columns(table)
        for row in table.rows():
            place = row.place_id
            if row.mentioned:
                place = next(iter(row.mentioned)) if len(row.mentioned) == 1 else None
            if place is None:
                continue
            told = [*_standing(reading, row, columns), *_pooled(table, row)]
            if row.mentioned:
                told += _forms(table, row)
            for one in told:
                governance = Governance(
                    system_id=reading.profile.system.system_id,
                    place_id=place,
                    applies_to="place",
                    status=one.status,
                    rule=f"{TABLE}.{one.feature}",
                    feature=one.feature,
                    value=one.value,
                    body_kind="partnership",
                )
                yield Fact(governance, (row.quote([one.column]),))


def _columns(table: HeadedTable) -> dict[int, tuple[str, str | None]]:
    """Return what each column is about: a feature in its header, or the title's where it asks for it."""
    book = table.reading.codebook
    headers = {column: header.lower() for column, header in table.headers.items()}
    named = {column: _headed(book, header) for column, header in headers.items()}
    found = {column: feature for column, feature in named.items() if feature}
    titled = feature_named(book, table.caption.lower(), WITHOUT_VALUE)
    if found or titled is None:
        return found
    return {column: (titled, None) for column, header in headers.items() if _ASKS.of(book).fullmatch(header)}


def _standing(
    reading: Reading, row: HeadedRow, columns: Mapping[int, tuple[str, str | None]]
) -> Iterator[_Told]:
    """Yield how far the feature of each column is there by the cells of a row."""
    for column, (feature, value) in columns.items():
        status = _status(reading, row, column, columns)
        # Of a place's own neighbourhoods one without a team says nothing of the place.
        if status is not None and (status != "absent" or row.mentioned):
            yield _Told(feature, status, column, value)


def _status(reading: Reading, row: HeadedRow, column: int, columns: Container[int]) -> str | None:
    """Return how far a thing is there by a cell; by another cell of its row where that says when."""
    told = row.by_column.get(column)
    status = _code(reading.codebook, told) if told is not None else None
    if status == "absent":
        others = (text for at, text in row.by_column.items() if at not in columns)
        later = any(_code(reading.codebook, text) == "planned" for text in others)
        return "planned" if later else status
    if status == "planned" and not begins_later(reading, told or ""):
        return "in_place"
    return status


def _code(book: Codebook, text: str) -> str | None:
    words, lower = book.remits["delegations"], text.lower()
    if _ABSENT.of(book).fullmatch(lower):
        return "absent"
    return next((code for code in _STATUSES if words[code].matches(lower)), None)


def _pooled(table: HeadedTable, row: HeadedRow) -> Iterator[_Told]:
    """Yield a pooled budget that a cell names, or tells below a header for how a service is paid for."""
    book = table.reading.codebook
    for column, (feature, _) in _columns(table).items():
        named = _FUND.of(book).match(row.by_column.get(column, "").lower())
        if feature == "pooled_budget" and named:
            yield _Told(feature, "in_place", column, "better_care_fund")
    for column, text in _below(table, row, _HOW_FUNDED):
        told = _POOLED.of(book).fullmatch(text)
        if told is not None:
            yield _Told("pooled_budget", "in_place", column, "section_75" if told["agreement"] else None)


def _forms(table: HeadedTable, row: HeadedRow) -> Iterator[_Told]:
    """Yield the forms that a cell names below a header for them: "Joint committee (proposed)"."""
    book = table.reading.codebook
    arrangements = [cue for cue in book.cues[TABLE] if cue.entry == "arrangement" and cue.value]
    for column, text in _below(table, row, _FORM):
        for cue in arrangements:
            if cue.case or cue.lead or (cue.unless and cue.unless.matches(text)):
                continue
            found = cue.match.search(text)
            aside = _ASIDE.search(text)
            told = _code(book, aside[1]) if aside else None
            status = (told or force(text, found.start, found.end, book)) if found else NOTHING
            if status != NOTHING:
                yield _Told("arrangement", status, column, cue.value)


def _below(table: HeadedTable, row: HeadedRow, heads: Wording) -> Iterator[tuple[int, str]]:
    """Yield the columns whose headers some words make up, with the text of a row there in lower case."""
    for column, header in table.headers.items():
        if column in row.by_column and heads.of(table.reading.codebook).fullmatch(header.lower()):
            yield column, row.by_column[column].lower()
