from __future__ import annotations

import pytest

from tests.testing.environment import Environment


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """Return a fresh environment, in which plugins can be installed."""
    return Environment(tmp_path_factory.mktemp("environment"))
