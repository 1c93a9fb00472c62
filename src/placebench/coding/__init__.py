"""Coding: what a document says, as rows of the model, by the coding frame.

`Reading` is a document read for one system; each other module codes one table from it.
"""

from __future__ import annotations

from placebench.coding.reading import Reading
from placebench.coding.system_importer import CODERS, SystemImporter

__all__ = ["CODERS", "Reading", "SystemImporter"]
