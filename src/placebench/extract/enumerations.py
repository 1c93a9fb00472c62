"""Lists that run inside a sentence: "the council, trusts including the mental health trust, and Age UK"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from placebench.codebook import Pattern

_SEPARATOR = re.compile(
    r"; (?:and )?|(?<=[A-Za-z]),(?=the |our |[A-Z][a-z])"
    r"|,? as well as |,? along with |,? together with |, and |, | and |\s?/\s?|,? plus "
)
_RELATIVE = re.compile(r",? (?:which|who|whose) [^,;]+(?:, (?:and )?|$)")
_BRACKET = re.compile(r"\([^)]*\)")
_EXAMPLES = re.compile(r",? (?:including|such as|e\.g\.,?|for example,?|namely) ")


def items(
    text: str,
    keep: frozenset[str] | Pattern = frozenset(),
    *,
    examples: bool = True,
    whole: Iterable[tuple[int, int]] = (),
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each item of a running list in a folded text.

    Args:
        text: The list, without the words that introduce it.
        keep: Lower-case words that hold an "and" or a comma and stay whole, or a pattern of such words.
        examples: Whether "X including Y" gives X and Y; else it stays whole.
        whole: Further ranges that stay whole.

    A bracket stays with its item; a clause that begins with "which" or "who" is passed over.
    """
    masked = _BRACKET.sub(lambda found: "\x00" * len(found.group()), text)
    for low, high in (*_kept(masked.lower(), keep), *whole):
        masked = masked[:low] + "\x00" * (high - low) + masked[high:]
    start = 0
    found = [
        *_RELATIVE.finditer(masked),
        *_SEPARATOR.finditer(masked),
        *(_EXAMPLES.finditer(masked) if examples else ()),
    ]
    for separator in sorted(found, key=lambda separator: (separator.start(), -separator.end())):
        if separator.start() < start:
            continue
        yield from _trimmed(text, start, separator.start())
        start = separator.end()
    yield from _trimmed(text, start, len(text))


def _kept(lower: str, keep: frozenset[str] | Pattern) -> list[tuple[int, int]]:
    if isinstance(keep, Pattern):
        return [(found.start, found.end) for found in keep.finditer(lower)]
    return [found.span() for whole in keep for found in re.finditer(re.escape(whole), lower)]


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the parts of a list that semicolons part, or of the whole text."""
    start = 0
    for found in re.finditer(r";(?: and)?\s*", text):
        yield from _trimmed(text, start, found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " ,.;:":
        start += 1
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    if start < end:
        yield start, end
