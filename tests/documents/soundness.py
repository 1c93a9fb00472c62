"""What holds of every document, whatever its format."""

from __future__ import annotations

from placebench.documents import Document


def check(document: Document) -> None:
    check_blocks(document)
    check_tables(document)
    check_text_is_covered(document)


def check_blocks(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert block.content in block.span
        assert document.trim(block.span) == block.span
        quote = document.quote(block.span)
        assert quote.texts == (document.text[block.span.start : block.span.end],)
        if block.label is not None:
            before, label, _ = document.at(block.span).partition(block.label)
            assert label
            # A label may stand behind a bullet or a hyphen that a conversion left.
            assert not any(map(str.isalnum, before))
        end = block.span.end


def check_tables(document: Document) -> None:
    spans = {span for table in document.tables for cell in table.cells for span in cell.spans}
    assert spans == {block.content for block in document.blocks if block.kind == "cell"}
    for table in document.tables:
        places = [(cell.row, cell.column) for cell in table.cells]
        assert len(places) == len(set(places))
        assert all(span in table.span for cell in table.cells for span in cell.spans)


def check_text_is_covered(document: Document) -> None:
    end = 0
    for block in document.blocks:
        # A bar may part the cells of a plain text.
        assert document.text[end : block.span.start].strip() in ("", "|")
        end = block.span.end
    assert not document.text[end:].strip()
