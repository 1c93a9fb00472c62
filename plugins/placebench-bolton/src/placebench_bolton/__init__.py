"""Importer for Bolton and the other localities of Greater Manchester."""

from __future__ import annotations

from importlib import resources

from placebench import hookimpl
from placebench.codebook import load_profile
from placebench.coding import SystemImporter

__version__ = "0.1.0"

IMPORTER = SystemImporter(
    name="bolton",
    version=__version__,
    profile=load_profile(resources.files(__package__) / "profile.toml"),
)


@hookimpl
def placebench_importers() -> list[SystemImporter]:
    """Register the importer."""
    return [IMPORTER]
