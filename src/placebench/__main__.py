"""`python -m placebench`, and the command `placebench`."""

from __future__ import annotations

import gc
import sys

from placebench.cli import cli, exit_code_of


def main() -> None:
    """Run the command line and exit with its code."""
    code = exit_code_of(cli)
    # All that is left goes with the process; to search it for cycles before would take a tenth of a second.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
