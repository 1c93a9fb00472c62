"""What processes that read documents keep of those that they have read."""

from __future__ import annotations

import gc
import weakref

import pytest

from placebench.pipeline import worker


class Part:
    """Something of a document that refers to something that refers to it, as lines and sentences do."""

    def __init__(self) -> None:
        self.own: object = self


@pytest.fixture
def seldom(monkeypatch):
    before = gc.get_threshold()
    monkeypatch.setattr(worker, "_OBJECTS", 1_000)
    worker.collect_seldom()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("seldom")
def test_what_was_remembered_for_a_while_goes_soon_after():
    remembered: list[list[Part]] = []
    parts: list[weakref.ref[Part]] = []
    for _ in range(40):
        remembered = [[Part() for _ in range(1_000)], *remembered[:1]]
        parts += map(weakref.ref, remembered[0])
    assert sum(part() is not None for part in parts) < 12_000
