"""Pages printed as PDF by a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def printed_page(page: str, home: Path) -> bytes:
    """Return a page as PDF; the test is skipped where no browser is."""
    if _BROWSER is None:
        pytest.skip("no Chromium on this machine")
    source, target = home / "page.html", home / "page.pdf"
    source.write_text(page, "utf-8")
    command = [_BROWSER, *_FLAGS, f"--user-data-dir={home / 'profile'}", f"--print-to-pdf={target}"]
    subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=120)
    return target.read_bytes()
