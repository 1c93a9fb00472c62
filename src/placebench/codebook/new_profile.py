"""Profiles to begin with: a commented one, and one made of names that were found."""

from __future__ import annotations

import json
import re
import string
import textwrap
from collections.abc import Iterable, Sequence
from importlib import resources

import attrs

from placebench.codebook.profiles import slug
from placebench.errors import UsageError
from placebench.model.vocabularies import SECTOR, SLUG

_WIDTH = 110
_SMALL = frozenset({"and", "of", "the", "on", "upon", "with", "under", "in"})


@attrs.frozen
class NewPlace:
    """A place for a profile to begin with.

    Attributes:
        name: Its name.
        partnerships: Names of its partnership.
        aliases: Other names of the place.
    """

    name: str
    partnerships: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def new_profile(system_id: str) -> str:
    """Return a commented profile, as TOML that loads as it is.

    Raises:
        UsageError: The identifier is no slug.
    """
    if not re.fullmatch(SLUG.expression, system_id):
        hint = f"for example {slug(system_id)}" if slug(system_id) else None
        raise UsageError(
            "an identifier of small letters, digits and hyphens",
            f"“{system_id}”",
            where="SYSTEM_ID",
            hint=hint,
        )
    template = resources.files(__package__).joinpath("new_profile.txt").read_text(encoding="utf-8")
    name = " ".join(word if word in _SMALL else word.capitalize() for word in system_id.split("-"))
    codes = textwrap.fill(", ".join(SECTOR.codes), _WIDTH, subsequent_indent="# ", initial_indent=" " * 11)
    return string.Template(template).substitute(system_id=system_id, name=name, sectors=codes.strip())


def profile_of(name: str, aliases: Iterable[str], places: Sequence[NewPlace]) -> str:
    """Return a profile of names, as TOML.

    Args:
        name: Name of the system.
        aliases: Other names of it.
        places: Its places; where there are none, one stands in to be replaced.
    """
    lines = ["[system]", f"id = {_quoted(slug(name) or 'my-system')}", f"name = {_quoted(name)}"]
    others = ", ".join(_quoted(alias) for alias in dict.fromkeys(aliases) if alias != name)
    lines += [f"aliases = [{others}]"] if others else []
    for place in places or [NewPlace("First Place")]:
        lines += ["", "[[place]]", f"id = {_quoted(slug(place.name) or 'a-place')}"]
        lines.append(f"name = {_quoted(place.name)}")
        if place.aliases:
            lines.append(f"aliases = [{', '.join(map(_quoted, place.aliases))}]")
        if place.partnerships:
            named = ", ".join(f"{{ name = {_quoted(one)} }}" for one in place.partnerships)
            lines.append(f"partnerships = [{named}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # A text of JSON is a text of TOML, as long as no control character stands in it.
    return json.dumps(text, ensure_ascii=False)
