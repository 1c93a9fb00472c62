"""Files of rules on maturity: read, and checked against the model, with the line of what is wrong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import attrs

from placebench.codebook.maturity_rules import (
    AT_LEAST,
    BELOW,
    GROUP,
    NOT_GIVEN,
    Condition,
    MaturityRule,
    MaturityRules,
)
from placebench.codebook.profiles import slug
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES, Column, columns_of
from placebench.model.vocabularies import FEATURES, SLUG
from placebench.nearest import file_beside, such_as
from placebench.toml_file import TomlTable, parse_toml

_FRAMEWORK, _REPLACE = "framework", "replace"
_NEEDED = ("theme", "criterion", "reason", "when")
# Whose a fact is, and that a source states it, is the same for all rules.
_NOT_ASKED = frozenset({"system_id", "place_id", "applies_to", "basis", "body_kind", "rule", "note"})


@attrs.frozen
class RulesFile:
    """A file of rules on maturity.

    Attributes:
        name: What messages call it.
        data: Its bytes: TOML in UTF-8.
        suffix: What the identifiers of its rules end in; empty for the rules of the package.
    """

    name: str
    data: bytes = attrs.field(repr=False)
    suffix: str = ""


def load_maturity_rules(paths: Iterable[Path | str] = ()) -> MaturityRules:
    """Return the rules that come with the package, and those of some files.

    Args:
        paths: Files of rules. A rule takes the place of an earlier one with its name, and what a file names
            under `replace` is left out.

    Raises:
        CodebookError: A file is missing, or has a rule that cannot be used.
    """
    return build_maturity_rules([*_package(), *(_given(Path(path)) for path in paths)])


def build_maturity_rules(files: Iterable[RulesFile]) -> MaturityRules:
    """Put the rules of some files together; see `load_maturity_rules`."""
    kept: dict[str, MaturityRule] = {}
    digest = hashlib.sha256()
    for file in files:
        table = parse_toml(file.name, file.data, "a file of rules on maturity")
        replaced = table.texts(_REPLACE)
        for name in replaced:
            _among(table, name, kept, "a rule to replace", _REPLACE)
        kept = {name: rule for name, rule in kept.items() if name not in replaced}
        kept |= {rule.name: rule for rule in _rules(table, file.suffix)}
        digest.update(hashlib.sha256(file.data).digest())
    return MaturityRules(tuple(kept.values()), digest.hexdigest())


@cache
def _package() -> tuple[RulesFile, ...]:
    folder = resources.files(__package__) / GROUP
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(RulesFile(f"{GROUP}/{file.name}", file.read_bytes()) for file in files)


def _given(path: Path) -> RulesFile:
    try:
        return RulesFile(str(path), path.read_bytes(), f"@{slug(path.stem) or 'added'}")
    except OSError as error:
        found = error.strerror or "none"
        hint = file_beside(path)
        raise CodebookError("a file of rules on maturity", found, where=str(path), hint=hint) from error


def _rules(file: TomlTable, suffix: str) -> Iterator[MaturityRule]:
    if _FRAMEWORK not in file.content:
        raise file.fault("the key framework: identifier of a framework, without its digest", "none")
    framework = file.text(_FRAMEWORK)
    for name in file.content:
        if name in (_FRAMEWORK, _REPLACE):
            continue
        table = file.table(name)
        if table is None or not re.fullmatch(SLUG.expression, name):
            raise file.fault("rules headed [name-of-the-rule], in small letters", f"“{name}”", name)
        yield _rule(framework, f"{GROUP}.{name}{suffix}", table)


def _rule(framework: str, identifier: str, table: TomlTable) -> MaturityRule:
    table.check_keys({*_NEEDED, AT_LEAST, BELOW}, _NEEDED)
    bounds = [bound for bound in (AT_LEAST, BELOW) if bound in table.content]
    if len(bounds) != 1:
        raise table.fault(f"either {AT_LEAST} or {BELOW}", " and ".join(bounds) or "neither", *bounds)
    (bound,) = bounds
    named = isinstance(table.content["theme"], str)
    when = tuple(_condition(one) for one in table.tables("when"))
    if not when:
        raise table.fault("at least one fact", "none", "when")
    return MaturityRule(
        rule=identifier,
        framework=framework,
        theme=table.text("theme") if named else table.whole("theme", least=1) or 1,
        bound=bound,
        stage=table.text(bound),
        criterion=table.text("criterion"),
        reason=table.text("reason"),
        when=when,
        table=table,
    )


def _condition(given: TomlTable) -> Condition:
    for key in ("table", "status"):
        if key not in given.content:
            raise given.fault(f"{key} in each fact of when", f"only {', '.join(given.content)}", "when")
    table = _among(given, given.text("table"), FACT_TABLES, "a fact table", "when")
    columns = {column.name: column for column in columns_of(FACT_TABLES[table]) if _asked(column)}
    asked = {}
    for name in given.content:
        if name != "table":
            _among(given, name, columns, f"a column of {table} that a rule may ask for", "when")
            asked[name] = _codes(given, columns[name])
    for feature in (FEATURES[code] for code in asked.get("feature", ())):
        for value in asked.get("value", ()) if feature.codes else ():
            _among(given, value, feature.codes, "a value of the feature", "when")
    return Condition(table, asked)


def _codes(given: TomlTable, column: Column) -> tuple[str, ...]:
    found = given.content[column.name]
    codes = found if isinstance(found, list) else [found]
    if not codes or not all(isinstance(code, str) for code in codes):
        raise given.fault(f"a text or a list of texts for {column.name}", found, "when", column.name)
    for code in codes:
        if code == NOT_GIVEN and not column.nullable:
            raise given.fault(f"a code, since {column.name} is always given", '""', "when", column.name)
        if column.vocabulary and code != NOT_GIVEN:
            _among(given, code, column.vocabulary.codes, f"a code of {column.name}", "when")
    return tuple(codes)


def _among(table: TomlTable, found: str, known: Collection[str], what: str, under: str) -> str:
    if found not in known:
        near = f", such as {such_as(found, known)}" if known else ""
        raise table.fault(f"{what}{near}", f"“{found}”", under, found)
    return found


def _asked(column: Column) -> bool:
    return column.kind is str and not column.host and column.name not in _NOT_ASKED
