"""How commands fail: one line for what can be expected to go wrong, and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

from placebench.cli.output import complain
from placebench.errors import PlacebenchError, UsageError

SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
READER_GONE = 141


class CommandGroup(click.Group):
    """Commands that load when they are called, are listed in a given order, and fail in one line.

    Attributes:
        modules: By name of a command: module of `placebench.cli`, attribute, first line of its help.
    """

    modules: ClassVar[Mapping[str, tuple[str, str, str]]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in their order."""
        del ctx
        return [*self.modules, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in self.modules:
            return super().get_command(ctx, cmd_name)
        module, attribute, _ = self.modules[cmd_name]
        command: click.Command = getattr(import_module(f"placebench.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; click would look for alike ones among loaded commands alone."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, _, says) in self.modules.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn an error of ours into one line on stderr and an exit code."""
        try:
            return super().invoke(ctx)
        except PlacebenchError as error:
            complain(f"Error: {error}")
            ctx.exit(WRONG_USAGE if isinstance(error, UsageError) else SOME_FAILED)
        except BrokenPipeError:
            ctx.exit(_without_reader())


def exit_code_of(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run a command line and return its exit code, whatever happens to it."""
    try:
        code = command.main(arguments, prog_name="placebench", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        return _without_reader()
    return code if isinstance(code, int) else 0


def _without_reader() -> int:
    # Whatever is still buffered would raise again when the interpreter closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE
