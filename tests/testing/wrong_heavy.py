"""A plugin that loads a table library when it is imported."""

from __future__ import annotations

import pyarrow as pa

from tests.testing.sound import Vale

TABLE = pa.Table
IMPORTER = Vale()
