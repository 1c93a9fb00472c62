"""`placebench check-importer`: the conformance suite as a table."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, examples, format_option, print_rows

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

documents_option = click.option(
    "--documents",
    type=_FOLDER,
    help="Folder of documents; those with a golden file are the importer's own, and all where none has one. "
    "Without it, tests/documents of the project that was installed in editable form.",
)
golden_option = click.option(
    "--golden", type=click.Path(file_okay=False, path_type=Path), help="Folder of golden files."
)
one_importer_option = click.option(
    "--importer", metavar="NAME", help="The importer, where the distribution has several."
)


@click.command(
    "check-importer",
    epilog=examples(
        "placebench check-importer placebench-bob",
        "placebench check-importer placebench-devon --documents papers --others examples/documents",
        "placebench check-importer placebench-devon --format json",
    ),
)
@click.argument("distribution")
@documents_option
@click.option("--others", type=_FOLDER, help="Folder of more documents, all of which it must refuse.")
@golden_option
@one_importer_option
@format_option
@click.pass_context
def check_importer(
    ctx: click.Context,
    *,
    distribution: str,
    documents: Path | None,
    others: Path | None,
    golden: Path | None,
    importer: str | None,
    form: str,
) -> None:
    """Check an installed importer as its tests would.

    Prints each check, what came of it, and why one failed or was not made. The exit code is 1 if one failed.
    """
    from placebench.testing.conformance import FAILED
    from placebench.testing.conformance import check_importer as findings
    from placebench.testing.installed import installed_subject

    subject = installed_subject(distribution, documents, importer=importer, golden=golden, others=others)
    found = list(findings(subject))
    rows = [
        (one.check.name, one.verdict.outcome, one.check.says, " / ".join(one.verdict.messages) or None)
        for one in found
    ]
    print_rows(("check", "outcome", "holds where", "found"), rows, form)
    failed = [one for one in found if one.verdict.outcome == FAILED]
    names = ", ".join(f"{name}" for name in subject.documents) or "no documents"
    complain(f"{subject.importer.name}@{subject.importer.version} with {names}: {len(failed)} failed.")
    if failed:
        ctx.exit(SOME_FAILED)
