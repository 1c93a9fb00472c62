"""The files of a saved dataset: their names, and what the descriptor says of each."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.json"
DATA = "data"


def file_facts(path: Path) -> dict[str, Any]:
    """Return the size and the hash of a file, as a Data Package gives them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"bytes": file.tell(), "hash": f"sha256:{digest}"}


def known_paths(folder: Path) -> set[str]:
    """Return the paths that the descriptor names; none where there is no descriptor that can be read."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_bytes())
        return {str(resource["path"]) for resource in descriptor["resources"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return set()
