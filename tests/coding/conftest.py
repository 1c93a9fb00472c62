"""What the tests of the coders share: an invented system, and its documents read for one table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.codebook import load_codebook, load_profile
from placebench.codebook.profiles import SystemProfile
from placebench.coding.about_others import is_named_as_anothers
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
[[place.partnerships]]
name = "Alpha Together"

[[place]]
id = "beta"
name = "Beta"
[[place.partnerships]]
name = "Beta Health and Care Partnership"

[[place]]
id = "gamma"
name = "Gamma"
"""

Code = Callable[..., list[FactRow]]
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> SystemProfile:
    """Return an invented system with three places."""
    path = tmp_path_factory.mktemp("profiles") / "north.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return load_profile(path)


@pytest.fixture(scope="session")
def read(profile: SystemProfile) -> Read:
    """Return a function that reads the text of a document for the invented system."""

    def reading(text: str, **metadata: str) -> Reading:
        name = "paper.html" if text.startswith("<html>") else "paper.txt"
        document = read_document(text.encode("utf-8"), name, metadata)
        return Reading(
            document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
        )

    return reading


@pytest.fixture(scope="session")
def code(read: Read) -> Code:
    """Return a function that gives the rows of one table for the text of a document."""

    def rows(text: str, table: str, **metadata: str) -> list[FactRow]:
        reading = read(text, **metadata)
        found = (one for one in CODERS[table](reading) if isinstance(one, Fact))
        return [one.row for one in found if not is_named_as_anothers(reading, one)]

    return rows
