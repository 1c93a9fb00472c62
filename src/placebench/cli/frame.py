"""The coding frame as headings, paragraphs and lists, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from itertools import groupby

import attrs

from placebench.cli.frame_rules import rule_values
from placebench.cli.pages import Block, Heading, Items, Paragraph
from placebench.codebook.frame import Section, Signal
from placebench.codebook.maturity_rules import MaturityRule
from placebench.codebook.method import CounterExample, Example
from placebench.model import DECIDING

_TITLES = {
    "tables": "Tables: what a row says",
    "features": "Governance features",
    "roles": "Roles",
    "sectors": "Sectors",
    "topics": "Topics of priorities",
    "statuses": "Statuses: how far a thing is there",
}
_HOLDS = {"name": "a name", "number": "a number", "text": "a kind, as text", "nothing": "none"}
_CONDITIONS = frozenset({"needs", "unless", "lead"})
_FEW = 2
_SHORT = 72
_ABOUT = (
    "A row is written only where the words of a document say so, and it carries them as its quote. Each "
    "entry tells what counts as saying so and what does not, with examples that the project's tests run. In "
    "patterns, <name> stands for a shared term; match must be there, needs as well, unless must not, lead "
    "introduces the list, before and after stand beside the words that name the thing; a number tells which "
    "patterns are of one cue."
)


def document(frame: Iterable[Section], digests: Mapping[str, str]) -> Iterator[Block]:
    """Yield the whole frame, with the patterns of cues shortened."""
    yield Heading(1, f"Coding frame of placebench {version('placebench')}")
    yield Paragraph(_ABOUT)
    yield Items("Digests (sha256)", tuple(f"{name}: {digest}" for name, digest in digests.items()))
    yield Heading(2, "Rules for deciding")
    yield Items("In order", tuple(f"{rule.name}: {rule.says}" for rule in DECIDING))
    for group, members in groupby(frame, key=lambda section: section.entry.group):
        yield Heading(2, _TITLES[group])
        for section in members:
            yield from _section(section, whole=False)


def entries(found: Iterable[Section]) -> Iterator[Block]:
    """Yield some sections, with every pattern of their cues."""
    for section in found:
        yield from _section(section, whole=True)


def as_json(frame: Iterable[Section], rules: Iterable[MaturityRule], digests: Mapping[str, str]) -> str:
    """Return sections and rules on maturity, with versions and the rules for deciding, as JSON."""
    content = {
        "version": version("placebench"),
        "digests": digests,
        "deciding": {rule.name: rule.says for rule in DECIDING},
        "entries": [_object(section) for section in frame],
        "maturity_rules": rule_values(rules),
    }
    return json.dumps(content, default=str, ensure_ascii=False, indent=1)


def _object(section: Section) -> Mapping[str, object]:
    return {
        "name": section.name,
        "says": section.says,
        **attrs.asdict(section.entry),
        "holds": section.holds,
        "allowed": section.allowed,
        "cues": [attrs.asdict(signal) for signal in section.signals],
    }


def _section(section: Section, *, whole: bool) -> Iterator[Block]:
    entry = section.entry
    yield Heading(3, section.name)
    yield Paragraph(entry.definition)
    yield Items("Counts", entry.counts)
    yield Items("Does not count", entry.counts_not)
    if values := tuple(_values(section)):
        yield Items("Values", values)
    if entry.rules:
        yield Items("Rules", tuple(f"{entry.code}.{rule}: {says}" for rule, says in entry.rules.items()))
    yield Items("Examples", tuple(_example(example) for example in entry.examples))
    yield Items("Counter-examples", tuple(_counter_example(c) for c in entry.counter_examples))
    yield from _cues(section, whole=whole)


def _values(section: Section) -> Iterator[str]:
    if section.holds in _HOLDS:
        yield f"value: {_HOLDS[section.holds]}"
    for column, codes in section.allowed.items():
        named = [f"{code} ({says.rstrip('.')})" if says else code for code, says in codes.items()]
        yield f"{column}: {', '.join(named)}"


def _example(example: Example) -> str:
    return f"“{example.text}” gives {example.table}: {_columns(example.expect)}"


def _counter_example(example: CounterExample) -> str:
    columns = f" with {_columns(example.never)}" if example.never else ""
    return f"“{example.text}” gives no row of {example.table}{columns}: {example.why}"


def _columns(columns: Mapping[str, object]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in columns.items())


def _cues(section: Section, *, whole: bool) -> Iterator[Block]:
    numbered = enumerate(section.signals, 1)
    patterns = [line for number, signal in numbered for line in _lines(number, signal, whole=whole)]
    title = f"Cues: {len(section.signals)}"
    if not patterns:
        yield Paragraph(f"{title}; a person codes it, or a rule without cues.")
    elif whole:
        yield Items(title, tuple(patterns), code=True)
    else:
        rest = len(patterns) - _FEW
        shortened = tuple(line if len(line) <= _SHORT else f"{line[:_SHORT]}…" for line in patterns[:_FEW])
        more = f"; {rest} more patterns: placebench codebook {section.name}" if rest > 0 else ""
        yield Items(f"{title}{more}", shortened, code=True)


def _lines(number: int, signal: Signal, *, whole: bool) -> Iterator[str]:
    gives = f" -> {_columns(signal.gives)}" if signal.gives and whole else ""
    for part, expressions in signal.patterns.items():
        if part not in _CONDITIONS:
            yield from (f"{number} {part}: {expression}{gives}" for expression in expressions)
        elif whole:
            yield from (f"{number} {part}: {expression}" for expression in expressions)
