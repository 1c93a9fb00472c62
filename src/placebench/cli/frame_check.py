"""What the examples of the coding frame give when they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from placebench.codebook import Codebook
from placebench.codebook.frame import Section
from placebench.codebook.method import CounterExample, Example
from placebench.coding.examples import ExampleReader


def print_check(frame: Iterable[Section], codebook: Codebook) -> bool:
    """Read the examples of some sections, print those that do not hold, and tell whether all do."""
    reader = ExampleReader(codebook)
    read = [example for section in frame for example in _examples(section, reader)]
    failures = [failure for failure in read if failure]
    for failure in failures:
        click.echo(f"{failure}\n")
    click.echo(f"{len(read) - len(failures)} of {len(read)} examples and counter-examples hold.")
    return not failures


def _examples(section: Section, reader: ExampleReader) -> Iterator[str | None]:
    """Yield for each example that text can give a row for what is wrong with it, or None."""
    for one in section.entry.examples:
        if reader.reads(one.table):
            holds = reader.gives(one.text, one.table, one.expect)
            expected = f"a row of {one.table} with {dict(one.expect)}"
            yield None if holds else _failure(section, reader, one, expected)
    for other in section.entry.counter_examples:
        if reader.reads(other.table):
            holds = not reader.gives(other.text, other.table, other.never)
            expected = f"no row of {other.table} with {dict(other.never)}, since: {other.why}"
            yield None if holds else _failure(section, reader, other, expected)


def _failure(
    section: Section, reader: ExampleReader, example: Example | CounterExample, expected: str
) -> str:
    rows = reader.shown(example.text, example.table) or ["no row"]
    found = "\n".join(f"  found: {row}" for row in rows)
    return f"{section.name}: expected {expected}\n  text: {example.text}\n{found}"
