"""What the library tells of many characters or objects of a page at once.

The library answers for one of them a call. Most of the time of a call from Python goes to wrapping its
arguments, so addresses are passed as numbers, answers go into one array, and the loop runs inside `map`.
The arrays are those of Python: NumPy takes longer to be loaded than a pack of papers to be asked.
"""

from __future__ import annotations

import ctypes
import math
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from operator import mul
from typing import Any

from pypdfium2 import raw

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_WHITE = (255, 255, 255, 255)
_WHITE_BYTES = array("I", _WHITE).tobytes()


def address(handle: object) -> int:
    """Return the address that a handle or a function of pypdfium2 stands for."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


def _plain(function: Callable[..., object], result: type | None, *arguments: type) -> Callable[..., Any]:
    """Return a function of the library that takes and gives addresses as numbers.

    Where its result is not asked for, none is made.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


_origin = _plain(raw.FPDFText_GetCharOrigin, None, _POINTER, _INT, _POINTER, _POINTER)
_generated = _plain(raw.FPDFText_IsGenerated, _INT, _POINTER, _INT)
_loose_box = _plain(raw.FPDFText_GetLooseCharBox, None, _POINTER, _INT, _POINTER)
_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_fill = _plain(raw.FPDFText_GetFillColor, _INT, _POINTER, _INT, *[_POINTER] * 4)
_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
_thing = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_thing_of_form = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_kind = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)


def origins(page: int, characters: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return where characters stand on their base line: each x, and each y, in page space."""
    found = array("d", bytes(16 * len(characters)))
    x = _addresses(found, 2)
    deque(map(_origin, repeat(page), characters, x, _addresses(found, 2, 1)), 0)
    return found[::2].tolist(), found[1::2].tolist()


def loose_sides(page: int, characters: Sequence[int], side: int) -> list[float]:
    """Return one side of the boxes of characters with their bearings: left, top, right or bottom."""
    found = array("f", bytes(16 * len(characters)))
    deque(map(_loose_box, repeat(page), characters, _addresses(found, 4)), 0)
    return found[side::4].tolist()


def generated(page: int, characters: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are none of the file, but stand for the space that it leaves."""
    return list(map(bool, map(_generated, repeat(page), characters)))


def sizes_and_angles(page: int, characters: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the size of the type of characters as it is seen, in points, and their turn clockwise."""
    matrices = array("f", bytes(24 * len(characters)))
    known = list(map(_matrix, repeat(page), characters, _addresses(matrices, 6)))
    found = map(_size, repeat(page), characters)
    first, across, up = matrices[::6], matrices[2::6], matrices[3::6]
    # Most pages have no other text than upright one.
    if all(known) and not any(across) and min(first, default=1.0) > 0:
        return list(map(mul, found, map(abs, up))), [0.0] * len(characters)
    sizes = [
        size * math.hypot(x, y) if scaled else size
        for size, scaled, x, y in zip(found, known, across, up, strict=True)
    ]
    return sizes, [math.atan2(x, one) % math.tau for x, one in zip(across, first, strict=True)]


def objects(page: int, characters: Sequence[int]) -> list[int | None]:
    """Return the addresses of the objects of the page that characters are of; None where one is of none."""
    return list(map(_object, repeat(page), characters))


def fonts(objects: Sequence[int | None]) -> list[int | None]:
    """Return which font objects are set in: a number that holds while the page is open, None for none."""
    return list(map(_font, objects))


def things(holder: int, count: int, *, of_form: bool) -> list[int]:
    """Return the addresses of the first objects of a page, or of a form."""
    return list(map(_thing_of_form if of_form else _thing, repeat(holder), range(count)))


def kinds(things: Sequence[int]) -> list[int]:
    """Return of which kind each object of a page is."""
    return list(map(_kind, things))


def unpainted(objects: Sequence[int | None]) -> list[bool]:
    """Tell of objects whether they are set but not painted, as the words of text recognition are."""
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return [mode == invisible for mode in map(_mode, objects)]


def white(page: int, characters: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are painted in plain white."""
    colours = array("I", bytes(16 * len(characters)))
    parts = [_addresses(colours, 4, part) for part in range(4)]
    told = list(map(_fill, repeat(page), characters, *parts))
    # Few pages have white text.
    if _WHITE_BYTES not in colours.tobytes():
        return [False] * len(characters)
    shown = zip(*(colours[part::4] for part in range(4)), strict=True)
    return [bool(tells) and colour == _WHITE for tells, colour in zip(told, shown, strict=True)]


def _addresses(values: array[Any], step: int, first: int = 0) -> range:
    """Return the address of every so many of the values of an array."""
    start, length = values.buffer_info()
    size = values.itemsize
    return range(start + size * first, start + size * (length + first), size * step)
