"""Sentences and list items, each with the words that introduce it."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document
from placebench.extract import Line, lines, passages

LISTS = """\
The partnership will:
- agree a plan
- meet with:
  - the council
  - the trust
- publish its minutes

It meets monthly. It meets in public.
"""


def read(text: str, name: str = "paper.txt") -> Document:
    return read_document(text.encode(), name)


def introduced(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Lead and parent of each line."""
    found = lines(read(text))
    texts = {line.index: line.text for line in found}
    return {
        line.text: (
            texts[line.lead] if line.lead is not None else None,
            texts[line.parent] if line.parent is not None else None,
        )
        for line in found
    }


def test_line_knows_what_introduces_its_list_and_what_it_is_nested_under() -> None:
    assert introduced(LISTS) == {
        "The partnership will:": (None, None),
        "agree a plan": ("The partnership will:", None),
        "meet with:": ("The partnership will:", None),
        "the council": ("meet with:", "meet with:"),
        "the trust": ("meet with:", "meet with:"),
        "publish its minutes": ("The partnership will:", None),
        "It meets monthly. It meets in public.": (None, None),
    }


@pytest.mark.parametrize(
    "before",
    [
        "Partners are asked to:",
        "The priorities are",
        "It has several members, including",
        "Members include",
    ],
)
def test_line_that_breaks_off_introduces_a_list(before: str) -> None:
    assert introduced(f"{before}\n- one thing\n")["one thing"][0] == before


@pytest.mark.parametrize("before", ["The partnership met.", "Partners"])
def test_other_lines_introduce_none(before: str) -> None:
    assert introduced(f"A sentence stands here.\n{before} talked.\n- one thing\n")["one thing"][0] is None


def test_heading_introduces_the_list_below_it() -> None:
    found = lines(read("<h2>Members</h2><ul><li>the council<li>the trust</ul>", "page.html"))
    assert [(line.text, line.lead) for line in found] == [
        ("Members", None),
        ("the council", 0),
        ("the trust", 0),
    ]


def test_numbered_point_opens_the_bullets_that_lost_their_indentation() -> None:
    found = introduced("- 1. Partners have agreed these priorities:\n- frailty\n- discharge\n")
    assert found["discharge"] == (
        "Partners have agreed these priorities:",
        "Partners have agreed these priorities:",
    )


def test_nested_item_without_an_introduction_keeps_that_of_its_parent() -> None:
    found = introduced("Members are:\n- the council\n  - its adult services\n  - its public health team\n")
    assert found["its public health team"] == ("Members are:", "the council")


def test_sentences_of_a_line() -> None:
    document = read(LISTS)
    last: Line = lines(document)[-1]
    found = list(passages(last))
    assert [(p.text, p.lower, p.first) for p in found] == [
        ("It meets monthly.", "it meets monthly.", True),
        ("It meets in public.", "it meets in public.", False),
    ]
    assert document.at(found[1].span) == "It meets in public."
    assert document.at(found[1].part(3, 8)) == "meets"


def test_heading_is_one_passage() -> None:
    (line,) = lines(read("<h2>Vale. Its place partnership</h2>", "page.html"))
    assert [passage.text for passage in passages(line)] == ["Vale. Its place partnership"]


def test_cells_and_furniture_state_nothing() -> None:
    page = "<nav><a href=x>Home</a></nav><p>Stated.</p><table><tr><td>One<td>Two<tr><td>3<td>4</table>"
    assert [line.text for line in lines(read(page, "page.html"))] == ["Stated."]
