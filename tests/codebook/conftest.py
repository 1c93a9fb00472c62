"""What the tests of the method section share: an example, read as a whole document of an invented system."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.codebook import load_codebook, load_profile
from placebench.codebook.profiles import SystemProfile
from placebench.coding.names import names_of
from placebench.coding.reading import Reading
from placebench.coding.system_importer import CODERS
from placebench.documents import read_document
from placebench.importer import Fact
from placebench.model import FactRow

PROFILE = """
[system]
id = "north"
name = "North"
aliases = ["NHS North", "North ICB", "North Integrated Care Board", "North Integrated Care System"]

[[place]]
id = "alpha"
name = "Alpha"

[[place]]
id = "beta"
name = "Beta"

[[place]]
id = "gamma"
name = "Gamma"
"""

RowsOf = Callable[[str, str], list[FactRow]]


@pytest.fixture(scope="session")
def north(tmp_path_factory: pytest.TempPathFactory) -> SystemProfile:
    """Return an invented system with three places."""
    path = tmp_path_factory.mktemp("profiles") / "north.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return load_profile(path)


@pytest.fixture(scope="session")
def rows_of(north: SystemProfile) -> RowsOf:
    """Return a function that gives the rows of one table for a text; one that begins with a tag is HTML."""

    def rows(text: str, table: str) -> list[FactRow]:
        name = "paper.html" if text.startswith("<") else "paper.txt"
        document = read_document(text.encode("utf-8"), name)
        reading = Reading(document, (document.span,), north, names_of(north), load_codebook())
        return [found.row for found in CODERS[table](reading) if isinstance(found, Fact)]

    return rows
