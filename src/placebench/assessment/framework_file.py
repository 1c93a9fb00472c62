"""Frameworks as TOML: read, and written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib import resources

from placebench.assessment.framework import MaturityFramework
from placebench.codebook import slug
from placebench.model import Criterion, Framework, Stage, Theme
from placebench.model.vocabularies import FRAMEWORK, SLUG
from placebench.toml_file import TomlTable, parse_toml

UNPLACED = "no_stage"
"""Key of the criteria whose stage the source of a framework lost."""

_FILE = ("id", "name", "publisher", "system", "stages", "theme")
_THEME = ("number", "name", "label", "description", "criteria")
_ID = re.compile(FRAMEWORK.expression)
_SYSTEM = re.compile(SLUG.expression)
_LABEL_WORDS = 8
_DIGEST_LENGTH = 8


def parse_framework(name: str, data: bytes) -> MaturityFramework:
    """Read a framework from the bytes of a TOML file.

    Args:
        name: What to call the file in messages.
        data: The bytes of the file.

    Raises:
        CodebookError: The bytes are not TOML, or have an entry that cannot be used.
    """
    table = parse_toml(name, data, "a maturity framework")
    table.check_keys(_FILE, ("name", "stages", "theme"))
    stages, themes = _stages(table), table.tables("theme")
    if not themes:
        raise table.fault("at least one table headed [[theme]]", "none", "theme")
    numbers = _numbers(themes)
    labels = [_label(one) for one in themes]
    framework = _framework(table, stages, labels)
    identifier = framework.framework_id
    rows = [_theme(identifier, *one) for one in zip(themes, numbers, labels, strict=True)]
    pairs = zip(themes, rows, strict=True)
    return MaturityFramework(
        framework,
        tuple(
            Stage(stage_id=f"{identifier}/stage-{n}", framework_id=identifier, number=n, name=stage)
            for n, stage in enumerate(stages, 1)
        ),
        tuple(rows),
        tuple(row for one, theme in pairs for row in _criteria(one, theme, stages)),
    )


def framework_toml(whole: MaturityFramework) -> str:
    """Return a framework as TOML that reads as the same framework."""
    about = whole.framework
    lines = [f"id = {_quoted(about.framework_id)}", f"name = {_quoted(about.name)}"]
    lines += [f"publisher = {_quoted(about.publisher)}"] if about.publisher else []
    lines += [f"system = {_quoted(about.system_id)}"] if about.system_id else []
    lines += [f"stages = [{', '.join(_quoted(stage.name) for stage in whole.stages)}]"]
    for theme in whole.themes:
        lines += ["", "[[theme]]", f"number = {theme.number}"]
        named = {"name": theme.name, "label": None if theme.name else theme.label}
        named["description"] = theme.description
        lines += [f"{key} = {_quoted(text)}" for key, text in named.items() if text]
        lines += ["", "[theme.criteria]"]
        for stage, key in [*((one.number, one.name) for one in whole.stages), (None, UNPLACED)]:
            texts = [f"    {_quoted(row.text)}," for row in whole.criteria_of(theme, stage)]
            lines += [f"{_quoted(key)} = [", *texts, "]"] if texts else []
    return "\n".join(lines) + "\n"


def new_framework() -> str:
    """Return a commented framework to begin with, as TOML that reads as it is."""
    return resources.files(__package__).joinpath("new_framework.txt").read_text(encoding="utf-8")


def _stages(table: TomlTable) -> tuple[str, ...]:
    stages = table.texts("stages")
    if len(stages) < 2:  # noqa: PLR2004 - one stage is no scale
        raise table.fault("at least two stages, the lowest first", f"{len(stages)}", "stages")
    if UNPLACED in stages:
        raise table.fault(f"stages that are not called {UNPLACED}", UNPLACED, "stages")
    return stages


def _framework(table: TomlTable, stages: tuple[str, ...], labels: list[str]) -> Framework:
    name, publisher = table.text("name"), table.optional("publisher")
    system = table.fixed("system", _SYSTEM, "black-country, in small letters, digits and hyphens")
    given = table.fixed("id", _ID, "devon/place-matrix, in small letters, digits, hyphens and slashes")
    if not slug(name):
        raise table.fault("a name with letters", name, "name")
    text = "\n".join((*stages, "", *labels)).lower()
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]
    owner = system or slug(publisher or "")
    made = "/".join(filter(None, [owner, f"{slug(name)}-{digest}"]))
    return Framework(framework_id=given or made, name=name, publisher=publisher, system_id=system)


def _numbers(themes: tuple[TomlTable, ...]) -> list[int]:
    numbers: list[int] = []
    for position, theme in enumerate(themes, 1):
        number = theme.whole("number", least=1, otherwise=position) or position
        if numbers and number <= numbers[-1]:
            raise theme.fault(f"a number above {numbers[-1]}, which the theme before has", number, "number")
        numbers.append(number)
    return numbers


def _label(table: TomlTable) -> str:
    table.check_keys(_THEME, ())
    if "name" in table.content or "label" in table.content:
        return table.text("name" if "name" in table.content else "label")
    if "description" not in table.content:
        raise table.fault("a name, a label or a description of the theme", "none of them")
    return " ".join(table.text("description").split()[:_LABEL_WORDS])


def _theme(identifier: str, table: TomlTable, number: int, label: str) -> Theme:
    return Theme(
        theme_id=f"{identifier}/{number}",
        framework_id=identifier,
        number=number,
        name=table.optional("name"),
        label=label,
        description=table.optional("description"),
    )


def _criteria(table: TomlTable, theme: Theme, stages: tuple[str, ...]) -> Iterator[Criterion]:
    found = table.content.get("criteria", {})
    if not isinstance(found, dict):
        raise table.fault("a table headed [theme.criteria]", found, "criteria")
    # Its lines are looked for among those of the theme, which it stands in.
    criteria = TomlTable(table.file, table.path, table.number, found)
    criteria.check_keys((*stages, UNPLACED), ())
    for key in (*stages, UNPLACED):
        stage = None if key == UNPLACED else stages.index(key) + 1
        where = f"stage-{stage}" if stage else "no-stage"
        for position, text in enumerate(_listed(criteria, key), 1):
            yield Criterion(
                criterion_id=f"{theme.theme_id}/{where}/{position}",
                framework_id=theme.framework_id,
                theme_id=theme.theme_id,
                stage=stage,
                position=position,
                text=text,
            )


def _listed(criteria: TomlTable, key: str) -> tuple[str, ...]:
    # A source may say the same sentence twice, which a list of names may not.
    found = criteria.content.get(key, [])
    if not isinstance(found, list):
        raise criteria.fault(f'a list of texts for {key}, such as ["one", "two"]', found, key)
    return tuple(
        text
        for one in found
        for text in TomlTable(criteria.file, criteria.path, criteria.number, {key: [one]}).texts(key)
    )


def _quoted(text: str) -> str:
    # A text of JSON is a text of TOML, as long as no control character stands in it.
    return json.dumps(text, ensure_ascii=False)
