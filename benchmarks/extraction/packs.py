"""Compare what papers give alone and side by side in one pack, where each is an item below a heading."""

from __future__ import annotations

import argparse
import csv
import html
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import attrs

from benchmarks.extraction.__main__ import HERE, add_sets, own_sets, profiles_in
from benchmarks.extraction.extracted import Extracted, extract
from benchmarks.extraction.passages import files_of
from placebench.documents import CELL, FURNITURE, HEADING, ITEM, Document, read_document
from placebench.documents.sources import FILE_NAME, read_sources
from placebench.model import FACT_TABLES

_PACK = "pack.html"
_KNOWN = ("file", "title", "publisher", "document_type", "published")
_DIFFERENCES = ("elsewhere", "new", "gone")
_SHOWN = 110
_Row = tuple[str, str, str]


@attrs.frozen(order=True)
class Told:
    """What a paper states, and of whom.

    Attributes:
        row: Feature or table, the words of the row that tell it from others, and its quote.
        subject: Place, or else what the row applies to.
    """

    row: _Row
    subject: str


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction.packs", description=__doc__)
    add_sets(parser)
    parser.add_argument("--shown", action="store_true", help="print the rows that differ")
    return parser


def body_of(document: Document) -> str:
    """Return the blocks of a document as the mark-up of a page, without its title."""
    parts: list[str] = []
    blocks = (block for block in document.blocks if block.kind not in (CELL, FURNITURE))
    for listed, group in groupby(blocks, key=lambda block: block.kind == ITEM):
        texts = [(block.kind, html.escape(document.at(block.content))) for block in group]
        if listed:
            parts.append("<ul>" + "".join(f"<li>{text}</li>" for _, text in texts) + "</ul>")
        else:
            parts += [f"<h3>{text}</h3>" if kind == HEADING else f"<p>{text}</p>" for kind, text in texts]
    return "".join(parts)


@attrs.frozen
class Paper:
    """A paper as a page of its own.

    Attributes:
        metadata: What is known of it.
        body: The page below its title.
    """

    metadata: Mapping[str, str] = attrs.field(hash=False)
    body: str

    @property
    def title(self) -> str:
        """Its title as mark-up."""
        return html.escape(self.metadata.get("title", ""))


def papers_of(folder: Path) -> dict[str, Paper]:
    """Return the papers of a folder that have no tables, by the file name of the page."""
    found = {}
    for name, metadata in read_sources(folder).items():
        document = read_document((folder / name).read_bytes(), name, metadata)
        if not document.tables:
            found[f"{Path(name).stem}.html"] = Paper(metadata, body_of(document))
    return found


def told_by(rows: Iterable[Extracted]) -> Iterator[Told]:
    """Yield what the facts among some rows state, once for each quote."""
    for one in rows:
        if one.table in FACT_TABLES:
            columns = one.columns
            kept = (columns.get(name) for name in ("organisation", "label", "name", "value", "holder"))
            words = next((str(word) for word in kept if word), "")
            subject = str(columns.get("place_id") or columns.get("applies_to"))
            for quote in one.quotes:
                yield Told((columns.get("feature") or one.table, words, " ".join(quote.split())), subject)


def written(folder: Path, pages: Mapping[str, str], known: Iterable[Mapping[str, str]]) -> Path:
    """Write pages with what is known of them, and return their folder."""
    folder.mkdir(parents=True)
    for name, text in pages.items():
        (folder / name).write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    with (folder / FILE_NAME).open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, _KNOWN, extrasaction="ignore")
        table.writeheader()
        table.writerows(known)
    return folder


def by_system(rows: Iterable[Extracted]) -> Iterator[tuple[str, list[str]]]:
    """Yield each system with the papers that mostly speak of it, where there are several."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.table in FACT_TABLES and row.columns["system_id"]:
            told[row.doc][row.columns["system_id"]] += 1
    papers: dict[str, list[str]] = defaultdict(list)
    for doc, systems in told.items():
        papers[systems.most_common(1)[0][0]].append(doc)
    return ((system, docs) for system, docs in papers.items() if len(docs) > 1)


def pack_of(papers: Iterable[Paper]) -> str:
    """Return papers as one page, each below a heading with its number and title."""
    items = (f"<h2>Item {n}: {paper.title}</h2>{paper.body}" for n, paper in enumerate(papers, 1))
    return f"<h1>Board papers</h1>{''.join(items)}"


def compared(name: str, folder: Path, profiles: Sequence[Path], *, shown: bool) -> Iterator[str]:
    """Yield a line of the table on a set, and the rows that differ where they are to be shown."""
    papers, counts = papers_of(folder), Counter[str]()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as at:
        pages = {file: f"<h1>{paper.title}</h1>{paper.body}" for file, paper in papers.items()}
        known = [{**paper.metadata, "file": file} for file, paper in papers.items()]
        rows = extract(written(Path(at) / "alone", pages, known), profiles)
        for system, docs in by_system(rows):
            about = {"file": _PACK, "title": f"Papers of {system}", "document_type": "board paper"}
            pack = {_PACK: pack_of(papers[doc] for doc in docs)}
            packed = extract(written(Path(at) / system, pack, [about]), profiles)
            counts["packs"] += 1
            lines += _differences([row for row in rows if row.doc in docs], packed, counts)
    figures = (counts[kind] for kind in ("packs", "alone", "same", *_DIFFERENCES))
    yield f"| `{name}` | {' | '.join(map(str, figures))} |"
    if shown:
        yield from lines


def _differences(
    alone: Iterable[Extracted], pack: Iterable[Extracted], counts: Counter[str]
) -> Iterator[str]:
    before, after = (set(told_by(rows)) for rows in (alone, pack))
    counts["alone"] += len(before)
    counts["same"] += len(before & after)
    known, still = {told.row for told in before}, {told.row for told in after}
    changed = [("elsewhere" if told.row in known else "new", told) for told in sorted(after - before)]
    lost = [("gone", told) for told in sorted(before) if told.row not in still]
    for kind, told in (*changed, *lost):
        feature, words, quote = told.row
        counts[kind] += 1
        yield f"{kind}: {feature} of {told.subject}: {words} | {quote[:_SHOWN]}"


def main() -> None:
    """Print the table, a line a set."""
    given = arguments().parse_args()
    print("| set | packs | rows alone | same in pack | of another subject | only in pack | only alone |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    if given.documents:
        sets = [(given.documents.name, given.documents, profiles_in(given.profiles))]
    else:
        sets = [
            (name, HERE / name / "documents", profiles_in(HERE / name / "profiles"))
            for name in given.sets or own_sets()
            if not files_of(HERE / name)
        ]
    for name, folder, profiles in sets:
        for line in compared(name, folder, profiles, shown=given.shown):
            print(line)


if __name__ == "__main__":
    main()
