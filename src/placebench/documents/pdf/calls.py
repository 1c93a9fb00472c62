"""What the library tells of many characters or objects of a page at once.

The library answers for one of them a call. Most of the time of a call from Python goes to wrapping its
arguments, so addresses are passed as numbers, answers go into one array, and the loop runs inside `map`.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
from pypdfium2 import raw

Floats = npt.NDArray[np.float64]

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def address(handle: object) -> int:
    """Return the address that a handle or a function of pypdfium2 stands for."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


def _plain(function: Callable[..., object], result: type, *arguments: type) -> Callable[..., Any]:
    """Return a function of the library that takes and gives addresses as numbers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_loose_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_angle = _plain(raw.FPDFText_GetCharAngle, ctypes.c_float, _POINTER, _INT)
_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_fill = _plain(raw.FPDFText_GetFillColor, _INT, _POINTER, _INT, *[_POINTER] * 4)
_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
_thing = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_thing_of_form = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_kind = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)


def origins(page: int, characters: Sequence[int]) -> Floats:
    """Return where characters stand on their base line: a row each of x and y in page space."""
    found = np.zeros((len(characters), 2))
    at = _rows(found)
    deque(map(_origin, repeat(page), characters, at, range(at.start + 8, at.stop + 8, at.step)), 0)
    return found


def loose_boxes(page: int, characters: Sequence[int]) -> Floats:
    """Return the boxes of characters with their side bearings: left, top, right and bottom in page space."""
    found = np.zeros((len(characters), 4), np.float32)
    deque(map(_loose_box, repeat(page), characters, _rows(found)), 0)
    return found.astype(np.float64)


def sizes(page: int, characters: Sequence[int]) -> Floats:
    """Return the size of the type of characters, in points, as it is seen on the page."""
    matrices = np.zeros((len(characters), 6), np.float32)
    scaled = np.fromiter(map(_matrix, repeat(page), characters, _rows(matrices)), bool, len(characters))
    found = np.fromiter(map(_size, repeat(page), characters), np.float64, len(characters))
    matrices[~scaled, 2:4] = (0, 1)
    return found * np.hypot(matrices[:, 2].astype(np.float64), matrices[:, 3].astype(np.float64))


def angles(page: int, characters: Sequence[int]) -> list[float]:
    """Return how far characters are turned, in radians clockwise."""
    return list(map(_angle, repeat(page), characters))


def fonts(page: int, characters: Sequence[int]) -> list[int | None]:
    """Return which font characters are set in: a number that holds while the page is open, None for none."""
    return [thing and _font(thing) for thing in map(_object, repeat(page), characters)]


def set_together(page: int, characters: Sequence[int], others: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are of the same object of the page as others, one by one."""
    here, there = (map(_object, repeat(page), each) for each in (characters, others))
    return [one is not None and one == other for one, other in zip(here, there, strict=True)]


def things(holder: int, count: int, *, of_form: bool) -> list[int]:
    """Return the addresses of the first objects of a page, or of a form."""
    return list(map(_thing_of_form if of_form else _thing, repeat(holder), range(count)))


def kinds(things: Sequence[int]) -> list[int]:
    """Return of which kind each object of a page is."""
    return list(map(_kind, things))


def unpainted(page: int, characters: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are set but not painted, as the words of text recognition are."""
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return [bool(thing) and _mode(thing) == invisible for thing in map(_object, repeat(page), characters)]


def white(page: int, characters: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are painted in plain white."""
    colours = np.zeros((len(characters), 4), np.uint32)
    parts = [_rows(colours[:, part:]) for part in range(4)]
    told = list(map(_fill, repeat(page), characters, *parts))
    return [bool(tells) and colour == [255] * 4 for tells, colour in zip(told, colours.tolist(), strict=True)]


def _rows(array: npt.NDArray[Any]) -> range:
    """Return the addresses of the rows of an array."""
    start, step = array.ctypes.data, array.strides[0]
    return range(start, start + step * len(array), step) if len(array) else range(0)
