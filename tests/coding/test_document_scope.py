"""Whom a document of several papers speaks of, and whom each of its sections does."""

from __future__ import annotations

from placebench.coding.reading import Reading


def pack(*items: tuple[str, str]) -> str:
    body = "".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in items)
    return f"<html><title>Board papers</title><body><h1>Board papers</h1>{body}</body></html>"


def subject(reading: Reading, beginning: str) -> tuple[str, ...] | str:
    scopes = [one.scope for one in reading.sentences if one.passage.text.startswith(beginning)]
    return scopes[0].places or scopes[0].applies_to


def test_the_first_paper_of_a_pack_is_not_what_the_others_are_about(read):
    told = read(pack(("Item 1: Alpha", "Alpha has a board."), ("Item 2: Money", "The plan was agreed.")))
    assert subject(told, "The plan") == "system"


def test_nor_is_the_first_of_several_sections_on_a_place_each(read):
    sections = ("Alpha", "Its board meets."), ("Beta", "A plan was agreed."), ("Next", "The board will meet.")
    told = read(pack(*sections))
    assert subject(told, "Its board") == ("north/alpha",)
    assert subject(told, "A plan") == ("north/beta",)
    assert subject(told, "The board will") == "system"


def test_a_section_is_about_the_only_place_that_it_names_from_its_opening_on(read):
    own = "Beta Health and Care Partnership brings partners together. An agreement was signed."
    told = read(pack(("Item 1: Alpha", "Alpha has a board."), ("Item 2: How we are run", own)))
    assert subject(told, "An agreement") == ("north/beta",)


def test_a_section_that_comes_to_a_place_later_is_not(read):
    later = "No matrix is in use. Beta intends to look at one."
    told = read(pack(("Item 1: Alpha", "Alpha has a board."), ("Item 2: Maturity", later)))
    assert subject(told, "No matrix") == "system"


def test_what_follows_words_on_the_system_or_on_another_place_is_not_of_the_sections_place(read):
    for also in ("North ICB agreed.", "Gamma agreed."):
        told = read(
            pack(
                ("Item 1: Alpha", "Alpha has a board."),
                ("Item 2: Plans", f"Beta has a plan. {also} The end."),
            )
        )
        assert subject(told, "The end") != ("north/beta",)


def test_a_title_is_that_of_the_document_whatever_its_sections_name(read):
    told = read("Alpha Partnership Board\n\nThe board met.\n\nBeta\n\nA visit.\n\nClose\n\nThe end.")
    assert subject(told, "The end") == ("north/alpha",)
