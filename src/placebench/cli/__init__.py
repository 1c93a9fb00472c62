"""Arguments, printing and exit codes; nothing else prints.

Heavy libraries load inside the commands that need them, so that help is fast.
"""

from __future__ import annotations

from placebench.cli.app import cli
from placebench.cli.failures import exit_code_of

__all__ = ["cli", "exit_code_of"]
