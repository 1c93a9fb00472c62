"""What may import what is written in pyproject.toml by name: a new plugin or room must be named there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["contracts"]}
PLUGINS = {path.parent.name for path in ROOT.glob("plugins/*/src/*/__init__.py")}
ROOMS = {
    path.stem
    for path in (ROOT / "src" / "placebench").iterdir()
    if path.suffix == ".py" or (path / "__init__.py").is_file()
} - {"__init__"}


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("root_packages", set(SETTINGS["root_packages"]) - {"placebench"}),
        ("plugins-apart", set(CONTRACTS["plugins-apart"]["modules"])),
        ("plugins-outside", set(CONTRACTS["plugins-outside"]["source_modules"])),
    ],
)
def test_every_plugin_is_named(where: str, named: set[str]) -> None:
    assert PLUGINS
    assert named == PLUGINS, f"{where} in pyproject.toml"


def test_every_room_has_its_layer() -> None:
    layers = [room for layer in CONTRACTS["layers"]["layers"] for room in layer.split(" | ")]
    assert len(layers) == len(set(layers))
    assert set(layers) == ROOMS


def test_what_a_plugin_may_import_knows_no_table_library() -> None:
    offered = CONTRACTS["plugins-outside"]["ignore_imports"]
    rooms = {one.removeprefix("** -> ").removesuffix(".**") for one in offered}
    assert rooms <= set(CONTRACTS["no-tables"]["source_modules"])
