"""The common partnership model: one frozen class a table, one vocabulary a coded column.

Nothing here knows Arrow, files or plugins. `TABLES` maps every table name to its class in the order in which
a reader meets them; `FACT_TABLES` are the ones that say something about a partnership.
"""

from __future__ import annotations

from placebench.model.entities import Organisation, Partnership, Place, Source, System
from placebench.model.evidence import ClaimRecord, Evidence, Gap, Rejection
from placebench.model.facts import (
    Assessment,
    Commitment,
    Delegation,
    Event,
    Exercise,
    FactRow,
    Footprint,
    Governance,
    Membership,
    Milestone,
    Outcome,
    Priority,
    Programme,
    Recommendation,
    Remit,
    Role,
    Statement,
)
from placebench.model.fields import Column, Pattern, Reference, Row, Vocabulary, columns_of, table_of
from placebench.model.frameworks import Criterion, Framework, Stage, Theme
from placebench.model.rules import DECIDING, ROW_RULES, DecidingRule, RowRule, broken_rules

FACT_TABLES: dict[str, type[FactRow]] = {
    table_of(kind): kind
    for kind in (
        Governance,
        Delegation,
        Membership,
        Role,
        Priority,
        Remit,
        Commitment,
        Milestone,
        Outcome,
        Recommendation,
        Footprint,
        Exercise,
        Assessment,
        Statement,
        Programme,
        Event,
    )
}
REFERENCE_TABLES: dict[str, type[Row]] = {
    table_of(kind): kind
    for kind in (
        System,
        Place,
        Partnership,
        Organisation,
        Source,
        Framework,
        Theme,
        Stage,
        Criterion,
        Evidence,
        Gap,
        ClaimRecord,
        Rejection,
    )
}
TABLES: dict[str, type[Row]] = {**FACT_TABLES, **REFERENCE_TABLES}

__all__ = [
    "DECIDING",
    "FACT_TABLES",
    "REFERENCE_TABLES",
    "ROW_RULES",
    "TABLES",
    "Assessment",
    "ClaimRecord",
    "Column",
    "Commitment",
    "Criterion",
    "DecidingRule",
    "Delegation",
    "Event",
    "Evidence",
    "Exercise",
    "FactRow",
    "Footprint",
    "Framework",
    "Gap",
    "Governance",
    "Membership",
    "Milestone",
    "Organisation",
    "Outcome",
    "Partnership",
    "Pattern",
    "Place",
    "Priority",
    "Programme",
    "Recommendation",
    "Reference",
    "Rejection",
    "Remit",
    "Role",
    "Row",
    "RowRule",
    "Source",
    "Stage",
    "Statement",
    "System",
    "Theme",
    "Vocabulary",
    "broken_rules",
    "columns_of",
    "table_of",
]
