"""What several test modules need: folders of files, and reproducible property tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("placebench", deadline=None, derandomize=True)
settings.load_profile("placebench")


def folder_from(variable: str) -> Path:
    """Return the folder that an environment variable names, or skip the test."""
    if variable not in os.environ:
        pytest.skip(f"needs the folder that {variable} names")
    return Path(os.environ[variable])


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the documents that were written for the project."""
    return ROOT / "examples" / "documents"


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """Return the folder of published documents that is kept beside the project."""
    return folder_from("PLACEBENCH_DOCUMENTS")


@pytest.fixture(scope="session")
def formats() -> Path:
    """Return the folder of files with known contents that is kept beside the project."""
    return folder_from("PLACEBENCH_FORMATS")
