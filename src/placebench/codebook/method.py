"""The coding frame as a method section: what each code says, counts and does not count, with examples.

The TOML files in `method/` are the text; `load_method` reads and checks them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs

from placebench.codebook.additions import METHOD, Additions
from placebench.codebook.book_file import Source
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES, columns_of
from placebench.nearest import such_as

Value = str | int | float | dt.date

TABLE_OF: Mapping[str, tuple[str | None, str | None]] = {
    "tables": (None, None),
    "features": ("governance", "feature"),
    "roles": ("roles", "role"),
    "sectors": ("memberships", "sectors"),
    "topics": ("priorities", "topics"),
    "statuses": (None, "status"),
}
"""By group, the table and the column that its codes stand in; None where each text names the table."""

_ENTRY_KEYS = frozenset({"definition", "counts", "counts_not", "examples", "counter_examples", "rules"})
_REQUIRED = ("definition", "counts", "counts_not", "examples", "counter_examples")


@attrs.frozen
class Example:
    """A text, and a row that it gives.

    Attributes:
        text: The text: a sentence or two, a list, or a piece of HTML.
        table: Table of the row.
        expect: Columns of the row; for a column that holds a list, one item of it.
    """

    text: str
    table: str
    expect: Mapping[str, Value] = attrs.field(hash=False)


@attrs.frozen
class CounterExample:
    """A text that looks alike, and gives no such row.

    Attributes:
        text: The text.
        table: Table of the row that it does not give.
        never: Columns that no row of the text has together.
        why: The reason.
    """

    text: str
    table: str
    never: Mapping[str, Value] = attrs.field(hash=False)
    why: str


@attrs.frozen
class Entry:
    """What a code says, and how to decide whether a text says it.

    Attributes:
        group: The file that it stands in: `tables`, `features`, `roles`, ...
        code: A code of a vocabulary, or the name of a table.
        definition: What a row with this code says.
        counts: Statements that give a row.
        counts_not: Statements that look alike and give none.
        examples: Texts that give a row.
        counter_examples: Texts that give none.
        rules: Rules without cues of their own, by name, with what they say.
    """

    group: str
    code: str
    definition: str
    counts: tuple[str, ...]
    counts_not: tuple[str, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[CounterExample, ...]
    rules: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class Method:
    """The method section.

    Attributes:
        groups: Entries by group, in the order in which a reader meets them.
        digest: sha256 of all files, 64 hex digits.
    """

    groups: Mapping[str, tuple[Entry, ...]] = attrs.field(hash=False)
    digest: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every group."""
        return tuple(entry for group in self.groups.values() for entry in group)


def load_method(additions: Iterable[Additions] = ()) -> Method:
    """Return the method section that comes with the package.

    Args:
        additions: What is added to it.

    Raises:
        CodebookError: A file has an entry that cannot be used.
    """
    return _built(tuple(additions))


@lru_cache(maxsize=4)
def _built(additions: tuple[Additions, ...]) -> Method:
    folder = resources.files(__package__) / "method"
    texts = {group: (folder / f"{group}.toml").read_text(encoding="utf-8") for group in TABLE_OF}
    return build_method(texts, additions)


def build_method(texts: Mapping[str, str], additions: Sequence[Additions] = ()) -> Method:
    """Build a method section from TOML texts by group.

    Raises:
        CodebookError: A text is not TOML, or an entry lacks a part or has one that is unknown.
    """
    groups: dict[str, tuple[Entry, ...]] = {}
    for group in TABLE_OF:
        if group in texts:
            source = Source(f"method/{group}.toml", texts[group])
            groups[group] = _File(source, group, source.content()).entries()
    for one in additions:
        for group, content in _added(one, groups).items():
            groups[group] = tuple(_with(entry, content) for entry in groups[group])
    parts = [*(f"{group}\0{texts[group]}" for group in groups), *(one.digest for one in additions)]
    return Method(groups, hashlib.sha256("\0".join(parts).encode()).hexdigest())


def _added(additions: Additions, groups: Mapping[str, Sequence[Entry]]) -> dict[str, dict[str, Entry]]:
    """Return what additions say of entries, by group and code."""
    found: dict[str, dict[str, Entry]] = {}
    said = additions.content().get(METHOD, {})
    if not isinstance(said, dict):
        raise CodebookError(f"tables headed [{METHOD}...]", repr(said), where=additions.source.where(METHOD))
    for group, content in said.items():
        if group not in groups or not isinstance(content, dict):
            where = additions.source.where(group, METHOD)
            expected = f"tables of one of the groups {', '.join(groups)}"
            raise CodebookError(expected, f"“{group}”", where=where)
        file = _File(additions.source, group, content, f"{METHOD}.{group}.")
        known = {entry.code for entry in groups[group]}
        found[group] = {entry.code: entry for entry in file.entries()}
        for code in found[group].keys() - known:
            expected = f"a code of {group}, such as {such_as(code, known)}"
            raise CodebookError(expected, f"“{code}”", where=file.where(code))
    return found


def _with(entry: Entry, added: Mapping[str, Entry]) -> Entry:
    """Return an entry with what is added to it: lists come first, a definition takes the place of the old."""
    more = added.get(entry.code)
    if more is None:
        return entry
    return attrs.evolve(
        entry,
        definition=more.definition or entry.definition,
        counts=(*more.counts, *entry.counts),
        counts_not=(*more.counts_not, *entry.counts_not),
        examples=(*more.examples, *entry.examples),
        counter_examples=(*more.counter_examples, *entry.counter_examples),
        rules={**entry.rules, **more.rules},
    )


@attrs.frozen
class _File:
    source: Source
    group: str
    content: Mapping[str, Any]
    under: str = ""

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entry(code, table) for code, table in self.content.items())

    def _entry(self, code: str, table: object) -> Entry:
        if not isinstance(table, dict):
            raise CodebookError("a table for each code", repr(table), where=self.where(code))
        # What is added to an entry may be any part of it.
        for key in () if self.under else _REQUIRED:
            if not table.get(key):
                raise CodebookError(f"the part {key} of {code}", "none", where=self.where(code))
        for key in table:
            if key not in _ENTRY_KEYS:
                expected = f"one of {', '.join(sorted(_ENTRY_KEYS))}"
                raise CodebookError(expected, key, where=self.where(code, key))
        examples, counter = table.get("examples", ()), table.get("counter_examples", ())
        return Entry(
            group=self.group,
            code=code,
            definition=table.get("definition", ""),
            counts=tuple(table.get("counts", ())),
            counts_not=tuple(table.get("counts_not", ())),
            examples=tuple(self._example(code, text) for text in examples),
            counter_examples=tuple(self._counter_example(code, text) for text in counter),
            rules=table.get("rules", {}),
        )

    def _example(self, code: str, given: Mapping[str, Any]) -> Example:
        self._check(code, given, {"text", "expect"})
        return Example(given["text"], *self._row(code, given, "expect"))

    def _counter_example(self, code: str, given: Mapping[str, Any]) -> CounterExample:
        self._check(code, given, {"text", "why"}, frozenset({"never"}))
        return CounterExample(given["text"], *self._row(code, given, "never"), given["why"])

    def _check(
        self, code: str, given: Mapping[str, Any], required: set[str], allowed: frozenset[str] = frozenset()
    ) -> None:
        required = required if TABLE_OF[self.group] != (None, "status") else {*required, "table"}
        if missing := sorted(required - given.keys()):
            found = ", ".join(sorted(given)) or "nothing"
            where = self.where(code, given.get("text", ""))
            raise CodebookError(f"an example with {', '.join(missing)}", found, where=where)
        if unknown := sorted(given.keys() - required - allowed):
            raise CodebookError("a known part of an example", unknown[0], where=self.where(code, unknown[0]))

    def _row(self, code: str, given: Mapping[str, Any], key: str) -> tuple[str, Mapping[str, Value]]:
        """Return the table of an example and the columns of its row, that of the code among them."""
        table, column = TABLE_OF[self.group]
        table = table or given.get("table", code)
        if table not in FACT_TABLES:
            raise CodebookError("the name of a fact table", table, where=self.where(code, table))
        columns = {**({column: code} if column else {}), **given.get(key, {})}
        known = {column.name: column for column in columns_of(FACT_TABLES[table])}
        for name, value in columns.items():
            if name not in known:
                raise CodebookError(f"a column of {table}", name, where=self.where(code, name))
            vocabulary = known[name].vocabulary
            if vocabulary and value not in vocabulary:
                expected = f"a code of {table}.{name}, such as {such_as(str(value), vocabulary.codes)}"
                raise CodebookError(expected, f"“{value}”", where=self.where(code, str(value)))
        return table, columns

    def where(self, code: str, words: str = "") -> str:
        """Return the file and the line of some words at or below the header of a code."""
        lines = self.source.text.splitlines()
        start = next((n for n, line in enumerate(lines) if line.strip() == f"[{self.under}{code}]"), 0)
        number = next((n for n, line in enumerate(lines[start:], start) if words in line), start)
        return f"{self.source.name}, line {number + 1}"
