"""The whole coding frame for readers: each entry of the method section with its values and its cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from placebench.codebook.book import Codebook, Coded, Cue, ForceMarker
from placebench.codebook.loading import load_codebook
from placebench.codebook.method import TABLE_OF, Entry, Method, load_method
from placebench.codebook.patterns import Pattern
from placebench.codebook.signs import SIGNED, Sign
from placebench.errors import UsageError
from placebench.model import FACT_TABLES, columns_of
from placebench.model.vocabularies import FEATURES, ROLE, SECTOR, STATUS, TOPIC
from placebench.nearest import did_you_mean

_EVERY_TABLE = frozenset({"applies_to", "status", "basis", "as_of_precision"})
_SAYS: Mapping[str, Mapping[str, str]] = {
    "tables": {table: kind.__doc__ or "" for table, kind in FACT_TABLES.items()},
    "features": {code: feature.says for code, feature in FEATURES.items()},
    "roles": ROLE.codes,
    "sectors": SECTOR.codes,
    "topics": TOPIC.codes,
    "statuses": STATUS.codes,
}


# Words of rules that have no cues: by rule a group of the words of remits, and names in it.
_OF_REMITS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "remits.prose": ("prose", {"system": "level", "place": "level"}),
    "remits.table": ("header", {"area": "column", "system": "column", "place": "column"}),
    "delegations.table": (
        "delegations",
        {"place": "column", "delegated": "column", "standing": "column"}
        | dict.fromkeys(("budget", "decisions", "functions", "staff"), "scope"),
    ),
}


@attrs.frozen
class Signal:
    """Words that signal a code.

    Attributes:
        rule: What the `rule` column of the rows has; None where no row has it.
        gives: Columns that the cue fixes.
        patterns: Expressions by what they do: `match`, `needs`, `unless`, `lead`, `before`, `after`; of a
            sign also what is counted and asked, `least` and `when`.
    """

    rule: str | None
    gives: Mapping[str, str] = attrs.field(hash=False)
    patterns: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)


@attrs.frozen
class Section:
    """One code of the coding frame, as a reader wants to see it.

    Attributes:
        entry: What it says, counts and does not count.
        says: Its short definition, as the model has it.
        allowed: Codes that its columns may hold, each with its meaning, by column.
        signals: Its cues.
    """

    entry: Entry
    says: str
    allowed: Mapping[str, Mapping[str, str]] = attrs.field(hash=False)
    signals: tuple[Signal, ...]

    @property
    def name(self) -> str:
        """What to ask for to see this section alone."""
        table, _ = TABLE_OF[self.entry.group]
        if self.entry.group in ("features", "roles"):
            return f"{table}.{self.entry.code}"
        return self.entry.code if self.entry.group == "tables" else f"{self.entry.group}.{self.entry.code}"

    @property
    def names(self) -> frozenset[str]:
        """Every name of its own: its code, alone or after its group or table, and its rules without cues."""
        table, column = TABLE_OF[self.entry.group]
        before = {self.entry.group, table, column} - {None}
        return frozenset(
            {
                self.entry.code,
                *(f"{place}.{self.entry.code}" for place in before),
                *(f"{self.entry.code}.{rule}" for rule in self.entry.rules),
            }
        )

    @property
    def lists(self) -> frozenset[str]:
        """Names of the list that its code stands in: its group, and the column of the codes."""
        return frozenset({self.entry.group, TABLE_OF[self.entry.group][1] or self.entry.group})

    @property
    def rules(self) -> frozenset[str]:
        """What the `rule` column of the rows that its cues give has."""
        return frozenset(signal.rule for signal in self.signals if signal.rule)

    @property
    def holds(self) -> str | None:
        """What `value` holds, for a governance feature: `codes`, `name`, `number`, `text` or `nothing`."""
        return FEATURES[self.entry.code].holds if self.entry.group == "features" else None

    def of_rule(self, rule: str) -> Section:
        """Return the section with the cues of one rule alone."""
        return attrs.evolve(self, signals=tuple(signal for signal in self.signals if signal.rule == rule))


def sections(method: Method | None = None, codebook: Codebook | None = None) -> tuple[Section, ...]:
    """Return the coding frame, by default the one that comes with the package, in reading order."""
    method, codebook = method or load_method(), codebook or load_codebook()
    return tuple(
        Section(
            entry=entry,
            says=_SAYS[entry.group].get(entry.code, "").partition("\n")[0],
            allowed=_allowed(entry),
            signals=tuple(_signals(entry, codebook)),
        )
        for entry in method.entries
    )


def find(name: str, among: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections of a name: a code, table, `<group>.<code>`, value of `rule`, or a whole list.

    Raises:
        UsageError: There is none; the hint names the nearest.
    """
    named = tuple(_narrowed(section, name) for section in among if name in section.names)
    ruled = [section.of_rule(name) for section in among if name in section.rules]
    # A rule of a feature or role is a rule of its table too; the entry of the feature says more of it.
    entries = [section for section in ruled if section.entry.group != "tables"]
    listed = tuple(section for section in among if name in section.lists)
    found = named or tuple(entries or ruled) or listed
    if found:
        return found
    rule, added, _ = name.partition("@")
    if added:
        # A rule of somebody's additions adds to an entry that is known without them.
        return find(rule, among)
    known = {name for section in among for name in (section.name, section.entry.code, *section.rules)}
    hint = did_you_mean(name, known, otherwise="`placebench codebook` prints every entry", most=3)
    raise UsageError("an entry of the codebook", f"“{name}”", where="ENTRY", hint=hint)


def _narrowed(section: Section, name: str) -> Section:
    """Return a section with the cues of a rule alone, where the name is that of one of its rules."""
    ruled = name.partition(".")[2] in section.entry.rules and name in section.rules
    return section.of_rule(name) if ruled else section


def _allowed(entry: Entry) -> Mapping[str, Mapping[str, str]]:
    if entry.group == "features":
        feature = FEATURES[entry.code]
        return {"value": dict.fromkeys(feature.codes, "")} if feature.codes else {}
    if entry.group != "tables":
        return {}
    own = {column for _, column in TABLE_OF.values()}
    return {
        column.name: column.vocabulary.codes
        for column in columns_of(FACT_TABLES[entry.code])
        if column.vocabulary and column.name not in _EVERY_TABLE | own
    }


def _signals(entry: Entry, codebook: Codebook) -> Iterator[Signal]:
    if entry.group == "tables":
        yield from (_of_cue(cue, codebook) for cue in codebook.cues.get(entry.code, ()))
        yield from map(_of_sign, codebook.signs.signs if entry.code == SIGNED else ())
        yield from (one for rule in entry.rules for one in _of_remits(f"{entry.code}.{rule}", codebook))
    elif entry.group in ("features", "roles"):
        table, _ = TABLE_OF[entry.group]
        cues = codebook.cues[table or ""]
        yield from (_of_cue(cue, codebook) for cue in cues if cue.entry == entry.code)
    if entry.group == "roles" and entry.code in codebook.posts.get("post", {}):
        pattern = codebook.posts["post"][entry.code]
        yield Signal(f"roles.{entry.code}", {}, {"match": _readable(pattern, codebook)})
    coded = {"sectors": codebook.sectors, "topics": codebook.topics}.get(entry.group, ())
    yield from (_of_coded(item, codebook) for item in coded if item.code == entry.code)
    if entry.group == "statuses":
        yield from (_of_marker(m, codebook) for m in codebook.force if m.status == entry.code)


def _of_remits(rule: str, codebook: Codebook) -> Iterator[Signal]:
    """Yield the words of a rule of remits or delegations that has no cue."""
    group, names = _OF_REMITS.get(rule, ("", {}))
    for name, column in names.items():
        patterns = {"match": _readable(codebook.remits[group][name], codebook)}
        yield Signal(rule, {column: name}, patterns)


def _of_sign(sign: Sign) -> Signal:
    told = {"name": sign.name, "points": f"{sign.points:+d}", "in": ", ".join(sign.parts)}
    asked = {
        "match": sign.match.expressions if sign.match else (),
        "unless": sign.unless.expressions if sign.unless else (),
        "least": tuple(f"{fewest} {what}" for what, fewest in sign.least.items()),
        "when": sign.when,
    }
    given = {name: value for name, value in told.items() if value}
    return Signal(f"{SIGNED}.signs", given, {name: one for name, one in asked.items() if one})


def _of_cue(cue: Cue, codebook: Codebook) -> Signal:
    fixed = {"value": cue.value, "status": cue.status, "body": cue.body, "body_kind": cue.body_kind}
    gives = {name: str(value) for name, value in (fixed | dict(cue.columns)).items() if value}
    if cue.basis != "stated":
        gives["basis"] = cue.basis
    named = {"match": cue.match, "needs": cue.needs, "unless": cue.unless, "lead": cue.lead}
    return Signal(cue.rule, gives, _of_patterns(named, codebook))


def _of_coded(coded: Coded, codebook: Codebook) -> Signal:
    patterns = {"match": _readable(coded.match, codebook)}
    return Signal(None, {}, patterns | ({"unless": coded.unless} if coded.unless else {}))


def _of_marker(marker: ForceMarker, codebook: Codebook) -> Signal:
    named = {"match": marker.match, "before": marker.before, "after": marker.after}
    return Signal(None, {}, _of_patterns(named, codebook))


def _of_patterns(named: Mapping[str, Pattern | None], codebook: Codebook) -> Mapping[str, tuple[str, ...]]:
    return {name: _readable(pattern, codebook) for name, pattern in named.items() if pattern is not None}


def _readable(pattern: Pattern, codebook: Codebook) -> tuple[str, ...]:
    """Return the expressions of a pattern with the shared terms as `<name>` again."""
    return tuple(_with_terms(expression, codebook.terms) for expression in pattern.expressions)


def _with_terms(expression: str, terms: Mapping[str, str]) -> str:
    for name, term in sorted(terms.items(), key=lambda item: -len(item[1])):
        expression = expression.replace(term, f"<{name}>")
    return expression
