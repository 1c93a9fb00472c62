"""The places that a framework of one system is meant for."""

from __future__ import annotations

import attrs
import polars as pl

from placebench.benchmark.maturity.assessed import Maturity
from placebench.benchmark.stated.notes import counted


def at_home(found: Maturity) -> Maturity:
    """Keep the places of the system whose framework it is, and others of which a stage on it is known.

    Args:
        found: Intervals of stages; of a framework that is anybody's, all are kept.
    """
    system = found.instrument.system_id if found.instrument else None
    if system is None:
        return found
    own = pl.col("place_id").str.starts_with(f"{system}/")
    known = found.frame.filter("known")["place_id"].unique()
    frame = found.frame.filter(own | pl.col("place_id").is_in(known.implode()))
    places = frame["place_id"].n_unique()
    others = found.frame["place_id"].n_unique() - places
    if not others or frame.is_empty():
        return found
    left_out = counted(others, "place of another system is", "places of other systems are")
    note = f"The framework is one system's own ({system}): {left_out} not counted on it."
    sizes = {**found.denominators, "places": places, "cells": frame.height}
    return attrs.evolve(found, frame=frame, denominators=sizes, notes=(note, *found.notes))
