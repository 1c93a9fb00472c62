"""Lines of names and of posts in turn: whether a post that is a label is of the name above it or below it."""

from __future__ import annotations

from placebench.codebook import Wording
from placebench.coding.reading import Reading
from placebench.extract.people import NAME, is_name

_WORDS = "lines_of_posts"
# A post that is a label has few words.
_LABEL = 5
_NAME = Wording(_WORDS, rf"(?:<picture> )?(?P<name>{NAME})(?: ?\([^()]*\))?(?:(?:,| -) .*)?")


def is_short(post: str) -> bool:
    """Tell whether a line is short enough to be a post for a label."""
    return len(post.split()) <= _LABEL


def posts_come_first(reading: Reading, name: int) -> bool:
    """Tell whether the lines of posts and names in turn that end with a name began with a post."""
    first, expected = name, _is_label
    while first and expected(reading, _line(reading, first - 1)):
        first -= 1
        expected = _is_name if expected is _is_label else _is_label
    return first < name and expected is _is_name


def is_of_the_name_below(reading: Reading, label: int) -> bool:
    """Tell whether a post on a line of its own is of the name below it, and of none above."""
    free = not label or not _is_name(reading, _line(reading, label - 1))
    return free or _line(reading, label).endswith(":") or posts_come_first(reading, label + 1)


def _line(reading: Reading, index: int) -> str:
    return reading.lines[index].text.strip()


def _is_label(reading: Reading, text: str) -> bool:
    return is_short(text) and reading.codebook.posts["office"]["match"].matches(text.lower())


def _is_name(reading: Reading, text: str) -> bool:
    """Tell whether a line is a name, also with what stands behind it: "Jo Bell (interim)"."""
    found = _NAME.of(reading.codebook).fullmatch(text)
    return found is not None and is_name(found["name"], reading.codebook.posts)
