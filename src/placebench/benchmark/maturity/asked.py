"""What a caller asks for, checked against what there is."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from placebench.benchmark.maturity.instrument import Instrument, nearest
from placebench.benchmark.scope import Scope
from placebench.errors import UsageError
from placebench.model.vocabularies import ASSESSMENT_KIND


def asked_basis(basis: str | Sequence[str]) -> tuple[str, ...]:
    """Return each basis once; raise `UsageError` for none, or for one that is unknown."""
    asked = (basis,) if isinstance(basis, str) else tuple(dict.fromkeys(basis))
    for one in asked or ("",):
        if one not in ASSESSMENT_KIND:
            raise UsageError("a basis of ratings", f"“{one}”", hint=nearest(one, ASSESSMENT_KIND.codes))
    return asked


def asked_places(scope: Scope, places: Sequence[str] | None) -> pl.DataFrame:
    """Return `place_id` and `place` of some places; raise `UsageError` for one that no source speaks of."""
    known = scope.places.select("place_id", "place")
    if places is None:
        return known
    identifiers = known["place_id"].to_list()
    for place in places:
        if place not in identifiers:
            raise UsageError(
                "a place that a source speaks of", f"“{place}”", hint=nearest(place, identifiers)
            )
    return known.filter(pl.col("place_id").is_in(list(places)))


def asked_themes(instrument: Instrument, themes: Sequence[str | int] | None) -> pl.DataFrame:
    """Return the themes of a framework that are asked for; raise `UsageError` for one that it lacks."""
    if themes is None:
        return instrument.themes
    identifiers = [instrument.theme_id(theme) for theme in themes]
    return instrument.themes.filter(pl.col("theme_id").is_in(identifiers))
