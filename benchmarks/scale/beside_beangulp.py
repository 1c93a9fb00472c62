"""What a framework adds to a document: placebench beside beangulp, each with an importer of CSV files.

    python -m benchmarks.scale.beside_beangulp [--peer PYTHON]

Each importer reads the same files and makes a row, or a transaction, of each line. It is called in a bare
loop, and through its framework: for placebench that opens the document, asks, resolves, checks rows and
quotes, and collects; for beangulp it asks, extracts, sorts and checks types. `PYTHON` has beangulp installed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

PLACEBENCH = """
import csv, datetime, json, re, sys, time
from pathlib import Path
from placebench.documents import Span, open_document
from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Fact
from placebench.model import Governance, Place, System
from placebench.pipeline import import_one
from placebench.pipeline.files import find_documents
from placebench.plugins import discover

class Importer:
    name, version, api, expects = "vale", "1.0", 1, {}
    system = System(system_id="vale", name="Vale")
    places = tuple(Place(place_id=f"vale/p{n}", system_id="vale", name=f"P{n}") for n in range(5))

    def identify(self, document):
        if "place\\tfeature\\tvalue" in document.text:
            yield Claim(spans=(Span(0, len(document.text)),), tables={"governance"}, rank=3, why="head")

    def extract(self, document, claim):
        for match in re.finditer(r"(p\\d)\\tboard\\t(Board \\d+)", document.text):
            row = Governance(system_id="vale", place_id=f"vale/{match[1]}", feature="board", value=match[2])
            yield Fact(row, (document.quote(*match.span()),))

class Plugin:
    @hookimpl
    def placebench_importers(self):
        return [Importer()]

registry = discover([Plugin()], installed=False)
found = find_documents([sys.argv[1]])
def bare():
    rows = 0
    for one in found:
        document = open_document(one.path)
        rows += sum(len(list(Importer().extract(document, c))) for c in Importer().identify(document))
    return rows
def framework():
    return sum(sum(import_one(one, registry=registry).report.rows.values()) for one in found)
"""
BEANGULP = """
import csv, datetime, json, sys, time
from pathlib import Path
from beancount.core import amount, data, number
import beangulp
from beangulp import extract, identify

class Importer(beangulp.Importer):
    def identify(self, path):
        with open(path) as file:
            return "place,feature,value" in file.read(100)

    def account(self, path):
        return "Assets:Vale"

    def extract(self, path, existing):
        entries = []
        with open(path) as file:
            for line, row in enumerate(csv.reader(file)):
                if len(row) == 3 and row[1] == "board":
                    units = amount.Amount(number.D(row[2].split()[1]), "GBP")
                    posting = data.Posting("Assets:Vale", units, None, None, None, None)
                    about = data.new_metadata(path, line)
                    day = datetime.date(2023, 1, 1)
                    tags = data.EMPTY_SET
                    entries.append(data.Transaction(about, day, "*", row[0], row[2], tags, tags, [posting]))
        return entries

importers = [Importer()]
found = sorted(map(str, Path(sys.argv[1]).glob("*.csv")))
def bare():
    return sum(len(importers[0].extract(path, [])) for path in found if importers[0].identify(path))
def framework():
    return sum(len(extract.extract_from_file(identify.identify(importers, path), path, [])) for path in found)
"""
TIMED = """
def timed(way):
    start = time.process_time()
    rows = way()
    return rows, 1000 * (time.process_time() - start) / len(found)
bare(), framework()
turns = [(timed(bare), timed(framework)) for _ in range(int(sys.argv[2]))]
middle = lambda way: sorted(turn[way][1] for turn in turns)[len(turns) // 2]
print(json.dumps([turns[0][0][0], turns[0][1][0], middle(0), middle(1)]))
"""


def write_files(folder: Path, files: int, lines: int) -> None:
    """Write so many CSV files of so many lines."""
    for number in range(files):
        rows = [f"p{line % 5},board,Board {number * lines + line}" for line in range(lines)]
        text = "\n".join(["place,feature,value", *rows, ""])
        (folder / f"{number:05}.csv").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale.beside_beangulp", description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--lines", type=int, nargs="+", default=[5, 50], help="of each file")
    parser.add_argument("--repeats", type=int, default=5, help="turns that each median is of")
    parser.add_argument(
        "--peer", default=sys.executable, metavar="PYTHON", help="where beangulp is installed"
    )
    given = parser.parse_args()
    print("| framework | lines a file | rows | bare loop, ms a file | framework, ms a file | added, ms |")
    print("|---|---:|---:|---:|---:|---:|")
    for lines in given.lines:
        with tempfile.TemporaryDirectory() as folder:
            write_files(Path(folder), given.files, lines)
            ways = (("placebench", sys.executable, PLACEBENCH), ("beangulp", given.peer, BEANGULP))
            for name, python, program in ways:
                command = [python, "-c", program + TIMED, folder, str(given.repeats)]
                done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
                _, rows, bare, framework = json.loads(done.stdout)
                added = framework - bare
                print(
                    f"| {name} | {lines} | {rows} | {bare:.2f} | {framework:.2f} | {added:.2f} |", flush=True
                )


if __name__ == "__main__":
    main()
