"""Counts of places that survive review.

Each has two denominators, intervals, bounds over what is not stated, and the facts behind every figure.
"""

from __future__ import annotations

from placebench.benchmark.counts.commitments import commitment_themes
from placebench.benchmark.counts.delegation import delegations
from placebench.benchmark.counts.governance import arrangements, pooled_budgets
from placebench.benchmark.counts.members import member_sectors
from placebench.benchmark.counts.posts import chair_sectors, lead_employers
from placebench.benchmark.counts.priorities import priority_overlap, priority_topics
from placebench.benchmark.counts.remits import remits
from placebench.benchmark.counts.suppression import suppress
from placebench.benchmark.counts.wilson import wilson

__all__ = [
    "arrangements",
    "chair_sectors",
    "commitment_themes",
    "delegations",
    "lead_employers",
    "member_sectors",
    "pooled_budgets",
    "priority_overlap",
    "priority_topics",
    "remits",
    "suppress",
    "wilson",
]
