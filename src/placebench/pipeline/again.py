"""What is read although it was read before."""

from __future__ import annotations

from typing import Literal

Again = Literal["failed", "all"]
"""Documents that failed in an earlier run, or all."""
