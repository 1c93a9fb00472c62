"""Measure how long plugins of many distributions take to be found, and what `--help` takes beside them."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.measure import Use

PLUGIN = """
from placebench.hookspecs import hookimpl
from placebench.model import Place, System

class Importer:
    name, version, api, expects = "{name}", "1.0", 1, {{}}
    system = System(system_id="{name}", name="{name}")
    places = (Place(place_id="{name}/dale", system_id="{name}", name="Dale"),)

    def identify(self, document):
        return ()

    def extract(self, document, claim):
        return ()

@hookimpl
def placebench_importers():
    return [Importer()]
"""
COMMANDS = {
    "import of `placebench.plugins` alone": ["-c", "import placebench.plugins"],
    "discovery": ["-c", "from placebench.plugins import discover; discover()"],
    "`placebench --help`": ["-m", "placebench", "--help"],
}


def install(site: Path, count: int) -> None:
    """Write so many distributions, each with one plugin, as an installer would."""
    for number in range(count):
        name = f"system-{number:03}"
        module = name.replace("-", "_")
        (site / f"{module}.py").write_text(PLUGIN.format(name=name), encoding="utf-8")
        about = site / f"{module}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8"
        )
        (about / "entry_points.txt").write_text(f"[placebench]\n{name} = {module}\n", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale.discovery", description=__doc__)
    parser.add_argument(
        "--count", type=int, nargs="+", default=[0, 50], help="distributions besides those here"
    )
    parser.add_argument("--repeats", type=int, default=5, help="runs that each median is of")
    given = parser.parse_args()
    print("| distributions | what | processor, s |\n|---:|---|---:|")
    before = os.environ.get("PYTHONPATH", "")
    for count in given.count:
        with tempfile.TemporaryDirectory() as folder:
            install(Path(folder), count)
            os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [folder, before]))
            for name, arguments in COMMANDS.items():
                use = Use.median([Use.of([sys.executable, *arguments]) for _ in range(given.repeats)])
                print(f"| {count} | {name} | {use.processor:.2f} |", flush=True)


if __name__ == "__main__":
    main()
