"""Options on how documents are read: how many at a time, and how much of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import attrs
import click

from placebench.documents.limits import Limits

Command = TypeVar("Command", bound=Callable[..., None])

_Decorator = Callable[[Callable[..., None]], Callable[..., None]]

_NAMES = frozenset(field.name for field in attrs.fields(Limits))

_JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Documents to read at a time; as many as there are processors, where that is worth it.",
)
_IN_PROCESS = click.option(
    "--in-process",
    is_flag=True,
    help="Read documents in this process, without limits on time and memory: to debug an importer.",
)


class LimitedCommand(click.Command):
    """A command that lists its limits under a heading of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, then the limits."""
        given = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        options = [option for option in given if option.name not in _NAMES]
        limits = [option for option in given if option.name in _NAMES]
        for heading, shown in (("Options", options), ("Limits on one document or pack", limits)):
            records = [record for option in shown if (record := option.get_help_record(ctx))]
            with formatter.section(heading):
                formatter.write_dl(records)


def reading_options(command: Command) -> Command:
    """Give a command all options, which it takes as `jobs` (0 for this process) and `limits`."""
    return _JOBS(limit_options(command))


def limit_options(command: Command) -> Command:
    """Give a command that reads one document the options, which it takes as `jobs` and `limits`."""

    @wraps(command)
    def limited(
        *arguments: Any,  # noqa: ANN401 - whatever the command takes
        in_process: bool,
        jobs: int | None = None,
        **given: Any,  # noqa: ANN401 - as above
    ) -> None:
        if jobs and in_process:
            raise click.UsageError("--jobs and --in-process exclude each other.")
        limits = Limits(**{name: given.pop(name) for name in _NAMES})
        command(*arguments, jobs=0 if in_process else jobs, limits=limits, **given)

    options: tuple[_Decorator, ...] = (_IN_PROCESS, *(_option(field) for field in attrs.fields(Limits)))
    decorated: Any = limited
    for option in reversed(options):
        decorated = option(decorated)
    return cast("Command", decorated)


def _option(field: attrs.Attribute[int]) -> _Decorator:
    name = field.name.replace("_", "-")
    return click.option(
        "--timeout" if name == "timeout" else f"--max-{name}",
        field.name,
        type=click.IntRange(min=field.metadata["least"]),
        default=field.default,
        show_default=True,
        metavar=field.metadata["unit"],
        help=f"{field.metadata['says']}.",
    )
