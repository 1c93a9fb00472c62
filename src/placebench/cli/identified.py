"""What is known of documents before they are read, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from placebench.claims import Award
from placebench.cli.output import complain, print_rows, terminal_width
from placebench.cli.tables import harmless, shown, wrapped
from placebench.documents import Document, Span
from placebench.pipeline.identify import Identification, Suggestion, suggestions

_KNOWS = {1: "1 format", 2: "2 kind of document", 3: "3 own edition"}
_MOST_CANDIDATES = 20


def print_identified(found: Sequence[Identification]) -> None:
    """Print claims and names of each document, and for those that nobody knows what a profile would need."""
    for one in found:
        for error in one.errors:
            complain(shown(error))
    claims = [row for one in found for row in _claims(one)]
    print_rows(("document", "importer", "outcome", "rank", "part", "places", "why"), claims)
    spoken = [(one.path, name.kind, name.id, name.count) for one in found for name in one.spoken]
    if spoken:
        click.echo()
        print_rows(("document", "speaks of", "id", "times"), spoken)
    for one in found:
        if one.document is not None and not one.awards:
            _print_unknown(one)
    for suggestion in suggestions(found):
        _print_suggestion(suggestion)


def as_json(found: Sequence[Identification]) -> str:
    """Return what is known of documents as an array of JSON, one object a document."""
    return json.dumps([_object(one) for one in found], ensure_ascii=False, indent=1)


def _claims(one: Identification) -> Iterator[tuple[object, ...]]:
    if not one.awards:
        yield one.path, None, "not known" if one.document else "not readable", None, None, None, None
    for award in one.awards:
        claim = award.claim
        for span in claim.spans:
            part = _part(span, one.document)
            outcome = _outcome(award, span)
            yield one.path, award.importer, outcome, _KNOWS[claim.rank], part, list(claim.places), claim.why


def _part(span: Span, document: Document | None) -> str:
    if document is None or span == document.span:
        return "all"
    heading = document.section_at(span.start)
    return f"{span.start} to {span.end}" + (f", “{shown(heading)}”" if heading else "")


def _outcome(award: Award, span: Span) -> str:
    outcomes = {segment.outcome for segment in award.segments if segment.span.overlaps(span)}
    return " and ".join(sorted(outcomes))


def _print_unknown(one: Identification) -> None:
    click.echo(f"\n{shown(one.path)}: names that look like systems and places\n")
    if one.profile is None:
        click.echo("None. A profile needs the names by which the document calls its system and places.")
        return
    rows = [(name.kind, name.name, name.count, list(name.forms)) for name in one.candidates]
    print_rows(("looks like a", "name", "times", "forms"), rows[:_MOST_CANDIDATES])


def _print_suggestion(suggestion: Suggestion) -> None:
    paths = ", ".join(shown(path) for path in suggestion.paths)
    hint = (
        f"A profile to begin with, for {paths}: correct it, save it as a file, check it with `placebench "
        "profile check FILE` and read documents with `--profile FILE`. `placebench profile new` explains "
        "every key."
    )
    click.echo(f"\n{wrapped(hint, terminal_width())}\n\n{harmless(suggestion.profile)}", nl=False)


def _object(one: Identification) -> dict[str, Any]:
    return {
        "document": one.path,
        "known": one.known,
        "claims": [_claim(award, one.document) for award in one.awards],
        "speaks_of": [{"kind": name.kind, "id": name.id, "times": name.count} for name in one.spoken],
        "candidates": [
            {"kind": name.kind, "name": name.name, "times": name.count, "forms": list(name.forms)}
            for name in one.candidates
        ],
        "profile": one.profile,
        "errors": [str(error) for error in one.errors],
    }


def _claim(award: Award, document: Document | None) -> dict[str, Any]:
    claim = award.claim
    return {
        "importer": award.importer,
        "rank": claim.rank,
        "why": claim.why,
        "places": list(claim.places),
        "tables": sorted(claim.tables),
        "parts": [
            {
                "start": span.start,
                "end": span.end,
                "section": document.section_at(span.start) if document else None,
                "outcome": _outcome(award, span),
            }
            for span in claim.spans
        ],
    }
