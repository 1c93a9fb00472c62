"""`placebench audit`: a document's text with what it was coded as, and what gave nothing."""

from __future__ import annotations

import click

from placebench.cli.codebook import codebook_option
from placebench.cli.failures import SOME_FAILED
from placebench.cli.framework import framework_option
from placebench.cli.limits import LimitedCommand, limit_options
from placebench.cli.output import examples
from placebench.cli.profile import profile_option
from placebench.documents.limits import Limits

TERMINAL, JSON = "terminal", "json"

_EXAMPLES = examples(
    "placebench audit paper.txt",
    "placebench audit paper.txt --profile devon.toml --importer profile:devon",
    "placebench audit minutes.html --format json",
)


@click.command("audit", cls=LimitedCommand, epilog=_EXAMPLES)
@click.argument("document")
@profile_option
@codebook_option
@framework_option
@click.option("--importer", metavar="NAME", help="Ask this importer only; see `placebench importers`.")
@click.option(
    "--format",
    "form",
    type=click.Choice((TERMINAL, JSON)),
    default=TERMINAL,
    show_default=True,
    help="How to print; json is for programs.",
)
@limit_options
@click.pass_context
def audit(
    ctx: click.Context,
    *,
    document: str,
    profiles: tuple[str, ...],
    additions: tuple[str, ...],
    frameworks: tuple[str, ...],
    importer: str | None,
    form: str,
    jobs: int | None,
    limits: Limits,
) -> None:
    """Show what each part of a document was coded as, and what was not coded, and why.

    The text is printed whole; words that a fact quotes stand as [governance.board: ...]. Below it are the
    sentences that hold words of the coding frame and gave no fact: a question, words about a place elsewhere,
    a cue whose conditions are not met, a part that nobody claims. Then come the tables that gave no row, or
    none of some rows and columns, each with its header: which kind of table it is nearest to and which column
    it lacks of it, no place that its rows would be of, a table that only lays text out. Nothing is saved. The
    exit code is 1 where an importer failed, none knows the document, or a row was rejected.
    """
    from placebench.cli.marked import as_json, print_audit
    from placebench.pipeline import registry_with
    from placebench.pipeline.audit import audit_document

    registry = registry_with(profiles, additions, frameworks)
    found = audit_document(document, registry, importer, limits=limits, jobs=jobs)
    if form == JSON:
        click.echo(as_json(found))
    else:
        print_audit(found)
    if found.failed:
        ctx.exit(SOME_FAILED)
