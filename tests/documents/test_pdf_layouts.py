"""Tables of a PDF in the layouts that offices and browsers make: close columns, double borders, stripes."""

from __future__ import annotations

import io

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

from placebench.documents.labels import match_label
from tests.documents.pdf_making import LEFT, PROSE, STYLES, Sheet, flowing, table
from tests.documents.pdf_seen import cells, contents, read

BLACK = colors.black
HEADER = ("Organisation", "Member", "Role in the partnership", "Votes")
MEMBERS = [
    HEADER,
    ("Ford Council", "Leader of the council", "Chair", "Yes"),
    ("Ford Hospital NHS Trust", "Chief executive", "Vice chair", "Yes"),
    ("Dale Community Services", "Director of operations for adults", "Member", "Yes"),
    ("Healthwatch Ford", "Chief officer", "Voice of residents", "No"),
    ("North Primary Care Network", "Clinical director", "Voice of general practice", "Yes"),
]
THEMES = [
    ("Theme", "Emerging", "Developing", "Thriving"),
    (
        "Purpose",
        "Some partners agree on what they want to do together, and they have begun to write it down.",
        "Most partners have agreed on a plan and on the measures by which they will know that it works.",
        "Every partner acts on one plan, which residents know and have helped to write from the beginning.",
    ),
    (
        "Shared data",
        "Data is shared when somebody asks for it, and only within the health service so far.",
        "Partners share a first set of data each quarter and look at it together in their meetings.",
        "All partners see the same data every day, and decide with it where to work with residents.",
    ),
]


def wanted(rows: list[tuple[str, ...]]) -> list[list[str]]:
    return [list(row) for row in rows]


def made(rows: list[tuple[str, ...]], size: float, gutter: float, *style: tuple[object, ...]) -> Table:
    text = ParagraphStyle("cell", STYLES["BodyText"], fontSize=size, leading=1.2 * size, spaceBefore=0)
    around = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), gutter / 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), gutter / 2),
    ]
    texts = [[Paragraph(cell, text) for cell in row] for row in rows]
    return Table(texts, style=[*around, *style], colWidths=[42 * mm] * len(rows[0]), repeatRows=1)


@pytest.mark.parametrize("size", [7, 9, 10, 12])
@pytest.mark.parametrize("rows", [MEMBERS, THEMES], ids=["short cells", "long cells"])
@pytest.mark.parametrize(
    "style",
    [
        pytest.param((), id="no lines"),
        pytest.param((("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),), id="lines across"),
        pytest.param((("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),), id="a line below the header"),
    ],
)
def test_columns_six_points_apart(
    rows: list[tuple[str, ...]], size: float, style: tuple[tuple[object, ...], ...]
) -> None:
    document = read(flowing([Paragraph(PROSE, STYLES["BodyText"]), made(rows, size, 6, *style)]))
    assert cells(document) == wanted(rows)
    assert contents(document, "paragraph") == [PROSE.strip()]


REGISTER = [
    ("Strand", "Lead body", "Rhythm"),
    *((f"Strand {n}", "Group of the partnership", "Monthly" if n % 2 else "Each quarter") for n in range(60)),
]


def test_columns_whose_every_text_nearly_reaches_the_next_are_parted_on_each_page() -> None:
    sheet = Sheet()
    wide = stringWidth("Group of the partnership", "Helvetica", 10)
    for strand, lead, rhythm in REGISTER:
        if sheet.y < 60:
            sheet.page().line("Strand", "Lead body", "Rhythm", at=(LEFT, 150, 156 + wide), step=1.8)
        sheet.line(strand, lead, rhythm, at=(LEFT, 150, 156 + wide), step=1.8)
    assert cells(read(sheet.data())) == wanted(REGISTER)


@pytest.mark.parametrize(
    "style",
    [
        pytest.param(
            [("BOX", (0, 0), (-1, -1), 1, BLACK), ("LINEAFTER", (0, 0), (-2, -1), 1, BLACK)], id="frame"
        ),
        pytest.param(
            [("BACKGROUND", (n, 0), (n, -1), colors.bisque) for n in range(4)], id="columns in colour"
        ),
        pytest.param(
            [("LINEABOVE", (0, 0), (-1, 1), 1, BLACK), ("LINEBELOW", (0, -1), (-1, -1), 1, BLACK)],
            id="three lines",
        ),
        pytest.param(
            [("LINEABOVE", (0, at), (-1, at), 1, BLACK) for at in (1, 2, 5)], id="lines between groups"
        ),
    ],
)
@pytest.mark.parametrize("rows", [MEMBERS, THEMES], ids=["short cells", "long cells"])
def test_lines_that_do_not_part_the_rows(
    rows: list[tuple[str, ...]], style: list[tuple[object, ...]]
) -> None:
    assert cells(
        read(flowing([made(rows, 9, 12, *(one for one in style if one[2][1] < len(rows)))]))
    ) == wanted(rows)


def test_rows_without_lines_whose_short_cells_stand_in_the_middle() -> None:
    rows = [
        *MEMBERS,
        ("Dale Mental Health NHS Foundation Trust", "Associate director", "Member", "Yes"),
    ]
    middle = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
    assert cells(read(flowing([made(rows, 9, 12, middle)]))) == wanted(rows)


@pytest.mark.parametrize("align", ["LEFT", "CENTER", "RIGHT"])
def test_rows_without_lines_whichever_way_their_text_is_set(align: str) -> None:
    around = (
        ("ALIGN", (0, 0), (-1, -1), align),
        ("FONTSIZE", (0, 0), (-1, -1), 7),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    )
    plain = Table([list(row) for row in MEMBERS], style=around, colWidths=[45 * mm] * 4)
    assert cells(read(flowing([plain]))) == wanted(MEMBERS)


class Boxes(Flowable):
    """Cells that each have a border of their own, some points apart, as a browser prints them."""

    def __init__(self, rows: list[tuple[str, ...]], apart: float) -> None:
        super().__init__()
        self.rows, self.apart = rows, apart

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        return width, 20 * len(self.rows)

    def draw(self) -> None:
        for number, row in enumerate(self.rows):
            y = 20 * (len(self.rows) - number - 1)
            for column, text in enumerate(row):
                self.canv.rect(110 * column, y, 110 - self.apart, 20 - self.apart)
                self.canv.setFont("Helvetica", 8)
                self.canv.drawString(110 * column + 3, y + 5, text)


@pytest.mark.parametrize("apart", [1.5, 3, 4, 6])
def test_cells_with_borders_of_their_own(apart: float) -> None:
    rows = [HEADER, *(tuple(text[:22] for text in row) for row in MEMBERS[1:])]
    assert cells(read(flowing([Boxes(rows, apart)]))) == wanted(rows)


def test_header_and_last_row_beyond_the_stripes_belong_to_the_table() -> None:
    stripes = [("BACKGROUND", (0, row), (-1, row), colors.lightgrey) for row in (1, 3)]
    inner = [("LINEAFTER", (0, row), (-2, row), 0.5, colors.grey) for row in (1, 3)]
    document = read(
        flowing([made(MEMBERS[:5], 9, 10, *stripes, *inner), Paragraph(PROSE, STYLES["BodyText"])])
    )
    assert cells(document) == wanted(MEMBERS[:5])
    assert contents(document, "paragraph") == [PROSE.strip()]


def test_rows_that_only_their_neighbours_part_into_columns() -> None:
    inner = [("INNERGRID", (0, row), (-1, row), 0.5, colors.grey) for row in (0, 2, 4)]
    across = ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)
    box = ("BOX", (0, 0), (-1, -1), 0.5, colors.grey)
    assert cells(read(flowing([made(MEMBERS[:5], 9, 10, across, box, *inner)]))) == wanted(MEMBERS[:5])


def test_text_over_several_columns_stays_one_cell() -> None:
    rows = [HEADER, ("Partners who were asked and have not answered yet", "", "", ""), *MEMBERS[1:3]]
    grid, span = ("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (-1, 1))
    found = read(flowing([made(rows, 9, 10, grid, span)])).tables[0]
    assert [cell.column_span for cell in found.rows[1]] == [4]


def test_header_that_is_set_upwards_is_read_in_its_cells() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 9)
    for column, label in enumerate(HEADER):
        canvas.saveState()
        canvas.translate(92 + 110 * column, 605)
        canvas.rotate(90)
        canvas.drawString(0, 0, label)
        canvas.restoreState()
        for number, row in enumerate(MEMBERS[1:4]):
            canvas.drawString(84 + 110 * column, 585 - 20 * number, row[column][:24])
    canvas.grid([80 + 110 * n for n in range(5)], [720, 600, 580, 560, 540])
    canvas.save()
    document = read(file.getvalue())
    assert cells(document)[0] == list(HEADER)
    assert cells(document)[1] == list(MEMBERS[1])
    assert not contents(document, "furniture")


def test_header_of_two_rows_that_each_page_repeats() -> None:
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    head = [("Place", "Numbers", ""), ("", "Since", "Until")]
    rows = [(f"Place {n}", f"{2000 + n}", f"{2010 + n}") for n in range(60)]
    spans = (("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)))
    document = read(flowing([table([*head, *rows], style=(grid, *spans), repeatRows=2)]))
    assert len(document.pages) > 1
    assert cells(document)[2:] == wanted(rows)


def test_table_without_lines_or_repeated_header_goes_on_by_the_columns_above() -> None:
    rows = [THEMES[0], *((f"{row[0]} {n}", *row[1:]) for n in range(5) for row in THEMES[1:])]
    document = read(flowing([made(rows, 12, 10)]))
    assert len(document.pages) > 1
    assert cells(document) == wanted(rows)


def test_long_cell_without_lines_goes_on_alone_on_the_next_page() -> None:
    long = " ".join(
        f"Every partner acts on plan {n}, which residents know and have helped to write." for n in range(14)
    )
    rows = [*THEMES, ("Money", "None is shared so far.", "Some is shared.", long), *THEMES[1:]]
    text = ParagraphStyle("cell", STYLES["BodyText"], fontSize=12, leading=14.4, spaceBefore=0)
    cut = Table(
        [[Paragraph(cell, text) for cell in row] for row in rows],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
        colWidths=[42 * mm] * 4,
        splitInRow=1,
    )
    document = read(flowing([cut]))
    assert len(document.pages) > 1
    assert cells(document) == wanted(rows)
    assert document.tables[0].joins


def test_footer_that_names_the_page_twice_is_furniture() -> None:
    sheet = Sheet()
    for page, what in enumerate(("Purpose", "Shared data", "Money for places", "People"), 1):
        for row in range(page):
            sheet.paragraph(f"{what} was looked at by the board in meeting {7 * row}.")
        sheet.put(60, 800, f"Board papers, page {page} of 9").put(400, 800, f"{page}").page()
    document = read(sheet.data())
    assert len(contents(document, "furniture")) == 4


def test_running_head_that_names_the_section_beside_the_paper_is_furniture() -> None:
    sheet = Sheet()
    sections = ("Purpose", "Members", "Money", "Risks", "People")
    for number, section in enumerate(sections):
        sheet.put(60, 40, "Terms of reference", size=8).put(480, 40, section, size=8)
        for row in range(number + 2):
            sheet.paragraph(f"{section} were looked at by the board in meeting {7 * row}.")
        sheet.page()
    document = read(sheet.data())
    assert contents(document, "furniture") == [f"Terms of reference {section}" for section in sections]


def test_page_numbers_in_roman_numerals_are_furniture() -> None:
    sheet = Sheet()
    for number in ("i", "ii", "iii", "iv"):
        sheet.paragraph(f"Preface {number} of the board.", "It was agreed.").put(300, 815, number).page()
    assert contents(read(sheet.data()), "furniture") == ["i", "ii", "iii", "iv"]


def test_raised_digits_do_not_become_part_of_a_number() -> None:
    text = "Since 2023<super>2</super> it covers 5 km<super>2</super> and 10<super>3</super> of 150 people."
    document = read(flowing([Paragraph(text, STYLES["BodyText"])]))
    assert document.text.strip() == "Since 2023² it covers 5 km² and 10³ of 150 people."


@pytest.mark.parametrize("bullet", ["•", "▪", "➢", "◆", "❖", "▸", "∙", "✓", "»", "–"])
def test_bullets_of_many_kinds(bullet: str) -> None:
    assert (match := match_label(f"{bullet} Work together")) is not None
    assert match.text == bullet


def test_header_of_two_lines_in_the_middle_of_which_the_other_labels_stand() -> None:
    columns = (LEFT, LEFT + 120, LEFT + 280)
    sheet = (
        Sheet()
        .line("Component")
        .line("Emerging", "Thriving", at=columns[1:], step=0.6)
        .line("theme", step=0.6)
    )
    for row in (
        ("Purpose", "Some partners agree.", "All act on one plan."),
        ("Data", "It is sought.", "It is shared."),
    ):
        sheet.line(*row, at=columns, step=2)
    assert cells(read(sheet.data()))[0] == ["Component theme", "Emerging", "Thriving"]


@pytest.mark.parametrize("over", [130, 220], ids=["at the left of its columns", "in their middle"])
def test_label_over_several_columns_without_lines(over: float) -> None:
    columns = (LEFT, LEFT + 130, LEFT + 240, LEFT + 350)
    sheet = Sheet().line("Theme", "Stage of maturity", at=(LEFT, LEFT + over))
    sheet.line("Emerging", "Developing", "Thriving", at=columns[1:], step=1.6)
    body = [
        ("Purpose", "Some agree.", "Most agree.", "All act as one."),
        ("Data", "Sought.", "Shared.", "Used."),
    ]
    for row in body:
        sheet.line(*row, at=columns, step=1.8)
    document = read(sheet.data())
    assert [row for row in cells(document) if any(row)] == [
        ["Theme", "Stage of maturity"],
        ["", "Emerging", "Developing", "Thriving"],
        *wanted(body),
    ]
    assert [cell.column_span for cell in document.tables[0].rows[0]] == [1, 3]


STAGES = ("Emerging", "Developing", "Maturing", "Thriving")
RATED = [
    ("Theme", "Dale", "Ford", "Alder"),
    *((f"Theme {n}", *(STAGES[(n * k) % 4] for k in (1, 2, 3))) for n in range(1, 70)),
]


@pytest.mark.parametrize("repeat", [0, 1])
@pytest.mark.parametrize(
    "style",
    [
        pytest.param([], id="no lines"),
        pytest.param([("LINEBELOW", (0, 0), (-1, -1), 0.5, BLACK)], id="lines across"),
        pytest.param([("ROWBACKGROUNDS", (0, 1), (-1, -1), [None, colors.lightblue])], id="stripes"),
        pytest.param(
            [("BACKGROUND", (n, 0), (n, 0), colors.lightblue) for n in range(4)], id="coloured header"
        ),
    ],
)
def test_columns_of_one_word_go_on_over_the_page(style: list[tuple[object, ...]], repeat: int) -> None:
    bold = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")
    close = [("LEFTPADDING", (0, 0), (-1, -1), 2.5), ("RIGHTPADDING", (0, 0), (-1, -1), 2.5), bold, *style]
    ratings = Table(RATED, style=[*close, ("ALIGN", (0, 0), (-1, 0), "CENTER")], repeatRows=repeat)
    prose = Paragraph(PROSE, STYLES["BodyText"])
    assert cells(read(flowing([prose, ratings, prose]))) == wanted(RATED)
