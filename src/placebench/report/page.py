"""The page: values of `content` laid out by templates, with style and script inside, and nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from placebench.plots.marks import marks
from placebench.plots.style import STAGES
from placebench.report.content import FactLine, Section, SourceLine
from placebench.report.method import Method

_WIDTH = re.compile(r'<svg[^>]* width="([\d.]+)"')
_BREADTHS = (("wide", 420), ("widest", 850))
"""Pixels of a picture above which its type cannot be read once it fits a screen of 320, and of 640."""
_ENCODED = str.maketrans({character: f"%{ord(character):02X}" for character in "%#\n\r\t\\"})


@attrs.frozen
class _Asset:
    """Text within the page that its content security policy allows by hash."""

    text: Markup
    digest: str


@attrs.frozen
class Filters:
    """What the page can be filtered by: pairs of value and words."""

    systems: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]


def render_page(
    *,
    title: str,
    subtitle: str,
    method: Method,
    sections: Sequence[Section],
    facts: Sequence[FactLine],
    sources: Sequence[SourceLine],
    filters: Filters,
) -> str:
    """Return the page as HTML.

    Everything that comes from documents, profiles or plugins is escaped where it is laid out. The page's
    policy allows its one style sheet and its one script by hash, and no other.
    """
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            title=title,
            subtitle=subtitle,
            method=method,
            sections=sections,
            facts=facts,
            sources=sources,
            filters=filters,
            version=version("placebench"),
            style=_asset(render_style()),
            script=_asset(_asset_text("report.js")),
        )
    )


def render_style() -> str:
    """Return the style of the page, with the colours of the marks."""
    return _asset_text("report.css") + _colours()


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("placebench.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = lambda code: code.replace("_", " ")
    environment.filters["data_uri"] = _data_uri
    environment.filters["file_name"] = lambda name: name.removeprefix("t-")
    environment.filters["svg"] = Markup
    environment.filters["breadth"] = _breadth
    return environment


def _breadth(drawn: str) -> str:
    """Return the classes of a picture that cannot be read on a small screen that it fits."""
    found = _WIDTH.search(drawn)
    width = float(found[1]) if found else 0
    return " ".join(name for name, most in _BREADTHS if width > most)


def _asset_text(name: str) -> str:
    return files("placebench.report").joinpath("assets", name).read_text("utf-8")


def _asset(text: str) -> _Asset:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return _Asset(Markup(text), digest)  # noqa: S704 - both files are the project's own


def _colours() -> str:
    answers = "".join(f".is-{mark.code}{{background:{mark.colour}}}" for mark in marks().values())
    stages = "".join(f".is-stage_{n}{{background:{colour}}}" for n, colour in enumerate(STAGES, 1))
    return answers + stages


def _data_uri(text: str) -> str:
    # Only what would end the address or be dropped from it is encoded, since these files are large.
    return f"data:text/csv;charset=utf-8,%EF%BB%BF{text.translate(_ENCODED)}"
