"""A table that only lays a committee page out is read as headings, paragraphs and list items."""

from __future__ import annotations

from placebench.documents import Document, read_document

PAGE = """<table class="items"><tr><th>No.</th><th>Item</th></tr>
<tr><td>1.</td><td><p>Apologies</p><p>Minutes:</p>
<p>Two members sent apologies to the clerk before noon.</p></td></tr>
<tr><td>2.</td><td><p>Update on Alder</p>
<p>The director said that the partnership in Alder had met four times since the spring and that more people
had come to each of its meetings than to the one before. Members thanked her for a report that could be read
in one sitting.</p>
<p>These points were made:</p>
<ul><li>Parking was hard to find.</li><li>The website was out of date.</li></ul>
<p>Resolved: That:</p>
<p>(i)&nbsp;&nbsp;The update on Alder be noted, and brought back in the autumn.</p></td></tr>
</table>"""

MATRIX = """<table><tr><th>Theme</th><th>Emerging</th><th>Thriving</th></tr>
<tr><td>Vision</td><td><p>Talks begin.</p><p>Some agree.</p><p>Notes are kept.</p></td>
<td><p>All agree.</p><p>All act.</p><p>Results are shared.</p></td></tr></table>"""


def read(page: str) -> Document:
    return read_document(f"<html><body>{page}</body></html>".encode(), "page.html", {})


def kinds(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.label, " ".join(document.at(b.content).split())[:24]) for b in document.blocks]


def test_each_row_is_a_section() -> None:
    document = read(PAGE)
    assert document.tables == ()
    assert [document.at(b.content) for b in document.blocks if b.kind == "heading"] == [
        "Apologies",
        "Update on Alder",
    ]
    last = document.blocks[-1]
    assert (last.kind, last.label, last.path[-1]) == ("item", "(i)", "Update on Alder")


def test_lists_and_numbers_keep_their_nature() -> None:
    found = kinds(read(PAGE))
    assert ("item", "•", "Parking was hard to find") in [(k, b, t.rstrip(".")) for k, b, t in found]
    assert ("furniture", None, "2.") in found
    assert ("paragraph", None, "Resolved: That:") in found


def test_a_table_with_prose_in_several_columns_stays_a_table() -> None:
    document = read(MATRIX)
    assert len(document.tables) == 1
    assert {b.kind for b in document.blocks} == {"cell"}


def test_a_list_of_names_beside_places_stays_a_table() -> None:
    names = "".join(f"<p>Organisation number {n} of the district and its villages</p>" for n in range(5))
    rows = "".join(f"<tr><td>{place}</td><td>{names}</td></tr>" for place in ("Ford", "Dale"))
    document = read(f"<table><tr><th>Place</th><th>Members</th></tr>{rows}</table>")
    assert len(document.tables) == 1
