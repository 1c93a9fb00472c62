"""Pictures of what methods found: each function takes results and returns an Altair chart.

Colour is never the only sign, what is not stated has a mark of its own, and no picture ranks places.
"""

from __future__ import annotations

from placebench.plots.answers import answer_map, coverage_map
from placebench.plots.render import png, svg

__all__ = ["answer_map", "coverage_map", "png", "svg"]
