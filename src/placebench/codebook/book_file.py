"""One TOML file of the coding frame: its expressions with terms filled in, and where each stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from placebench.codebook.book import Coded, Cue, ForceMarker, SharedName
from placebench.codebook.patterns import Pattern, check, expand
from placebench.codebook.wording import is_plain
from placebench.errors import CodebookError

_CUE_KEYS = frozenset(
    {
        "match",
        "value",
        "codes",
        "status",
        "needs",
        "unless",
        "lead",
        "case",
        "body",
        "body_kind",
        "set",
        "basis",
        "from",
    }
)
_SHOWN = 80


@attrs.frozen(eq=False)
class Source:
    """A text in TOML, which knows where words stand in it.

    Attributes:
        name: What messages call it.
        text: The text.
    """

    name: str
    text: str

    def content(self) -> dict[str, Any]:
        """Return the text as TOML.

        Raises:
            CodebookError: It is none.
        """
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line \d+", str(error))
            where = f"{self.name}, {line.group()}" if line else self.name
            curly = (
                "texts stand in straight quotes"
                if re.search("[\u201c\u201d\u2018\u2019]", self.text)
                else None
            )
            raise CodebookError("TOML", str(error), where=where, hint=curly) from error

    def where(self, words: str, under: str = "") -> str:
        """Return the name, and the first line with some words from the first header on that begins so."""
        escaped = words.replace("\\", "\\\\")
        # A text of its own says more than the same words within another.
        for form in (f'"{words}"', f"'{words}'", f'"{escaped}"', words, escaped):
            inside = not under
            for number, line in enumerate(self.text.splitlines(), 1):
                inside = inside or line.lstrip().lstrip("[").startswith(under)
                if inside and form in line:
                    return f"{self.name}, line {number}"
        return self.name

    def where_key(self, key: str) -> str:
        """Return the name, and the first line that gives a key its value."""
        given = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        lines = enumerate(self.text.splitlines(), 1)
        return next((f"{self.name}, line {n}" for n, line in lines if given.match(line)), self.name)


@attrs.frozen(eq=False)
class BookFile:
    """One file of the coding frame, or what additions have for it.

    Attributes:
        source: The text that it comes from, for messages.
        stem: Name of the file without `.toml`.
        content: What it holds.
        terms: Expressions that patterns share.
        checked: Whether to compile every expression now rather than when it is first used.
        under: What the headers of its tables begin with in the source.
    """

    source: Source
    stem: str
    content: Mapping[str, Any]
    terms: Mapping[str, str]
    checked: bool
    under: str = ""

    def fault(self, expected: str, found: str, *, at: str) -> CodebookError:
        """Return an error that names the line where some words stand."""
        return CodebookError(expected, found[:_SHOWN], where=self.source.where(at, self.under.rstrip(".")))

    def cues(self) -> tuple[Cue, ...]:
        """Return the cues of a file that is named for a fact table."""
        return tuple(self._cue(entry, table) for entry in self.content for table in self.listed(entry))

    def markers(self) -> tuple[ForceMarker, ...]:
        """Return the markers of force."""
        return tuple(
            ForceMarker(
                status=self.needed(entry, "status", "[[marker]]"),
                match=self._optional(entry, "match"),
                before=self._optional(entry, "before"),
                after=self._optional(entry, "after"),
                words=entry.get("words", 0),
            )
            for entry in self.listed("marker")
        )

    def mask(self) -> Pattern:
        """Return the words that look like a marker and are none."""
        return self.pattern(self.content.get("mask", []))

    def topics(self) -> tuple[Coded, ...]:
        """Return the topics of priorities."""
        return tuple(
            Coded(code, self.pattern(entry.get("match", [])), tuple(entry.get("unless", ())))
            for code, entry in self._tables()
        )

    def sectors(self) -> tuple[Coded, ...]:
        """Return the sectors in order."""
        return tuple(
            Coded(
                self.needed(entry, "code", "[[sector]]"),
                self.pattern(self.needed(entry, "match", "[[sector]]")),
            )
            for entry in self.listed("sector")
        )

    def kinds(self) -> tuple[Coded, ...]:
        """Return the kinds of body other than the partnership."""
        kinds = self.content.get("body", {})
        return tuple(Coded(kind, self.pattern(match)) for kind, match in kinds.items())

    def shared_names(self) -> tuple[SharedName, ...]:
        """Return the words by which bodies of several levels go."""
        at = f"[[{self.under}shared]]"
        return tuple(
            SharedName(
                self.pattern(self.needed(entry, "match", at)),
                self.needed(entry, "kind", at),
                entry.get("until"),
                entry.get("before"),
            )
            for entry in self.listed("shared")
        )

    def readings(self) -> dict[str, Pattern]:
        """Return what tells whom a sentence speaks of, by name."""
        return {name: self.pattern(entry.get("match", [])) for name, entry in self._tables()}

    def readings_unless(self) -> dict[str, Pattern]:
        """Return what takes a reading back, by name."""
        return {name: self.pattern(entry["unless"]) for name, entry in self._tables() if "unless" in entry}

    def groups(self) -> dict[str, dict[str, Pattern]]:
        """Return patterns by group and name."""
        return {
            group: {name: self.pattern(match) for name, match in patterns.items()}
            for group, patterns in self._tables()
        }

    def words(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return words by group and name."""
        return {
            group: {name: tuple(self._words(each)) for name, each in lists.items()}
            for group, lists in self._tables()
        }

    def listed(self, entry: str) -> list[dict[str, Any]]:
        """Return the tables under one heading in double brackets."""
        tables = self.content.get(entry, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            found = "a single table" if isinstance(tables, dict) else repr(tables)
            raise self.fault(f"tables headed [[{self.under}{entry}]]", found, at=entry)
        return tables

    def needed(self, table: Mapping[str, Any], key: str, at: str) -> Any:  # noqa: ANN401 - as TOML has it
        """Return the value of a key that must be there."""
        if key not in table:
            only = ", ".join(name for name in table if name != "from") or "nothing"
            raise self.fault(f"the key {key}", f"only {only}", at=at)
        return table[key]

    def pattern(self, expressions: object) -> Pattern:
        """Return a pattern of a list of expressions."""
        if not isinstance(expressions, list) or not all(isinstance(one, str) for one in expressions):
            at = expressions if isinstance(expressions, str) else ""
            raise self.fault("a list of expressions", repr(expressions), at=at)
        return Pattern(tuple(self._expanded(expression) for expression in expressions))

    def _words(self, words: object) -> Iterator[str]:
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise self.fault("a list of words", repr(words), at=words if isinstance(words, str) else "")
        for word in words:
            if self.checked and not is_plain(word):
                raise self.fault("a word that repeats nothing but letters, and no look-around", word, at=word)
            yield word

    def _tables(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for name, table in self.content.items():
            if not isinstance(table, dict):
                raise self.fault(f"a table headed [{self.under}{name}]", repr(table), at=name)
            yield name, table

    def _cue(self, entry: str, table: Mapping[str, Any]) -> Cue:
        for key in table:
            if key not in _CUE_KEYS:
                raise self.fault(f"one of {', '.join(sorted(_CUE_KEYS - {'from'}))}", key, at=key)
        added = f"@{table['from']}" if "from" in table else ""
        return Cue(
            entry=entry,
            rule=f"{self.stem}.{entry}{added}",
            match=self.pattern(self.needed(table, "match", f"[[{self.under}{entry}]]")),
            value=table.get("value"),
            codes=tuple((self.pattern([e]), code) for e, code in table.get("codes", {}).items()),
            status=table.get("status"),
            needs=self._optional(table, "needs"),
            unless=self._optional(table, "unless"),
            lead=self._optional(table, "lead"),
            case=table.get("case", False),
            body=table.get("body"),
            body_kind=table.get("body_kind"),
            basis=table.get("basis", "stated"),
            columns=table.get("set", {}),
        )

    def _optional(self, table: Mapping[str, Any], key: str) -> Pattern | None:
        if key not in table:
            return None
        given = self.pattern([table[key]] if isinstance(table[key], str) else table[key])
        # Whether any matches is all that is asked, which one expression answers at once.
        return Pattern(("|".join(given.expressions),))

    def _expanded(self, expression: str) -> str:
        try:
            whole = expand(expression, self.terms)
        except KeyError as error:
            found = f"<{error.args[0]}>"
            raise self.fault("a term of terms.toml", found, at=found) from None
        if self.checked and (wrong := check(whole)):
            raise self.fault("an expression that compiles", wrong, at=expression)
        return whole
