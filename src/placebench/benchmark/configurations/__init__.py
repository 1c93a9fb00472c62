"""Qualitative comparative analysis: which combinations of conditions are associated with an outcome.

Crisp, fuzzy and multi-value sets of few named cases. Missing values are completed in every way that they
could be, and a term is robust only if it holds in all of them. Nothing here speaks of causes.
"""

from __future__ import annotations

from placebench.benchmark.configurations.calibration import crisp, fuzzy, multi_value
from placebench.benchmark.configurations.minimisation import Search
from placebench.benchmark.configurations.necessity import Demands, necessity
from placebench.benchmark.configurations.places import configurations, memberships
from placebench.benchmark.configurations.robustness import robustness
from placebench.benchmark.configurations.solutions import solutions
from placebench.benchmark.configurations.tabulation import CutOffs
from placebench.benchmark.configurations.truth_table import truth_table, unanswered

__all__ = [
    "CutOffs",
    "Demands",
    "Search",
    "configurations",
    "crisp",
    "fuzzy",
    "memberships",
    "multi_value",
    "necessity",
    "robustness",
    "solutions",
    "truth_table",
    "unanswered",
]
