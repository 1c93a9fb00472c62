"""The coding frame, read from the TOML files below this module.

A file of `cues/` is named for the table of the model that it gives rows for; its `[[entry]]` tables are
named for the feature, role or kind. The files of `words/` hold what all of them share: terms, force, sectors,
topics and so on.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

import attrs

from placebench.codebook.index import ExpressionIndex, index_of
from placebench.codebook.patterns import Pattern, check, expand
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES

_CUE_KEYS = frozenset(
    [
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
    ]
)
_FOLDERS = ("cues", "words")


@attrs.frozen
class Cue:
    """Words that signal a fact.

    Attributes:
        entry: Name of the entry: a feature, a role, a kind.
        rule: `<table>.<entry>`, as the `rule` column gives it.
        match: What the sentence must hold.
        value: A fixed value.
        codes: Pattern and code, in order, for what the group `value` holds.
        status: How far it is there, when the words themselves say so.
        needs: What the sentence, or what introduces its list, must hold as well.
        unless: What the sentence must not hold.
        lead: What the words that introduce the list must hold.
        case: Whether capitals count.
        body: Name of the body, when the words say whose it is.
        body_kind: Kind of that body.
        basis: `derived` when the row draws a conclusion.
        columns: Further columns with fixed values.
    """

    entry: str
    rule: str
    match: Pattern
    value: str | None = None
    codes: tuple[tuple[Pattern, str], ...] = ()
    status: str | None = None
    needs: Pattern | None = None
    unless: Pattern | None = None
    lead: Pattern | None = None
    case: bool = False
    body: str | None = None
    body_kind: str | None = None
    basis: str = "stated"
    columns: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def code(self, text: str) -> str | None:
        """Return the code for a captured value, or the text itself where the cue has no codes."""
        if not self.codes:
            return text
        return next((code for pattern, code in self.codes if pattern.matches(text.lower())), None)


@attrs.frozen
class ForceMarker:
    """Words that say how far a thing is there."""

    status: str
    match: Pattern | None
    before: Pattern | None
    after: Pattern | None
    words: int


@attrs.frozen
class Coded:
    """A code and the pattern that signals it."""

    code: str
    match: Pattern
    unless: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Codebook:
    """The coding frame.

    Attributes:
        cues: Cues by table.
        force: Markers of force, in the order in which they count.
        force_mask: Words that look like a marker and are none.
        topics: Priority topics.
        sectors: Sectors, in the order in which they count.
        bodies: Kinds of body other than the partnership.
        reading: What tells whom a sentence speaks of, and what is no statement of the source's own.
        reading_unless: What takes that back.
        scales: Names of the stages of maturity frameworks, lowest first.
        remits: Patterns of remit tables, by group and name.
        identify: Patterns that tell what a document is about, by group and name.
        posts: Patterns of leading posts and of what joins them to people, by group and name.
        rosters: Patterns of lists and tables of members, by group and name.
        england: Names of systems and council areas in England.
        terms: Expressions that patterns share.
        digest: sha256 of all files, 64 hex digits.
    """

    cues: Mapping[str, tuple[Cue, ...]] = attrs.field(hash=False)
    force: tuple[ForceMarker, ...]
    force_mask: Pattern
    topics: tuple[Coded, ...]
    sectors: tuple[Coded, ...]
    bodies: tuple[Coded, ...]
    reading: Mapping[str, Pattern] = attrs.field(hash=False)
    reading_unless: Mapping[str, Pattern] = attrs.field(hash=False)
    scales: tuple[tuple[str, ...], ...]
    remits: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    identify: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    posts: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    rosters: Mapping[str, Mapping[str, Pattern]] = attrs.field(hash=False)
    england: tuple[str, ...]
    terms: Mapping[str, str] = attrs.field(hash=False)
    digest: str

    def cues_in(self, text: str, lower: str) -> Mapping[str, tuple[Cue, ...]]:
        """Return the cues whose words a sentence holds, by table, in the order of the files.

        Args:
            text: The folded sentence, case kept.
            lower: The same in lower case.
        """
        exact, folded = self._indices
        found: dict[str, list[Cue]] = {}
        for number in sorted(exact.owners(text) | folded.owners(lower)):
            table, cue = self._numbered[number]
            found.setdefault(table, []).append(cue)
        return {table: tuple(cues) for table, cues in found.items()}

    @cached_property
    def _numbered(self) -> tuple[tuple[str, Cue], ...]:
        return tuple((table, cue) for table, cues in self.cues.items() for cue in cues)

    @cached_property
    def _indices(self) -> tuple[ExpressionIndex, ExpressionIndex]:
        expressions = [
            (number, cue.case, expression)
            for number, (_, cue) in enumerate(self._numbered)
            for expression in cue.match.expressions
        ]
        return (
            index_of((number, expression) for number, case, expression in expressions if case),
            index_of((number, expression) for number, case, expression in expressions if not case),
        )

    def entry(self, table: str, name: str) -> Cue:
        """Return the first cue of a table under a name: words that its coder asks for by that name."""
        return next(cue for cue in self.cues[table] if cue.entry == name)

    def pattern(self, *expressions: str) -> Pattern:
        """Return a pattern with the codebook's terms filled in."""
        return Pattern(tuple(expand(expression, self.terms) for expression in expressions))


@cache
def load_codebook() -> Codebook:
    """Return the coding frame that comes with the package.

    Raises:
        CodebookError: A file has an entry that cannot be used.
    """
    texts = {
        entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8")
        for folder in _FOLDERS
        for entry in sorted((resources.files(__package__) / folder).iterdir(), key=lambda entry: entry.name)
    }
    # What is shipped is checked by the tests; compiling it all at every start would double the time to begin.
    return build_codebook(texts, checked=False)


def build_codebook(texts: Mapping[str, str], *, checked: bool = True) -> Codebook:
    """Build a coding frame from TOML texts by file stem.

    Args:
        texts: TOML by file stem; one that is named for a fact table holds cues.
        checked: Whether to compile every expression now rather than when it is first used.

    Raises:
        CodebookError: A text is not TOML, a key is unknown, or an expression cannot compile.
    """
    files = {stem: _File(stem, text, _parsed(stem, text), checked) for stem, text in texts.items()}
    terms = files["terms"].terms
    for name, expression in files["terms"].content["terms"].items():
        terms[name] = files["terms"].expanded(expression)
    for file in files.values():
        file.terms.update(terms)
    return Codebook(
        cues={stem: file.cues() for stem, file in files.items() if stem in FACT_TABLES},
        force=files["force"].markers(),
        force_mask=files["force"].pattern(files["force"].content["mask"]),
        topics=tuple(
            Coded(code, files["topics"].pattern(entry["match"]), tuple(entry.get("unless", ())))
            for code, entry in files["topics"].content.items()
        ),
        sectors=tuple(
            Coded(entry["code"], files["sectors"].pattern(entry["match"]))
            for entry in files["sectors"].content["sector"]
        ),
        bodies=tuple(
            Coded(kind, files["bodies"].pattern(match))
            for kind, match in files["bodies"].content["body"].items()
        ),
        reading={name: files["reading"].pattern(t["match"]) for name, t in files["reading"].content.items()},
        reading_unless={
            name: files["reading"].pattern(t["unless"])
            for name, t in files["reading"].content.items()
            if "unless" in t
        },
        scales=tuple(tuple(scale) for scale in files["scales"].content["scales"]),
        remits=files["remit_tables"].groups(),
        identify=files["identify"].groups(),
        posts=files["posts"].groups(),
        rosters=files["rosters"].groups(),
        england=tuple(name for names in files["england"].content.values() for name in names),
        terms=terms,
        digest=hashlib.sha256("\0".join(f"{s}\0{t}" for s, t in sorted(texts.items())).encode()).hexdigest(),
    )


def _parsed(stem: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line \d+", str(error))
        where = f"{stem}.toml, {line.group()}" if line else f"{stem}.toml"
        raise CodebookError("TOML", str(error), where=where) from error


@attrs.frozen
class _File:
    stem: str
    text: str
    content: dict[str, Any]
    checked: bool
    terms: dict[str, str] = attrs.field(factory=dict)

    def cues(self) -> tuple[Cue, ...]:
        return tuple(self._cue(entry, table) for entry, tables in self.content.items() for table in tables)

    def _cue(self, entry: str, table: Mapping[str, Any]) -> Cue:
        for key in table:
            if key not in _CUE_KEYS:
                raise CodebookError(f"one of {', '.join(sorted(_CUE_KEYS))}", key, where=self._where(key))
        if "match" not in table:
            raise CodebookError(
                "the key match", f"only {', '.join(table)}", where=self._where(f"[[{entry}]]")
            )
        return Cue(
            entry=entry,
            rule=f"{self.stem}.{entry}",
            match=self.pattern(table["match"]),
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

    def markers(self) -> tuple[ForceMarker, ...]:
        return tuple(
            ForceMarker(
                status=entry["status"],
                match=self._optional(entry, "match"),
                before=self._optional(entry, "before"),
                after=self._optional(entry, "after"),
                words=entry.get("words", 0),
            )
            for entry in self.content["force"]
        )

    def groups(self) -> dict[str, dict[str, Pattern]]:
        return {
            group: {name: self.pattern(match) for name, match in patterns.items()}
            for group, patterns in self.content.items()
        }

    def _optional(self, table: Mapping[str, Any], key: str) -> Pattern | None:
        if key not in table:
            return None
        return self.pattern([table[key]] if isinstance(table[key], str) else table[key])

    def pattern(self, expressions: list[str]) -> Pattern:
        if isinstance(expressions, str):
            raise CodebookError("a list of expressions", repr(expressions), where=self._where(expressions))
        return Pattern(tuple(self.expanded(expression) for expression in expressions))

    def expanded(self, expression: str) -> str:
        try:
            whole = expand(expression, self.terms)
        except KeyError as error:
            found = f"<{error.args[0]}>"
            raise CodebookError("a term of terms.toml", found, where=self._where(found)) from None
        if self.checked and (wrong := check(whole)):
            raise CodebookError("an expression that compiles", wrong, where=self._where(expression))
        return whole

    def _where(self, words: str) -> str:
        escaped = words.replace("\\", "\\\\")
        for number, line in enumerate(self.text.splitlines(), 1):
            if words in line or escaped in line:
                return f"{self.stem}.toml, line {number}"
        return f"{self.stem}.toml"
