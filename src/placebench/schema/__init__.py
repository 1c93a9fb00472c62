"""What the model looks like to others: Arrow, JSON Schema, Table Schema and Data Package.

Each exporter is one short module on `placebench.model.columns_of`; only `placebench.schema.arrow` loads
pyarrow. `python -m placebench.schema` writes the files in `schemas/`.
"""

from __future__ import annotations

from placebench.schema.identity import id_column
from placebench.schema.version import SCHEMA_VERSION, major

__all__ = ["SCHEMA_VERSION", "id_column", "major"]
