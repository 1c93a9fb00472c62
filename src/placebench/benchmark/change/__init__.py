"""What changed between two dates of a dataset, or between two datasets.

Silence of a later source is no end, places that ended are not compared with their successors, and stages move
only within one framework and one kind of assessment.
"""

from __future__ import annotations

from placebench.benchmark.change.facts import fact_changes
from placebench.benchmark.change.footprints import footprint_changes
from placebench.benchmark.change.sides import Sides, between, datasets
from placebench.benchmark.change.sign_test import sign_test
from placebench.benchmark.change.transitions import stage_signs, stage_transitions
from placebench.benchmark.window import Window

__all__ = [
    "Sides",
    "Window",
    "between",
    "datasets",
    "fact_changes",
    "footprint_changes",
    "sign_test",
    "stage_signs",
    "stage_transitions",
]
