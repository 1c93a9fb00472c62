"""What the names of a profile must hold: each names one thing only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placebench.model import Organisation
from placebench.toml_file import TomlTable


def check_names(system: TomlTable, places: Sequence[TomlTable]) -> None:
    """Raise an error if a place or partnership stands twice, or a name is of two places or of the system too.

    Raises:
        CodebookError: A name is not of one thing only.
    """
    seen: set[str] = set()
    for place in places:
        if place.text("id") in seen:
            raise place.fault("each place once", f"{place.text('id')} twice", "id")
        seen.add(place.text("id"))
    owners: dict[str, str] = {}
    for table, owner, name in _named(system, places):
        first = owners.setdefault(_as_found(name), owner)
        if first != owner:
            raise table.fault(
                "a name of one place, or of the system",
                f"“{name}” for {first} and {owner}",
                name,
                hint="leave it with the one that documents mean by it",
            )


def check_organisations(tables: Iterable[TomlTable], rows: Iterable[Organisation]) -> None:
    """Raise an error if an organisation stands twice, or a name is of two organisations.

    Raises:
        CodebookError: An identifier or a name is not of one organisation only.
    """
    seen: set[str] = set()
    owners: dict[str, str] = {}
    for table, row in zip(tables, rows, strict=True):
        if row.organisation_id in seen:
            raise table.fault("each organisation once", f"{row.organisation_id} twice", "name")
        seen.add(row.organisation_id)
        for name in _names(table):
            first = owners.setdefault(name.lower(), row.name)
            if first != row.name:
                raise table.fault("a name of one organisation", f"“{name}” for {first} too", name)


def _named(system: TomlTable, places: Iterable[TomlTable]) -> Iterator[tuple[TomlTable, str, str]]:
    yield from ((system, "the system", name) for name in _names(system))
    for place in places:
        yield from ((place, place.text("id"), name) for name in _names(place))
        for partnership in place.tables("partnerships"):
            yield from ((partnership, place.text("id"), name) for name in _names(partnership))


def _names(table: TomlTable) -> tuple[str, ...]:
    name, aliases = table.text("name"), table.texts("aliases")
    if name in aliases:
        raise table.fault("aliases that differ from the name", f"“{name}” again", "aliases")
    return name, *aliases


def _as_found(name: str) -> str:
    # Texts are searched for names with hyphens and spaces taken alike.
    return name.replace("-", " ")
