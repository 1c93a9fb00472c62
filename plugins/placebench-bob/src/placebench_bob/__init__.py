"""Importer for Buckinghamshire, Oxfordshire and Berkshire West."""

from __future__ import annotations

from importlib import resources

from placebench import hookimpl
from placebench.codebook import load_profile
from placebench.coding import SystemImporter

__version__ = "0.1.0"

IMPORTER = SystemImporter(
    name="bob",
    version=__version__,
    profile=load_profile(resources.files(__package__) / "profile.toml"),
)


@hookimpl
def placebench_importers() -> list[SystemImporter]:
    """Register the importer."""
    return [IMPORTER]
