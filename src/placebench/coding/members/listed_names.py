"""Lists that their content tells: names of organisations of several sectors."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile

from placebench.coding.members.named_body import is_of_the_system, of_partnership
from placebench.coding.members.roster_rows import rows_of
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.documents import ITEM
from placebench.extract.passages import Line
from placebench.extract.people import is_name

_FEWEST = 3
_CAPITAL = re.compile(r"[A-Z]")
_ADDITION = re.compile(r"\s*(?:[(:;]|,| [-\u2013\u2014] )")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "&"})
_LONGEST_NAME = 10
_FEWEST_BARE = 5
_FEWEST_SECTORS = 4
_NEARLY_ALL = 0.8
_SHORT = 80


def are_organisations(reading: Reading, opener: Line, *, several: bool = False) -> bool:
    """Tell whether most rows of the list below a line speak of an organisation.

    Args:
        reading: What is read.
        opener: The line.
        several: Whether the rows have to be names, of organisations of several sectors.
    """
    rows = _rows_below(reading, opener)
    named, sectors = _named(reading, rows, names=several)
    return named >= _FEWEST and named * 2 > len(rows) and (not several or len(sectors) > 1)


def is_bare_list(reading: Reading, above: Line) -> bool:
    """Tell whether a list that nothing opens, on the partnership's own page, is one of its members."""
    after = reading.lines[above.index + 1] if above.index + 1 < len(reading.lines) else above
    if above.block.kind == ITEM or after.block.kind != ITEM or _tells_what_follows(reading, above):
        return False
    if not of_partnership(reading) or is_of_the_system(reading):
        return False
    rows = [*takewhile(may_be_a_name, _rows_below(reading, above))]
    fewest = max(_FEWEST_BARE, _NEARLY_ALL * len(rows))
    if sum(map(is_a_name, rows)) < fewest:  # quickly told, and true of most lists
        return False
    # A list of people without a heading is as likely one of those who came.
    if any(is_name(text.partition(",")[0], reading.codebook.posts) for text in rows):
        return False
    named, sectors = _named(reading, rows, names=True)
    return named >= fewest and len(sectors) >= _FEWEST_SECTORS


def may_be_a_name(text: str) -> bool:
    """Tell whether a row of a list is short enough for a name, or a long name; a sentence is neither."""
    return len(text) <= _SHORT or is_a_name(text)


def _tells_what_follows(reading: Reading, above: Line) -> bool:
    """Tell whether a line says of the list below it what else it is; a whole paragraph says nothing of it."""
    text, opens = above.text.strip(), reading.codebook.rosters["opens"]
    if text.endswith(".") and len(text) > _SHORT:
        return False
    lower = above.folded.lower
    other = opens["no_relation"].matches(lower) or opens["no_members"].matches(lower)
    return text.endswith(":") or other


def _rows_below(reading: Reading, opener: Line) -> list[str]:
    own = reading.own_lines
    start = bisect_right(own, opener.index, key=lambda line: line.index)
    first = own[start] if start < len(own) else opener
    below = islice(own, start, None if first.block.kind == ITEM else start + 1)
    lines = takewhile(lambda line: line.block.kind == first.block.kind, below)
    return [row.text for line in lines for row in rows_of(reading.document, line)]


def _named(reading: Reading, rows: list[str], *, names: bool) -> tuple[int, set[str]]:
    """Return how many rows speak of an organisation, or are the name of one, and their sectors."""
    organisations = organisations_of(reading.profile, reading.codebook)
    speaks = is_a_name if names else _CAPITAL.search
    named = [text for text in rows if speaks(text) and organisations.sectors(text)]
    return len(named), {sector for text in named for sector in organisations.sectors(text)}


def is_a_name(text: str) -> bool:
    """Tell whether a row is a name: of its words up to an addition, most begin with a capital letter."""
    words = [word for word in _ADDITION.split(text, maxsplit=1)[0].split() if word not in _SMALL]
    capital = sum(word[:1].isupper() for word in words)
    return 0 < len(words) <= _LONGEST_NAME and capital * 3 >= len(words) * 2
