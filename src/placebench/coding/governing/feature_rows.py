"""Tables with a row a feature: "Shared care record | live", "Pooled budget | not agreed"."""

from __future__ import annotations

from collections.abc import Iterator

from placebench.codebook import Wording
from placebench.coding.governing.named_features import WITHOUT_VALUE, how_far, told_by
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


def features_of_rows(reading: Reading) -> Iterator[Fact]:
    """Yield how far each feature is there that the rows of a table name, two of them at least."""
    for table in headed_tables(reading, KIND):
        told = [
            (row, *named)
            for row in table.rows()
            if (named := _feature(reading, row.texts.get("what", ""))) is not None
        ]
        for row, feature, value in told if len(told) >= _FEWEST_FEATURES else ():
            status = how_far(reading.codebook, row.texts.get("stand", "").lower())
            if status is None or row.place_id is None:
                continue
            governance = Governance(
                system_id=reading.profile.system.system_id,
                place_id=row.place_id,
                applies_to="place",
                status=status,
                rule=f"{TABLE}.{feature}",
                feature=feature,
                value=value,
                body_kind="partnership",
            )
            yield Fact(governance, (row.quote_of("what", "stand"),))


def _feature(reading: Reading, text: str) -> tuple[str, str | None] | None:
    """Return the one feature that a short cell names, and its value if that is a form."""
    return told_by(reading.codebook, text.lower(), _FEATURES) if len(text) <= _LONGEST else None
