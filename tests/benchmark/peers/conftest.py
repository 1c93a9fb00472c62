from __future__ import annotations

import datetime as dt

import pytest

from placebench.model import Delegation, Governance

DAY = dt.date(2023, 3, 1)


@pytest.fixture
def governs():
    """State a governance feature of a place."""

    def make(place, feature, value=None, status="in_place", source="s1", **columns):
        dated = {"as_of": DAY, "as_of_precision": "day", **columns}
        return Governance(
            system_id="north",
            place_id=f"north/{place}" if place else None,
            applies_to="place" if place else "each_place",
            source_id=source,
            feature=feature,
            value=value,
            status=status,
            **dated,
        )

    return make


@pytest.fixture
def delegates():
    """State what authority has passed to a place."""

    def make(place, scope, extent=None, status="in_place", to_kind="partnership", source="s1"):
        return Delegation(
            system_id="north",
            place_id=f"north/{place}",
            source_id=source,
            scope=scope,
            extent=extent,
            status=status,
            to_kind=to_kind,
            as_of=DAY,
            as_of_precision="day",
        )

    return make
