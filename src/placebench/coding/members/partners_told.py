"""Partners and people that a page presents one by one, each by a heading or a paragraph of its own."""

from __future__ import annotations

from placebench.codebook import Wording
from placebench.coding.members.listed_names import is_a_name
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.documents import HEADING
from placebench.extract.passages import Line
from placebench.extract.people import is_name

_WORDS = "partners_told"
_BEGINS = Wording(
    _WORDS,
    r"(?:The )?(?P<name>[A-Z][\w&'-]*(?:,? (?:and |of |for |in |the |& )*[A-Z][\w&'-]*)*)(?: \([^)]*\))?,?"
    r" <is_or_does>\b",
)
# "Alpha Together is a partnership of ...": it is no partner of its own.
_IS_ONE = Wording(_WORDS, r".*? is (?:an?|the|our) (?:[\w-]+ ){0,2}<partnership>\b")
_SHORT = 80
ACTS = Wording(_WORDS, r"\b<acts>\b")
"""Verbs by which a row of a list tells what an organisation does."""


def organisation_told(reading: Reading, text: str) -> str | None:
    """Return the organisation that a paragraph begins with and goes on to tell of, or None."""
    found = _BEGINS.of(reading.codebook).match(text)
    if found is None or _IS_ONE.of(reading.codebook).match(text):
        return None
    sectors = organisations_of(reading.profile, reading.codebook).sectors(found["name"])
    return found["name"] if sectors else None


def tells_of(reading: Reading, above: str, text: str) -> bool:
    """Tell whether a row goes on about the organisation that the row above it names."""
    acts = ACTS.of(reading.codebook)
    named = is_a_name(above) and not acts.search(above)
    return named and (acts.search(text) is not None or organisation_told(reading, text) is not None)


def is_under(level: int, line: Line) -> bool:
    """Tell whether a line is a heading below one of a level."""
    return line.block.kind == HEADING and 0 < level < (line.block.level or 1)


def names_partner(reading: Reading, line: Line) -> bool:
    """Tell whether a heading is the name of an organisation."""
    named = organisations_of(reading.profile, reading.codebook).sectors(line.text)
    return bool(named) and is_a_name(line.text)


def post_below(reading: Reading, line: Line) -> Line | None:
    """Return the line below a heading that is a person's name, where it is no more than a post."""
    after = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
    if after is None or after.block.kind == HEADING or not is_name(line.text.strip(), reading.codebook.posts):
        return None
    short = len(after.text) <= _SHORT and not after.text.rstrip().endswith(".")
    post = reading.codebook.posts["office"]["match"].matches(after.folded.lower)
    return after if short and post else None
