"""What the tests of the method section share: an example, read as a whole document of an invented system."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
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

HIDDEN = frozenset({"fact_id", "system_id", "source_id", "importer", "text"})


@attrs.frozen
class Reader:
    """Reads texts as documents of an invented system."""

    north: SystemProfile

    def rows(self, text: str, table: str) -> list[FactRow]:
        """Return the rows of one table for a text; one that begins with a tag is HTML."""
        name = "paper.html" if text.startswith("<") else "paper.txt"
        document = read_document(text.encode("utf-8"), name)
        reading = Reading(document, (document.span,), self.north, names_of(self.north), load_codebook())
        return [found.row for found in CODERS[table](reading) if isinstance(found, Fact)]

    def gives(self, text: str, table: str, columns: Mapping[str, object]) -> bool:
        """Tell whether a text gives a row with these columns; of one that holds a list, an item is enough."""
        return any(
            all(_holds(getattr(row, name), wanted) for name, wanted in columns.items())
            for row in self.rows(text, table)
        )

    def shown(self, text: str, table: str) -> str:
        """Return a text and its rows as a person wants to read them when a test fails."""
        rows = [attrs.asdict(row) for row in self.rows(text, table)]
        return "\n".join([text, *(str({k: v for k, v in r.items() if v and k not in HIDDEN}) for r in rows)])


def _holds(value: object, wanted: object) -> bool:
    return wanted in value if isinstance(value, tuple) else value == wanted


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return a reader for a system with three places."""
    path = tmp_path_factory.mktemp("profiles") / "north.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return Reader(load_profile(path))
