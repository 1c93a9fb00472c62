"""Size and speed of the report on made-up places, and of its filters in Chromium.

    python -m benchmarks.report [--places 200] [--features 30] [--themes 5]

The browser is Chromium, of the machine; first paint is a median of five, and so is the answer of each filter,
from the choice to the next frame that shows it, on and off again.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report.synthetic import synthetic
from placebench.benchmark.study import Study, run_study
from placebench.report import write_report

REPEATS = 5
_MEBIBYTE = 1 << 20
_PAUSE = 20
"""Milliseconds from one look at the page to the next."""
_PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_FILTERS = {"by-status": "in_place", "by-system": "system-3", "search": "number 12"}
_FILTER = """async ([field, value]) => {
    const chosen = document.getElementById(field);
    const begin = performance.now();
    chosen.value = value;
    chosen.dispatchEvent(new Event('input', {bubbles: true}));
    document.body.offsetHeight;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begin;
}"""


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report")
    for name, number in (("places", 200), ("features", 30), ("themes", 5)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    dataset = synthetic(asked.places, asked.features, asked.themes)
    begin = time.perf_counter()
    # All places stand in one order, which a study has to ask for.
    everyone = Study(systems=tuple(dataset.frame("systems").collect()["system_id"]))
    run = run_study(dataset, everyone)
    tables = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        page = write_report(dataset, run.results, Path(folder) / "report.html")
        written = time.perf_counter() - begin - tables
        lines = {
            "tables, s": f"{tables:.1f}",
            "page, s": f"{written:.1f}",
            "size, MiB": f"{page.stat().st_size / _MEBIBYTE:.1f}",
            **_in_browser(page),
        }
    for name, figure in lines.items():
        sys.stdout.write(f"{name}: {figure}\n")


def _in_browser(page: Path) -> dict[str, str]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        return {"browser": "none on this machine"}
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the test extra

    paints: list[float] = []
    answers: dict[str, list[float]] = {field: [] for field in _FILTERS}
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(REPEATS):
            opened = browser.new_page()
            opened.goto(page.as_uri())
            # The page's policy forbids what would wait for it within the page.
            while not opened.evaluate(_PAINTED):
                opened.wait_for_timeout(_PAUSE)
            paints.append(opened.evaluate(_PAINT))
            for field, value in _FILTERS.items():
                answers[field] += [opened.evaluate(_FILTER, [field, chosen]) for chosen in (value, "")]
            opened.close()
        browser.close()
    return {
        "first paint, ms": f"{statistics.median(paints):.0f}",
        **{
            f"answer of a filter, {field}, ms": f"{statistics.median(found):.0f}"
            for field, found in answers.items()
        },
    }


if __name__ == "__main__":
    main()
