"""What the reader of PDF sees on a page."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.platypus import Paragraph

from placebench.documents import read_document
from placebench.documents.limits import Limits, limited
from placebench.errors import UnreadableDocument
from tests.documents.pdf_making import HEIGHT, LEFT, PROSE, STYLES, WIDTH, Sheet, flowing
from tests.documents.pdf_seen import contents, outline, read


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

    def test_what_a_browser_prints_around_a_single_page(self) -> None:
        sheet = Sheet().put(LEFT, 30, "9/9/2025, 1:41 AM").put(WIDTH / 2, 30, "Ford Together")
        sheet.put(LEFT, HEIGHT - 30, "https://ford.example.org/members").put(WIDTH - LEFT, HEIGHT - 30, "1/1")
        sheet.paragraph("The partnership of Ford meets every month.")
        document = read(sheet.data())
        assert contents(document, "paragraph") == ["The partnership of Ford meets every month."]
        assert len(contents(document, "furniture")) > 1

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
    def test_scanned_page_is_told_of_where_it_stands(self) -> None:
        sheet = Sheet().paragraph("One.").page()
        sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        document = read(sheet.page().paragraph("Three.").data())
        (warning,) = document.warnings
        assert warning.startswith("page 2: pictures without text were not read")
        (line,) = document.illegible
        assert document.at(line) == "Page 2 is a picture without text."
        assert document.page_at(line.start) == 2
        assert [block.kind for block in document.blocks_in(line)] == ["furniture"]
        assert document.legible

    def test_scanned_document(self) -> None:
        sheet = Sheet()
        sheet.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        document = read_document(sheet.data(), "scan.pdf")
        assert document.text == "Page 1 is a picture without text."
        assert not document.legible

    def test_neither_text_nor_pictures(self) -> None:
        sheet = Sheet()
        sheet.canvas.rect(0, 0, WIDTH, HEIGHT)
        with pytest.raises(UnreadableDocument) as error:
            read_document(sheet.data(), "drawn.pdf")
        assert error.value.found == "1 with neither text nor pictures"
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


def test_a_small_bold_heading_at_the_foot_of_a_page_is_no_footnote() -> None:
    sheet = Sheet()
    for _ in range(6):
        sheet.line("The partnership of Ford meets every month.", size=14, step=2)
    sheet.line("6. Milestones", size=11, bold=True, step=3).page().line("A plan by May 2023.", size=14)
    assert contents(read(sheet.data()), "footnote") == []
