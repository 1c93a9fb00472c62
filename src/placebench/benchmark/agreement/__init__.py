"""How far raters agree, and whether a panel does.

Ratings come as a long frame of `unit`, `rater` and `value`, with null where there is none. Coefficients that
are not defined, because nothing varies or nobody rates the same unit, are null with the reason beside them.
Intervals are drawn from units with a seed. Panels are judged by published rules that stand in
`panel_rules.toml`.
"""

from __future__ import annotations

from placebench.benchmark.agreement.assessors import assessors
from placebench.benchmark.agreement.bootstrap import Bootstrap
from placebench.benchmark.agreement.consensus import consensus
from placebench.benchmark.agreement.panel import appropriateness, panel
from placebench.benchmark.agreement.panel_rules import PanelRule, panel_rules
from placebench.benchmark.agreement.raters import raters
from placebench.benchmark.agreement.reliability import alpha, fleiss, kappas

__all__ = [
    "Bootstrap",
    "PanelRule",
    "alpha",
    "appropriateness",
    "assessors",
    "consensus",
    "fleiss",
    "kappas",
    "panel",
    "panel_rules",
    "raters",
]
