"""Running headers, footers and page numbers of PDF pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

import attrs

from placebench.documents.pdf.gaps import heads_table
from placebench.documents.pdf.lines import Line, Row, is_wide, joined
from placebench.documents.pieces import is_page_number

_OUTERMOST = 4
_NEAR = 4.0
_FEWEST_PAGES = 3
_FEW_PAGES = 5
_EDGE = 0.09
_MOST_CELLS = 3
_MOST_PAGES = 0.6
_NUMBER = re.compile(r"\d+")
# What browsers print above and below a page: day, hour and title; address and number.
_PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: ?[AP]M)?(?: .*)?|(?:https?|file)://\S+(?: \d+/\d+)?"
)
_ROMAN = re.compile(r"[-–\s]*(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})[-–\s]*")


@attrs.frozen
class Margins:
    """Which rows of a page are furniture: so many at its top, so many at its bottom."""

    top: int = 0
    bottom: int = 0


def find_margins(pages: Sequence[tuple[Sequence[Row], float]]) -> list[Margins]:
    """Return the furniture of each page.

    Furniture stands outermost at the same place on several pages, with the same words, save that a number may
    count with the pages; or it is a page number or what a browser prints, at the edge of the page. Of a row
    at the edge with several parts, one that most pages repeat is enough, since the other may name the
    section. The header of a table, which each page repeats too, is none.

    Args:
        pages: The rows of each page, from its top, and its height.
    """
    seen: Counter[tuple[str | int, ...]] = Counter()
    for number, (rows, height) in enumerate(pages):
        seen.update(
            {
                (side + key, round(_place(side, row, height) / _NEAR))
                for side, row in (*_top(rows), *_bottom(rows))
                for key in _keys(row, number)
            }
        )
        seen.update(
            {
                (side + line.text, round(line.x0), round(_place(side, row, height) / _NEAR))
                for side, row in (*_top(rows), *_bottom(rows))
                for line in (row if len(row) > 1 else ())
            }
        )
    enough = 2 if len(pages) <= _FEW_PAGES else _FEWEST_PAGES

    def repeated(side: str, row: Row, number: int, height: float) -> bool:
        place = _place(side, row, height)
        near = round(place / _NEAR)
        for key in _keys(row, number):
            if sum(seen[side + key, at] for at in (near - 1, near, near + 1)) >= enough:
                return True
        if place > _EDGE * height:
            return False
        most = max(enough, _MOST_PAGES * len(pages))
        return _is_marginal(joined(row).text) or any(
            sum(seen[side + line.text, round(line.x0), at] for at in (near - 1, near, near + 1)) >= most
            for line in (row if len(row) > 1 else ())
        )

    def outermost(found: Iterable[tuple[str, Row]], number: int, height: float) -> int:
        count = 0
        for side, row in found:
            if not repeated(side, row, number, height):
                break
            count += 1
        return count

    return [
        Margins(
            _above_table(rows, outermost(_top(rows), number, height)),
            outermost(_bottom(rows), number, height),
        )
        for number, (rows, height) in enumerate(pages)
    ]


def _is_marginal(text: str) -> bool:
    return is_page_number(text) or any(one.fullmatch(text) for one in (_ROMAN, _PRINTED))


def _above_table(rows: Sequence[Row], top: int) -> int:
    """Return how many of the repeated rows stand above the header of a table."""
    for index in range(top):
        if len(rows[index]) > 1 and heads_table(rows[index:]):
            return index
    return top


def _top(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    highest = rows[: min(_OUTERMOST, len(rows) - 1)]
    return (("top ", row) for row in takewhile(_is_no_table, highest))


def _bottom(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    lowest = list(rows[max(min(_OUTERMOST, len(rows) - 1), len(rows) - _OUTERMOST) :])
    return (("bottom ", row) for row in takewhile(_is_no_table, reversed(lowest)))


def _is_no_table(row: Row) -> bool:
    return 1 + sum(is_wide(one.words[-1], two.words[0]) for one, two in pairwise(row)) <= _MOST_CELLS


def _place(side: str, row: Row, height: float) -> float:
    return row[0].y if side == "top " else height - row[0].y


def _keys(row: Sequence[Line], number: int) -> Iterator[str]:
    """Yield the words of a row, and the words with one of the numbers told from that of the page."""
    text = joined(row).text
    yield text
    numbers = _NUMBER.findall(text)
    for found in dict.fromkeys(numbers[:1] + numbers[-1:]):
        if len(found) < _OUTERMOST:
            yield re.sub(rf"(?<!\d){found}(?!\d)", f"\0{int(found) - number}\0", text)
