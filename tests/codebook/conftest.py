"""What the tests of the method section share: a reader of examples."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.coding.examples import ExampleReader


@pytest.fixture(scope="session")
def reader() -> ExampleReader:
    """Return a reader for a system with three places."""
    return ExampleReader(load_codebook())
