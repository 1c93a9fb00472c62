"""A picture that stands alone: its title above it, and below it what it rests on and how to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.sax.saxutils import escape

from placebench.plots.style import DIM, FONT, INK, SIZE

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)" viewBox="0 0 [\d.]+ [\d.]+"')
_MARGIN, _LARGE = 16, 15
_NARROWEST = 480
_OF_SIZE = 0.58
"""Width of a character as a share of the type's size, on the wide side."""


def titled(drawn: str, title: str, *, notes: Sequence[str] = ()) -> str:
    """Return a picture with its words around it, in lines that it is wide enough for.

    Args:
        drawn: The picture, as `svg` gives it.
        title: What it shows.
        notes: What is said below it, each from a new line.
    """
    head, _, body = drawn.partition(">")
    width, height = (float(number) for number in _found(head))
    across = max(width, _NARROWEST)
    above = _wrapped(title, across, _LARGE)
    below = [line for note in notes for line in _wrapped(note, across, SIZE)]
    top = _MARGIN + _step(_LARGE) * len(above)
    full = top + height + _step(SIZE) * len(below) + _MARGIN
    size = f'width="{across:g}" height="{full:g}" viewBox="0 0 {across:g} {full:g}"'
    ground = f'<rect width="{across:g}" height="{full:g}" fill="white"/>'
    words = [
        *_lines(above, _MARGIN + _LARGE, f'font-size="{_LARGE}px" font-weight="bold" fill="{INK}"', _LARGE),
        *_lines(below, top + height + SIZE, f'font-size="{SIZE}px" fill="{DIM}"', SIZE),
    ]
    inner = f'<g transform="translate(0,{top:g})">{body.removesuffix("</svg>")}</g>'
    font = f' font-family="{FONT}"' if FONT not in head else ""
    return f"{_SIZE.sub(size, head)}{font}>{ground}{''.join(words)}{inner}</svg>"


def _found(head: str) -> Sequence[str]:
    found = _SIZE.search(head)
    assert found is not None  # noqa: S101 - the engine always says the size so
    return found.groups()


def _wrapped(text: str, across: float, size: int) -> list[str]:
    return wrap(text, max(int((across - 2 * _MARGIN) / (size * _OF_SIZE)), 20))


def _step(size: int) -> int:
    return round(size * 1.35)


def _lines(lines: Sequence[str], first: float, style: str, size: int) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield f'<text x="{_MARGIN}" y="{first + at * _step(size):g}" {style}>{escape(line)}</text>'
