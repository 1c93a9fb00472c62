"""Plans that a document calls the system's: what else it says of the plan is of that plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placebench.coding.reading import Reading
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.importer import Fact
from placebench.model import Governance


def without_the_systems_plans(reading: Reading, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts but for a place's plan that is the system's by the name that the document gives it.

    Where "the North Strategy Delivery Plan" is named, "the delivery plan" is that one, unless the words speak
    of a place.
    """
    systems = {plan.value for fact in facts if (plan := _plan(fact)) and plan.body_kind == SYSTEM}
    for fact in facts:
        plan = _plan(fact)
        other = plan is None or plan.value not in systems or plan.body_kind != PARTNERSHIP
        if other or any(m.name.kind != SYSTEM for m in reading.names.mentions(fact.quotes[0].text)):
            yield fact


def _plan(fact: Fact) -> Governance | None:
    row = fact.row
    if isinstance(row, Governance) and row.feature == "shared_plan" and row.value:
        return row
    return None
