"""Tables whose cells are told by colour behind their texts, and rows that no line parts from their labels."""

from __future__ import annotations

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, TableStyle
from reportlab.platypus import Table as Drawn

from placebench.documents.pdf.patches import without_patches
from placebench.documents.pdf.rules import Rule, Rules
from tests.documents.pdf_making import LEFT, STYLES, Sheet, flowing
from tests.documents.pdf_seen import cells, read

HEIGHT = A4[1]
EDGES = (LEFT, LEFT + 90, LEFT + 240)
WIDTHS = (87, 147, 140)


def on_colour(sheet: Sheet, y: float, *texts: tuple[str, ...], bold: bool = False) -> float:
    """Set a row of cells, in its middle, with colour behind the lines of each; return where it ends."""
    height = 12.0 * max(map(len, texts))
    for x, width, lines in zip(EDGES, WIDTHS, texts, strict=True):
        top = y + (height - 12 * len(lines)) / 2
        sheet.canvas.setFillColor(colors.lavender)
        sheet.canvas.rect(x, HEIGHT - top - 12 * len(lines), width, 12 * len(lines), stroke=0, fill=1)
        sheet.canvas.setFillColor(colors.black)
        sheet.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        for number, line in enumerate(lines, 1):
            sheet.canvas.drawString(x, HEIGHT - top - 12 * number + 3, line)
    return y + height + 3


def test_colour_that_is_as_high_as_the_text_on_it_parts_no_rows() -> None:
    rows = (
        (("Ada Moor",), ("Chair of the board", "and leader of", "the council"), ("Ford Council",)),
        (
            ("Ben Hill",),
            ("Medical director",),
            ("Ford Hospitals", "and Community", "Services", "NHS Foundation", "Trust"),
        ),
        (("Cleo Wood", "(until May)"), ("Manager", "of the", "volunteers"), ("Healthwatch Ford",)),
    )
    sheet = Sheet()
    y = on_colour(sheet, 100.0, ("Member",), ("Post",), ("Sits for",), bold=True)
    for row in rows:
        y = on_colour(sheet, y, *row)
    assert cells(read(sheet.data())) == [
        ["Member", "Post", "Sits for"],
        *[[" ".join(lines) for lines in row] for row in rows],
    ]


def rectangle(top: float, bottom: float, x0: float, x1: float) -> Rules:
    across = Rule(top, x0, x1), Rule(bottom, x0, x1)
    return Rules(across, (Rule(x0, top, bottom), Rule(x1, top, bottom)))


def together(*parts: Rules) -> Rules:
    across = sorted(rule for part in parts for rule in part.across)
    return Rules(tuple(across), tuple(sorted(rule for part in parts for rule in part.down)))


def test_cells_that_are_as_high_as_one_another_keep_their_borders() -> None:
    cells = together(rectangle(10, 40, 0, 90), rectangle(10, 40, 93, 200), rectangle(43, 60, 0, 90))
    assert without_patches(cells) == cells


def test_a_cell_beside_two_keeps_its_borders() -> None:
    cells = together(rectangle(10, 40, 0, 90), rectangle(10, 24, 93, 200), rectangle(26, 40, 93, 200))
    assert without_patches(cells) == cells


def test_areas_of_unlike_heights_lose_their_sides_and_other_lines_stay() -> None:
    line = Rules((Rule(100, 0, 300),))
    patches = together(rectangle(10, 40, 0, 90), rectangle(19, 31, 93, 200), rectangle(50, 62, 0, 90), line)
    assert without_patches(patches) == line


def test_rows_that_no_line_parts_from_their_labels_are_parted_above_and_below_the_repeated_ones() -> None:
    small = ParagraphStyle("small", STYLES["BodyText"], fontSize=8, leading=10)
    bold = ParagraphStyle("bold", small, fontName="Helvetica-Bold")
    labels = ["Theme", "Early", "Late"]
    rows = [
        [
            "Purpose",
            "Some partners have agreed on what they want to do together.",
            "All of them agree on one plan.",
        ],
        [
            "Money",
            "Each partner spends its own.",
            "One budget is spent by all of them together in the place.",
        ],
        ["Data", "None is shared.", "All partners see the same figures every month."],
    ]
    columns = TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 1, colors.black),
            ("LINEAFTER", (0, 0), (-2, -1), 1, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )

    def part(*some: list[str]) -> Drawn:
        head = [Paragraph(text, bold) for text in labels]
        body = [[Paragraph(text, small) for text in row] for row in some]
        return Drawn([head, *body], style=columns, colWidths=[70, 160, 160])

    found = read(flowing([part(*rows[:2]), part(*rows[2:])]))
    assert [row for table in range(len(found.tables)) for row in cells(found, table)] == [labels, *rows]
