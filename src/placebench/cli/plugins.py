"""`placebench importers`: what is installed, and what is wrong with what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from placebench.cli.failures import SOME_FAILED
from placebench.cli.output import complain, examples, format_option, print_rows

if TYPE_CHECKING:
    from placebench.plugins import PluginState

_COLUMNS = ("name", "version", "system", "places", "from", "state", "error")


@click.command("importers", epilog=examples("placebench importers", "placebench importers --format json"))
@format_option
@click.pass_context
def importers(ctx: click.Context, *, form: str) -> None:
    """List the importers, and the plugins that are broken.

    The exit code is 1 if any plugin cannot be used.
    """
    from placebench.plugins import discover

    registry = discover()
    rows = [row for plugin in registry.plugins for row in _rows(plugin)]
    if not rows:
        complain("No importer is installed; install a plugin, such as placebench-bob.")
    if rows or form != "table":
        print_rows(_COLUMNS, rows, form)
    if registry.problems:
        ctx.exit(SOME_FAILED)


def _rows(plugin: PluginState) -> Iterator[tuple[str | None, ...]]:
    if not plugin.importers:
        yield plugin.name, None, None, None, plugin.origin, plugin.state, str(plugin.error)
    for importer in plugin.importers:
        places = ", ".join(place.place_id for place in importer.places)
        system = importer.system.system_id
        yield importer.name, importer.version, system, places, plugin.origin, plugin.state, None
