"""Maturity frameworks as rows: themes, stages and criteria."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placebench.coding import CODERS, Reading
from placebench.coding.record.frameworks import framework_id
from placebench.importer import Fact, GapFound
from placebench.model import Criterion, Framework, Stage, Theme

Read = Callable[..., Reading]
HEADER = "Theme\tEmerging\tDeveloping\tMature\n"
PURPOSE = "Purpose. Partners know why.\tPartners talk. They listen.\tIt is drafted.\tIt is known.\n"
MONEY = "Money\tBudgets are discussed.\tOne is aligned.\tMost are pooled.\n"
LOOSE = "Data\n\nPartners share facts.\n\nReports differ.\n\nA few are shared.\n\nOne is used. It is good.\n"
TABLE = f"Appendix A: Maturity of places\n\n{HEADER}{PURPOSE}{MONEY}"


def found(read: Read, text: str, kind: type) -> list:
    """Rows of one class, or gaps, that the coder gives for a text."""
    all_found = list(CODERS["frameworks"](read(text, publisher="NHS North")))
    if kind is GapFound:
        return [gap for gap in all_found if isinstance(gap, GapFound)]
    return [fact.row for fact in all_found if isinstance(fact, Fact) and isinstance(fact.row, kind)]


def test_framework_has_its_title_publisher_and_system(read: Read) -> None:
    (framework,) = found(read, TABLE, Framework)
    assert (framework.name, framework.publisher) == ("Maturity of places", "NHS North")
    assert framework.system_id == "north"
    assert framework.framework_id.startswith("north/maturity-of-places-")


def test_stages_are_numbered_from_the_lowest(read: Read) -> None:
    stages = found(read, TABLE, Stage)
    assert [(stage.number, stage.name) for stage in stages] == [
        (1, "Emerging"),
        (2, "Developing"),
        (3, "Mature"),
    ]


def test_themes_have_name_label_and_description(read: Read) -> None:
    themes = found(read, TABLE, Theme)
    assert [(theme.number, theme.name, theme.label, theme.description) for theme in themes] == [
        (1, "Purpose", "Purpose", "Partners know why."),
        (2, "Money", "Money", None),
    ]


def test_theme_without_a_name_has_the_first_words_as_its_label(read: Read) -> None:
    sentence = "Partners make the most of the buildings that they own between them in the place."
    (theme,) = found(read, f"{HEADER}{sentence}\ta\tb\tc\n", Theme)
    assert (theme.name, theme.label) == (None, "Partners make the most of the buildings that")
    assert theme.description == sentence


def test_criteria_are_the_sentences_of_each_stage(read: Read) -> None:
    criteria = [c for c in found(read, TABLE, Criterion) if c.theme_id.endswith("/1")]
    assert [(c.stage, c.position, c.text) for c in criteria] == [
        (1, 1, "Partners talk."),
        (1, 2, "They listen."),
        (2, 1, "It is drafted."),
        (3, 1, "It is known."),
    ]


def test_sentence_over_a_page_break_is_one_criterion_with_two_parts(read: Read) -> None:
    cut = "Rules are clear about what, and\tRules are\tA chair has\tPapers are\n"
    text = f"{HEADER}{PURPOSE}{cut}\n{HEADER}by whom.\tspoken of.\tbeen chosen.\tpublished.\n"
    facts = [f for f in CODERS["frameworks"](read(text)) if isinstance(f, Fact)]
    texts = {f.row.text: f.quotes[0].texts for f in facts if isinstance(f.row, Criterion)}
    assert texts["A chair has been chosen."] == ("A chair has", "been chosen.")
    assert len(found(read, text, Theme)) == 2


def test_theme_that_fell_apart_has_criteria_without_a_stage_and_a_gap(read: Read) -> None:
    text = f"{TABLE}\n{LOOSE}"
    theme = found(read, text, Theme)[-1]
    assert (theme.number, theme.name, theme.description) == (3, "Data", "Partners share facts.")
    loose = [c for c in found(read, text, Criterion) if c.theme_id == theme.theme_id]
    assert [(c.stage, c.position, c.text) for c in loose] == [
        (None, 1, "Reports differ."),
        (None, 2, "A few are shared."),
        (None, 3, "One is used."),
        (None, 4, "It is good."),
    ]
    (gap,) = found(read, text, GapFound)
    assert (gap.table, gap.reason) == ("criteria", "boundary_lost")
    assert gap.quotes[0].text == "Data"


def test_table_that_is_whole_has_no_gap(read: Read) -> None:
    assert found(read, TABLE, GapFound) == []


def test_every_quote_stands_in_the_document(read: Read) -> None:
    reading = read(f"{TABLE}\n{LOOSE}")
    for fact in CODERS["frameworks"](reading):
        for quote in fact.quotes:
            assert [reading.document.at(span) for span in quote.spans] == list(quote.texts)
            assert all(quote.texts)


def identifier(*labels: str, stages: tuple[str, ...] = ("Emerging", "Mature")) -> str:
    return framework_id("north", "Maturity", stages, labels)


def test_same_stages_and_themes_are_the_same_framework() -> None:
    assert identifier("purpose", "MONEY", stages=("emerging", "Mature")) == identifier("Purpose", "Money")


@pytest.mark.parametrize(
    "other",
    [
        identifier("Purpose"),
        identifier("Money", "Purpose"),
        identifier("Purpose", "Money", stages=("Emerging",)),
    ],
)
def test_other_stages_or_themes_are_another_framework(other: str) -> None:
    assert other != identifier("Purpose", "Money")
