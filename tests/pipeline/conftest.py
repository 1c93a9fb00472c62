"""A folder with one document, which importers of invented systems read."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def papers(tmp_path: Path, vale_text: str) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "places.txt").write_text(vale_text)
    return folder
