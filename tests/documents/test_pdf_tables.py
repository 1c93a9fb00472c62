"""Tables that the reader of PDF sees."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from tests.documents.pdf_making import LEFT, PROSE, STYLES, Sheet, flowing, table
from tests.documents.pdf_seen import cells, contents, read


class TestTables:
    ROWS = (
        ("Theme", "Emerging", "Thriving"),
        ("Purpose", "Some partners agree on what they want to do, and some do not.", "All agree."),
        ("Data", "None is shared.", "All of it is shared with every partner that has asked for it so far."),
    )

    @pytest.mark.parametrize(
        "style",
        [
            pytest.param((), id="all borders"),
            pytest.param((("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black),), id="lines across"),
            pytest.param((("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black),), id="no outer borders"),
            pytest.param((("BACKGROUND", (0, 0), (-1, 0), colors.grey),), id="no borders"),
        ],
    )
    def test_cells_by_borders_or_by_gaps(self, style: tuple[tuple[object, ...], ...]) -> None:
        top = (("VALIGN", (0, 0), (-1, -1), "TOP"),)
        made = table(self.ROWS, style=(*top, *style) if style else (), colWidths=[30 * mm, 55 * mm, 55 * mm])
        document = read(
            flowing([Paragraph(PROSE, STYLES["BodyText"]), made, Paragraph(PROSE, STYLES["BodyText"])])
        )
        assert cells(document) == [list(row) for row in self.ROWS]
        assert contents(document, "paragraph") == [PROSE.strip()] * 2

    def test_cell_over_several_columns_and_rows(self) -> None:
        grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
        rows = (("Places", "", "Lead"), ("Ford", "Dale", "A"), ("Moor", "Vale", ""))
        made = table(rows, style=(grid, ("SPAN", (0, 0), (1, 0)), ("SPAN", (2, 1), (2, 2))))
        found = read(flowing([made])).tables[0]
        assert [(c.row, c.column, c.row_span, c.column_span) for c in found.cells] == [
            (0, 0, 1, 2),
            (0, 2, 1, 1),
            (1, 0, 1, 1),
            (1, 1, 1, 1),
            (1, 2, 2, 1),
            (2, 0, 1, 1),
            (2, 1, 1, 1),
        ]

    def test_table_that_goes_on_over_pages_is_one(self) -> None:
        rows = [("Place", "Lead", "Since"), *((f"Place {n}", f"Lead {n}", f"{n}") for n in range(100))]
        document = read(flowing([table(rows, repeatRows=1)]))
        assert len(document.pages) > 2
        assert cells(document) == [list(row) for row in rows]
        assert all(cell.header == (cell.row == 0) for cell in document.tables[0].cells)
        assert contents(document, "furniture").count("Lead") == len(document.pages) - 1

    def test_row_that_a_page_break_cuts_is_one(self) -> None:
        sheet = Sheet()
        columns = (LEFT, LEFT + 150, LEFT + 300)

        def rows(*rows: tuple[str, ...]) -> None:
            top = sheet.y
            for row in rows:
                sheet.canvas.line(LEFT - 4, sheet.y - 3, LEFT + 400, sheet.y - 3)
                sheet.line(*row, at=columns, step=1.4)
            for x in (*columns, LEFT + 404):
                sheet.canvas.line(x - 4, top - 3, x - 4, sheet.y - 3)  # the lower border is left out

        rows(("Place", "Plan", "Lead"), ("Dale", "None.", "B."), ("Ford", "One plan of the", "A."))
        sheet.page()
        rows(("Place", "Plan", "Lead"), ("", "council and the trust", ""), ("Moor", "None.", "C."))
        document = read(sheet.data())
        assert cells(document)[2:] == [
            ["Ford", "One plan of the council and the trust", "A."],
            ["Moor", "None.", "C."],
        ]
        assert [join.row for join in document.tables[0].joins] == [2]
        (_, plan, _) = document.tables[0].rows[2]
        assert [document.page_at(span.start) for span in plan.spans] == [1, 2]

    def test_names_beside_posts_without_borders(self) -> None:
        sheet = Sheet().paragraph("Members of the board:")
        for name, post in (
            ("A. Reader", "Chair"),
            ("B. Writer", "Ford Council"),
            ("C. Singer", "Ford Trust"),
        ):
            sheet.line(name, post, at=(LEFT, LEFT + 60 * mm))
        assert cells(read(sheet.data())) == [
            ["A. Reader", "Chair"],
            ["B. Writer", "Ford Council"],
            ["C. Singer", "Ford Trust"],
        ]

    def test_space_parts_the_rows_of_a_table_whose_full_rows_have_it(self) -> None:
        sheet = Sheet()
        for rows in (
            [("Organisation", "Member", "Votes")],
            [("Ford Council", "The leader", "Yes")],
            [("Ford Hospital", "The finance", "Yes"), ("Foundation Trust", "director")],
            [("Healthwatch Ford", "The chief officer", "No")],
        ):
            sheet.y -= 12
            for row in rows:
                sheet.line(*row, at=(LEFT, LEFT + 150, LEFT + 300)[: len(row)])
        assert cells(read(sheet.data()))[2:] == [
            ["Ford Hospital Foundation Trust", "The finance director", "Yes"],
            ["Healthwatch Ford", "The chief officer", "No"],
        ]

    def test_table_without_borders_goes_on_over_the_page_break(self) -> None:
        columns = (LEFT, LEFT + 150, LEFT + 300)
        sheet = Sheet().paragraph("The members are:")
        for row in (
            ("Organisation", "Member", "Votes"),
            ("Ford Council", "The leader", "Yes"),
            ("Ford Community and", "Chief executive", "Yes"),
        ):
            sheet.line(*row, at=columns, step=2.4)
        sheet.page().line("Voluntary Service").line(
            "Healthwatch Ford", "Chief officer", "No", at=columns, step=2.4
        )
        document = read(sheet.paragraph("The board meets every month.").data())
        assert cells(document) == [
            ["Organisation", "Member", "Votes"],
            ["Ford Council", "The leader", "Yes"],
            ["Ford Community and Voluntary Service", "Chief executive", "Yes"],
            ["Healthwatch Ford", "Chief officer", "No"],
        ]
        assert contents(document, "paragraph")[-1] == "The board meets every month."

    def test_prose_after_a_table_that_ends_a_page_is_no_part_of_it(self) -> None:
        columns = (LEFT, LEFT + 150, LEFT + 300)
        sheet = Sheet()
        for row in (("Body", "Lead", "Since"), ("Ford", "A. Reader", "2022"), ("Dale", "B. Writer", "2023")):
            sheet.line(*row, at=columns)
        document = read(sheet.page().paragraph(PROSE[:100], PROSE[100:190]).data())
        assert len(cells(document)) == 3
        assert "".join(contents(document, "paragraph")).startswith("The partnership of Ford")

    def test_frame_around_text_is_none(self) -> None:
        sheet = Sheet().paragraph("A box with words in it.")
        sheet.canvas.rect(LEFT - 5, sheet.y - 10, 300, 40)
        document = read(sheet.data())
        assert not document.tables
        assert contents(document, "paragraph") == ["A box with words in it."]
