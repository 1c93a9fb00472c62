"""What a caller asks for, checked against what there is."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.benchmark.maturity.instrument import Instrument, near
from placebench.benchmark.scope import Scope, Tables
from placebench.errors import UsageError
from placebench.model.vocabularies import ASSESSMENT_KIND


def asked_basis(basis: str | Sequence[str]) -> tuple[str, ...]:
    """Return each basis once; raise `UsageError` for none, or for one that is unknown."""
    asked = (basis,) if isinstance(basis, str) else tuple(dict.fromkeys(basis))
    for one in asked or ("",):
        if one not in ASSESSMENT_KIND:
            raise UsageError("a basis of ratings", f"“{one}”", hint=near(one, ASSESSMENT_KIND.codes))
    return asked


def asked_places(dataset: Tables, scope: Scope, places: Sequence[str] | None) -> pl.DataFrame:
    """Return `place_id` and `place` of some places, or of all that a source speaks of.

    Raises:
        UsageError: A place is asked for that the dataset does not know; the hint names the nearest.
    """
    spoken_of = scope.places.select("place_id", "place")
    if places is None:
        return spoken_of
    listed = dataset.frame("places").select("place_id", pl.col("name").alias("place")).collect()
    known = pl.concat([spoken_of, listed]).unique("place_id", keep="first", maintain_order=True)
    identifiers = known["place_id"].to_list()
    for place in places:
        if place not in identifiers:
            raise UsageError("a place of the dataset", f"“{place}”", hint=near(place, identifiers))
    return known.filter(pl.col("place_id").is_in(list(places))).sort("place_id")


def asked_themes(instrument: Instrument, themes: Sequence[str | int] | None) -> pl.DataFrame:
    """Return the themes of a framework that are asked for; raise `UsageError` for one that it lacks."""
    if themes is None:
        return instrument.themes
    identifiers = [instrument.theme_id(theme) for theme in themes]
    return instrument.themes.filter(pl.col("theme_id").is_in(identifiers))
