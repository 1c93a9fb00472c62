"""A part: the rows that one importer read from one document, under a key that names its inputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from placebench.model import Row


@attrs.frozen
class Part:
    """The rows of one document and importer, or the source and the claims of one document.

    Attributes:
        key: Names everything that the rows depend on; see `part_key`.
        rows: Rows by table.
    """

    key: str
    rows: Mapping[str, tuple[Row, ...]] = attrs.field(hash=False)


def part_key(
    document_sha256: str,
    importer: str,
    version: str,
    schema_version: str,
    codebook_digest: str,
    options: Mapping[str, Any],
) -> str:
    """Return the sha256, in hex, of everything that a part's rows depend on."""
    return digest([document_sha256, importer, version, schema_version, codebook_digest, options])


def digest(inputs: object) -> str:
    """Return the sha256, in hex, of a JSON value; the order of an object's names does not matter."""
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
