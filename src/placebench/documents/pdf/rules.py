"""The lines that are drawn on a PDF page, such as the borders of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Generator, Iterator
from itertools import pairwise
from typing import NamedTuple

import attrs
from pypdfium2 import raw

from placebench.documents.pdf import calls
from placebench.documents.pdf.place import Handle, Turn

MOST_RULES = 4_000
"""Lines of a page that are looked at; a page with more is a drawing, and has no tables by its lines."""
MOST_OBJECTS = 20_000
"""Objects of a page among which lines are looked for."""

_THIN = 3.0
_DOT = (1.5, 8.0)
_ROUND = 0.15
_SHORTEST = 6.0
_MOST_CORNERS = 200
_DEEPEST_FORM = 4
_LOOKED_AT = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM)

_Point = tuple[float, float]
_Bounds = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_Thing = tuple[int, int, Handle, _Bounds, _Matrix]
"""Which object of a page, its kind, its handle, its bounds, and the matrix of the form that it is in."""
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A line across or down the page, in points from the top left of the page as it is read.

    Attributes:
        at: How far down a line across lies, or how far to the right a line down.
        start: Where it begins.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


class Dot(NamedTuple):
    """A small thing that is drawn as high as it is wide, such as the bullet of a list.

    Attributes:
        x: Its middle, in points from the left of the page as it is read.
        y: Its middle, from the top.
        size: Its width.
    """

    x: float
    y: float
    size: float


@attrs.frozen
class Rules:
    """The lines of a page, those across and those down, whether it has a picture, and its dots."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    picture: bool = False
    dots: tuple[Dot, ...] = ()


def read_rules(page: Handle, turn: Turn) -> Rules:
    """Return the lines that are drawn on a page of pypdfium2."""
    across: list[Rule] = []
    down: list[Rule] = []
    dots: list[Dot] = []
    picture = False
    for number, kind, thing, bounds, matrix in _things(page.raw, _SAME):
        picture = picture or kind == raw.FPDF_PAGEOBJ_IMAGE
        if number >= MOST_OBJECTS or len(across) + len(down) >= MOST_RULES:
            return Rules(picture=picture)
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        if dot := _dot(bounds, matrix, turn):
            dots.append(dot)
            continue
        for one, two in _sides(thing, bounds, matrix):
            x0, y0 = turn.point(*one)
            x1, y1 = turn.point(*two)
            if not (turn.shows(x0, y0) and turn.shows(x1, y1)):
                continue
            width, height = abs(x1 - x0), abs(y1 - y0)
            if height <= _THIN and width >= _SHORTEST:
                across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif width <= _THIN and height >= _SHORTEST:
                down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Rules(tuple(sorted(across)), tuple(sorted(down)), picture, tuple(dots))


def _things(holder: Handle, matrix: _Matrix, depth: int = 0, before: int = 0) -> Generator[_Thing, None, int]:
    """Yield the objects of a page, and those inside its forms, but for texts; return how many there are.

    Args:
        holder: The page, or a form.
        matrix: That of the form.
        depth: How many forms it stands in.
        before: How many objects stand before the first of it.
    """
    count = raw.FPDFFormObj_CountObjects if depth else raw.FPDFPage_CountObjects
    things = calls.things(calls.address(holder), min(count(holder), MOST_OBJECTS), of_form=depth > 0)
    kinds = calls.kinds(things)
    # Nearly all are texts; the last is told whatever it is, so that all are counted.
    told = [n for n, kind in enumerate(kinds) if kind != raw.FPDF_PAGEOBJ_TEXT or n + 1 == len(kinds)]
    bounds = calls.bounds([things[number] for number in told])
    nested = 0
    for number, box in zip(told, bounds, strict=True):
        kind = kinds[number]
        thing = ctypes.cast(things[number], raw.FPDF_PAGEOBJECT) if kind in _LOOKED_AT else None
        yield before + number + nested, kind, thing, box, matrix
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            within = _product(_matrix(thing), matrix)
            nested += yield from _things(thing, within, depth + 1, before + number + nested + 1)
    return len(things) + nested


def _dot(bounds: _Bounds, outer: _Matrix, turn: Turn) -> Dot | None:
    left, bottom, right, top = bounds
    size = right - left
    if not _DOT[0] <= size <= _DOT[1] or abs(top - bottom - size) > _ROUND * size:
        return None
    (x0, y0), (x1, y1) = (turn.point(*_at(point, outer)) for point in ((left, bottom), (right, top)))
    return Dot((x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0))


def _sides(thing: Handle, bounds: _Bounds, outer: _Matrix) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight sides of a path, or the middle line of one that is thin as a whole."""
    left, bottom, right, top = bounds
    width, height = right - left, top - bottom
    if min(width, height) <= _THIN:
        x, y = (left + right) / 2, (bottom + top) / 2
        ends = ((left, y), (right, y)) if width > height else ((x, bottom), (x, top))
        yield _at(ends[0], outer), _at(ends[1], outer)
        return
    matrix = _product(_matrix(thing), outer)
    for one, two in pairwise(_corners(thing)):
        if one is not None and two is not None:
            yield _at(one, matrix), _at(two, matrix)


def _corners(thing: Handle) -> Iterator[_Point | None]:
    """Yield the corners of a path; None parts those that no straight line connects."""
    x, y = ctypes.c_float(), ctypes.c_float()
    begin: _Point | None = None
    for index in range(min(raw.FPDFPath_CountSegments(thing), _MOST_CORNERS)):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield None
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        yield point
        if raw.FPDFPathSegment_GetClose(segment):
            yield begin
            yield None


def _matrix(thing: Handle) -> _Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    origin = _at((e, f), outer)
    across, up = _at((e + a, f + b), outer), _at((e + c, f + d), outer)
    return (
        across[0] - origin[0], across[1] - origin[1], up[0] - origin[0], up[1] - origin[1], *origin
    )  # fmt: skip


def _at(point: _Point, matrix: _Matrix) -> _Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
