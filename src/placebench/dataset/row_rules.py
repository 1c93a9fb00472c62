"""The row rules of the model as polars expressions, for tables of millions of rows.

`placebench.model.ROW_RULES` says what must hold; each expression here says where the rule of that name is
broken.
"""

from __future__ import annotations

import polars as pl

from placebench.model.vocabularies import FEATURES

_col = pl.col


def _no_text(column: str) -> pl.Expr:
    return _col(column).is_null() | (_col(column) == "")


def _value_misfits_feature() -> pl.Expr:
    def holding(kind: str) -> list[str]:
        return [name for name, feature in FEATURES.items() if feature.holds == kind]

    codes = [f"{name}/{code}" for name, feature in FEATURES.items() for code in feature.codes]
    pair = pl.concat_str("feature", "value", separator="/")
    number = _col("value").str.contains(r"^(?:\d+\.?\d*|\.\d+)$")
    return _col("value").is_not_null() & (
        (_col("feature").is_in(holding("codes")) & ~pair.is_in(codes))
        | (_col("feature").is_in(holding("number")) & ~number)
        | _col("feature").is_in(holding("nothing"))
    )


BROKEN: dict[str, pl.Expr] = {
    "place-has-applies-to": _col("place_id").is_not_null() != (_col("applies_to") == "place"),
    "place-in-system": ~_col("place_id").str.starts_with(pl.concat_str("system_id", pl.lit("/"))),
    "derived-has-rule": (_col("basis") == "derived") & _no_text("rule"),
    "date-has-precision": _col("as_of").is_null() != _col("as_of_precision").is_null(),
    "value-fits-feature": _value_misfits_feature(),
    "none-is-absent": (_col("extent") == "none") & ~_col("status").is_in(["absent", "ended"]),
    "has-a-sector": _col("sectors").list.len() == 0,
    "has-a-topic": _col("topics").list.len() == 0,
    "population-ordered": _col("population_min") > _col("population_max"),
    "footprint-counts": pl.all_horizontal(_col("count", "population_min", "population_max").is_null()),
    "stages-ordered": (_col("stage_low") < 1) | (_col("stage_low") > _col("stage_high")),
    "documentary-is-derived": (_col("kind") == "documentary") != (_col("basis") == "derived"),
    "milestone-has-a-date": _col("due").is_null() & _no_text("due_text"),
}
