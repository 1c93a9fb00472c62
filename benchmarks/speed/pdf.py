"""Measure how fast a pack of PDF pages is read and coded, against its bare text and against other readers."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from pypdfium2 import PdfDocument
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from benchmarks.speed.measure import Use

SENTENCE = (
    "The partnership of Ford meets every other month, is chaired in turn by the council and by the trust, "
    "and reports to the board of the system on what its plan for older people has come to. "
)
BARE = "bare text of pypdfium2"
PROGRAMS = {
    BARE: """
from pypdfium2 import PdfDocument
for page in PdfDocument(path):
    text = page.get_textpage()
    text.get_text_range()
    text.close()
    page.close()
""",
    "`placebench.documents`: paragraphs, lists, tables": """
from placebench.documents import open_document
open_document(path)
""",
    "`placebench` reading and coding": """
from pathlib import Path
from placebench.pipeline import Found, import_one
from placebench.pipeline.worker import collect_seldom
from placebench.plugins import discover
registry = discover()
collect_seldom()  # as in the processes in which documents are read
import_one(Found(Path(path), "pack.pdf", {"published": "2023-03-21"}), registry=registry)
""",
    "pdfplumber: text and tables": """
import pdfplumber
with pdfplumber.open(path) as pack:
    for page in pack.pages:
        page.extract_text()
        page.extract_tables()
        page.close()
""",
    "markitdown: Markdown": """
from markitdown import MarkItDown
MarkItDown().convert(path)
""",
}


def written(path: Path, pages: int) -> None:
    """Write a pack: headings, prose and lists on most pages, a table with borders on every fourth."""
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    story: list[Flowable] = []
    for number in range(1, pages + 1):
        story.append(Paragraph(f"Paper {number}", styles["Heading2"]))
        if number % 4:
            for point in range(6):
                story.append(Paragraph(f"{point + 1}. {SENTENCE * 3}", body))
                story.append(Paragraph(f"• {SENTENCE}", body))
        else:
            rows = [
                ["Theme", "Emerging", "Maturing", "Thriving"],
                *[[f"{n}", *[SENTENCE] * 3] for n in range(4)],
            ]
            story.append(Table([[Paragraph(text, body) for text in row] for row in rows], style=grid))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).build(story)


def concatenated(path: Path, files: Sequence[Path], pages: int) -> None:
    """Write a pack of the pages of other files, taken again and again."""
    pack = PdfDocument.new()
    for file in cycle(files):
        document = PdfDocument(file)
        pack.import_pages(document, list(range(min(len(document), pages - len(pack)))))
        if len(pack) == pages:
            break
    pack.save(path)


def report(pack: Path, first: Path, repeats: int, programs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the report; what the same program takes for the first page is taken off the time."""
    pages = len(PdfDocument(pack)) - 1
    yield f"{pages + 1} pages, {pack.stat().st_size / 1e6:.1f} MB."
    yield ""
    yield "| | pages a second | times the bare text | peak memory, MB |"
    yield "|---|---:|---:|---:|"
    bare: float | None = None
    for name in programs:
        one, all_pages = (_median(PROGRAMS[name], path, repeats) for path in (first, pack))
        seconds = all_pages.processor - one.processor
        bare = seconds if bare is None else bare
        yield f"| {name} | {pages / seconds:.0f} | {seconds / bare:.1f} | {all_pages.peak / 1e6:.0f} |"
    yield ""
    yield f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}."


def _median(program: str, path: Path, repeats: int) -> Use:
    command = [sys.executable, "-c", f"import sys; path = sys.argv[1]{program}", str(path)]
    return Use.median([Use.of(command) for _ in range(repeats)])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.pdf", description=__doc__)
    parser.add_argument(
        "files", type=Path, nargs="*", help="PDF files to make the pack of; written anew if none"
    )
    parser.add_argument("--pages", type=int, default=160, help="pages of the pack (default 160)")
    parser.add_argument("--repeats", type=int, default=5, help="runs that each median is of")
    parser.add_argument(
        "--peers", action="store_true", help="measure pdfplumber and markitdown, too, which take long"
    )
    given = parser.parse_args()
    programs = list(PROGRAMS) if given.peers else list(PROGRAMS)[:3]
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder, "pack.pdf")
        if given.files:
            concatenated(pack, given.files, given.pages)
        else:
            written(pack, given.pages)
        first = Path(folder, "first.pdf")
        concatenated(first, [pack], 1)
        print(*report(pack, first, given.repeats, programs), sep="\n")


if __name__ == "__main__":
    main()
