"""Measure how fast a pack of PDF pages is read, against its bare text, and how much memory it takes."""

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
BARE = """
import sys
from pypdfium2 import PdfDocument
document = PdfDocument(sys.argv[1])
for page in document:
    text = page.get_textpage()
    text.get_text_range()
    text.close()
    page.close()
"""
READ = "import sys; from placebench.documents import open_document; open_document(sys.argv[1])"
START = {
    "bare text of pypdfium2": "import pypdfium2",
    "placebench.documents": "import placebench.documents.pdf.reader",
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


def report(pack: Path, repeats: int) -> Iterator[str]:
    """Yield the lines of the report; what the start of Python and its imports take is taken off the time."""
    pages = len(PdfDocument(pack))
    yield f"{pages} pages, {pack.stat().st_size / 1e6:.1f} MB."
    yield ""
    yield "| | pages a second | peak memory, MB |"
    yield "|---|---:|---:|"
    speeds = []
    for (name, start), program in zip(START.items(), (BARE, READ), strict=True):
        empty = Use.median([Use.of([sys.executable, "-c", start]) for _ in range(repeats)])
        use = Use.median([Use.of([sys.executable, "-c", program, str(pack)]) for _ in range(repeats)])
        speeds.append(pages / (use.processor - empty.processor))
        yield f"| {name} | {speeds[-1]:.0f} | {use.peak / 1e6:.0f} |"
    yield ""
    yield f"Reading takes {speeds[0] / speeds[1]:.1f} times as long as the bare text."
    yield f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.pdf", description=__doc__)
    parser.add_argument(
        "files", type=Path, nargs="*", help="PDF files to make the pack of; written anew if none"
    )
    parser.add_argument("--pages", type=int, default=160, help="pages of the pack (default 160)")
    parser.add_argument("--repeats", type=int, default=5, help="runs that each median is of")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder, "pack.pdf")
        if given.files:
            concatenated(pack, given.files, given.pages)
        else:
            written(pack, given.pages)
        print(*report(pack, given.repeats), sep="\n")


if __name__ == "__main__":
    main()
