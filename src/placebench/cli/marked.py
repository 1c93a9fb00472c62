"""An audit as text: quoted words marked, then the sentences that gave nothing, with reasons."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import Any

import click

from placebench.cli.marked_tables import print_tables, table_as_json
from placebench.cli.output import complain, print_rows, terminal_width
from placebench.cli.tables import harmless, shown, wrapped
from placebench.coding.audit import Silence
from placebench.coding.reasons import PARTLY, REASONS, remedy
from placebench.documents import Document, Span
from placebench.pipeline.audit import Audit, Marking

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_LONGEST = 240


def print_audit(audit: Audit) -> None:
    """Print the text with its marks, the sentences that gave nothing, and how many gave a fact."""
    for message in audit.messages:
        complain(shown(message))
    click.echo("".join(_marked(marking, audit.document) for marking in audit.markings).rstrip())
    title = "Words of the coding frame that gave no fact"
    click.echo(f"\n{title}\n{'=' * len(title)}")
    width = terminal_width()
    for span, silences in groupby(audit.silent, key=lambda silence: silence.span):
        click.echo(f"\n{wrapped(f'“{_sentence(audit.document, span)}”', width)}")
        for silence in silences:
            click.echo(wrapped(_told(silence, audit), width, "    ", "      "))
    if audit.silent:
        click.echo()
        rows = [(count, REASONS[reason]) for reason, count in audit.silent_by_reason.items()]
        print_rows(("sentences", "reason"), rows)
        _print_remedies(audit)
    else:
        click.echo("None.")
    print_tables(audit)
    click.echo(f"\n{wrapped(_summary(audit), width)}")


def _print_remedies(audit: Audit) -> None:
    """Print what to change in the coding frame or the profile where a silent sentence states a fact."""
    for reason in audit.silent_by_reason:
        what = remedy(reason, (silence.rule for silence in audit.silent if silence.reason == reason))
        if what:
            click.echo(f"\n{wrapped(f'{REASONS[reason]}: {what}.', terminal_width(), '', '  ')}")


def _told(silence: Silence, audit: Audit) -> str:
    """Say of one cue why it gave nothing, and what others in the sentence gave."""
    if silence.reason != PARTLY:
        detail = f" ({silence.detail})" if silence.detail else ""
        return f"{silence.rule}: {REASONS[silence.reason]}{detail}"
    labels = (label for one in audit.markings if one.span.overlaps(silence.span) for label in one.labels)
    given = dict.fromkeys(label.partition(" of ")[0] for label in labels)
    return f"gave {', '.join(given)}, and nothing of {silence.rule}"


def as_json(audit: Audit) -> str:
    """Return an audit as one object of JSON."""
    document = audit.document
    content: dict[str, Any] = {
        "document": document.path,
        "importers": list(audit.importers),
        "sentences": audit.coverage.sentences,
        "stating": audit.coverage.stating,
        "share": audit.coverage.share,
        "coded": [
            {**_range(marking.span), "labels": list(marking.labels), "text": document.at(marking.span)}
            for marking in audit.markings
            if marking.labels
        ],
        "silent": [_silent(silence, document) for silence in audit.silent],
        "tables": [table_as_json(table, document) for table in audit.tables],
        "messages": list(audit.messages),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _silent(silence: Silence, document: Document) -> dict[str, object]:
    return {
        **_range(silence.span),
        "page": document.page_at(silence.span.start),
        "section": document.section_at(silence.span.start),
        "rule": silence.rule,
        "reason": silence.reason,
        "says": REASONS[silence.reason],
        "detail": silence.detail or None,
        "remedy": remedy(silence.reason, [silence.rule]),
        "text": document.at(silence.span),
    }


def _range(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _marked(marking: Marking, document: Document) -> str:
    text = harmless(document.at(marking.span))
    if not marking.labels or not text.strip():
        return text
    # A mark encloses words, never the line ends around them.
    words = text.strip()
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    return f"{before}{_enclosed(', '.join(marking.labels), words)}{after}"


def _enclosed(label: str, words: str) -> str:
    if sys.stdout.isatty():
        return f"{_DIM}[{label}:{_PLAIN} {_BOLD}{words}{_PLAIN}{_DIM}]{_PLAIN}"
    return f"[{label}: {words}]"


def _sentence(document: Document, span: Span) -> str:
    text = shown(document.at(span))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"


def _summary(audit: Audit) -> str:
    count = audit.coverage
    silent = len({silence.span for silence in audit.silent if silence.reason != PARTLY})
    share = "" if count.share is None else f" ({count.share:.0%})"
    by = ", ".join(audit.importers) or "nobody"
    return (
        f"Read by {by}. Of {count.sentences} sentences, headings and tables apart, {count.stating}{share} "
        f"gave a fact. Words of the coding frame that gave none stand in {silent}."
    )
