"""Partial orders as square matrices: what makes one, its covers, and how it falls apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placebench.errors import UsageError

Matrix = NDArray[np.bool_]
Indices = NDArray[np.int64]


def strict_order(at_most: NDArray[np.generic], names: Sequence[str] | None = None) -> Matrix:
    """Check that a matrix is a partial order, and return its strict part.

    Args:
        at_most: Square; entry `[i, j]` is true, or 1, where i is at or below j. The diagonal does not matter.
        names: What the elements are called in errors; their numbers from 0 by default.

    Returns:
        `below`, where entry `[i, j]` is true where i is below j.

    Raises:
        UsageError: The matrix is not square, two elements are each below the other, or a step is missing.
    """
    below = np.array(at_most, dtype=np.bool_)
    if below.ndim != 2 or below.shape[0] != below.shape[1]:  # noqa: PLR2004 - rows and columns
        raise UsageError("a square matrix of a partial order", f"an array of shape {below.shape}")
    np.fill_diagonal(below, val=False)
    called = names or [str(number) for number in range(len(below))]
    for i, j in np.argwhere(below & below.T):
        found = f"{called[i]} and {called[j]}, each at or below the other"
        raise UsageError("a partial order", found, hint="make one element of equal ones first")
    through = (below.astype(np.float64) @ below.astype(np.float64)) > 0
    for i, j in np.argwhere(through & ~below):
        found = f"{called[i]} not below {called[j]}, though below something that is"
        raise UsageError("a partial order", found, hint="add every pair that follows from two others")
    return below


def covers(below: Matrix) -> Matrix:
    """Return the pairs of a strict order with nothing between them, its transitive reduction."""
    steps = below.astype(np.float64)
    return below & ~((steps @ steps) > 0)


def levels(below: Matrix) -> list[Indices]:
    """Lay the elements out in layers of pairwise incomparable ones, each just above the layers before it."""
    left = np.ones(len(below), dtype=np.bool_)
    layers = []
    while left.any():
        lowest = left & ~below[left].any(axis=0)
        layers.append(np.flatnonzero(lowest))
        left &= ~lowest
    return layers


def components(linked: Matrix) -> list[Indices]:
    """Return the connected parts of a symmetric relation, each as ascending indices."""
    left = np.ones(len(linked), dtype=np.bool_)
    parts = []
    while left.any():
        reached = np.zeros_like(left)
        edge = np.zeros_like(left)
        edge[np.argmax(left)] = True
        while edge.any():
            reached |= edge
            edge = linked[edge].any(axis=0) & ~reached
        parts.append(np.flatnonzero(reached))
        left &= ~reached
    return parts
