"""Lists that a table sets side by side are read below their own titles."""

from __future__ import annotations

from placebench.documents import Document
from placebench.extract.passages import lines
from tests.documents.soundness import check
from tests.documents.table_files import as_html

TITLES = ("Going well", "Needs work")
GOOD = "<p>Members turn up and say what they think</p><p>Records are shared</p>"
BAD = "<ul><li>Money is short</li><li>Too few people know of us</li></ul>"


def read(rows: list[tuple[str, ...]]) -> Document:
    document = as_html(rows)
    check(document)
    return document


def test_each_list_stands_below_its_own_title() -> None:
    document = read([TITLES, (GOOD, BAD)])
    assert document.tables == ()
    items = [(b.kind, b.path[-1], document.at(b.content)) for b in document.blocks if b.path]
    assert items == [
        ("item", "Going well", "Members turn up and say what they think"),
        ("item", "Going well", "Records are shared"),
        ("item", "Needs work", "Money is short"),
        ("item", "Needs work", "Too few people know of us"),
    ]
    found = lines(document)
    assert [found[line.lead].text for line in found if line.lead is not None] == [
        title for title in TITLES for _ in range(2)
    ]


def test_rows_of_data_and_of_names_stay_tables() -> None:
    assert len(read([TITLES, (GOOD, BAD), (GOOD, BAD)]).tables) == 1
    assert len(read([("Theme", "Emerging"), ("Vision", GOOD)]).tables) == 1
    assert len(read([("Ford", "Dale"), ("Jo Bell", "Ann Reed")]).tables) == 1
