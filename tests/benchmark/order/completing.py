"""Small posets and profiles with blanks, and everything that they can mean, by brute force."""

from __future__ import annotations

from itertools import permutations, product

import numpy as np
from hypothesis import strategies as st


@st.composite
def bounds(draw, places=4, themes=2, stages=3):
    """Draw low and high stages of a few places on a few themes, blanks among them."""
    shape = (draw(st.integers(1, places)), draw(st.integers(1, themes)))
    ends = st.tuples(st.integers(1, stages), st.integers(1, stages)).map(sorted)
    cells = draw(st.lists(ends, min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]))
    low, high = np.array(cells).T
    return low.reshape(shape), high.reshape(shape)


@st.composite
def orders(draw, most=6):
    """Draw a strict partial order of a few elements, in any order of names."""
    n = draw(st.integers(1, most))
    below = np.triu(np.array(draw(st.lists(st.booleans(), min_size=n * n, max_size=n * n))).reshape(n, n), 1)
    for through in range(n):
        below |= below[:, [through]] & below[[through], :]
    mixed = draw(st.permutations(range(n)))
    return below[np.ix_(mixed, mixed)]


def completions(low, high):
    """Yield every matrix of stages that the bounds allow."""
    choices = [range(a, b + 1) for a, b in zip(low.ravel(), high.ravel(), strict=True)]
    for stages in product(*choices):
        yield np.array(stages).reshape(low.shape)


def above(one, other):
    """Hold where a profile is lower nowhere and higher somewhere."""
    return bool((one >= other).all() and (one > other).any())


def extensions(below):
    """List the heights of the elements, from 0, in every linear extension."""
    n = len(below)
    steps = np.argwhere(below)
    return [h for h in permutations(range(n)) if all(h[i] < h[j] for i, j in steps)]


def ranks_with_ties(stages, place):
    """Return the fewest and the most places above one, over the linear extensions of one completion.

    Equal places stand together, so a place is above where it is above in the extension of distinct profiles.
    """
    profiles, member = np.unique(stages, axis=0, return_inverse=True)
    sizes = np.bincount(member.ravel())
    below = np.array([[above(b, a) for b in profiles] for a in profiles])
    own = member.ravel()[place]
    counts = [
        sum(size for size, height in zip(sizes, heights, strict=True) if height > heights[own])
        for heights in extensions(below)
    ]
    return min(counts), max(counts)
