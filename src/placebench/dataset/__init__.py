"""The dataset: tables built from parts, committed to a folder at once, and read without waiting.

`Dataset` loads pyarrow when it is first asked for; `Part` and `part_key` do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placebench.dataset.part import Part, part_key

if TYPE_CHECKING:
    from placebench.dataset.adding import add
    from placebench.dataset.dataset import Dataset
    from placebench.dataset.difference import Difference, difference_counts, differences
    from placebench.dataset.evidence import evidence_of
    from placebench.dataset.merging import Merge, merge
    from placebench.dataset.papers import same_papers
    from placebench.dataset.validation import Violation

__all__ = [
    "Dataset",
    "Difference",
    "Merge",
    "Part",
    "Violation",
    "add",
    "difference_counts",
    "differences",
    "evidence_of",
    "merge",
    "part_key",
    "same_papers",
]

_HOMES = {
    "Dataset": "placebench.dataset.dataset",
    "Difference": "placebench.dataset.difference",
    "Merge": "placebench.dataset.merging",
    "Violation": "placebench.dataset.validation",
    "add": "placebench.dataset.adding",
    "difference_counts": "placebench.dataset.difference",
    "differences": "placebench.dataset.difference",
    "evidence_of": "placebench.dataset.evidence",
    "merge": "placebench.dataset.merging",
    "same_papers": "placebench.dataset.papers",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - only for names that load pyarrow

    return getattr(import_module(_HOMES[name]), name)
