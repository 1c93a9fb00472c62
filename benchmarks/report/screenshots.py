"""Pictures of the page as readers meet it: whole at three widths, each section, the evidence, and on paper.

python -m benchmarks.report.screenshots REPORT.html FOLDER
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

WIDTHS = (1280, 768, 320)
_HEIGHT = 1000
_WHOLE = "* { content-visibility: visible !important; }"
"""A browser leaves out what is out of sight, and a picture of a section would lack it."""


def main() -> None:
    """Write PNG files and one PDF to a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report.screenshots")
    parser.add_argument("report", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("expected Chromium on this machine, found none")
    asked.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        photograph(browser, asked.report.resolve().as_uri(), asked.folder)
        browser.close()


def photograph(browser: Browser, address: str, folder: Path) -> None:
    """Take every picture of a report.

    Args:
        browser: A running browser.
        address: Of the report.
        folder: Where the files go.
    """
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": _HEIGHT}, bypass_csp=True)
        page.goto(address)
        page.add_style_tag(content=_WHOLE)
        page.screenshot(path=folder / f"top-{width}.png")
        for section in page.locator("main > section:not(#facts):not(#sources)").all():
            section.screenshot(path=folder / f"{section.get_attribute('id')}-{width}.png")
        page.close()
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": _HEIGHT})
    page.goto(address)
    page.pdf(path=folder / "print.pdf", prefer_css_page_size=True)
    page.locator("td a[data-facts]").first.click()
    page.screenshot(path=folder / "evidence.png")
    page.close()


if __name__ == "__main__":
    main()
