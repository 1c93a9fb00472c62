"""System profiles: the names, codes and places of one integrated care system, in TOML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

import attrs

from placebench.codebook.additions import Additions
from placebench.codebook.local_words import KINDS, local_words
from placebench.codebook.patterns import Pattern, check
from placebench.codebook.profile_names import check_names, check_organisations
from placebench.model import TABLES, Organisation, Partnership, Place, System
from placebench.model.vocabularies import SECTOR, SLUG
from placebench.toml_file import TomlTable, parse_toml

_FILE = ("system", "words", "columns", "place", "organisation", "edition")
_SYSTEM = ("id", "name", "aliases", "ods", "gss", "valid_from", "valid_to", "successor")
_PLACE = ("id", "name", "aliases", "footprint", "valid_from", "valid_to", "partnerships")
_PARTNERSHIP = ("name", "aliases", "valid_from", "valid_to")
_EDITION = ("name", "match", "document_type", "expects", "columns")
_ORGANISATION = ("name", "aliases", "sectors", "ods", "gss", "valid_from", "valid_to")

KEYS: Mapping[str, tuple[str, ...]] = {
    "system": _SYSTEM,
    "words": KINDS,
    "place": _PLACE,
    "place.partnerships": _PARTNERSHIP,
    "organisation": _ORGANISATION,
    "edition": _EDITION,
}
"""Every key of a profile, by table."""

_SLUG = re.compile(SLUG.expression)
_ODS = re.compile(r"[A-Z0-9]{3,8}")
_GSS = re.compile(r"[EWSNK]\d{8}")
_MOST_EXPECTED = 2


@attrs.frozen
class Edition:
    """A kind of document that a system publishes in a layout of its own.

    Attributes:
        name: What people call it.
        match: Expression that the head of its text matches, in lower case.
        document_type: The type that a `sources.csv` gives it; None where any type may be it.
        expects: Fewest and most rows by table; None where there is no most.
        columns: Headers of the document's table that the rows come from, by table.
    """

    name: str
    match: Pattern
    document_type: str | None
    expects: Mapping[str, tuple[int, int | None]] = attrs.field(hash=False)
    columns: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)


@attrs.frozen(cache_hash=True)
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
        columns: Headers of the tables of its documents that rows come from, by table.
        own_words: Its own words for bodies, by kind of body.
        words: What these mean, as additions to the coding frame; None where it has none.
    """

    system: System
    aliases: tuple[str, ...]
    places: tuple[Place, ...]
    place_aliases: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    partnerships: tuple[Partnership, ...]
    organisations: tuple[Organisation, ...]
    editions: tuple[Edition, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    own_words: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    words: Additions | None = None


def load_profile(path: Path | Traversable) -> SystemProfile:
    """Read a system profile.

    Raises:
        CodebookError: The file is not TOML, or has an entry that cannot be used.
    """
    return parse_profile(path.name, path.read_bytes())


def parse_profile(name: str, data: bytes) -> SystemProfile:
    """Read a system profile from its bytes.

    Args:
        name: What to call the file in messages.
        data: The bytes of the file.

    Raises:
        CodebookError: The bytes are not TOML, or have an entry that cannot be used.
    """
    return _profile(parse_toml(name, data, "a system profile"))


def _profile(table: TomlTable) -> SystemProfile:
    table.check_keys(_FILE, ("system", "place"))
    content = table.content["system"]
    if not isinstance(content, dict):
        raise table.fault("a table headed [system]", content, "system")
    about = TomlTable(table.file, "system", 0, content)
    system = _system(about)
    places = table.tables("place")
    if not places:
        raise table.fault("at least one table headed [[place]]", "none", "place")
    organisations = table.tables("organisation")
    own_words = _own_words(table)
    profile = SystemProfile(
        system=system,
        aliases=about.texts("aliases"),
        places=tuple(_place(system.system_id, place) for place in places),
        place_aliases={f"{system.system_id}/{p.text('id')}": p.texts("aliases") for p in places},
        partnerships=tuple(row for place in places for row in _partnerships(system.system_id, place)),
        organisations=tuple(_organisation(one) for one in organisations),
        editions=tuple(_edition(one) for one in table.tables("edition")),
        columns=dict(_columns(table)),
        own_words=own_words,
        words=local_words(f"{table.file.name} [words]", own_words),
    )
    check_names(about, places)
    check_organisations(organisations, profile.organisations)
    return profile


def _own_words(table: TomlTable) -> Mapping[str, tuple[str, ...]]:
    content = table.content.get("words", {})
    if not isinstance(content, dict):
        raise table.fault("a table headed [words]", content, "words")
    words = TomlTable(table.file, "words", 0, content)
    words.check_keys(KINDS, ())
    given = {kind: words.texts(kind) for kind in KINDS}
    owners: dict[str, str] = {}
    for kind, text in ((kind, text) for kind, texts in given.items() for text in texts):
        if owners.setdefault(text.lower(), kind) != kind:
            raise words.fault("each of the words for one kind of body", f"“{text}” for two", kind, text)
    return given


def _system(table: TomlTable) -> System:
    table.check_keys(_SYSTEM, ("id", "name"))
    system = System(
        system_id=_id(table),
        name=table.text("name"),
        ods_code=table.fixed("ods", _ODS, "QU9"),
        gss_code=table.fixed("gss", _GSS, "E54000044"),
        successor=table.optional("successor"),
        **_period(table),
    )
    if system.successor in (system.system_id, system.name, *table.texts("aliases")):
        raise table.fault("the body that the system became part of", "the system itself", "successor")
    return system


def _place(system_id: str, table: TomlTable) -> Place:
    table.check_keys(_PLACE, ("id", "name"))
    for code in table.texts("footprint"):
        if not _GSS.fullmatch(code):
            raise table.fault("footprint of codes such as E10000025", f"“{code}”", "footprint", code)
    return Place(
        place_id=f"{system_id}/{_id(table)}",
        system_id=system_id,
        name=table.text("name"),
        footprint=table.texts("footprint"),
        **_period(table),
    )


def _partnerships(system_id: str, place: TomlTable) -> Iterator[Partnership]:
    place_id = f"{system_id}/{place.text('id')}"
    for table in place.tables("partnerships"):
        table.check_keys(_PARTNERSHIP, ("name",))
        yield Partnership(
            partnership_id=f"{place_id}/{_slug_of(table)}",
            place_id=place_id,
            name=table.text("name"),
            aliases=table.texts("aliases"),
            **_period(table),
        )


def _organisation(table: TomlTable) -> Organisation:
    table.check_keys(_ORGANISATION, ("name", "sectors"))
    for sector in table.texts("sectors"):
        if sector not in SECTOR.codes:
            known = ", ".join(SECTOR.codes)
            raise table.fault(f"sectors of {known}", f"“{sector}”", "sectors", sector)
    if not table.texts("sectors"):
        raise table.fault("at least one of sectors", "none", "sectors")
    ods, gss = table.fixed("ods", _ODS, "RXQ"), table.fixed("gss", _GSS, "E10000025")
    return Organisation(
        organisation_id=ods or gss or _slug_of(table),
        name=table.text("name"),
        aliases=table.texts("aliases"),
        sectors=table.texts("sectors"),
        ods_code=ods,
        gss_code=gss,
        **_period(table),
    )


def _edition(table: TomlTable) -> Edition:
    table.check_keys(_EDITION, ("name", "match"))
    expression = table.text("match")
    if wrong := check(expression):
        raise table.fault("an expression for match", wrong, "match")
    match = Pattern((expression,))
    kind = table.optional("document_type")
    return Edition(table.text("name"), match, kind, dict(_expected(table)), dict(_columns(table)))


def _expected(table: TomlTable) -> Iterator[tuple[str, tuple[int, int | None]]]:
    expects = table.content.get("expects", {})
    if not isinstance(expects, dict):
        raise table.fault("tables and numbers for expects, such as { priorities = [1] }", expects, "expects")
    for name, rows in expects.items():
        if name not in TABLES:
            raise table.fault("the name of a table in expects", name, "expects", name)
        numbers = isinstance(rows, list) and all(type(row) is int and row >= 0 for row in rows)
        if not numbers or not 1 <= len(rows) <= _MOST_EXPECTED or rows != sorted(rows):
            raise table.fault("the fewest rows and, after it, the most, such as [1, 20]", rows, name)
        yield name, (rows[0], rows[1] if len(rows) > 1 else None)


def _columns(table: TomlTable) -> Iterator[tuple[str, tuple[str, ...]]]:
    columns = table.content.get("columns", {})
    such_as = 'tables and headers for columns, such as { roles = ["Place", "Post"] }'
    if not isinstance(columns, dict):
        raise table.fault(such_as, columns, "columns")
    for name, headers in columns.items():
        if name not in TABLES:
            raise table.fault("the name of a table in columns", name, "columns", name)
        if not isinstance(headers, list) or not headers or not all(_is_header(one) for one in headers):
            raise table.fault(such_as, headers, "columns", name)
        yield name, tuple(headers)


def _is_header(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _period(table: TomlTable) -> dict[str, dt.date | None]:
    first, last = table.date("valid_from"), table.date("valid_to")
    if first and last and last < first:
        raise table.fault(f"valid_to after {first}", str(last), "valid_to")
    return {"valid_from": first, "valid_to": last}


def _id(table: TomlTable) -> str:
    return table.fixed("id", _SLUG, "black-country, in small letters, digits and hyphens") or ""


def _slug_of(table: TomlTable) -> str:
    found = slug(table.text("name"))
    if not found:
        raise table.fault("a name with letters", table.text("name"), "name")
    return found


_UNSPOKEN = dict.fromkeys(map(ord, "'\u2019\u00ad"))


def slug(name: str) -> str:
    """Return a name as lower-case words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().translate(_UNSPOKEN)))
