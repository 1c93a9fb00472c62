"""What the reader of PDF sees on a page."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.platypus import Paragraph

from placebench.documents import Document, read_document
from placebench.documents.limits import Limits, limited
from placebench.errors import UnreadableDocument
from tests.documents.pdf_making import HEIGHT, LEFT, PROSE, STYLES, WIDTH, Sheet, flowing, table
from tests.documents.soundness import check


def read(data: bytes) -> Document:
    document = read_document(data, "paper.pdf")
    check(document)
    assert "".join(document.at(page) for page in document.pages) == document.text
    return document


def contents(document: Document, kind: str) -> list[str]:
    return [document.at(block.content) for block in document.blocks if block.kind == kind]


def outline(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and first word of every block."""
    return [(b.kind, b.label, b.level, document.at(b.content).split()[0]) for b in document.blocks]


def cells(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].rows
    return [[" ".join(document.at(span) for span in cell.spans) for cell in row] for row in rows]


class TestParagraphs:
    def test_lines_are_joined(self) -> None:
        lines = (
            "The partnership of Ford meets every other month, and the council and",
            "the trust chair it.",
        )
        sheet = Sheet().paragraph(*lines).paragraph("It has one plan.")
        assert contents(read(sheet.data()), "paragraph") == [" ".join(lines), "It has one plan."]

    def test_sentence_that_ends_early_ends_a_paragraph_without_a_space_below(self) -> None:
        sheet = Sheet().line("Each place has a lead.")
        sheet.line("The lead of Ford is paid by the council and the trust, which share the cost.")
        assert len(contents(read(sheet.data()), "paragraph")) == 2

    @pytest.mark.parametrize(
        ("above", "below", "joined"),
        [
            ("and long-", "term plans", "and long-term plans"),
            ("the govern-", "ance of places", "the governance of places"),
            ("for pre-", "and post-natal care", "for pre- and post-natal care"),
            ("the system-", "wide plan", "the system-wide plan"),
        ],
    )
    def test_hyphen_goes_only_where_the_document_has_the_whole_word(
        self, above: str, below: str, joined: str
    ) -> None:
        sheet = Sheet().paragraph("Good governance of a system, wide or narrow, and systemwide plans.")
        sheet.paragraph(f"What the members of the partnership board read of {above}", f"{below} is short.")
        assert joined in read(sheet.data()).text

    def test_paragraph_stands_in_one_piece_over_a_page_break(self) -> None:
        sheet = Sheet()
        for number, place in enumerate(("Ford", "Dale", "Moor"), 1):
            sheet.put(LEFT, 40, "Partnership Board").put(WIDTH / 2, HEIGHT - 30, f"Page {number}")
            if number > 1:
                sheet.line(
                    "so ends that sentence here." if number > 2 else "so ends what began on the page before."
                )
            sheet.paragraph(f"This report of {place} has another paragraph.")
            sheet.paragraph(f"This sentence on {place} is not at its end where the page ends, and")
            sheet.page()
        document = read(sheet.data())
        paragraphs = contents(document, "paragraph")
        assert len(paragraphs) == 6
        assert paragraphs[1].endswith("where the page ends, and so ends what began on the page before.")
        furniture = [text for n in "123" for text in ("Partnership Board", f"Page {n}")]
        assert sorted(contents(document, "furniture")) == sorted(furniture)
        begins = document.text.index("so ends")
        assert (document.page_at(begins - 2), document.page_at(begins)) == (1, 2)

    def test_columns_are_read_one_after_the_other(self) -> None:
        text = (PROSE * 3).strip()
        sheet = Sheet().line("A heading that reaches across both of the columns", size=16)
        for line in simpleSplit(text, "Helvetica", 9, WIDTH / 2 - LEFT - 5 * mm):
            sheet.line(line, line, at=(LEFT, WIDTH / 2 + 5 * mm), size=9)
        assert contents(read(sheet.data()), "paragraph") == [text, text]


class TestHeadings:
    def test_level_by_size_and_weight(self) -> None:
        sheet = Sheet().line("Places of Ford", size=18)
        for title in ("Purpose", "Members"):
            sheet.line(title, size=14, step=2).line("In short", bold=True, step=2.5).paragraph(PROSE[:90])
        document = read(sheet.data())
        found = [(b.level, document.at(b.content)) for b in document.blocks if b.kind == "heading"]
        assert found == [
            (1, "Places of Ford"),
            *[(2, "Purpose"), (3, "In short"), (2, "Members"), (3, "In short")],
        ]
        assert document.blocks[-1].path == ("Places of Ford", "Members", "In short")

    def test_number_is_a_label(self) -> None:
        sheet = Sheet().line("1. Purpose", bold=True).paragraph(PROSE[:90])
        sheet.line("1.1 Members", bold=True, step=2.5).paragraph(PROSE[:90])
        headings = [b for b in read(sheet.data()).blocks if b.kind == "heading"]
        assert [(b.label, b.level) for b in headings] == [("1.", 1), ("1.1", 2)]

    def test_line_of_its_own_in_a_document_of_one_type(self) -> None:
        sheet = Sheet().paragraph("Purpose").paragraph(PROSE[:90]).paragraph("Members").paragraph(PROSE[:90])
        assert contents(read(sheet.data()), "heading") == ["Purpose", "Members"]

    def test_bold_words_that_open_a_list_are_none(self) -> None:
        sheet = Sheet().line("Present:", bold=True).line("• A. Reader, Ford Council").line("• B. Writer")
        assert contents(read(sheet.data()), "heading") == []


class TestLists:
    def test_label_and_level_by_indent(self) -> None:
        sheet = Sheet().paragraph("The plan has parts:")
        for x, text in ((0, "1. Aims"), (10, "• Health"), (10, "• Work"), (20, "– Jobs"), (0, "2. Means")):
            sheet.line(text, at=(LEFT + x * mm,))
        items = [one for one in outline(read(sheet.data())) if one[0] == "item"]
        assert items == [
            ("item", "1.", 1, "Aims"),
            ("item", "•", 2, "Health"),
            ("item", "•", 2, "Work"),
            ("item", "–", 3, "Jobs"),
            ("item", "2.", 1, "Means"),
        ]

    def test_label_that_a_tab_parts_from_its_text_and_lines_that_hang(self) -> None:
        sheet = Sheet().line(
            "(a)", "The board agrees the plan of the place and sends it to both", at=(LEFT, LEFT + 40)
        )
        sheet.line("of the councils each year.", at=(LEFT + 40,))
        sheet.line("(b)", "It meets.", at=(LEFT, LEFT + 40))
        document = read(sheet.data())
        assert [(b.label, document.at(b.content)) for b in document.blocks] == [
            ("(a)", "The board agrees the plan of the place and sends it to both of the councils each year."),
            ("(b)", "It meets."),
        ]

    def test_label_behind_a_bullet_is_the_one_that_counts(self) -> None:
        sheet = Sheet().line("• 1. Aims").line("• · Health").line("• 2. Means")
        items = [("item", "1.", 1, "Aims"), ("item", "•", 2, "Health"), ("item", "2.", 1, "Means")]
        assert outline(read(sheet.data())) == items


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


class TestFurniture:
    def test_what_stands_at_the_same_place_on_several_pages(self) -> None:
        def furnish(canvas: object, template: object) -> None:
            canvas.drawString(LEFT, HEIGHT - 30, "Ford Partnership Board")  # type: ignore[attr-defined]
            canvas.drawRightString(WIDTH - LEFT, 30, f"Page {template.page} of 3")  # type: ignore[attr-defined]

        document = read(flowing([Paragraph(PROSE * 12, STYLES["BodyText"]) for _ in range(6)], furnish))
        pages = len(document.pages)
        assert contents(document, "furniture")[:2] == ["Ford Partnership Board", "Page 1 of 3"]
        assert len(contents(document, "furniture")) == 2 * pages
        assert "Page" not in " ".join(contents(document, "paragraph"))

    def test_first_words_of_pages_that_differ_are_none(self) -> None:
        sheet = Sheet()
        for title in ("Ford", "Dale", "Moor"):
            sheet.line(f"Appendix {title}", size=14).paragraph(f"{title} has a plan.").page()
        assert not contents(read(sheet.data()), "furniture")

    def test_watermark(self) -> None:
        sheet = Sheet().paragraph(PROSE[:90])
        sheet.canvas.rotate(45)
        sheet.canvas.drawString(300, 100, "DRAFT")
        document = read(sheet.data())
        assert contents(document, "furniture") == ["DRAFT"]
        assert contents(document, "paragraph") == [PROSE[:90].strip()]

    def test_footnotes_in_small_type_at_the_foot(self) -> None:
        sheet = Sheet().paragraph("The board is chaired by the council")
        sheet.put(LEFT + 160, HEIGHT - sheet.y - 3, "1", size=6).put(LEFT + 164, HEIGHT - sheet.y, ".")
        sheet.put(LEFT, HEIGHT - 60, "1 In turn with the trust.", size=7)
        document = read(sheet.data())
        (note,) = (b for b in document.blocks if b.kind == "footnote")
        assert (note.label, document.at(note.content)) == ("1", "In turn with the trust.")


class TestPages:
    @pytest.mark.parametrize("turn", [0, 90, 180, 270])
    def test_turned_page_is_read_as_it_is_looked_at(self, turn: int) -> None:
        file = PdfDocument(Sheet().paragraph("The first line of the text", "and the second.").data())
        file[0].set_rotation(turn)
        turned = io.BytesIO()
        file.save(turned)
        file.close()
        assert contents(read(turned.getvalue()), "paragraph") == [
            "The first line of the text and the second."
        ]

    def test_text_set_sideways_throughout(self) -> None:
        sheet = Sheet()
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(100, -100, "The first line.")
        sheet.canvas.drawString(100, -112, "The second line.")
        assert read(sheet.data()).text == "The first line.\nThe second line."

    def test_page_without_words_is_empty(self) -> None:
        document = read(Sheet().paragraph("One.").page().page().paragraph("Three.").data())
        assert [document.at(page).strip() for page in document.pages] == ["One.", "", "Three."]
        assert [block.page for block in document.blocks] == [1, 3]

    def test_title_is_taken_from_the_file(self) -> None:
        sheet = Sheet().paragraph("One.")
        sheet.canvas.setTitle("The Ford plan")
        assert read(sheet.data()).metadata == {"title": "The Ford plan"}


def picture() -> ImageReader:
    file = io.BytesIO()
    Image.new("L", (40, 40), 200).save(file, "PNG")
    return ImageReader(file)


class TestUnreadable:
    def test_scanned_page_is_told_of(self) -> None:
        sheet = Sheet().paragraph("One.").page()
        sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        (warning,) = read(sheet.data()).warnings
        assert warning.startswith("page 2: pictures without text were not read")

    def test_scanned_document(self) -> None:
        sheet = Sheet()
        sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        with pytest.raises(UnreadableDocument) as error:
            read_document(sheet.data(), "scan.pdf")
        assert error.value.found == "1 without text, 1 of them with pictures"
        assert "OCR" in (error.value.hint or "")

    def test_password_of_the_owner_hinders_nobody_from_reading(self) -> None:
        sheet = Sheet(encrypt=StandardEncryption("", ownerPassword="owner")).paragraph("One.")
        assert read(sheet.data()).text == "One."

    def test_password_of_the_reader_is_asked_for(self) -> None:
        sheet = Sheet(encrypt=StandardEncryption("reader", ownerPassword="owner")).paragraph("One.")
        with pytest.raises(UnreadableDocument) as error:
            read_document(sheet.data(), "locked.pdf")
        assert error.value.expected == "a PDF document that opens without a password"
        assert error.value.where == "locked.pdf"

    @pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000)])
    def test_damaged_file(self, data: bytes) -> None:
        with pytest.raises(UnreadableDocument) as error:
            read_document(data, "paper.pdf")
        assert error.value.expected.startswith("a PDF document")
        assert error.value.hint

    def test_file_that_ends_early_is_read_or_refused(self) -> None:
        data = Sheet().paragraph("One.").page().paragraph("Two.").data()
        for end in range(20, len(data), 37):
            with contextlib.suppress(UnreadableDocument):
                read(data[:end])

    def test_too_many_pages(self) -> None:
        with limited(Limits(pages=1)), pytest.raises(UnreadableDocument) as error:
            read_document(Sheet().paragraph("One.").page().paragraph("Two.").data(), "paper.pdf")
        assert error.value.found == "2"

    def test_too_many_words(self) -> None:
        with limited(Limits(words=1)), pytest.raises(UnreadableDocument) as error:
            read_document(Sheet().paragraph("One and two.").data(), "paper.pdf")
        assert error.value.where == "paper.pdf, page 1"

    def test_without_the_library_it_says_what_to_install(self) -> None:
        program = (
            "import sys; sys.modules['pypdfium2'] = None\n"
            "from placebench.documents import read_document as read\n"
            "try: read(b'%PDF-1.7', 'a.pdf')\n"
            "except Exception as error: assert 'placebench[pdf]' in str(error), error"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
