"""What the readers see in published documents, which are kept beside the project."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from placebench.documents import Block, Document, open_document, read_sources

BOARD_PAPER = "bob-board-paper-2023-03.txt"
CASE_STUDY = "lips-case-study-bob.txt"
WEB_PAGE = "lsc-developing-place-based-partnerships.txt"
ARTICLE = "nhs-providers-place-governance.txt"
MINUTES = "oxfordshire-scrutiny-minutes.txt"


def titles(document: Document) -> list[str]:
    return [document.at(block.content) for block in document.blocks if block.kind == "heading"]


def below(document: Document, title: str, kind: str = "item") -> list[Block]:
    return [block for block in document.blocks if block.kind == kind and block.path[-1:] == (title,)]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (BOARD_PAPER, {"heading": 20, "footnote": 4}),
        (CASE_STUDY, {"heading": 4, "paragraph": 16}),
        (WEB_PAGE, {"heading": 19, "item": 105}),
        (ARTICLE, {"heading": 4, "paragraph": 18}),
        (MINUTES, {"heading": 4, "item": 14, "paragraph": 15}),
    ],
)
def test_number_of_blocks_of_a_kind(real_documents: Path, name: str, counts: dict[str, int]) -> None:
    found = Counter(block.kind for block in open_document(real_documents / name).blocks)
    assert {kind: found[kind] for kind in counts} == counts


def test_article_and_case_study_have_their_headings(real_documents: Path) -> None:
    article = open_document(real_documents / ARTICLE)
    assert titles(article) == ["Bolton", "Dudley", "Croydon", "What next for place governance?"]
    study = open_document(real_documents / CASE_STUDY)
    assert {"The context", "The impact", "The outcomes"} < set(titles(study))


def test_board_paper_numbers_its_points_throughout(real_documents: Path) -> None:
    paper = open_document(real_documents / BOARD_PAPER)
    labels = [block.label for block in paper.blocks if block.kind == "item" and block.level == 1]
    assert [label for label in labels if label and label[0].isdecimal()] == [f"{n}." for n in range(1, 30)]


def test_board_paper_lists_its_options_below_one_point(real_documents: Path) -> None:
    paper = open_document(real_documents / BOARD_PAPER)
    labels = [(block.label, block.level) for block in below(paper, "Governance development")]
    assert labels[-9:-1] == [("19.", 1), *((f"{n}.", 2) for n in ("i", "ii", "iii", "iv", "v", "vi", "vii"))]


def test_board_paper_gives_two_places_their_priorities(real_documents: Path) -> None:
    paper = open_document(real_documents / BOARD_PAPER)
    items = [(b.label, b.level) for b in below(paper, "Emerging Priorities for 2023/24")]
    numbers = [n for n, (_, level) in enumerate(items) if level == 1]
    assert [items[n][0] for n in numbers] == ["7.", "8.", "9.", "10."]
    assert [end - start - 1 for start, end in zip(numbers, [*numbers[1:], len(items)], strict=True)] == [
        0,
        5,
        4,
        10,
    ]


def test_board_paper_has_its_matrix_in_five_parts(real_documents: Path) -> None:
    paper = open_document(real_documents / BOARD_PAPER)
    first_rows = [[paper.at(span) for cell in table.rows[0] for span in cell.spans] for table in paper.tables]
    header = ["Component themes", "Emerging", "Developing", "Maturing", "Thriving"]
    assert first_rows.count(header) == 5
    assert len(paper.tables) == 11


def test_web_page_nests_its_bullets(real_documents: Path) -> None:
    page = open_document(real_documents / WEB_PAGE)
    levels = [block.level for block in below(page, "Planning integrated services")]
    assert levels == [1, 2, 2, 2, 2, 2, 1, 1]
    assert {block.label for block in page.blocks if block.level == 2} == {"•"}


def test_minutes_restart_their_numbers(real_documents: Path) -> None:
    minutes = open_document(real_documents / MINUTES)
    items = [(block.label, block.level) for block in minutes.blocks if block.kind == "item"]
    numbers = [("1.", 1), ("2.", 1), ("3.", 1), ("4.", 1), ("5.", 1), ("6.", 1)]
    assert items == [*numbers, *[("Ø", 2)] * 4, ("1.", 1), ("1.", 1), ("3.", 1), ("4.", 1)]


def test_sources_name_every_document(real_documents: Path) -> None:
    assert set(read_sources(real_documents)) == {BOARD_PAPER, CASE_STUDY, WEB_PAGE, ARTICLE, MINUTES}


def test_page_with_known_contents_holds_every_text(formats: Path) -> None:
    page = open_document(formats / "html" / "page.html")
    truth = json.loads((formats / "html" / "truth.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for block in page.blocks:
        found.setdefault(block.kind, set()).add(" ".join(page.at(block.content).split()))
    assert not set(map(fold, truth["h"])) - found["heading"]
    assert not set(map(fold, truth["p"])) - found["paragraph"] - found["item"]
    assert not set(map(fold, truth["li"])) - found["item"] - found["furniture"]
    assert not set(map(fold, truth["cell"])) - found["cell"]
    assert not any(
        "not text" in page.at(block.span) or "comment" in page.at(block.span) for block in page.blocks
    )


def fold(text: str) -> str:
    return " ".join(text.split())
