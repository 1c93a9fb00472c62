"""Ratings that a paper prints: a table of stages, by place and theme of a framework."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from placebench.coding.reading import Reading
from placebench.coding.record.frameworks import coded_frameworks
from placebench.documents import HEADING, Span
from placebench.extract.cells import text_of
from placebench.extract.dates import Found, dates
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line
from placebench.extract.rating_tables import RatedCell, RatingsTable, tables_of_few_words
from placebench.importer import Fact, GapFound
from placebench.model import Assessment

TABLE = "assessments"
_NUMBER = re.compile(r"^(?:(?:stage|level|theme)?\s*\d+\s*[:.)-]?\s*)")
_NOT_ASSESSED = frozenset({"not assessed", "not rated", "not yet assessed", "n/a", "tbc", "-", "–"})
_RANGE = re.compile(r"\s*(?:[-\u2013\u2014/]|\bto\b)\s*")
_IN_PLACE = "in_place"
_NO_FRAMEWORK = (
    "the maturity framework that a table of stages is rated by: no matrix of these themes with stages of a "
    "known scale stands here; give its file with --framework"
)
_UNKNOWN_STAGES = (
    "the maturity framework that a table of places is rated by: its cells hold “{}”, which no known scale "
    "holds; give the framework's file with --framework"
)


class RatedBy(Protocol):
    """A framework as ratings name it."""

    @property
    def framework_id(self) -> str:
        """Its identifier."""
        ...

    def theme(self, text: str) -> str | None:
        """Return the identifier of the theme of a name in lower case."""
        ...

    def stage(self, text: str) -> int | None:
        """Return the number of the stage of a name in lower case."""
        ...


@attrs.frozen
class _Raters:
    """What the text above a table of ratings says of who gave them.

    Attributes:
        kind: `self` or `peer`.
        on: When.
        places: Of which places they are; of all where this is empty.
    """

    kind: str
    on: Found | None
    places: frozenset[str]


@attrs.frozen
class _Ratings:
    """A table of ratings, what they are by, and who gave them."""

    table: RatingsTable
    framework: RatedBy
    raters: _Raters


def code_assessments(reading: Reading) -> Iterator[Fact | GapFound]:
    """Yield the ratings of each table of stages by a framework that the document prints, or a gap."""
    yield from ratings_in(reading, reading.ratings_tables, coded_frameworks(reading))
    for table, words in tables_of_unknown_stages(reading):
        yield _unread(reading, table, _UNKNOWN_STAGES.format(", ".join(words)))


def tables_of_unknown_stages(reading: Reading) -> Iterator[tuple[RatingsTable, tuple[str, ...]]]:
    """Yield tables that rate places in words which no known scale holds, with these words.

    A table counts if the section above it tells of self-assessment, peer review or maturity, and most of its
    cells stand under or beside the name of a place.
    """
    for table in tables_of_few_words(reading.document, reading.codebook.reading["no_stage"].matches):
        if not reading.reads(table.span) or table in reading.ratings_tables:
            continue
        if _rates_places(reading, table):
            said = dict.fromkeys(text_of(reading.document, one.cell).strip() for one in table.cells)
            yield (
                table,
                tuple(one for one in said if one.lower() not in _NOT_ASSESSED and not _RANGE.search(one)),
            )


def ratings_in(
    reading: Reading, tables: Iterable[RatingsTable], frameworks: Sequence[RatedBy]
) -> Iterator[Fact | GapFound]:
    """Yield the ratings of tables of stages, or a gap where one does not say by what, or who rated.

    Args:
        reading: The document.
        tables: Tables of it.
        frameworks: What they may be rated by.
    """
    for table in tables:
        raters = _raters(reading, table)
        framework = next((one for one in frameworks if rates_by(reading, one, table)), None)
        if framework is None:
            yield _unread(reading, table, _NO_FRAMEWORK)
        elif raters is None:
            yield _unread(reading, table, "who gave the ratings in a table of stages: the places, or peers")
        else:
            yield from _rated(reading, _Ratings(table, framework, raters))


def _rated(reading: Reading, ratings: _Ratings) -> Iterator[Fact | GapFound]:
    raters = ratings.raters
    for one in ratings.table.cells:
        row, column = (text_of(reading.document, cell) for cell in (one.row, one.column))
        place = _place(reading, column) or _place(reading, row)
        theme = ratings.framework.theme(_plain(row)) or ratings.framework.theme(_plain(column))
        said = text_of(reading.document, one.cell)
        stages = _stages(ratings.framework, said)
        if not place or not theme:
            if place and stages:
                what = (
                    f"rating of {place} on “{row if _place(reading, column) else column}”, which is no theme"
                )
                yield GapFound(TABLE, what, "illegible", (reading.document.quote(*_spans(one)),))
            continue
        what = f"rating of {place} on theme {theme.rpartition('/')[2]}"
        if raters.places and place not in raters.places:
            yield GapFound(TABLE, f"who gave the {what}", "absent", (reading.document.quote(*_spans(one)),))
        elif stages:
            assessed = Assessment(
                system_id=reading.profile.system.system_id,
                place_id=place,
                framework_id=ratings.framework.framework_id,
                theme_id=theme,
                stage_low=stages[0],
                stage_high=stages[1],
                kind=raters.kind,
                as_of=raters.on.date if raters.on else None,
                as_of_precision=raters.on.precision if raters.on else None,
            )
            yield Fact(assessed, (reading.document.quote(*_spans(one)),))
        else:
            reason = "not_assessed" if said.lower().strip() in _NOT_ASSESSED else "illegible"
            yield GapFound(TABLE, what, reason, (reading.document.quote(*_spans(one)),))


def _stages(framework: RatedBy, said: str) -> tuple[int, int] | None:
    """Return the stage that a cell names twice, or the lowest and the highest of a range."""
    text = _plain(said)
    if point := framework.stage(text):
        return point, point
    for found in _RANGE.finditer(text):
        low, high = framework.stage(text[: found.start()]), framework.stage(text[found.end() :])
        if low and high and low < high:
            return low, high
    return None


def _unread(reading: Reading, table: RatingsTable, what: str) -> GapFound:
    first = table.cells[0]
    return GapFound(TABLE, what, "absent", (reading.document.quote(*_spans(first)),))


def rates_by(reading: Reading, framework: RatedBy, table: RatingsTable) -> bool:
    """Tell whether most cells of a table rate a place on a theme of a framework."""
    known = sum(
        any(_place(reading, text) for text in heads) and any(framework.theme(_plain(text)) for text in heads)
        for heads in ([text_of(reading.document, c) for c in (one.row, one.column)] for one in table.cells)
    )
    return known * 2 > len(table.cells)


def _rates_places(reading: Reading, table: RatingsTable) -> bool:
    heads = [[text_of(reading.document, cell) for cell in (one.row, one.column)] for one in table.cells]
    of_places = sum(any(_place(reading, text) for text in pair) for pair in heads)
    tells = reading.codebook.reading["rates_maturity"].matches
    return of_places * 2 > len(heads) and (
        _raters(reading, table) is not None
        or any(tells(line.folded.lower) for line in _section_above(reading, table))
    )


def _place(reading: Reading, text: str) -> str | None:
    """Return the place that a head of a row or column names and nothing else."""
    found = reading.names.mentions(text)
    if len(found) != 1 or text[: found[0].start].strip() or text[found[0].end :].strip():
        return None
    known = {place.place_id for place in reading.places}
    return found[0].name.id if found[0].name.id in known else None


def _raters(reading: Reading, table: RatingsTable) -> _Raters | None:
    """Return who rated, by the section above a table; None where it does not say, or names both kinds.

    Where its sentences name places, nothing is said of the raters of others.
    """
    book = reading.codebook.reading
    signs = {"self": book["self_assessed"], "peer": book["peer_reviewed"]}
    said = [
        (kind, sentence)
        for line in _section_above(reading, table)
        for sentence in reading.by_line.get(line.index, ())
        for kind, sign in signs.items()
        if (found := sign.search(sentence.passage.lower))
        and reading.status(sentence, found.start, found.end) == _IN_PLACE
    ]
    if len({kind for kind, _ in said}) != 1:
        return None
    days = {found.date: found for _, told in said for found in dates(told.passage.text)}
    named = [{m.name.id for m in told.mentions if m.name.kind != SYSTEM} for _, told in said]
    places = frozenset().union(*named) if all(named) else frozenset()
    return _Raters(said[0][0], next(iter(days.values())) if len(days) == 1 else None, places)


def _section_above(reading: Reading, table: RatingsTable) -> Iterator[Line]:
    """Yield the lines above a table, nearest first, up to the heading of its section."""
    for line in reversed([one for one in reading.own_lines if one.block.span.end <= table.span.start]):
        yield line
        if line.block.kind == HEADING:
            return


def _plain(text: str) -> str:
    lower = text.lower().strip()
    return _NUMBER.sub("", lower) or lower


def _spans(one: RatedCell) -> tuple[Span, ...]:
    spans = [span for cell in (one.column, one.row, one.cell) for span in cell.spans]
    return tuple(sorted(spans, key=lambda span: span.start))
