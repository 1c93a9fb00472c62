"""Facts and rows of an invented system, in few words."""

from __future__ import annotations

import pytest

from benchmarks.extraction.coded import Coded
from benchmarks.extraction.extracted import Extracted

DOC = "minutes.txt"


@pytest.fixture
def fact():
    def make(table="governance", **columns):
        return Coded(DOC, table, columns)

    return make


@pytest.fixture
def row():
    def make(table="governance", **columns):
        return Extracted(DOC, table, {"place_id": None, "status": "in_place", "basis": "stated", **columns})

    return make
