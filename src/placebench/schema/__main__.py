"""Write the schema files: `python -m placebench.schema [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from placebench.schema.generate import write
from placebench.schema.version import SCHEMA_VERSION, major

write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("schemas") / f"v{major(SCHEMA_VERSION)}")
