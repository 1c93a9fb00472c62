"""Names that a text ends within: an excerpt that stops after so many characters says "community servic"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.importer import Fact, GapFound
from placebench.model import Membership, Programme, Role, Row

_WHOLE = Wording("cut_off", r"(?:<whole>)", re.IGNORECASE)
_LAST = re.compile(r"[^\W\d_]+\Z")
# A label or a title of a few words needs no full stop.
_PROSE = 60


def without_cut_names(reading: Reading, found: Iterable[Fact | GapFound]) -> Iterator[Fact | GapFound]:
    """Yield what was found, without rows that are about a name within which the text ends."""
    for one in found:
        if not (isinstance(one, Fact) and ends_within(reading, one)):
            yield one


def ends_within(reading: Reading, fact: Fact) -> bool:
    """Tell whether the text ends within the name that a row is about."""
    word = reading.kept((ends_within,), lambda: _cut_word(reading))
    return bool(word) and _name(fact.row).endswith(word) and fact.quotes[-1].text.endswith(word)


def _cut_word(reading: Reading) -> str:
    """Return the word that a text ends with where it may not be whole, or nothing."""
    text = reading.document.text.rstrip()
    found = _LAST.search(text)
    line = text[text.rfind("\n") + 1 :]
    if found is None or len(line) < _PROSE:
        return ""
    word = found.group()
    elsewhere = re.search(rf"\b{word}\b", text[: found.start()], re.IGNORECASE)
    return "" if elsewhere or _WHOLE.of(reading.codebook).fullmatch(word) else word


def _name(row: Row) -> str:
    match row:
        case Membership():
            return row.organisation or ""
        case Role():
            return row.organisation or row.holder or ""
        case Programme():
            return row.name
        case _:
            return ""
