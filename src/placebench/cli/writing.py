"""Files that a command writes: never over one that is there."""

from __future__ import annotations

from pathlib import Path

from placebench.errors import UsageError


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        UsageError: It is there, or cannot be written.
    """
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise UsageError("a file that is not there yet", "one that is", where=str(path)) from None
    except OSError as error:
        found = error.strerror or "none"
        raise UsageError("a file that can be written", found, where=str(path)) from error
