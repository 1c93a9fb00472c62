"""Plugins as they are installed: found by any of their names, with the documents of their project."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import attrs

from placebench.errors import PluginError, UsageError
from placebench.hookspecs import PROJECT
from placebench.nearest import did_you_mean
from placebench.plugin_probe import failures
from placebench.plugins import discover
from placebench.testing.subject import Subject, subject_of


def installed_subject(
    name: str,
    documents: Path | None = None,
    *,
    importer: str | None = None,
    golden: Path | None = None,
    others: Path | None = None,
    own: Iterable[str] | None = None,
) -> Subject:
    """Return the importer of an installed distribution with its documents; it reads in a process of its own.

    Args:
        name: The distribution, its entry point, or an importer of it.
        documents: A folder of documents; `tests/documents` of the project that the distribution was installed
            from in editable form, unless given.
        importer: Name of the importer, where the distribution has several.
        golden: Folder of golden files; `golden` beside `documents` unless given.
        others: A folder of more documents that it must refuse.
        own: Names of the documents that it must read; see `subject_of`.

    Raises:
        UsageError: Nothing of that name is installed.
        PluginError: The plugin cannot be used.
    """
    point = _entry_point(name)
    for how in failures([point]).values():
        raise PluginError("the import to finish", how, where=f"plugin {point.value}")
    target = point.value.split("[")[0].strip()
    folder = documents or _project_documents(point)
    subject = subject_of(target, folder, importer=importer, golden=golden, others=others, own=own)
    return attrs.evolve(subject, isolated=True)


def documents_of(name: str) -> Path | None:
    """Return the folder of test documents of the project that a distribution was installed from, if known.

    Raises:
        UsageError: Nothing of that name is installed.
    """
    return _project_documents(_entry_point(name))


def _project_documents(point: EntryPoint) -> Path | None:
    said = point.dist.read_text("direct_url.json") if point.dist else None
    url = urlsplit(json.loads(said)["url"]) if said else None
    if url is None or url.scheme != "file":
        return None
    folder = Path(url2pathname(unquote(url.path))) / "tests" / "documents"
    return folder if folder.is_dir() else None


def _entry_point(name: str) -> EntryPoint:
    points = sorted(entry_points(group=PROJECT), key=lambda point: point.name)
    by_name: dict[str, EntryPoint] = {}
    for point in points:
        by_name[point.name] = point
        if point.dist:
            by_name[point.dist.name] = point
    if name not in by_name:
        for state in discover().plugins:
            by_name |= {one.name: by_name[state.name] for one in state.importers if state.name in by_name}
    if name in by_name:
        return by_name[name]
    known = ", ".join(sorted({point.dist.name for point in points if point.dist})) or "none yet"
    hint = did_you_mean(name, by_name, otherwise="install it first, with `pip install --editable FOLDER`")
    raise UsageError(f"a distribution with an importer, such as {known}", f"“{name}”", hint=hint)
