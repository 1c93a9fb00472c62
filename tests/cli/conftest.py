"""An importer that is installed for the tests alone, documents of its own, and the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from placebench.cli import cli

PLUGIN = """
import datetime as dt
from placebench.hookspecs import hookimpl
from placebench.importer import API, KNOWS_EDITION, Claim, Fact
from placebench.model import Governance, Place, System


class Northern:
    name = "northern"
    version = "1.0"
    api = API
    system = System(system_id="northern", name="Northern")
    places = tuple(
        Place(place_id=f"northern/{slug}", system_id="northern", name=slug.title())
        for slug in ("alder", "birch")
    )
    expects = {}

    def identify(self, document):
        if document.text.startswith("Northern partnerships"):
            places = tuple(place.place_id for place in self.places)
            yield Claim((document.span,), frozenset({"governance"}), KNOWS_EDITION, "its first words", places)

    def extract(self, document, claim):
        if "break the importer" in document.text:
            raise ValueError("as it was told")
        for block in document.blocks:
            slug, _, said = document.at(block.content).strip().partition(" has ")
            if said:
                feature, _, value = said.rstrip(".").partition(" of kind ")
                row = Governance(
                    system_id="northern",
                    place_id=f"northern/{slug}",
                    feature=feature,
                    value=value or None,
                    as_of=dt.date(2023, 3, 1),
                    as_of_precision="day",
                )
                yield Fact(row, (document.quote(block.content),))


@hookimpl
def placebench_importers():
    return [Northern()]
"""
PAPER = "Northern partnerships\n\nalder has chairing of kind rotating.\n\nbirch has shared_vision.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the importer, in this process and for those that it starts."""
    folder = tmp_path / "site"
    about = folder / "northern_plugin-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "northern_plugin.py").write_text(PLUGIN, encoding="utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: northern-plugin\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[placebench]\nnorthern = northern_plugin\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Write one document that the importer reads."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    return folder


@pytest.fixture
def placebench(site: Path) -> Callable[..., Result]:
    """Run a command line in this process."""
    del site

    def invoke(*arguments: str | Path, width: int = 100) -> Result:
        return CliRunner(env={"COLUMNS": str(width)}).invoke(cli, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def dataset(placebench: Callable[..., Result], documents: Path, tmp_path: Path) -> Path:
    """Import the document and return the folder of the dataset."""
    assert placebench("import", documents, "--out", tmp_path / "out", "-q").exit_code == 0
    return tmp_path / "out"


@pytest.fixture
def process(site: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command line in a process of its own."""
    del site

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "placebench", *map(str, arguments)]
        environment = dict(os.environ)
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    return run
