"""The distribution of a new importer, complete enough for its tests to pass."""

from __future__ import annotations

import string
from collections.abc import Mapping
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from placebench.codebook import new_profile, parse_profile
from placebench.coding import SystemImporter
from placebench.errors import UsageError
from placebench.hookspecs import hookimpl
from placebench.testing.golden import write_golden
from placebench.testing.subject import subject_of

DOCUMENT = "board-paper.txt"
_FILES = {
    "pyproject": "pyproject.toml",
    "readme": "README.md",
    "importer": "src/{package}/__init__.py",
    "test": "tests/test_{module}.py",
    "board-paper": f"tests/documents/{DOCUMENT}",
    "sources": "tests/documents/sources.csv",
}
"""Where each file of the template goes."""


class _Plugin:
    """The importer that the new distribution will have, before it is installed."""

    def __init__(self, importer: SystemImporter) -> None:
        self._importer = importer

    @hookimpl
    def placebench_importers(self) -> list[SystemImporter]:
        """Register the importer."""
        return [self._importer]


def write_importer(system_id: str, folder: Path) -> list[Path]:
    """Write a distribution: project file, profile, importer, a document with its golden file, tests.

    Args:
        system_id: What identifiers of the system's places begin with: small letters, digits and hyphens.
        folder: Where to; it must not be there yet, or be empty.

    Returns:
        The files.

    Raises:
        UsageError: The identifier is none, or there is something in the folder or it cannot be written.
    """
    profile = new_profile(system_id)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("a folder that is not there yet", "one with files in it", where=str(folder))
    words = _words(system_id, profile)
    texts = {path.format_map(words): _filled(name, words) for name, path in _FILES.items()}
    texts[f"src/{words['package']}/profile.toml"] = profile
    texts[f"src/{words['package']}/py.typed"] = ""
    try:
        for path, text in texts.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            "a folder that can be written", error.strerror or "none", where=str(folder)
        ) from error
    golden = _write_golden(system_id, profile, folder)
    return sorted([*(folder / path for path in texts), *golden])


def _words(system_id: str, profile: str) -> dict[str, str]:
    module = system_id.replace("-", "_")
    return {
        "system_id": system_id,
        "name": parse_profile(system_id, profile.encode()).system.name,
        "distribution": f"placebench-{system_id}",
        "package": f"placebench_{module}",
        "module": module,
        "class_name": "".join(part.capitalize() for part in system_id.split("-")),
        "version": ".".join(version("placebench").split(".")[:2]),
    }


def _filled(name: str, words: Mapping[str, str]) -> str:
    template = resources.files(__package__).joinpath("template", f"{name}.txt").read_text(encoding="utf-8")
    return string.Template(template).substitute(words)


def _write_golden(system_id: str, profile: str, folder: Path) -> list[Path]:
    importer = SystemImporter(system_id, "0.1.0", parse_profile(system_id, profile.encode()))
    tests = folder / "tests"
    return write_golden(subject_of(_Plugin(importer), tests / "documents"), tests / "golden")
