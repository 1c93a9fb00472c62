"""Facts as readers read them: the parts of `facts.toml`, then what else is given with its names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from placebench.dataset.words import fields

_COLUMN = re.compile(r"\{([a-z ]+)\}")


def read_as(table: str, row: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Return what a fact says, as a sentence where its table has one.

    Args:
        table: Its table.
        row: Its values by column.
        names: Names by identifier.
    """
    given = fields(table, row, names)
    # Of a column that is given twice, such as a name and that of its identifier, the sentence has the first.
    values = dict(reversed(given))
    said, used = "", set()
    for part in _parts().get(table, ()):
        (column,) = _COLUMN.findall(part)
        if column in values:
            gap = "" if not said or part.startswith(":") else " "
            said += gap + _COLUMN.sub(lambda found: values[found[1]], part)
            used.add((column, values[column]))
    rest = (f"{name}: {value}" for name, value in given if (name, value) not in used)
    return "; ".join(filter(None, (said.removeprefix(": "), *rest)))


@cache
def _parts() -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads(files("placebench.report").joinpath("facts.toml").read_text("utf-8"))
    return {table: tuple(parts) for table, parts in read.items()}
