"""Tables of the page as CSV, for download."""

from __future__ import annotations

from placebench.benchmark import Result
from placebench.report.columns import leads_to_facts

_LEFT_OUT = ("sources", "evidence_ids")


def csv_of(result: Result) -> str:
    """Return a result as CSV, without what its `fact_ids` lead to anyway; a study saves every column."""
    left_out = _LEFT_OUT if leads_to_facts(result.name) else (*_LEFT_OUT, "fact_ids")
    return result.flat().drop(left_out, strict=False).write_csv()
