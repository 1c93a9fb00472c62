"""Which parts of a document speak of a system's place partnerships."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.codebook import SystemProfile, load_codebook
from placebench.coding.names import names_of
from placebench.coding.territory import Territory, territory
from placebench.documents import Document, read_document

HEALTH = "The NHS, primary care and the hospital plan with patients in mind."
ALPHA = "The Alpha place-based partnership has a board. Alpha has agreed its plan for general practice."
STRANGER = "The Delta place-based partnership has a board. Delta has agreed its plan for general practice."


Find = Callable[[Document], Territory]


def page(*sections: tuple[str, str], title: str = "How places work together") -> Document:
    body = "".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in sections)
    return read_document(f"<h1>{title}</h1><p>{HEALTH}</p>{body}".encode(), "page.html", {"title": title})


@pytest.fixture
def find(profile: SystemProfile) -> Find:
    def found(document: Document) -> Territory:
        return territory(document, names_of(profile), load_codebook())

    return found


def test_document_whose_head_names_the_system_is_its_own(find: Find) -> None:
    document = page(("Governance", ALPHA), title="Place-based partnerships in North")
    found = find(document)
    assert (found.spans, found.whole, found.places) == ((document.span,), True, ("north/alpha",))
    assert found.why == "its title names North"


def test_publisher_counts_as_the_head(find: Find) -> None:
    document = read_document(
        f"Update\n\n{HEALTH}\n\n{ALPHA}\n".encode(), "paper.txt", {"publisher": "North Integrated Care Board"}
    )
    assert find(document).whole


def test_document_that_speaks_of_it_throughout_is_its_own(find: Find) -> None:
    found = find(page(("Governance", ALPHA), ("Money", ALPHA)))
    assert (found.whole, found.why) == (True, "it speaks of Alpha throughout")


def test_article_gives_the_sections_of_its_places_only(find: Find) -> None:
    document = page(("Delta", STRANGER), ("Alpha", ALPHA), ("What next?", HEALTH))
    found = find(document)
    assert [document.at(span).split("\n")[0] for span in found.spans] == ["Alpha"]
    assert "Delta" not in document.at(found.spans[0])
    assert (found.whole, found.places) == (False, ("north/alpha",))
    assert found.why == "a section is headed 'Alpha'"


@pytest.mark.parametrize(
    "document",
    [
        page(("Delta", STRANGER), ("Epsilon", STRANGER)),
        page(("Delta", f"{STRANGER} Alpha sent its good wishes."), ("Epsilon", STRANGER)),
        page(("Alpha", "The town has a new library. Alpha is proud of it."), title="Alpha"),
        page(("Alpha", "The Alpha sports partnership, with Sport England, opened a leisure centre. " * 9)),
        page(
            (
                "Alpha",
                "School places in Alpha: the place partnership on admissions policy and pupil places. " * 9,
            )
        ),
        read_document(b"Alpha and Beta", "paper.txt"),
    ],
    ids=["others", "passing mention", "no partnership", "sport", "school places", "names alone"],
)
def test_document_about_something_else_is_nowhere(find: Find, document: Document) -> None:
    found = find(document)
    assert (found.spans, found.whole, found.places) == ((), False, ())
