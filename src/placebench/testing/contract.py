"""The contract by versions: what it offers to importers, and what is deprecated until when."""

from __future__ import annotations

import ast
import datetime as dt
import importlib.util
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path

import attrs

from placebench.testing.subject import Subject
from placebench.testing.verdict import Verdict

PACKAGE = "placebench"


@attrs.frozen
class Major:
    """One major version of the contract."""

    api: int
    placebench: str
    since: dt.date
    says: str


@attrs.frozen
class Deprecation:
    """A name that importers may use until a day, and what to use instead."""

    name: str
    since: dt.date
    until: dt.date
    instead: str


@attrs.frozen
class Contract:
    """What `contract.toml` says.

    Attributes:
        majors: Every major version, the oldest first.
        rooms: The parts of placebench that importers may use, beside its top level.
        deprecated: What will go.
    """

    majors: tuple[Major, ...]
    rooms: frozenset[str]
    deprecated: tuple[Deprecation, ...]


@lru_cache(maxsize=1)
def load_contract() -> Contract:
    """Return what the contract offers."""
    text = resources.files(__package__).joinpath("contract.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Contract(
        tuple(Major(**entry) for entry in data["major"]),
        frozenset(data["offered"]["rooms"]),
        tuple(Deprecation(**entry) for entry in data["deprecated"]),
    )


def imports_what_is_offered(subject: Subject) -> Verdict:
    """The plugin's modules import nothing of placebench but what importers are offered."""
    if subject.target is None:
        return Verdict(skipped="the plugin is an object, so its modules are not known")
    return judge_imports(subject.target.partition(":")[0], dt.datetime.now(tz=dt.UTC).date())


def judge_imports(module: str, today: dt.date) -> Verdict:
    """Judge what a plugin's modules import of placebench.

    Args:
        module: The package or module of the plugin.
        today: The day that decides whether a deprecated name may still be used.
    """
    contract = load_contract()
    faults, notes = [], []
    for where, name in _imported(module):
        old = next((one for one in contract.deprecated if _is_below(name, one.name)), None)
        room = name.split(".")[1] if "." in name else None
        if old and today <= old.until:
            notes.append(f"{where}: {old.name} is deprecated and goes after {old.until}: {old.instead}")
        elif old:
            faults.append(f"{where}: {old.name} was to go after {old.until}: {old.instead}")
        elif room and room not in contract.rooms:
            offered = ", ".join(sorted(contract.rooms))
            faults.append(f"{where}: expected one of {offered} of placebench, found {name}")
    return Verdict(tuple(faults), notes=tuple(notes))


def _is_below(name: str, above: str) -> bool:
    return name == above or name.startswith(f"{above}.")


def _imported(module: str) -> Iterator[tuple[str, str]]:
    """Yield where a plugin imports what of placebench."""
    for file in _files_of(module):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [_full(node.module or "", alias.name) for alias in node.names]
            else:
                continue
            for name in dict.fromkeys(names):
                if _is_below(name, PACKAGE):
                    yield f"{file.name}, line {node.lineno}", name


def _full(module: str, name: str) -> str:
    # `from placebench import coding` names a room; `from placebench import hookimpl` is offered at the top.
    return (
        f"{module}.{name}" if module == PACKAGE and importlib.util.find_spec(f"{module}.{name}") else module
    )


def _files_of(module: str) -> list[Path]:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return []
    origin = Path(spec.origin)
    return sorted(origin.parent.rglob("*.py")) if spec.submodule_search_locations else [origin]
