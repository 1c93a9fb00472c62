"""Crosswalks: how the words of single systems stand to themes that all share, as data in TOML.

The relations are the mapping properties of SKOS (W3C Recommendation, 18 August 2009, section 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from placebench.codebook.book_file import Source
from placebench.errors import CodebookError
from placebench.nearest import such_as

RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch")
_KEYS = ("domain", "system", "theme", "relation")


@attrs.frozen
class Theme:
    """A theme that systems share."""

    code: str
    label: str
    definition: str


@attrs.frozen
class DomainMatch:
    """How a domain stands to a theme.

    Attributes:
        domain: Slug of a source's own heading.
        theme: Code of the theme.
        relation: One of `RELATIONS`, read from the domain: of `broadMatch`, the theme is the wider.
        system: The system whose heading it is; None for any.
    """

    domain: str
    theme: str
    relation: str
    system: str | None = None


@attrs.frozen
class Crosswalk:
    """Themes in order, and the domains that stand to them."""

    themes: tuple[Theme, ...]
    matches: tuple[DomainMatch, ...]


def load_crosswalk(name: str = "commitments", *, path: str | Path | None = None) -> Crosswalk:
    """Return a crosswalk of the package, or one from a file.

    Args:
        name: Name of the crosswalk in the package.
        path: A TOML file to read instead.

    Raises:
        CodebookError: The file cannot be read, or an entry cannot be used.
    """
    if path is None:
        return _packaged(name)
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError("a TOML file that can be read", str(error), where=str(path)) from error
    return parse_crosswalk(str(path), text)


def parse_crosswalk(name: str, text: str) -> Crosswalk:
    """Return a crosswalk from TOML.

    Args:
        name: What messages call the text.
        text: `[theme.<code>]` tables with `label` and `definition`, and `[[match]]` tables with `domain`,
            `theme`, `relation` and perhaps `system`.

    Raises:
        CodebookError: It is no TOML, a key is missing or unknown, a match names no theme or relation, or two
            say differently how a domain stands to a theme.
    """
    source = Source(name, text)
    content = source.content()
    _known(content, ("theme", "match"), "a key", source)
    given = content.get("theme", {})
    listed = content.get("match", [])
    if not isinstance(given, dict) or not isinstance(listed, list):
        found = f"{type(given).__name__} and {type(listed).__name__}"
        raise CodebookError("tables headed [theme.<code>] and [[match]]", found, where=name)
    themes = tuple(_theme(code, table, source) for code, table in given.items())
    matches = tuple(_match(table, list(given), source) for table in listed)
    _check_once(matches, source)
    return Crosswalk(themes, matches)


@cache
def _packaged(name: str) -> Crosswalk:
    folder = resources.files(__package__) / "crosswalks"
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir())
    if name not in names:
        raise CodebookError(f"one of the crosswalks {', '.join(names)}", repr(name))
    return parse_crosswalk(f"{name}.toml", (folder / f"{name}.toml").read_text(encoding="utf-8"))


def _theme(code: str, table: object, source: Source) -> Theme:
    if not isinstance(table, dict):
        raise CodebookError(f"a table headed [theme.{code}]", repr(table), where=source.where(code))
    _known(table, ("label", "definition"), "a key of a theme", source)
    return Theme(code, _text(table, "label", source), _text(table, "definition", source))


def _match(table: object, themes: list[str], source: Source) -> DomainMatch:
    if not isinstance(table, dict):
        raise CodebookError("tables headed [[match]]", repr(table), where=source.where("match"))
    _known(table, _KEYS, "a key of a match", source)
    domain, theme, relation = (_text(table, key, source) for key in ("domain", "theme", "relation"))
    _known([theme], themes, "a theme", source)
    _known([relation], RELATIONS, "a relation", source)
    return DomainMatch(domain, theme, relation, _text(table, "system", source) if "system" in table else None)


def _text(table: Mapping[str, Any], key: str, source: Source) -> str:
    if key not in table:
        has = ", ".join(f"{name} {value!r}" for name, value in table.items()) or "nothing"
        at = next((str(value) for value in table.values()), "[[match]]")
        raise CodebookError(f"the key {key}", f"only {has}", where=source.where(at))
    if not isinstance(table[key], str):
        raise CodebookError(f"{key} as text", repr(table[key]), where=source.where(key))
    return str(table[key])


def _known(found: Iterable[str], known: Iterable[str], what: str, source: Source) -> None:
    names = list(known)
    for one in found:
        if one not in names:
            near = f"such as {such_as(one, names)}" if names else "of which there are none"
            hint = f"there are {', '.join(names)}" if names else None
            raise CodebookError(f"{what}, {near}", repr(one), where=source.where(one), hint=hint)


def _check_once(matches: Iterable[DomainMatch], source: Source) -> None:
    seen: dict[tuple[str, str, str | None], str] = {}
    for match in matches:
        key = (match.domain, match.theme, match.system)
        if key in seen:
            found = f"{seen[key]} and {match.relation}"
            expected = f"one relation of {match.domain} to {match.theme}"
            raise CodebookError(expected, found, where=source.where(match.domain))
        seen[key] = match.relation
