"""Order of places without a score: what holds of two places whatever the blanks turn out to be.

Everything starts from the intervals frame, one row a place and theme with the lowest and highest stage that
it can have. `dominance` compares pairs in every completion and in at least one; `ranks`, `pairs` and
`rank_probabilities` go over the linear extensions of the order that is certain; `hasse` gives its diagram;
`robustness` compares variants of the intervals; `copeland` counts majorities of themes. The mathematics
stands apart, on numpy arrays: `relations`, `linear_extensions`, `copeland_bounds`.
"""

from __future__ import annotations

from placebench.benchmark.order.copeland import copeland, copeland_bounds
from placebench.benchmark.order.dominance import dominance
from placebench.benchmark.order.extensions import Extensions, linear_extensions
from placebench.benchmark.order.hasse import hasse
from placebench.benchmark.order.pairs import pairs
from placebench.benchmark.order.rank_probabilities import rank_probabilities
from placebench.benchmark.order.ranks import ranks
from placebench.benchmark.order.relations import Relations, relations
from placebench.benchmark.order.robustness import robustness, variants

__all__ = [
    "Extensions",
    "Relations",
    "copeland",
    "copeland_bounds",
    "dominance",
    "hasse",
    "linear_extensions",
    "pairs",
    "rank_probabilities",
    "ranks",
    "relations",
    "robustness",
    "variants",
]
