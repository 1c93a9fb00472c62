"""The names that are nearest to one that does not exist, for the hints of errors."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

_MOST = 3


def nearest(found: str, known: Iterable[str], *, most: int = _MOST) -> list[str]:
    """Return the names that are like one, whatever their capitals, the nearest first; maybe none.

    Of names with a slash the last part must be alike: two places are not alike for being of one system.

    Args:
        found: The name that was given.
        known: The names that exist.
        most: How many to return.
    """
    by_ending: dict[str, list[str]] = {}
    for name in sorted(known):
        by_ending.setdefault(_ending(name), []).append(name)
    endings = difflib.get_close_matches(_ending(found), by_ending, n=most)
    return [name for ending in endings for name in _by_start(found, by_ending[ending])][:most]


def _ending(name: str) -> str:
    return name.casefold().rpartition("/")[2]


def _by_start(found: str, names: Iterable[str]) -> list[str]:
    like = difflib.SequenceMatcher(b=found.casefold())

    def unlike(name: str) -> float:
        like.set_seq1(name.casefold())
        return -like.ratio()

    return sorted(names, key=unlike)


def such_as(found: str, known: Iterable[str]) -> str:
    """Return the nearest names in a row, or else the first of those that exist."""
    names = sorted(known)
    return ", ".join(nearest(found, names) or names[:_MOST])


def did_you_mean(
    found: str, known: Iterable[str], *, otherwise: str | None = None, most: int = 1
) -> str | None:
    """Return the hint that names what is nearest, or another one where nothing is near.

    Args:
        found: The name that was given.
        known: The names that exist.
        otherwise: The hint where none is near.
        most: How many names to give.
    """
    near = nearest(found, known, most=most)
    return f"did you mean {' or '.join(near)}?" if near else otherwise


def file_beside(path: Path, *, otherwise: str | None = None) -> str | None:
    """Return the hint that names the file of the same folder and ending that is nearest to a path."""
    beside = (str(other) for other in path.parent.glob(f"*{path.suffix}")) if path.parent.is_dir() else ()
    return did_you_mean(str(path), beside, otherwise=otherwise)
