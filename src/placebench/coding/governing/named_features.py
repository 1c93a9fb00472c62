"""Features that a few words name without a doubt: the header of a column, the name of a row."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from placebench.codebook import Codebook

WITHOUT_VALUE = frozenset(
    {
        "pooled_budget",
        "capitated_budget",
        "risk_sharing",
        "accountability_framework",
        "integrated_teams",
        "co_location",
        "shared_care_record",
        "population_health_management",
        "communications_plan",
    }
)
"""Features that have no value or may lack one, so that their name says all."""


def feature_named(codebook: Codebook, text: str, among: AbstractSet[str]) -> str | None:
    """Return the one feature whose words a header, a title or a cell has; None for none or several.

    Args:
        codebook: The coding frame.
        text: The words, folded and in lower case.
        among: The features that are asked for.
    """
    told = re.sub(r"\W+$", "", text)
    # Without a text in which capitals count, none of the cues is found that ask for them.
    cues = codebook.cues_in("", told).get("governance", ())
    found = {cue.entry for cue in cues if cue.entry in among and not cue.case and cue.lead is None}
    return found.pop() if len(found) == 1 else None
