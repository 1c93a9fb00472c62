"""The conformance suite for pytest, which the extra `testing` brings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import ClassVar

import pytest

from placebench.hookspecs import PROJECT
from placebench.importer import OpenImporter, own_rows
from placebench.model import Organisation, Place, Row, System
from placebench.plugins import Registry
from placebench.testing.conformance import CHECKS, Check, made
from placebench.testing.subject import Subject, alone, subject_of


@pytest.fixture
def isolated_plugins() -> Iterator[Callable[..., Registry]]:
    """Return what makes a registry of the plugins that it is given, and of no other; see `subject.alone`.

    Modules that the test imports are forgotten afterwards, so that each test imports its plugin anew.
    """
    before, path = dict(sys.modules), list(sys.path)
    yield alone
    sys.path[:] = path
    for name in set(sys.modules) - set(before):
        if not name.startswith(f"{PROJECT}."):
            del sys.modules[name]


class ImporterSuite:
    """What every importer is held to; a plugin's test class inherits it.

    Attributes:
        plugin: The plugin: `module` or `module:name`.
        documents: A folder of documents; see `subject_of` for which of them are the importer's own.
        importer: Name of the importer, where the plugin has several.
        tables: Tables that each of its own documents fills, by the document's name; None where golden files
            say it.
        golden: Folder of golden files; `golden` beside `documents` unless given.
        codes: ODS and GSS code by name of system or organisation; None where it is not to be tested.
        footprints: GSS codes of councils by place; None where it is not to be tested.
    """

    plugin: ClassVar[str]
    documents: ClassVar[Path | None] = None
    importer: ClassVar[str | None] = None
    tables: ClassVar[Mapping[str, set[str]] | None] = None
    golden: ClassVar[Path | None] = None
    codes: ClassVar[Mapping[str, tuple[str | None, str | None]] | None] = None
    footprints: ClassVar[Mapping[str, tuple[str, ...]] | None] = None

    @pytest.fixture
    def subject(self) -> Subject:
        """Return the importer with its documents."""
        own = tuple(self.tables) if self.tables is not None else None
        return _subject(self.plugin, self.documents, self.importer, own, self.golden)

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
    def test_conforms(self, check: Check, subject: Subject) -> None:
        """An importer passes each check of `CHECKS`."""
        verdict = made(check, subject)
        if verdict.faults:
            pytest.fail("\n".join([f"expected that {check.says}", *verdict.messages]), pytrace=False)
        if verdict.skipped:
            pytest.skip(verdict.skipped)

    def test_is_installed(self) -> None:
        """An entry point of the group `placebench` names the plugin, so that it is found."""
        named = {point.value for point in entry_points(group=PROJECT)}
        assert self.plugin in named, (
            f"expected an entry point that names {self.plugin}, found {sorted(named)}"
        )

    def test_tables_are_filled(self, subject: Subject) -> None:
        """Each document fills the tables that the suite names."""
        if self.tables is None:
            pytest.skip("no tables are named")
        lacking = {name: fills - set(subject.readings[name].rows) for name, fills in self.tables.items()}
        assert not any(lacking.values()), lacking

    def test_codes_are_those_of_the_registers(self, subject: Subject) -> None:
        """The codes of the system and of organisations are those that the suite gives."""
        if self.codes is None:
            pytest.skip("no codes are given")
        named = [row for row in _own_rows(subject) if isinstance(row, System | Organisation)]
        coded = {one.name: (one.ods_code, one.gss_code) for one in named if one.ods_code or one.gss_code}
        assert coded == self.codes

    def test_footprints(self, subject: Subject) -> None:
        """The councils of each place are those that the suite gives."""
        if self.footprints is None:
            pytest.skip("no footprints are given")
        places = [row for row in _own_rows(subject) if isinstance(row, Place)]
        assert {place.place_id: place.footprint for place in places} == self.footprints


def _own_rows(subject: Subject) -> tuple[Row, ...]:
    if isinstance(subject.importer, OpenImporter):
        pytest.skip("its documents name their own system")
    return tuple(own_rows(subject.importer))


@lru_cache(maxsize=16)
def _subject(
    plugin: str,
    documents: Path | None,
    importer: str | None,
    own: tuple[str, ...] | None,
    golden: Path | None,
) -> Subject:
    return subject_of(plugin, documents, importer=importer, own=own, golden=golden)
