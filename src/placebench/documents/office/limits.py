"""How much of an office file is read before it is refused: such files are zip archives, and may be bombs."""

from __future__ import annotations

MOST_PARTS = 10_000
"""Files in the archive."""
MOST_PART_BYTES = 64 * 1024 * 1024
"""Bytes of one file in the archive, once unpacked."""
MOST_BYTES = 192 * 1024 * 1024
"""Bytes of all files that are read, once unpacked."""
MOST_CHARACTERS = 50_000_000
"""Characters of the text; a cell can be repeated many times in few bytes."""
MOST_CELLS = 250_000
"""Filled or merged cells of a workbook. Empty cells cost nothing, wherever the last one stands."""
MOST_TABLE_DEPTH = 20
"""Tables within tables of a Word document."""
