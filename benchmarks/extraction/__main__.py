"""Score what the installed plugins and the profiles read against facts that people coded."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.extraction.coded import CodedSet, read_lines
from benchmarks.extraction.extracted import claimed, extract
from benchmarks.extraction.kappa import agreements
from benchmarks.extraction.passages import files_of, passage_set
from benchmarks.extraction.report import (
    SetReport,
    aligned,
    extra_json,
    extra_lines,
    markdown,
    missed_json,
    missed_lines,
)
from benchmarks.extraction.scoring import score
from placebench.errors import PlacebenchError

HERE = Path(__file__).resolve().parent
LAYOUTS = {"table": aligned, "markdown": markdown}


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    add_sets(parser)
    parser.add_argument("--facts", type=Path, help="facts of another set; needs --documents")
    parser.add_argument("--must-not", type=Path, help="rows that it must not give")
    parser.add_argument("--format", choices=[*LAYOUTS, "json"], default="table")
    parser.add_argument("--missed", action="store_true", help="print the facts that no row states")
    parser.add_argument(
        "--extra", action="store_true", help="print the rows that match no fact, to read them"
    )
    return parser


def add_sets(parser: argparse.ArgumentParser) -> None:
    """Add what names sets: those beside this script, or a folder of documents with its profiles."""
    parser.add_argument(
        "sets", nargs="*", help=f"sets beside this script: {', '.join(own_sets())}; all unless named"
    )
    parser.add_argument("--documents", type=Path, help="folder of documents of another set")
    parser.add_argument("--profiles", type=Path, help="folder of profiles for it")


def sets_of(given: argparse.Namespace, scratch: Path) -> Iterator[tuple[str, CodedSet | None]]:
    """Yield the sets that were asked for by name; None for one that is missing.

    Args:
        given: What the command was given.
        scratch: A folder for passages that are read as documents.
    """
    if given.facts:
        must_nots = read_lines(given.must_not) if given.must_not else ()
        name, facts = given.facts.name, read_lines(given.facts)
        yield name, CodedSet(name, given.documents, facts, must_nots, profiles_in(given.profiles))
        return
    for name in given.sets or own_sets():
        folder = HERE / name
        if files_of(folder):
            (documents := scratch / name).mkdir()
            yield name, passage_set(folder, documents)
            continue
        if not (folder / "facts.jsonl").exists():
            yield name, None
            continue
        facts, must_nots = read_lines(folder / "facts.jsonl"), read_lines(folder / "must_not.jsonl")
        profiles = profiles_in(folder / "profiles")
        yield name, CodedSet(name, folder / "documents", facts, must_nots, profiles)


def own_sets() -> list[str]:
    """Return the names of the sets beside this script."""
    return sorted({file.parent.name for form in ("*/facts.jsonl", "*/*.toml") for file in HERE.glob(form)})


def profiles_in(folder: Path | None) -> tuple[Path, ...]:
    """Return the profiles in a folder."""
    return tuple(sorted(folder.glob("*.toml"))) if folder else ()


def refused_but_claimed() -> list[str]:
    """Return the documents about something else that an importer claims."""
    # The profiles of `seen`; another set has one of the very system whose own board is called a place forum.
    return claimed(HERE / "refused", profiles_in(HERE / "seen" / "profiles"))


def report_on(coding: CodedSet) -> SetReport:
    """Import the documents of a set and score what they gave."""
    rows = [row for row in extract(coding.documents, coding.profiles) if row.doc in coding.coded_documents]
    scored = score(coding, rows)
    if not coding.tables:
        return SetReport(coding.name, scored, tuple(agreements(coding.facts, rows)))
    faulty = {fact.doc for fact in scored.missed} | {row.doc for row in scored.extra}
    right = len(coding.coded_documents - faulty)
    return SetReport(coding.name, scored, passages=(right, len(coding.coded_documents)))


def as_json(
    reports: dict[str, SetReport | None], refused: list[str] | None, given: argparse.Namespace
) -> str:
    """Return the whole report as JSON."""
    sets: dict[str, Any] = {}
    for name, report in reports.items():
        sets[name] = report.as_json() if report else None
        if report and given.missed:
            sets[name]["missed"] = missed_json(report.score.missed)
        if report and given.extra:
            sets[name] |= extra_json(report.score)
    return json.dumps(
        {"sets": sets, "refused_but_claimed": refused}, ensure_ascii=False, indent=1, default=str
    )


def as_lines(
    reports: dict[str, SetReport | None], refused: list[str] | None, given: argparse.Namespace
) -> Iterator[str]:
    """Yield the whole report for people."""
    for name, report in reports.items():
        yield f"## {name}" if given.format == "markdown" else name.upper()
        yield ""
        if report is None:
            yield f"The set is missing: there is no {name}/facts.jsonl beside this script."
        else:
            yield from report.lines(LAYOUTS[given.format])
            yield from missed_lines(report.score.missed) if given.missed else ()
            yield from extra_lines(report.score) if given.extra else ()
        yield ""
    if refused is not None:
        yield f"Documents to refuse that were claimed: {', '.join(refused) or 'none'}."


def main(words: Sequence[str] | None = None) -> None:
    """Score and print; the words of the command line unless others are given."""
    parser = arguments()
    given = parser.parse_args(words)
    if bool(given.facts) != bool(given.documents):
        parser.error("--facts and --documents go together")
    try:
        with TemporaryDirectory() as scratch:
            asked = sets_of(given, Path(scratch))
            reports = {name: report_on(coding) if coding else None for name, coding in asked}
        refused = None if given.facts else refused_but_claimed()
    except PlacebenchError as error:
        parser.error(str(error))
    if given.format == "json":
        print(as_json(reports, refused, given))
    else:
        print(*as_lines(reports, refused, given), sep="\n")


if __name__ == "__main__":
    main()
