"""Short labels out of list items and of lists that run in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from placebench.codebook import Codebook, Wording

_HEAD_ENDS = re.compile(
    r": | including | - |, (?:with|which|where|by) | to ensure | so that | in order to "
    # A capital after a small letter without a stop: a line break that the reader of the file lost.
    r"|(?<=[a-z]) (?=(?:The|This|These|Members|We|It) [A-Za-z])"
)
_NUMBER = re.compile(r"^\(?\d{1,2}[.)] ")
_LEADING = re.compile(
    r"^(?:and |or |also |the |to |on |around |about |both |that "
    r"|(?:first|second|third|fourth|final|last)ly,? )+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s.,;:*]| and| or)+$")
_AND = re.compile(r",? (?:and|as well as|together with) |, plus ")
_COMMA = re.compile(r", ")
_BRACKET = re.compile(r"\([^)]*\)")
_ONE_THING = Wording("labels", r"\b<one_thing>\b", re.IGNORECASE)


_CLAUSE = re.compile(
    r",? (?=(?:to|by|through|such as|as well as|which|that|so|in order|with|while|whilst|based on|enabling|"
    r"supporting|ensuring|including|making|using|building|working) )|[,;] "
)
# How or what for a thing is done is no further thing: "keep people well by cutting smoking and drinking".
_MEANS = re.compile(r" by \w+ing\b[^,;]*| to \w+ (?:their|its|them|his|her)\b[^,;]*")


def shortened(label: str, longest: int) -> str:
    """Return as many clauses of a long label as fit, at least one."""
    ends = [found.start() for found in _CLAUSE.finditer(label)]
    fitting = [end for end in ends if end <= longest]
    return label[: fitting[-1]].rstrip(" ,;") if fitting else label


def label_of(item: str) -> str:
    """Return the head of a list item, without what it includes and without stray conjunctions."""
    head = _HEAD_ENDS.split(item.strip(), maxsplit=1)[0]
    return _TRAILING.sub("", _LEADING.sub("", _NUMBER.sub("", head))).strip()


def listed(
    codebook: Codebook, text: str, count: int | None = None, whole: Iterable[tuple[int, int]] = ()
) -> tuple[tuple[int, int], ...]:
    """Return start and end of each thing that a sentence lists, such as "A, B and C".

    Args:
        codebook: The coding frame.
        text: The folded list, without the words that introduce it.
        count: How many things the sentence says there are; decides where "and" may part or join.
        whole: Ranges that are not to be parted, such as names of bodies.
    """
    masked = _MEANS.sub(_hidden, _BRACKET.sub(_hidden, _ONE_THING.of(codebook).sub(_hidden, text)))
    for low, high in whole:
        masked = masked[:low] + "\x00" * (min(high, len(masked)) - low) + masked[high:]
    if ";" in masked:
        return tuple(_parts(text, [found.span() for found in re.finditer(r";(?: and)?\s*", masked)]))
    commas = [found.span() for found in _COMMA.finditer(masked)]
    ands = [found.span() for found in _AND.finditer(masked)]
    last = [span for span in ands if not commas or span[1] > commas[-1][0]]
    readings = (
        _parted(text, commas, last[-1:]),
        _parted(text, commas, []),
        _parted(text, commas, last[:1]),
        _parted(text, commas, ands),
    )
    return next((parts for parts in readings if len(parts) == count), readings[0])


def _hidden(found: re.Match[str]) -> str:
    return "\x00" * len(found.group())


def _parted(
    text: str, commas: list[tuple[int, int]], ands: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    return tuple(_parts(text, sorted([*commas, *ands])))


def _parts(text: str, separators: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = 0
    for low, high in [*separators, (len(text), len(text))]:
        begin, end = start, max(start, low)
        start = max(start, high)
        while begin < end and text[begin] in " ,.;:":
            begin += 1
        while end > begin and text[end - 1] in " ,.;:":
            end -= 1
        if text[begin:end].lower() not in ("", "and", "or"):
            yield begin, end
