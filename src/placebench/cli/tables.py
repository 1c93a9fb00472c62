"""Tables as plain text: fitted to a width, wrapped within cells, in blocks where columns do not fit."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Collection, Iterator, Sequence

NARROWEST = 10
_GAP = "  "
_WIDEST_WORD = 30
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def render(
    columns: Sequence[str], rows: Sequence[Sequence[object]], width: int, keys: Collection[str] = ()
) -> str:
    """Return a table as text that is no wider than `width`.

    Columns that do not fit go to further blocks, each of which begins with the first column and the keys.

    Args:
        columns: Headings.
        rows: Cells in the order of the headings; None is an empty cell, a list is joined by commas.
        width: Characters in a line.
        keys: Headings of columns that stand in every block, if they leave half of the width to others.
    """
    cells = [[shown(value) for value in row] for row in rows]
    natural = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    numeric = [_is_numeric([row[n] for row in rows]) for n in range(len(columns))]
    blocks = []
    repeated = [n for n, name in enumerate(columns) if n == 0 or name in keys]
    for block in _blocks(natural, width, repeated):
        widths = _fitted([natural[n] for n in block], width)
        right = [numeric[n] for n in block]
        lines = [*_line([columns[n] for n in block], widths, right), _GAP.join("-" * w for w in widths)]
        for row in cells:
            lines += _line([row[n] for n in block], widths, right)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def in_one_block(columns: Sequence[str], rows: Sequence[Sequence[object]], width: int) -> str | None:
    """Return a table with all its columns side by side, or None where no width of theirs is wide enough.

    Args:
        columns: Headings.
        rows: Cells, as of `render`.
        width: Characters in a line.
    """
    cells = [[shown(value) for value in row] for row in rows]
    by_column = list(zip(columns, *cells, strict=True))
    natural = [max(map(len, column)) for column in by_column]
    least = [min(max(map(_longest_word, column)), _WIDEST_WORD) for column in by_column]
    if sum(least) + len(_GAP) * (len(columns) - 1) > width:
        return None
    widths = _fitted(natural, width, least)
    right = [_is_numeric([row[n] for row in rows]) for n in range(len(columns))]
    lines = [*_line(columns, widths, right), _GAP.join("-" * w for w in widths)]
    return "\n".join((*lines, *(line for row in cells for line in _line(row, widths, right))))


def shown(value: object) -> str:
    """Return a value as one line of text that cannot steer a terminal.

    Args:
        value: Anything that a cell can hold; text may come from a stranger's document.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    return harmless(" ".join(str(value).split()))


def harmless(text: str) -> str:
    """Replace characters that a terminal would act on instead of showing them; line ends and tabs stay."""
    return "".join(
        "\ufffd" if unicodedata.category(character) in _HIDDEN and character not in "\n\t" else character
        for character in text
    )


def wrapped(text: str, width: int, indent: str = "", further: str | None = None) -> str:
    """Wrap a paragraph to a width.

    Args:
        text: The paragraph.
        width: Characters in a line, indents included.
        indent: What the first line begins with.
        further: What further lines begin with; `indent` where None.
    """
    rest = indent if further is None else further
    return textwrap.fill(
        text,
        max(width, len(rest) + NARROWEST),
        initial_indent=indent,
        subsequent_indent=rest,
        replace_whitespace=False,
    )


def _is_numeric(values: Sequence[object]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in given
    )


def _blocks(natural: Sequence[int], width: int, repeated: Sequence[int]) -> Iterator[list[int]]:
    """Put columns into blocks, each of which fits when its columns are at their narrowest."""
    least = [min(size, NARROWEST * 2) for size in natural]
    if sum(least[n] + len(_GAP) for n in repeated) * 2 > width:
        repeated = repeated[:1]
    block = [0] if natural else []
    used = sum(least[:1])
    for n in range(1, len(natural)):
        if len(block) > 1 and used + len(_GAP) + least[n] > width:
            yield block
            block = [key for key in repeated if key < n]
            used = sum(least[key] + len(_GAP) for key in block) - len(_GAP)
        block.append(n)
        used += len(_GAP) + least[n]
    yield block


def _fitted(natural: Sequence[int], width: int, least: Sequence[int] | None = None) -> list[int]:
    """Narrow the widest columns, evenly, until the sum fits; none below its least width."""
    room = width - len(_GAP) * (len(natural) - 1)
    lowest = least or [NARROWEST] * len(natural)
    widths = list(natural)
    while sum(widths) > room:
        free = [n for n, size in enumerate(widths) if size > lowest[n]]
        if not free:
            break
        widest = max(widths[n] for n in free)
        tied = [n for n in free if widths[n] == widest]
        lower = max([widths[n] for n in free if widths[n] < widest] + [lowest[n] for n in tied])
        excess = sum(widths) - room
        cut = min(widest - lower, -(-excess // len(tied))) or 1
        for n in tied:
            widths[n] = max(widest - cut, lowest[n])
    return widths


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=1)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    parts = [_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    lines = []
    for n in range(max(map(len, parts), default=0)):
        texts = [part[n] if n < len(part) else "" for part in parts]
        aligned = [
            text.rjust(size) if is_right else text.ljust(size)
            for text, size, is_right in zip(texts, widths, right, strict=True)
        ]
        lines.append(_GAP.join(aligned).rstrip())
    return lines


def _wrapped(cell: str, size: int) -> list[str]:
    """Return the lines of a cell; identifiers break at hyphens only if too long for a line."""
    too_long = any(len(word) > size for word in cell.split())
    return textwrap.wrap(cell, size, break_on_hyphens=too_long) or [""]
