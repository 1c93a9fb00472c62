"""Examples of the coding frame, read as documents of an invented system."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import attrs

from placebench.codebook import Codebook, SystemProfile, load_profile
from placebench.coding.about_others import is_named_as_anothers
from placebench.coding.names import names_of
from placebench.coding.reading import Reading
from placebench.coding.system_importer import CODERS
from placebench.documents import read_document
from placebench.importer import Fact
from placebench.model import FactRow

_HIDDEN = frozenset({"fact_id", "system_id", "source_id", "importer", "text"})


@attrs.frozen
class ExampleReader:
    """Reads texts as documents of a system called North, whose places are Alpha, Beta and Gamma.

    Attributes:
        codebook: The coding frame to read by.
    """

    codebook: Codebook

    def reads(self, table: str) -> bool:
        """Tell whether texts give rows of a table; ratings, for one, come from workbooks."""
        return table in CODERS

    def rows(self, text: str, table: str) -> list[FactRow]:
        """Return the rows of one table for a text; one that begins with a tag is HTML."""
        name = "paper.html" if text.startswith("<") else "paper.txt"
        document = read_document(text.encode("utf-8"), name)
        north = _north()
        reading = Reading(document, (document.span,), north, names_of(north, self.codebook), self.codebook)
        # Words alone are on nobody's page: whose paper they stand in takes no row from them.
        found = (one for one in CODERS[table](reading) if isinstance(one, Fact))
        own = (one.row for one in found if not is_named_as_anothers(reading, one))
        return [row for row in own if isinstance(row, FactRow)]

    def gives(self, text: str, table: str, columns: Mapping[str, object]) -> bool:
        """Tell whether a text gives a row with these columns; of one that holds a list, an item is enough."""
        return any(
            all(_holds(getattr(row, name), wanted) for name, wanted in columns.items())
            for row in self.rows(text, table)
        )

    def shown(self, text: str, table: str) -> list[str]:
        """Return the rows that a text gives, as a person wants to read them."""
        rows = [attrs.asdict(row) for row in self.rows(text, table)]
        return [str({k: v for k, v in row.items() if v and k not in _HIDDEN}) for row in rows]


@cache
def _north() -> SystemProfile:
    return load_profile(resources.files(__package__) / "examples.toml")


def _holds(value: object, wanted: object) -> bool:
    return wanted in value if isinstance(value, tuple) else value == wanted
