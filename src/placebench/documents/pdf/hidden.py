"""Text of a PDF page that nobody sees: not painted, or white on the bare page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from pypdfium2 import raw

from placebench.documents.pdf.glyphs import FaintLine, Glyphs
from placebench.documents.pdf.place import Handle
from placebench.documents.pdf.rules import MOST_OBJECTS

_Box = tuple[float, float, float, float]

MOST_LOOKS = 1_000_000
"""How often words are held against what may lie behind them; where more is needed, all counts as seen."""

_WHITE = (255, 255, 255)
_MARGIN = 1.0
_SHOWING = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING)


def hidden_lines(page: Handle, glyphs: Glyphs) -> set[int]:
    """Return the lines of a page that cannot be seen.

    Text that is not painted lies over the picture in which it was recognised, and is read there alone; white
    text is hidden where nothing lies behind any of it. What is drawn as a form may hold anything.
    """
    faint = list(glyphs.faint())
    if not faint or raw.FPDFPage_CountObjects(page.raw) > MOST_OBJECTS:
        return set()
    pictures, fills = list(_grounds(page, painted=False)), list(_grounds(page, painted=True))
    if sum(len(line.origins) for line in faint) * len(fills) > MOST_LOOKS:
        return set()
    return {line.line for line in faint if not _lies_on(line, fills if line.painted else pictures)}


def _lies_on(line: FaintLine, grounds: list[_Box]) -> bool:
    return any(
        left - _MARGIN <= x <= right + _MARGIN and bottom - _MARGIN <= y <= top + _MARGIN
        for x, y in line.origins
        for left, bottom, right, top in grounds
    )


def _grounds(page: Handle, *, painted: bool) -> Iterator[_Box]:
    """Yield the boxes of pictures and forms, and for text that is painted those of coloured areas too."""
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        thing = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind in _SHOWING or (painted and kind == raw.FPDF_PAGEOBJ_PATH and _is_coloured(thing)):
            bounds = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, bounds))
            left, bottom, right, top = (bound.value for bound in bounds)
            yield left, bottom, right, top


def _is_coloured(thing: Handle) -> bool:
    """Tell whether an area has an outline or is filled with anything but white; a pattern has no colour."""
    fill, outline = ctypes.c_int(), ctypes.c_int()
    told = raw.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(outline))
    if not told or outline.value or not fill.value:
        return not told or bool(outline.value)
    colour = [ctypes.c_uint() for _ in range(4)]
    told = raw.FPDFPageObj_GetFillColor(thing, *map(ctypes.byref, colour))
    return not told or tuple(part.value for part in colour[:3]) != _WHITE
