"""`placebench importers`: what is installed, and what is wrong with what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from placebench.cli.codebook import codebook_option
from placebench.cli.failures import SOME_FAILED
from placebench.cli.framework import framework_option
from placebench.cli.output import complain, examples, format_option, print_rows
from placebench.cli.profile import profile_option

if TYPE_CHECKING:
    from placebench.importer import AnyImporter
    from placebench.plugin_states import PluginState

_COLUMNS = ("name", "version", "system", "places", "from", "state", "error")
_EXAMPLES = examples(
    "placebench importers",
    "placebench importers --profile devon.toml",
    "placebench importers --format json",
)


@click.command("importers", epilog=_EXAMPLES)
@profile_option
@codebook_option
@framework_option
@format_option
@click.pass_context
def importers(
    ctx: click.Context,
    *,
    profiles: tuple[str, ...],
    additions: tuple[str, ...],
    frameworks: tuple[str, ...],
    form: str,
) -> None:
    """List the importers, and the plugins that are broken.

    A plugin that could not be imported before is tried again. One whose systems a given profile reads is
    listed as replaced. The exit code is 1 if any plugin cannot be used.
    """
    from placebench.pipeline import registry_with
    from placebench.plugin_probe import forget_failures

    forget_failures()
    registry = registry_with(profiles, additions, frameworks)
    rows = [row for plugin in registry.plugins for row in _rows(plugin)]
    if not rows:
        complain("No importer is installed; install a plugin, such as placebench-bob.")
    if rows or form != "table":
        print_rows(_COLUMNS, rows, form)
    if registry.problems:
        ctx.exit(SOME_FAILED)


def _rows(plugin: PluginState) -> Iterator[tuple[str | None, ...]]:
    if not plugin.importers:
        why = f"by {' and '.join(plugin.replaced_by)}" if plugin.replaced_by else str(plugin.error)
        yield plugin.name, None, None, None, plugin.origin, plugin.state, why
    for importer in plugin.importers:
        system, places = _whose(importer)
        yield importer.name, importer.version, system, places, plugin.origin, plugin.state, None


def _whose(importer: AnyImporter) -> tuple[str | None, str | None]:
    from placebench.importer import OpenImporter

    if isinstance(importer, OpenImporter):
        return "as the document says", None
    return importer.system.system_id, ", ".join(place.place_id for place in importer.places)
