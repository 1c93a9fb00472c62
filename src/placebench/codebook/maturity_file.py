"""Files of rules on maturity: read, and checked against the model, with the line of what is wrong."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from placebench.codebook.additions import Additions, load_additions, parse_additions
from placebench.codebook.maturity_rules import (
    AT_LEAST,
    BELOW,
    GROUP,
    NOT_GIVEN,
    Condition,
    MaturityRule,
    MaturityRules,
)
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES, Column, columns_of
from placebench.model.vocabularies import FEATURES, SLUG

_FRAMEWORK, _REPLACE = "framework", "replace"
_TEXTS = ("criterion", "reason")
_KEYS = frozenset({"theme", AT_LEAST, BELOW, *_TEXTS, "when"})
# Whose a fact is, and that a source states it, is the same for all rules.
_NOT_ASKED = frozenset({"system_id", "place_id", "applies_to", "basis", "body_kind", "rule", "note"})


def load_maturity_rules(paths: Iterable[Path | str] = ()) -> MaturityRules:
    """Return the rules that come with the package, and those of some files.

    Args:
        paths: Files of rules. A rule takes the place of an earlier one with its name, and what a file names
            under `replace` is left out.

    Raises:
        CodebookError: A file is missing, or has a rule that cannot be used.
    """
    return build_maturity_rules([*_package(), *(load_additions(Path(path)) for path in paths)])


def build_maturity_rules(files: Iterable[Additions]) -> MaturityRules:
    """Put the rules of some files together; see `load_maturity_rules`."""
    kept: dict[str, MaturityRule] = {}
    digests = []
    for file in files:
        parsed = _File(file, file.content())
        replaced = parsed.replaced(kept)
        kept = {name: rule for name, rule in kept.items() if name not in replaced}
        kept |= {rule.name: rule for rule in parsed.rules()}
        digests.append(file.digest)
    return MaturityRules(tuple(kept.values()), hashlib.sha256("\0".join(digests).encode()).hexdigest())


@cache
def _package() -> tuple[Additions, ...]:
    folder = resources.files(__package__) / GROUP
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    texts = ((f"{GROUP}/{file.name}", file.read_text(encoding="utf-8")) for file in files)
    return tuple(attrs.evolve(parse_additions(name, text), name="") for name, text in texts)


@attrs.frozen
class _File:
    additions: Additions
    content: Mapping[str, Any]

    def replaced(self, known: Collection[str]) -> frozenset[str]:
        names = self.content.get(_REPLACE, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self._fault(f"a list of rules for {_REPLACE}", repr(names), _REPLACE)
        for name in names:
            self._among(name, known, "a rule to replace", "")
        return frozenset(names)

    def rules(self) -> Iterator[MaturityRule]:
        framework = self.content.get(_FRAMEWORK)
        if not isinstance(framework, str):
            expected = f"the key {_FRAMEWORK} with the identifier of a framework, without its digest"
            raise self._fault(expected, repr(framework), _FRAMEWORK)
        for name, table in self.content.items():
            if name in (_FRAMEWORK, _REPLACE):
                continue
            if not isinstance(table, dict) or not re.fullmatch(SLUG.expression, name):
                expected = "rules, each a table headed [name-of-the-rule] in small letters"
                raise self._fault(expected, f"{name} = {table!r}"[:80], name)
            yield self._rule(framework, name, table)

    def _rule(self, framework: str, name: str, table: Mapping[str, Any]) -> MaturityRule:
        for key in table:
            self._among(key, _KEYS, "a key of a rule", name)
        bound = self._bound(name, table)
        for key in (*_TEXTS, bound):
            if not isinstance(table.get(key), str) or not table[key].strip():
                raise self._fault(f"a text for {key}", repr(table.get(key)), key, name)
        theme = table.get("theme")
        if not isinstance(theme, str | int) or isinstance(theme, bool):
            raise self._fault("the name or the number of a theme", repr(theme), "theme", name)
        added = f"@{self.additions.name}" if self.additions.name else ""
        return MaturityRule(
            rule=f"{GROUP}.{name}{added}",
            framework=framework,
            theme=theme,
            bound=AT_LEAST if bound == AT_LEAST else BELOW,
            stage=table[bound],
            criterion=table["criterion"],
            reason=table["reason"],
            when=self._conditions(name, table.get("when")),
            source=self.additions.source,
        )

    def _bound(self, name: str, table: Mapping[str, Any]) -> str:
        given = [key for key in (AT_LEAST, BELOW) if key in table]
        if len(given) != 1:
            found = " and ".join(given) or "neither"
            raise self._fault(f"either {AT_LEAST} or {BELOW}", found, given[-1] if given else name, name)
        return given[0]

    def _conditions(self, name: str, when: object) -> tuple[Condition, ...]:
        if not isinstance(when, list) or not when or not all(isinstance(one, dict) for one in when):
            raise self._fault("when = [{ table = ..., status = ... }]", repr(when)[:80], "when", name)
        return tuple(self._condition(name, one) for one in when)

    def _condition(self, name: str, given: Mapping[str, Any]) -> Condition:
        for key in ("table", "status"):
            if key not in given:
                raise self._fault(f"{key} in each fact of when", f"only {', '.join(given)}", "when", name)
        table = self._among(given["table"], FACT_TABLES, "a fact table", name)
        columns = {column.name: column for column in columns_of(FACT_TABLES[table]) if _asked(column)}
        asked: dict[str, tuple[str, ...]] = {}
        for key, value in given.items():
            if key != "table":
                self._among(key, columns, f"a column of {table} that a rule may ask for", name)
                asked[key] = self._values(name, columns[key], value)
        self._check_feature(name, asked)
        return Condition(table, asked)

    def _values(self, name: str, column: Column, value: object) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(one, str) for one in values):
            raise self._fault(f"a text or a list of texts for {column.name}", repr(value), column.name, name)
        if column.vocabulary:
            known = {*column.vocabulary.codes, *([NOT_GIVEN] if column.nullable else [])}
            for one in values:
                self._among(one, known, f"a code of {column.name}", name)
        return tuple(values)

    def _check_feature(self, name: str, asked: Mapping[str, tuple[str, ...]]) -> None:
        for feature in (FEATURES[code] for code in asked.get("feature", ())):
            for value in asked.get("value", ()) if feature.codes else ():
                self._among(value, feature.codes, "a value of the feature", name)

    def _among(self, found: object, known: Collection[str], what: str, under: str) -> str:
        if isinstance(found, str) and found in known:
            return found
        near = difflib.get_close_matches(str(found), sorted(known), n=3) or sorted(known)[:3]
        such_as = f", such as {', '.join(near)}" if near else ""
        raise self._fault(f"{what}{such_as}", f"“{found}”", str(found), under)

    def _fault(self, expected: str, found: str, at: str, under: str = "") -> CodebookError:
        header = f"{under}]" if under else ""
        return CodebookError(expected, found, where=self.additions.source.where(at, header))


def _asked(column: Column) -> bool:
    return column.kind is str and not column.host and column.name not in _NOT_ASKED
