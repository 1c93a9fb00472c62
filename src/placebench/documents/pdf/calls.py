"""What the library tells of many characters or objects of a page at once.

The library answers for one of them a call. Most of the time of a call from Python goes to wrapping its
arguments, so those that are the same for every page are wrapped once: the pointers to where answers go, which
are then read together. Numbers of characters are passed as they are, and the loop runs inside `map`.
The arrays are those of Python: NumPy takes longer to be loaded than a pack of papers to be asked.
"""

from __future__ import annotations

import ctypes
import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice, repeat
from operator import mul
from typing import Any

from pypdfium2 import raw

Pointer = Any
"""An argument that the library takes for an address; ctypes has no public name for it."""

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_WHITE = (255, 255, 255, 255)
_WHITE_BYTES = array("I", _WHITE).tobytes()
_MOST = 1024
"""How many answers there is room for at once."""


def address(handle: object) -> int:
    """Return the address that a handle or a function of pypdfium2 stands for."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


def pointer(handle: object) -> Pointer:
    """Return what a handle of pypdfium2 stands for, ready to be passed as it is to many calls."""
    return ctypes.byref(ctypes.c_char.from_address(address(handle)))


def _plain(function: Callable[..., object], result: type | None, *arguments: type) -> Callable[..., Any]:
    """Return a function of the library that takes numbers and pointers as they are.

    Without types of arguments, a number is passed as an `int` of C, and nothing is made of a pointer. Types
    are given where addresses are passed as numbers. Where the result is not asked for, none is made.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


_origin = _plain(raw.FPDFText_GetCharOrigin, None)
_generated = _plain(raw.FPDFText_IsGenerated, _INT)
_loose_box = _plain(raw.FPDFText_GetLooseCharBox, None)
_matrix = _plain(raw.FPDFText_GetMatrix, _INT)
_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double)
_object = _plain(raw.FPDFText_GetTextObject, _POINTER)
_fill = _plain(raw.FPDFText_GetFillColor, _INT)
_bounds = _plain(raw.FPDFPageObj_GetBounds, None)
_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
_thing = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_thing_of_form = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_kind = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)


class _Room:
    """Room for the answers to many calls.

    Args:
        code: The type of the numbers that an answer has, as that of an array.
        width: How many numbers each has.
        pointers: To how many of them a call takes a pointer of its own.
    """

    def __init__(self, code: str, width: int, pointers: int = 1) -> None:
        self._numbers = array(code, bytes(array(code).itemsize * width * _MOST))
        self._width = width
        size = self._numbers.itemsize
        self._size = size * width
        self._whole = (ctypes.c_char * (size * width * _MOST)).from_buffer(self._numbers)
        self._pointers = [
            [ctypes.byref(self._whole, size * (width * call + number)) for call in range(_MOST)]
            for number in range(pointers)
        ]

    def ask(
        self, function: Callable[..., Any], count: int, *given: Iterable[Any]
    ) -> tuple[list[Any], array[Any]]:
        """Call a function so many times; return what the calls return, and the numbers of all answers.

        A number that the library does not give is nought.

        Args:
            function: A function of the library that takes pointers to where its answer goes.
            count: How many times.
            given: What each call is given before these pointers, argument by argument.
        """
        told: list[Any] = []
        found = array(self._numbers.typecode)
        left = [iter(arguments) for arguments in given]
        for start in range(0, count, _MOST):
            some = min(count - start, _MOST)
            ctypes.memset(self._whole, 0, self._size * some)
            told += map(function, *(islice(arguments, some) for arguments in left), *self._pointers)
            found += self._numbers[: self._width * some]
        return told, found


@cache
def _room(code: str, width: int, pointers: int = 1) -> _Room:
    """Return the one room of its kind, which is made where it is first needed."""
    return _Room(code, width, pointers)


def origins(page: Pointer, characters: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return where characters stand on their base line: each x, and each y, in page space."""
    _, found = _room("d", 2, 2).ask(_origin, len(characters), repeat(page), characters)
    return found[::2].tolist(), found[1::2].tolist()


def loose_sides(page: Pointer, characters: Sequence[int], side: int) -> list[float]:
    """Return one side of the boxes of characters with their bearings: left, top, right or bottom."""
    _, found = _room("f", 4).ask(_loose_box, len(characters), repeat(page), characters)
    return found[side::4].tolist()


def generated(page: Pointer, characters: Iterable[int]) -> list[int]:
    """Tell of characters whether they are none of the file, but stand for the space that it leaves: not 0."""
    return list(map(_generated, repeat(page), characters))


def sizes_and_angles(page: Pointer, characters: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the size of the type of characters as it is seen, in points, and their turn clockwise."""
    known, matrices = _room("f", 6).ask(_matrix, len(characters), repeat(page), characters)
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


def objects(page: Pointer, characters: Sequence[int]) -> list[int | None]:
    """Return the addresses of the objects of the page that characters are of; None where one is of none."""
    return list(map(_object, repeat(page), characters))


def fonts(objects: Sequence[int | None]) -> list[int | None]:
    """Return which font objects are set in: a number that holds while the page is open, None for none."""
    return list(map(_font, objects))


def unpainted(objects: Sequence[int | None]) -> list[bool]:
    """Tell of objects whether they are set but not painted, as the words of text recognition are."""
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return [mode == invisible for mode in map(_mode, objects)]


def white(page: Pointer, characters: Sequence[int]) -> list[bool]:
    """Tell of characters whether they are painted in plain white."""
    told, found = _room("I", 4, 4).ask(_fill, len(characters), repeat(page), characters)
    # Few pages have white text.
    if _WHITE_BYTES not in found.tobytes():
        return [False] * len(characters)
    shown = zip(*(found[part::4] for part in range(4)), strict=True)
    return [bool(tells) and colour == _WHITE for tells, colour in zip(told, shown, strict=True)]


def things(holder: int, count: int, *, of_form: bool) -> list[int]:
    """Return the addresses of the first objects of a page, or of a form."""
    return list(map(_thing_of_form if of_form else _thing, repeat(holder), range(count)))


def kinds(things: Sequence[int]) -> list[int]:
    """Return of which kind each object of a page is."""
    return list(map(_kind, things))


def bounds(things: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of objects of a page."""
    _, found = _room("f", 4, 4).ask(_bounds, len(things), map(_POINTER, things))
    return list(zip(*(found[side::4].tolist() for side in range(4)), strict=True))
