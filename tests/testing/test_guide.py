"""Every block of the guide is written or run as it stands, from the first to the last."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

pytestmark = pytest.mark.program

PAGE = Path(__file__).parents[2] / "docs" / "write-an-importer.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
LONGEST = 155
INSTALL = ["pip", "install", "--editable"]


def commands(text):
    """Return each command with the lines that it must print some of."""
    for command in text.split("$ ")[1:]:
        line, *said = command.splitlines()
        yield line, [" ".join(words.split()) for words in said if words.strip()]


def follow(line, environment, folder):
    words = shlex.split(line)
    if words[:3] == INSTALL:
        environment.install(folder / words[3].removesuffix("[test]"))
        return ""
    quiet = ["-q", "-p", "no:cacheprovider"] if words[0] == "pytest" else []
    return environment.run(*words, *quiet, cwd=folder)


@pytest.mark.usefixtures("_wide")
def test_what_the_guide_says_comes_true(environment, tmp_path):
    done = []
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        done.append(block["kind"])
        if block["file"]:
            path = tmp_path / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
            continue
        assert block["kind"] == "console", "a block is a file or is run"
        for line, said in commands(block["text"]):
            printed = " ".join(follow(line, environment, tmp_path).split())
            assert [words for words in said if words not in printed] == [], f"{line}: {printed}"
    assert done.count("console") == 5


@pytest.fixture
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")


def test_the_guide_is_two_pages_at_most():
    assert len(PAGE.read_text(encoding="utf-8").splitlines()) <= LONGEST
