"""`python -m placebench`, and the command `placebench`."""

from __future__ import annotations

import sys

from placebench.cli import cli, exit_code_of


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(exit_code_of(cli))


if __name__ == "__main__":
    main()
