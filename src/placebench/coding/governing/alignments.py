"""With what strategies a place's are aligned: each once in a sentence, by its fullest name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placebench.importer import Fact
from placebench.model import Governance


def with_alignments_once(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts without an alignment whose other side the same sentence gives more fully."""
    given = [(fact, row) for fact in facts if (row := _alignment(fact)) is not None]
    for fact in facts:
        row = _alignment(fact)
        if row is None or not any(
            _says_more(row, other) for told, other in given if told.quotes == fact.quotes and told is not fact
        ):
            yield fact


def _says_more(row: Governance, other: Governance) -> bool:
    """Tell whether another row names the other side of the same alignment with more words."""
    name, fuller = (row.value or "").lower(), (other.value or "").lower()
    return row.place_id == other.place_id and name != fuller and name in fuller


def _alignment(fact: Fact) -> Governance | None:
    row = fact.row
    return row if isinstance(row, Governance) and row.feature == "strategy_alignment" else None
