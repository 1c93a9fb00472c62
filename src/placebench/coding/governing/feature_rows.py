"""Tables with a row a feature: "Shared care record | live", "Pooled budget | not agreed"."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.governing.named_features import WITHOUT_VALUE, feature_named
from placebench.coding.headed_tables import headed_tables
from placebench.coding.reading import Reading
from placebench.coding.table_kinds import TableKind, by_wording
from placebench.importer import Fact
from placebench.model import Governance

TABLE = "governance"
_WORDS = "feature_rows"
_LONGEST = 60
_FEWEST_FEATURES = 2
# What stands in a row of its own is a feature also where a header of that name would be none.
_FEATURES = WITHOUT_VALUE | {"shared_vision", "leadership_development", "learning_network"}
_WHAT, _STANDS = Wording(_WORDS, "<what>"), Wording(_WORDS, r"<stands>\W*")
KIND = TableKind(
    "features and how far they are there",
    (TABLE,),
    needs=(
        by_wording("stand", "how far each is there", _STANDS, "stands"),
        by_wording("what", "features", _WHAT, "what"),
    ),
)
# In the order in which they are asked: "not yet agreed" before "agreed".
_TOLD = {
    status: Wording(_WORDS, rf"\W*<{status}>\b") for status in ("absent", "planned", "emerging", "in_place")
}


def features_of_rows(reading: Reading) -> Iterator[Fact]:
    """Yield how far each feature is there that the rows of a table name, two of them at least."""
    for table in headed_tables(reading, KIND):
        told = [
            (row, feature)
            for row in table.rows()
            if (feature := _feature(reading, row.texts.get("what", "").lower())) is not None
        ]
        for row, feature in told if len(told) >= _FEWEST_FEATURES else ():
            status = _status(reading, row.texts.get("stand", "").lower())
            if status is None or row.place_id is None:
                continue
            governance = Governance(
                system_id=reading.profile.system.system_id,
                place_id=row.place_id,
                applies_to="place",
                status=status,
                rule=f"{TABLE}.{feature}",
                feature=feature,
                body_kind="partnership",
            )
            yield Fact(governance, (row.quote,))


def _feature(reading: Reading, text: str) -> str | None:
    """Return the one feature that a short cell names."""
    return feature_named(reading.codebook, text, _FEATURES) if len(text) <= _LONGEST else None


def _status(reading: Reading, text: str) -> str | None:
    return next((status for status, told in _TOLD.items() if told.of(reading.codebook).match(text)), None)
