"""Tables of a PDF that go on over pages, or that are drawn in several pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

import attrs

from placebench.documents.document import Join
from placebench.documents.pdf.fitting import NEAR, on_columns, unfolded
from placebench.documents.pdf.page import Page
from placebench.documents.pdf.paragraphs import Paragraph, ends_sentence, fits
from placebench.documents.pdf.tables import FEWEST_LABELS, FilledCell, PageTable

WITHOUT_FIRST = "row without a first cell continues the row above the page break"
FIRST_BELOW = "row above the page break has no first cell, and its sentences go on in the row below"
MID_NAME = "row continues the row above the page break, whose cell ends in mid-name"
MID_SENTENCE = "row whose cells begin in mid-sentence continues the row above the page break"

LABEL_GOES_ON = "row continues the label above the page break, on whose last line its first word has no room"

_MOST_HEADER_ROWS = 4
_ENDS = tuple(".!?:;")
_OPEN_END = re.compile(r"(?:\b(?:and|or|of|for|the|to|in|with|by|on|from|at)|[&,])$")


@attrs.frozen
class Part:
    """A table of a page as a part of a whole.

    Attributes:
        table: Index of the whole among the tables of the document.
        numbers: Number in the whole of each row; a row that is missing repeats the header.
        last: Number of the last row of the whole up to here.
        join: Set where its first row continues the row above.
    """

    table: int
    numbers: Mapping[int, int]
    last: int
    join: Join | None = None


def parts_of(pages: Sequence[Page]) -> Mapping[int, Part]:
    """Return of which whole each table of each page is a part, by the table's identity.

    A part that goes on with another is put into the body of its page as it fits the whole.
    """
    parts: dict[int, Part] = {}
    count = 0
    first: PageTable | None = None
    above: PageTable | None = None
    for page in pages:
        labelled = -1
        for index, found, leads in _tables(page):
            # A header that is repeated alone, as where only it is coloured, is that of what follows.
            goes_on = leads or index == labelled
            fitted = _fitted(first, above, found) if first and above and goes_on else None
            table = page.body[index] = fitted or found
            if first and above and fitted:
                part = _joined(first, above, parts[id(above)], table)
            else:
                numbers = _numbers(table, _repeats(table, table), 0)
                first, part = table, Part(count, numbers, max(numbers.values()))
                count += 1
            parts[id(table)] = part
            above = table if part.numbers else above
            labelled = -1 if part.numbers else index + 1
        if page.body and page.body[-1] is not above:
            above = None
    return parts


def _tables(page: Page) -> Iterator[tuple[int, PageTable, bool]]:
    """Yield the tables of a page, where each stands, and whether it may go on with the one before.

    It may where it is the first thing on the page, or where nothing and no space parts the two.
    """
    above: Paragraph | PageTable | None = None
    for index, one in enumerate(page.body):
        if isinstance(one, PageTable):
            stacked = isinstance(above, PageTable) and one.top - above.bottom <= NEAR
            yield index, one, index == 0 or stacked
        above = one


def _fitted(first: PageTable, above: PageTable, below: PageTable) -> PageTable | None:
    """Return a part as it goes on with the one above; None where it is another table."""
    if len(above.edges) == len(below.edges):
        below = unfolded(first, below)
        if min(below.rows) in _repeats(first, below):
            return below
    fitted = on_columns(above, below)
    return fitted if fitted and not (_is_bold(fitted) and not _is_bold_label(above, fitted)) else None


def _joined(first: PageTable, above: PageTable, part: Part, below: PageTable) -> Part:
    repeated = _repeats(first, below)
    own = [row for row in below.rows if row not in repeated]
    apart = (above.page, above.origin) != (below.page, below.origin)
    cut = above.rows[max(part.numbers)] if apart else {}
    rule = _continuation(cut, below.rows[min(own)], beside_label=below.beside_label) if own else None
    if own and cut and rule is None and _label_goes_on(above, max(part.numbers), below, min(own)):
        rule = LABEL_GOES_ON
    numbers = _numbers(below, repeated, part.last + (rule is None))
    last = max(numbers.values(), default=part.last)
    return Part(part.table, numbers, last, Join(part.last, rule) if rule else None)


def _numbers(table: PageTable, repeated: AbstractSet[int], start: int) -> dict[int, int]:
    own = sorted(row for row in table.rows if row not in repeated)
    return {row: start + index for index, row in enumerate(own)}


def _repeats(first: PageTable, table: PageTable) -> AbstractSet[int]:
    """Return the rows that repeat the header of a table: its first row, if that has two labels at least.

    Where the rows below are those below the header too, as in a header of several rows, they repeat it.
    """
    rows = sorted(table.rows)
    header = [_texts(first, row) for row in sorted(first.rows)[:_MOST_HEADER_ROWS]]
    if sum(map(bool, header[0])) < FEWEST_LABELS:
        return frozenset()
    found: set[int] = set()
    for index in range(len(rows)):
        if table is first and index == 0:
            continue
        texts = (_texts(table, below) for below in rows[index:])
        same = takewhile(lambda pair: pair[0] == pair[1], zip(header, texts, strict=False))
        found.update(rows[index : index + sum(1 for _ in same)])
    return found


def _continuation(
    above: Mapping[int, FilledCell], below: Mapping[int, FilledCell], *, beside_label: bool
) -> str | None:
    texts = {column: cell.text for column, cell in below.items() if cell.paragraphs}
    if not texts or not above:
        return None
    if min(texts) > min(above):
        # A label beside several rows, whose words stand on the page before, is no row that goes on.
        return None if beside_label else WITHOUT_FIRST
    open_above = [column for column, cell in above.items() if cell.paragraphs]
    if min(above) <= min(texts) < min(open_above, default=0) and all(
        column in texts and not ends_sentence(above[column].text) for column in open_above
    ):
        return FIRST_BELOW
    if len(texts) < len(above) and all(
        column in above and _OPEN_END.search(above[column].text) for column in texts
    ):
        return MID_NAME
    small = [
        column
        for column, text in texts.items()
        if text[:1].islower() and column in above and not above[column].text.endswith(_ENDS)
    ]
    first_of_several = len(small) > 1 and min(small) == min(texts)
    return MID_SENTENCE if first_of_several or 2 * len(small) > len(texts) else None


def _label_goes_on(above: PageTable, last: int, below: PageTable, first: int) -> bool:
    """Tell whether the first row of a page is but the rest of a label; all other rows have more cells."""
    if not _has_label_alone(below.rows[first]) or any(
        _has_label_alone(row)
        for table in (above, below)
        for number, row in table.rows.items()
        # The first row of either may be the rest of a label.
        if number != min(table.rows) and (table is above or number != first)
    ):
        return False
    label = above.rows[last].get(0)
    if label is None or not label.paragraphs:
        return False
    if not any(map(str.isalpha, label.text)):
        return True
    end, following = label.paragraphs[-1], below.rows[first][0].paragraphs[0].first
    return not ends_sentence(label.text) and not fits(end.last, following, end.right)


def _has_label_alone(row: Mapping[int, FilledCell]) -> bool:
    return [column for column, cell in row.items() if cell.paragraphs] == [0]


def _texts(table: PageTable, row: int) -> tuple[str, ...]:
    return tuple(cell.text.lower() for _, cell in sorted(table.rows[row].items()))


def _is_bold_label(above: PageTable, table: PageTable) -> bool:
    """Tell whether the first row has but a label, in the type of the label above, no header."""
    label = above.rows[max(above.rows)].get(0)
    return (
        _has_label_alone(table.rows[min(table.rows)])
        and label is not None
        and all(paragraph.bold for paragraph in label.paragraphs)
    )


def _is_bold(table: PageTable) -> bool:
    cells = table.rows[min(table.rows)].values()
    return all(paragraph.bold for cell in cells for paragraph in cell.paragraphs)
