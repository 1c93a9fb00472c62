"""A plugin that reaches into rooms that no importer is offered."""

from __future__ import annotations

from placebench.checks import digest
from tests.testing.sound import Vale

DIGEST = digest
IMPORTER = Vale()
