"""Stage matrices, as papers print them."""

from __future__ import annotations

import pytest

from placebench.documents import Document, Span, read_document
from placebench.extract import Matrix, matrices
from placebench.extract.matrix import CONTINUES_AFTER_BREAK, CONTINUES_SENTENCE

SCALES = (("emerging", "developing", "thriving"), ("1", "2", "3"))
HEADER = "Theme\tEmerging\tDeveloping\tThriving\n"
PURPOSE = "Purpose\tPartners talk.\tA purpose is drafted.\tIt is known.\n"
MONEY = "Money\tBudgets are discussed.\tOne is aligned.\tMost are pooled.\n"


def read(text: str) -> tuple[Document, list[Matrix]]:
    document = read_document(text.encode(), "paper.txt")
    return document, list(matrices(document, SCALES, lambda title: "maturity" in title))


def words(document: Document, spans: tuple[Span, ...]) -> str:
    return document.quote(*spans).text if spans else ""


def themes(text: str) -> list[list[str]]:
    """Label and stages of each theme of the one matrix of a text."""
    document, (matrix,) = read(text)
    return [[words(document, t.label), *(words(document, s) for s in t.stages)] for t in matrix.themes]


def test_themes_go_down_and_stages_across() -> None:
    text = f"APPENDIX A: MATURITY OF PLACES\n\n{HEADER}{PURPOSE}{MONEY}"
    document, (matrix,) = read(text)
    assert matrix.stages == ("Emerging", "Developing", "Thriving")
    assert [document.at(span) for span in matrix.stage_spans] == ["Emerging", "Developing", "Thriving"]
    assert (matrix.title, matrix.joins) == ("MATURITY OF PLACES", ())
    assert matrix.title_span is not None
    assert document.at(matrix.title_span) == "APPENDIX A: MATURITY OF PLACES"
    assert themes(text) == [
        ["Purpose", "Partners talk.", "A purpose is drafted.", "It is known."],
        ["Money", "Budgets are discussed.", "One is aligned.", "Most are pooled."],
    ]


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "Theme\tEMERGING\tDeveloping \tthriving\n",
        "Theme\t1. Emerging\t2. Developing\t3. Thriving\n",
        "Theme\tStage 1: Emerging\tStage 2: Developing\tStage 3: Thriving\n",
        "Theme\tLevel 1 - Emerging\tLevel 2 - Developing\tLevel 3 - Thriving\n",
        "Theme\t1\t2\t3\n",
    ],
)
def test_header_names_the_stages_of_a_known_scale(header: str) -> None:
    assert [theme[0] for theme in themes(header + PURPOSE + MONEY)] == ["Purpose", "Money"]


@pytest.mark.parametrize(
    "text",
    [
        "Theme\tEmerging\tDeveloping\n" + "Purpose\tPartners talk.\tIt is drafted.\n" * 2,
        "Theme\tEmerging\tDeveloping\tDone\n" + PURPOSE + MONEY,
        "Theme\tLow\tMiddle\tHigh\n" + PURPOSE + MONEY,
        "Places are emerging, developing or thriving.\n",
    ],
)
def test_other_tables_are_no_matrix(text: str) -> None:
    assert read(text)[1] == []


FOUR = (("emerging", "developing", "maturing", "thriving"), ("1", "2", "3", "4"))
PART = "Theme\tEmerging\tDeveloping\tMaturing"
CRITERIA = (
    "\nPurpose\tPartners talk when they meet.\tA purpose is being drafted.\tThe purpose guides all plans."
    "\nMoney\tBudgets are known to all.\tOne budget is aligned.\tMost budgets are pooled."
)


def matrices_of_four(text: str) -> list[Matrix]:
    document = read_document(text.encode(), "paper.txt")
    return list(matrices(document, FOUR, lambda _: True))


@pytest.mark.parametrize("header", [PART, "Theme\t1. Developing\t2. Maturing\t3. Thriving"])
def test_neighbouring_stages_of_a_scale_are_enough_over_criteria(header: str) -> None:
    (matrix,) = matrices_of_four(header + CRITERIA)
    assert (len(matrix.stages), len(matrix.themes)) == (3, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"{PART}\nPurpose\tEmerging\tMaturing\tDeveloping\nMoney\tMaturing\tMaturing\tEmerging",
        f"{PART}\nPurpose\t3\t1\t2\nMoney\t2\t2\t2",
        f"{PART}\nPurpose\tAlpha and Beta\tGamma\tDelta Vale\nMoney\tAlpha\tBeta, Gamma and Vale\tDelta",
        f"{PART}\nAlpha\t\tTerms of reference were agreed in May.\t\nBeta\tA chair has been chosen.\t\t",
        (PART + CRITERIA).replace("\n", "\tLead\n"),
        f"{PART}\tAdvanced{CRITERIA}",
        "Theme\tEmerging\tMaturing\tThriving" + CRITERIA,
        "Theme\tMaturing\tDeveloping\tEmerging" + CRITERIA,
        "Theme\tEmerging\tDeveloping\tDone" + CRITERIA,
        "Theme\t1\t2\t3" + CRITERIA,
    ],
    ids=[
        "ratings", "counts", "names of places", "rated in words", "another column", "unknown stage",
        "a stage left out", "turned", "other word", "numbers",
    ],
)  # fmt: skip
def test_part_of_a_scale_over_anything_else_is_no_matrix(text: str) -> None:
    assert matrices_of_four(text) == []


def test_header_repeated_on_the_next_page_is_no_theme() -> None:
    assert [theme[0] for theme in themes(f"{HEADER}{PURPOSE}\n{HEADER}{MONEY}")] == ["Purpose", "Money"]


def test_row_that_goes_on_after_the_page_break_is_one_theme() -> None:
    cut = "Governance is clear about what, and\tRules are\tA chair has\tPapers are\n"
    rest = "by whom.\tspoken of.\tbeen chosen.\tpublished.\n"
    text = f"{HEADER}{PURPOSE}{cut}\n{HEADER}{rest}{MONEY}"
    assert themes(text)[1] == [
        "Governance is clear about what, and by whom.",
        "Rules are spoken of.",
        "A chair has been chosen.",
        "Papers are published.",
    ]
    assert [join.rule for join in read(text)[1][0].joins] == [CONTINUES_SENTENCE]


def test_row_without_a_theme_goes_on_with_the_row_above() -> None:
    text = f"{HEADER}{PURPOSE}\tThey listen.\tIt is written down.\tIt is used.\n{MONEY}"
    assert themes(text)[0] == [
        "Purpose",
        "Partners talk. They listen.",
        "A purpose is drafted. It is written down.",
        "It is known. It is used.",
    ]
    assert [join.rule for join in read(text)[1][0].joins] == [CONTINUES_AFTER_BREAK]


def test_theme_in_lower_case_after_a_full_stop_is_a_theme() -> None:
    assert [theme[0] for theme in themes(HEADER + "Purpose is clear.\ta\tb\tc\nmoney\td\te\tf\n")] == [
        "Purpose is clear.",
        "money",
    ]


def test_theme_that_fell_apart_keeps_its_text_without_stages() -> None:
    loose = "Data\n\nPartners share facts.\n\nReports differ.\n\nA few are shared.\n\nOne is used."
    after = "Appendix B: Something else\n\nIt is another matter.\n"
    text = f"Appendix A: Maturity of places\n\n{HEADER}{PURPOSE}{MONEY}\n{loose}\n\n{after}"
    document, (matrix,) = read(text)
    theme = matrix.themes[-1]
    assert (words(document, theme.label), theme.stages, theme.named) == (
        "Data Partners share facts.",
        (),
        True,
    )
    assert [document.at(span) for span in theme.loose] == [
        "Reports differ.",
        "A few are shared.",
        "One is used.",
    ]
    assert document.at(matrix.span).endswith("One is used.")


def test_two_scales_are_two_matrices() -> None:
    other = "Theme\t1\t2\t3\nData\tReports differ.\tSome are shared.\tOne is used.\n"
    _, found = read(f"{HEADER}{PURPOSE}{MONEY}\nA paragraph.\n\n{other}")
    assert [(matrix.stages[0], len(matrix.themes)) for matrix in found] == [("Emerging", 2), ("1", 1)]


def test_matrix_without_a_heading_has_no_title() -> None:
    _, (matrix,) = read(HEADER + PURPOSE + MONEY)
    assert (matrix.title, matrix.title_span) == (None, None)
