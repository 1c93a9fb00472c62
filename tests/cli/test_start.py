"""What the command line does before it does anything: help, versions, exit codes, and what it loads."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from placebench.cli import cli, exit_code_of
from placebench.cli.failures import CommandGroup
from placebench.errors import DatasetError, UsageError

HEAVY = ("polars", "pyarrow", "structlog")
COMMANDS = (
    *("run", "import", "tables", "compare", "benchmark", "study"),
    *("report", "figures", "dataset", "export", "evidence"),
    *(
        "sources",
        "identify",
        "audit",
        "codebook",
        "workbook",
        "framework",
        "importers",
        "profile",
    ),
    *("new-importer", "check-importer", "golden", "drift", "cache", "validate"),
)


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS)])
def test_help_loads_no_heavy_library(arguments):
    program = (
        "import sys; from placebench.cli import cli, exit_code_of; "
        f"code = exit_code_of(cli, {arguments!r}); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], code, file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[] 0"
    assert "Usage:" in run.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_with_examples(command):
    result = CliRunner().invoke(cli, [command, "-h"])
    assert result.exit_code == 0
    assert f"Examples:\n    placebench {command}" in result.output


def test_commands_are_listed_in_the_order_of_use():
    lines = CliRunner().invoke(cli, ["--help"]).output.split("Commands:")[1].split("Examples:")[0]
    assert [line.split()[0] for line in lines.splitlines() if line.strip()] == list(COMMANDS)


@pytest.mark.parametrize(("typed", "meant"), [(["tabels"], "tables"), (["validat"], "validate")])
def test_command_that_is_nearly_right_is_named(typed, meant, capsys):
    assert exit_code_of(cli, typed) == 2
    assert f"Did you mean '{meant}'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["run"],
        ["run", "paper.txt"],
        ["tables", "no-such-folder"],
        ["run", "paper.txt", "--out", "out", "--log-format", "xml"],
    ],
)
def test_wrong_usage_exits_with_2(arguments, capsys):
    assert exit_code_of(cli, arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Error:" in captured.err


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UsageError("a table", "“tabel”"), 2, "Error: expected a table, found “tabel”"),
        (DatasetError("a dataset", "none", where="out"), 1, "Error: out: expected a dataset, found none"),
        (KeyboardInterrupt(), 130, "Interrupted."),
    ],
)
def test_an_expected_error_is_one_line_and_an_exit_code(error, code, line, capsys):
    def fail() -> None:
        raise error

    group = CommandGroup("placebench", commands=[click.Command("fail", callback=fail)])
    assert exit_code_of(group, ["fail"]) == code
    captured = capsys.readouterr()
    assert captured.err.strip() == line
    assert captured.out == ""


def test_an_unexpected_error_keeps_its_traceback():
    def fail() -> None:
        raise ZeroDivisionError

    group = CommandGroup("placebench", commands=[click.Command("fail", callback=fail)])
    with pytest.raises(ZeroDivisionError):
        exit_code_of(group, ["fail"])


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_reader_that_goes_away_gets_no_complaint(dataset, form):
    command = [sys.executable, "-m", "placebench", "tables", str(dataset), "claims", "--format", form]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True) as run:
        run.stdout.close()
        assert run.stderr.read() == ""
    assert run.returncode == 141


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_says_what_the_command_says(command):
    listed = cli.modules[command][2].rstrip(".")
    loaded = cli.get_command(click.Context(cli), command)
    assert " ".join(loaded.help.split()).startswith(listed)
