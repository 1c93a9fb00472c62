"""Which parts of a document speak of a system's place partnerships."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from placebench.codebook import SystemProfile, load_codebook
from placebench.coding.names import names_of
from placebench.coding.territory import Territory, territory
from placebench.documents import Document, read_document
from placebench.model import Partnership

HEALTH = "The NHS, primary care and the hospital plan with patients in mind."
ALPHA = "The Alpha place-based partnership has a board. Alpha has agreed its plan for general practice."
STRANGER = "The Delta place-based partnership has a board. Delta has agreed its plan for general practice."
TITLE = "Project Manager"
SPORT = "The Alpha sports partnership, with Sport England, opened a leisure centre. "

Find = Callable[[Document], Territory]


def page(*sections: tuple[str, str], title: str = "How places work together") -> Document:
    body = "".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in sections)
    return read_document(f"<h1>{title}</h1><p>{HEALTH}</p>{body}".encode(), "page.html", {"title": title})


@pytest.fixture
def find(profile: SystemProfile) -> Find:
    def found(document: Document) -> Territory:
        return territory(document, names_of(profile, load_codebook()), load_codebook())

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


def test_title_alone_is_enough_for_the_key_messages_of_a_board(find: Find) -> None:
    assert find(page(("Plans", "The place board endorsed its plan."), title="Alpha: key messages")).whole


@pytest.mark.parametrize(
    ("publisher", "opening", "whole"),
    [
        ("Alpha Council", "The place-based partnership gave its report.", True),
        ("Delta Council", "The place-based partnership gave its report.", False),
        ("", "Across Alpha partners plan care together. The partnership runs programmes.", True),
        ("", "Across Alpha and Devon partners plan care. The partnership runs programmes.", False),
        ("", "Across Delta partners plan care together. The partnership runs programmes.", False),
    ],
)
def test_publisher_or_opening_that_names_it_once_is_enough(
    find: Find, publisher: str, opening: str, *, whole: bool
) -> None:
    text = f"{TITLE}\n\n{opening} {HEALTH}\n"
    document = read_document(text.encode(), "page.txt", {"title": TITLE, "publisher": publisher})
    assert find(document).whole == whole


def test_partnership_that_the_title_names_needs_no_words_of_health(profile: SystemProfile) -> None:
    alliance = Partnership(partnership_id="north/alpha/x", place_id="north/alpha", name="All Alpha As One")
    names = names_of(attrs.evolve(profile, partnerships=(alliance,)), load_codebook())
    text = "How All Alpha As One works\n\nIts board gathers every month. Partners sit on it.\n"
    document = read_document(text.encode(), "page.txt", {"title": "How All Alpha As One works"})
    assert territory(document, names, load_codebook()).whole
    sport = read_document(f"{text}{SPORT}".encode(), "page.txt", {"title": "How All Alpha As One works"})
    assert not territory(sport, names, load_codebook()).spans


def test_short_minutes_that_name_a_partnership_twice_are_its_own(profile: SystemProfile) -> None:
    alliance = Partnership(partnership_id="north/alpha/x", place_id="north/alpha", name="All Alpha As One")
    names = names_of(attrs.evolve(profile, partnerships=(alliance,)), load_codebook())
    opening = "The director spoke.\n\n" * 6
    text = f"Place update\n\n{opening}That All Alpha As One gather each month. {{}} agreed it.\n"
    known = {"title": "Place update - Alpha Council", "publisher": "Alpha Council"}
    twice = read_document(text.format("All Alpha As One").encode(), "page.txt", known)
    assert territory(twice, names, load_codebook()).whole
    once = read_document(text.format("The cabinet").encode(), "page.txt", known)
    assert not territory(once, names, load_codebook()).spans


LONG = [("Care", f"{HEALTH} {HEALTH} {HEALTH}".replace(" The", "</p><p>The"))] * 12


def test_long_document_that_names_no_other_system_is_its_own(find: Find) -> None:
    own = [("Governance", ALPHA)] * 6
    assert find(page(*LONG, *own)).whole
    others = [("Somewhere else", "Kent and Devon have place-based partnerships too.")] * 4
    assert not find(page(*LONG, *own, *others)).whole


@pytest.mark.parametrize(
    "document",
    [
        page(("Delta", STRANGER), ("Epsilon", STRANGER)),
        page(("Delta", f"{STRANGER} Alpha sent its good wishes."), ("Epsilon", STRANGER)),
        page(("Alpha", "The town has a new library. Alpha is proud of it."), title="Alpha"),
        page(("Alpha", SPORT * 9)),
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


@pytest.mark.parametrize(
    ("publisher", "whole"), [("Alpha Together", True), ("Delta Together", False), ("Alpha Theatre", False)]
)
def test_page_that_a_partnership_publishes_is_its_own(find: Find, publisher: str, *, whole: bool) -> None:
    text = f"Our priorities\n\nIn Alpha we want fewer people in hospital. {HEALTH}\n\nAlpha comes first.\n"
    document = read_document(text.encode(), "paper.txt", {"publisher": publisher})
    assert find(document).whole is whole


AT_PLACE = (
    "The partners in Alpha will meet each month to join up services. Patients, GPs and the hospital gain.",
    "Health in Alpha. Social care and the NHS agreed in the partnership to jointly plan what residents need.",
    "The Director of Place thanked patients, the hospital and the public health team of the borough.",
)


@pytest.mark.parametrize("text", AT_PLACE)
def test_page_of_a_place_need_not_name_a_place_partnership(find: Find, text: str) -> None:
    assert find(
        read_document(f"Our work\n\n{text}\n".encode(), "page.txt", {"title": "Health in Alpha"})
    ).whole


@pytest.mark.parametrize("publisher", ["North", "NHS North Integrated Care Board"])
@pytest.mark.parametrize(
    "text",
    [
        "We are a new partnership of the NHS and councils. An integrated care strategy will say what we do.",
        "Partners from the NHS, hospitals and social care are collaborating, and residents will hear of it.",
    ],
)
def test_page_that_the_system_publishes_need_not_name_it(find: Find, publisher: str, text: str) -> None:
    known = {"title": "Our vision", "publisher": publisher}
    assert find(read_document(f"Our vision\n\n{text}\n".encode(), "page.txt", known)).whole
    others = known | {"publisher": "NHS England"}
    assert not find(read_document(f"Our vision\n\n{text}\n".encode(), "page.txt", others)).spans


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Alpha Health and Wellbeing Board", AT_PLACE[0]),
        ("Health in Alpha", "Patients in Alpha, GPs and the hospital gain. The NHS opens a clinic."),
        (
            "Health in Alpha",
            "Patients, GPs and the NHS in Alpha gain. We jointly run a sports partnership.",
        ),
        ("Health in Alpha", f"{'We met and talked. ' * 40}The NHS and partners jointly met in Alpha."),
    ],
    ids=["another body", "nobody works together", "sport", "hardly a word of health"],
)
def test_page_of_a_place_that_says_little_is_refused(find: Find, title: str, text: str) -> None:
    assert not find(read_document(f"Our work\n\n{text}\n".encode(), "page.txt", {"title": title})).spans


def test_short_page_needs_few_words_of_health(find: Find) -> None:
    text = "Alpha Integrated Care Partnership\n\nWe are the NHS and the council of Alpha.\n"
    assert find(read_document(text.encode(), "page.txt", {})).whole


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Alpha has a partnership board, and GPs work together with the council.", True),
        ("Omega and Alpha has a partnership board, and GPs work together with the council.", False),
        ("Alpha Hospitals NHS Trust has a partnership board, and GPs work together with the council.", False),
    ],
)
def test_place_that_is_half_of_another_name_or_a_hospitals_is_not_named(
    find: Find, text: str, *, read: bool
) -> None:
    document = read_document(f"Our work\n\n{HEALTH} {text}\n".encode(), "page.txt", {"title": "Our work"})
    assert bool(find(document).spans) is read


@pytest.mark.parametrize(
    ("title", "text", "sure"),
    [
        ("Health in Alpha", "Alpha has a place-based partnership.", True),
        ("A visit", "In Alpha and in Beta we saw a place-based partnership. Alpha is near.", False),
        ("A visit", "In Alpha and in North we saw a place-based partnership. Alpha is near.", True),
    ],
)
def test_places_named_in_passing_are_a_weaker_claim(find: Find, title: str, text: str, *, sure: bool) -> None:
    found = find(read_document(f"News\n\n{HEALTH} {text}\n".encode(), "page.txt", {"title": title}))
    assert (bool(found.spans), found.sure) == (True, sure)
