"""The version of the schema, by SemVer.

A removed, retyped or newly required column, or a removed code, is a new major version; a new nullable
column, table or code is a new minor version.
"""

from __future__ import annotations

SCHEMA_VERSION = "1.1.0"


def major(version: str) -> str:
    """Return the major part of a version."""
    return version.partition(".")[0]
