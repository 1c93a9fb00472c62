"""`placebench golden`: what documents gave when a person last looked, kept beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from placebench.cli.checking import documents_option, golden_option, one_importer_option
from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, examples, format_option, print_rows
from placebench.documents.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from placebench.testing.subject import Subject

_UPDATE = "placebench golden update placebench-devon"
_CHECK = "placebench golden check placebench-devon"


@click.group("golden", epilog=examples(_UPDATE, _CHECK))
def golden() -> None:
    """Keep what documents give, and check it.

    Each document of an importer has a golden file, each fact with its quotes, in a folder `golden` beside
    the folder of documents. Read what changed before you commit it: a golden file says that somebody found it
    right.
    """


@golden.command("update", epilog=examples(_UPDATE))
@click.argument("distribution")
@documents_option
@golden_option
@one_importer_option
@click.option(
    "--document", "names", multiple=True, metavar="NAME", help="Only this document, also a new one."
)
@click.option(
    "--timeout",
    type=click.IntRange(min=1),
    metavar="SECONDS",
    default=DEFAULT_LIMITS.timeout,
    show_default=True,
    help="Time to read one document.",
)
def update(
    *,
    distribution: str,
    documents: Path | None,
    golden: Path | None,
    importer: str | None,
    names: tuple[str, ...],
    timeout: int,
) -> None:
    """Write what each document of an importer gives now."""
    from placebench.cli.telling import counter
    from placebench.testing.golden import write_golden

    subject, folder = _subject(distribution, documents, golden, importer, names)
    subject = attrs.evolve(subject, limits=Limits(timeout=timeout))
    with counter() as count:
        written = write_golden(subject, folder, count)
    for path in written:
        click.echo(str(path))
    complain(f"{len(written)} of {len(subject.own)} golden files changed.")


@golden.command("check", epilog=examples(_CHECK))
@click.argument("distribution")
@documents_option
@golden_option
@one_importer_option
@format_option
@click.pass_context
def check(
    ctx: click.Context,
    *,
    distribution: str,
    documents: Path | None,
    golden: Path | None,
    importer: str | None,
    form: str,
) -> None:
    """Say how what documents give differs from their golden files.

    `moved` words state the same in another position and are no fault; the exit code is 1 for anything else:
    `missing`, `new`, `changed` (the same words, another value), `requoted` (the same value, other words) or
    `failed`.
    """
    from placebench.testing.golden import against_golden
    from placebench.testing.keeping import without_golden

    subject, folder = _subject(distribution, documents, golden, importer, ())
    found = list(against_golden(subject, folder))
    if found or form != "table":
        print_rows(("document", "kind", "what"), [(name, one.kind, one.says) for name, one in found], form)
    faults = sum(one.is_fault for _, one in found)
    complain(f"Documents: {len(subject.own)}; differences: {faults}, moved: {len(found) - faults}.")
    if unkept := without_golden(subject):
        complain(f"{unkept}.")
    if faults:
        ctx.exit(SOME_FAILED)


def _subject(
    distribution: str,
    documents: Path | None,
    golden: Path | None,
    importer: str | None,
    names: tuple[str, ...],
) -> tuple[Subject, Path]:
    from placebench.errors import UsageError
    from placebench.testing.installed import documents_of, installed_subject

    folder = documents or documents_of(distribution)
    if folder is None:
        hint = "name a folder with --documents"
        raise UsageError("documents of the importer", "none", where=distribution, hint=hint)
    subject = installed_subject(distribution, folder, importer=importer, golden=golden, own=names or None)
    return subject, golden or folder.parent / "golden"
