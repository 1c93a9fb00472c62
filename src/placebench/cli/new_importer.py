"""`placebench new-importer`: the distribution of a new importer."""

from __future__ import annotations

from pathlib import Path

import click

from placebench.cli.output import complain, examples


@click.command(
    "new-importer",
    epilog=examples(
        "placebench new-importer devon", "placebench new-importer devon --out plugins/placebench-devon"
    ),
)
@click.argument("system_id", metavar="NAME")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Folder to write; placebench-NAME below the working folder unless given.",
)
def new_importer(*, system_id: str, out: Path | None) -> None:
    """Write the distribution of a new importer, with tests that pass.

    NAME is what identifiers of the system's places begin with: small letters, digits and hyphens.
    """
    from placebench.testing.new_importer import write_importer

    folder = out or Path(f"placebench-{system_id}")
    for path in write_importer(system_id, folder):
        click.echo(str(path))
    complain(
        f"Next: pip install --editable '{folder}[test]', placebench check-importer placebench-{system_id}, "
        f"and then {folder / 'README.md'}."
    )
