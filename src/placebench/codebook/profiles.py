"""System profiles: the names, codes and places of one integrated care system, in TOML."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from placebench.errors import CodebookError
from placebench.model import Organisation, Partnership, Place, System

_SYSTEM = frozenset(["id", "name", "aliases", "ods", "gss", "valid_from", "valid_to", "successor"])
_PLACE = frozenset(["id", "name", "aliases", "footprint", "valid_from", "valid_to", "partnerships"])
_EDITION = frozenset(["name", "match", "document_type", "expects"])
_ORGANISATION = frozenset(["name", "aliases", "sectors", "ods", "gss", "valid_from", "valid_to"])


@attrs.frozen
class Edition:
    """A kind of document that a system publishes in a layout of its own.

    Attributes:
        name: What people call it.
        match: Expression that the head of its text matches, in lower case.
        document_type: The type that a `sources.csv` gives it; None where any type may be it.
        expects: Fewest and most rows by table; None where there is no most.
    """

    name: str
    match: re.Pattern[str]
    document_type: str | None
    expects: Mapping[str, tuple[int, int | None]] = attrs.field(hash=False)


@attrs.frozen
class SystemProfile:
    """What an importer must know of a system to read its documents.

    Attributes:
        system: The system.
        aliases: Other names of the system and of its board.
        places: Its places, ended ones too.
        place_aliases: Other names by place_id.
        partnerships: Its partnerships under their own names.
        organisations: Organisations that its documents name.
        editions: Kinds of document in a layout of the system's own.
    """

    system: System
    aliases: tuple[str, ...]
    places: tuple[Place, ...]
    place_aliases: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    partnerships: tuple[Partnership, ...]
    organisations: tuple[Organisation, ...]
    editions: tuple[Edition, ...] = ()


def load_profile(path: Path | Traversable) -> SystemProfile:
    """Read a system profile.

    Raises:
        CodebookError: The file is not TOML, lacks a key, or has one that is unknown.
    """
    text = path.read_text(encoding="utf-8")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError("a system profile in TOML", str(error), where=path.name) from error
    return _Reader(path.name, text).profile(content)


@attrs.frozen
class _Reader:
    name: str
    text: str

    def profile(self, content: Mapping[str, Any]) -> SystemProfile:
        self._check(content, frozenset({"system", "place", "organisation", "edition"}), ("system", "place"))
        system = self._system(content["system"])
        places = tuple(self._place(system.system_id, table) for table in content["place"])
        return SystemProfile(
            system=system,
            aliases=tuple(content["system"].get("aliases", ())),
            places=places,
            place_aliases={
                place.place_id: tuple(table.get("aliases", ()))
                for place, table in zip(places, content["place"], strict=True)
            },
            partnerships=tuple(self._partnerships(system.system_id, content["place"])),
            organisations=tuple(self._organisation(table) for table in content.get("organisation", ())),
            editions=tuple(self._edition(table) for table in content.get("edition", ())),
        )

    def _edition(self, table: Mapping[str, Any]) -> Edition:
        self._check(table, _EDITION, ("name", "match"))
        try:
            match = re.compile(table["match"])
        except re.error as error:
            raise CodebookError("an expression", str(error), where=self._where("match")) from error
        expects = {
            name: (rows[0], rows[1] if len(rows) > 1 else None)
            for name, rows in table.get("expects", {}).items()
        }
        return Edition(table["name"], match, table.get("document_type"), expects)

    def _system(self, table: Mapping[str, Any]) -> System:
        self._check(table, _SYSTEM, ("id", "name"))
        return System(
            system_id=table["id"],
            name=table["name"],
            ods_code=table.get("ods"),
            gss_code=table.get("gss"),
            valid_from=self._date(table, "valid_from"),
            valid_to=self._date(table, "valid_to"),
            successor=table.get("successor"),
        )

    def _place(self, system_id: str, table: Mapping[str, Any]) -> Place:
        self._check(table, _PLACE, ("id", "name"))
        return Place(
            place_id=f"{system_id}/{table['id']}",
            system_id=system_id,
            name=table["name"],
            footprint=tuple(table.get("footprint", ())),
            valid_from=self._date(table, "valid_from"),
            valid_to=self._date(table, "valid_to"),
        )

    def _partnerships(self, system_id: str, tables: list[Mapping[str, Any]]) -> Iterator[Partnership]:
        for table in tables:
            place_id = f"{system_id}/{table['id']}"
            for entry in table.get("partnerships", ()):
                yield Partnership(
                    partnership_id=f"{place_id}/{slug(entry['name'])}",
                    place_id=place_id,
                    name=entry["name"],
                    aliases=tuple(entry.get("aliases", ())),
                    valid_from=self._date(entry, "valid_from"),
                    valid_to=self._date(entry, "valid_to"),
                )

    def _organisation(self, table: Mapping[str, Any]) -> Organisation:
        self._check(table, _ORGANISATION, ("name", "sectors"))
        return Organisation(
            organisation_id=table.get("ods") or table.get("gss") or slug(table["name"]),
            name=table["name"],
            aliases=tuple(table.get("aliases", ())),
            sectors=tuple(table["sectors"]),
            ods_code=table.get("ods"),
            gss_code=table.get("gss"),
            valid_from=self._date(table, "valid_from"),
            valid_to=self._date(table, "valid_to"),
        )

    def _date(self, table: Mapping[str, Any], key: str) -> dt.date | None:
        value = table.get(key)
        if value is None or isinstance(value, dt.date):
            return value
        raise CodebookError(f"a date for {key}, such as 2022-07-01", repr(value), where=self._where(key))

    def _check(self, table: Mapping[str, Any], known: frozenset[str], needed: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                raise CodebookError(f"one of {', '.join(sorted(known))}", key, where=self._where(key))
        for key in needed:
            if key not in table:
                raise CodebookError(f"the key {key}", f"only {', '.join(table)}", where=self.name)

    def _where(self, key: str) -> str:
        pattern = re.compile(rf"^\s*\[*{re.escape(key)}\b")
        for number, line in enumerate(self.text.splitlines(), 1):
            if pattern.search(line):
                return f"{self.name}, line {number}"
        return self.name


def slug(name: str) -> str:
    """Return a name as lower-case words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().replace("'", "").replace("\u2019", "")))
