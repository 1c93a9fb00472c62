"""`placebench identify`: who would read a document, and what a profile for it would need."""

from __future__ import annotations

import click

from placebench.cli.codebook import codebook_option
from placebench.cli.failures import SOME_FAILED
from placebench.cli.framework import framework_option
from placebench.cli.limits import LimitedCommand, reading_options
from placebench.cli.output import examples
from placebench.cli.profile import profile_option
from placebench.documents.limits import Limits

TABLE, JSON = "table", "json"

_EXAMPLES = examples(
    "placebench identify papers",
    "placebench identify paper.txt --profile devon.toml",
    "placebench identify paper.txt --format json",
)


@click.command("identify", cls=LimitedCommand, epilog=_EXAMPLES)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT|FOLDER...")
@profile_option
@codebook_option
@framework_option
@click.option(
    "--format",
    "form",
    type=click.Choice((TABLE, JSON)),
    default=TABLE,
    show_default=True,
    help="How to print; json is for programs.",
)
@reading_options
@click.pass_context
def identify(
    ctx: click.Context,
    *,
    documents: tuple[str, ...],
    profiles: tuple[str, ...],
    additions: tuple[str, ...],
    frameworks: tuple[str, ...],
    form: str,
    jobs: int | None,
    limits: Limits,
) -> None:
    """Say who would read which part of each document, and why.

    The highest rank reads a part: 1 knows the format, 2 the kind of document, 3 the system's own edition.
    Then follow the systems and places that can be read and that the text names. For a document that nobody
    knows, names that look like systems, places and partnerships are listed, with a profile to correct and
    save. Nothing is read or saved. The exit code is 1 where a document is not known.
    """
    from placebench.cli.identified import as_json, print_identified
    from placebench.pipeline import registry_with
    from placebench.pipeline.identify import identify_documents

    registry = registry_with(profiles, additions, frameworks)
    found = identify_documents(documents, registry, limits=limits, jobs=jobs)
    if form == JSON:
        click.echo(as_json(found))
    else:
        print_identified(found)
    if not all(one.known for one in found) or any(one.errors for one in found):
        ctx.exit(SOME_FAILED)
