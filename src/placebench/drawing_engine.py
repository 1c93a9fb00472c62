"""The engine that draws, in a process of its own: it takes long to start, and nothing else runs beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Self, cast

_PROGRAM = """
import json, sys
sys.path[:] = sys.argv[1:]
import vl_convert
vl_convert.vegalite_to_svg({"mark": "point", "data": {"values": []}})
for line in sys.stdin.buffer:
    try:
        drawn = vl_convert.vegalite_to_svg(line.decode())
    except Exception:
        drawn = None
    print(json.dumps(drawn), flush=True)
"""


class Engine:
    """Draws one picture after another, while the caller does other work.

    The process starts at once; it ends when the engine is closed, or with this process.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the program is the one above
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._asked = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def draw(self, specification: str) -> Callable[[], str | None]:
        """Begin to draw a picture.

        Args:
            specification: The chart in Vega-Lite, as JSON in one line.

        Returns:
            What waits for the picture and returns it as SVG; None where the process ended before, or where
            it cannot be drawn.
        """
        try:
            begun = self._asked.submit(self._drawn, specification)
        except RuntimeError:  # it is closed
            return lambda: None

        def drawn() -> str | None:
            with suppress(CancelledError, OSError, ValueError):
                return begun.result()
            return None

        return drawn

    def close(self) -> None:
        """End the process, and leave the pictures that are not drawn."""
        self._process.kill()
        self._asked.shutdown(cancel_futures=True)
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            # What the process has not taken any more cannot be sent.
            with suppress(OSError):
                cast("IO[bytes]", stream).close()

    def _drawn(self, specification: str) -> str | None:
        requests, replies = self._process.stdin, self._process.stdout
        cast("IO[bytes]", requests).write(specification.encode() + b"\n")
        cast("IO[bytes]", requests).flush()
        drawn: str | None = json.loads(cast("IO[bytes]", replies).readline())
        return drawn
