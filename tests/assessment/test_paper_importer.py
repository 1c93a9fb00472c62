"""Tables of stages in papers, rated by a framework that only a file gives."""

from __future__ import annotations

import pytest

from placebench.pipeline import import_documents

PROFILE = """
[system]
id = "vale"
name = "Vale"
aliases = ["Vale ICB"]

[[place]]
id = "dale"
name = "Dale"

[[place]]
id = "ford"
name = "Ford"
"""
FRAMEWORK = """
name = "Working together"
stages = ["Seedling", "Sapling", "Tree"]

[[theme]]
name = "Purpose"

[[theme]]
name = "Money"

[[theme]]
name = "Data"
"""
HEAD = """Place-based partnerships in Vale

Vale ICB works with its place-based partnerships. The Dale partnership board meets monthly.

Where places are now

"""
SAID = "In May 2024 each place held a self-assessment workshop.\n\n"
TABLE = (
    "Theme\tDale\tFord\nPurpose\tTree\tSeedling to Sapling\nMoney\tSapling\tnot assessed\nData\tTree\tTree\n"
)


@pytest.fixture
def read(tmp_path):
    """Return what imports a paper by a profile and a framework beside it."""

    def run(text, *, frameworks=(FRAMEWORK,)):
        paper, profile = tmp_path / "paper.txt", tmp_path / "vale.toml"
        paper.write_text(text, encoding="utf-8")
        profile.write_text(PROFILE, encoding="utf-8")
        files = [tmp_path / f"framework-{number}.toml" for number, _ in enumerate(frameworks)]
        for file, framework in zip(files, frameworks, strict=True):
            file.write_text(framework, encoding="utf-8")
        return import_documents([paper], profiles=[profile], frameworks=files, jobs=0)

    return run


def test_each_cell_is_a_rating_by_the_framework_of_the_file(read, rows, ratings):
    done = read(f"{HEAD}{SAID}{TABLE}")
    assert ratings(done) == [
        ("vale/dale", "1", 3, 3, None),
        ("vale/dale", "2", 2, 2, None),
        ("vale/dale", "3", 3, 3, None),
        ("vale/ford", "1", 1, 2, None),
        ("vale/ford", "3", 3, 3, None),
    ]
    assert {kind for (kind,) in rows(done, "assessments", "kind")} == {"self"}
    assert rows(done, "gaps", "reason") == [("not_assessed",)]
    assert rows(done, "stages", "name") == [("Seedling",), ("Sapling",), ("Tree",)]
    assert (done.exit_code, done.dataset.validate()) == (0, ())


def test_the_rest_of_the_paper_is_read_by_the_system_s_importer(read, rows):
    done = read(f"{HEAD}{SAID}{TABLE}")
    assert ("meeting_frequency", "monthly") in rows(done, "governance", "feature", "value")
    assert not done.dataset["rejections"].num_rows


def test_who_rated_must_be_told(read, rows, ratings):
    done = read(f"{HEAD}{TABLE}")
    assert ratings(done) == []
    assert rows(done, "gaps", "table", "reason") == [("assessments", "absent")]


@pytest.mark.parametrize(
    ("text", "frameworks"),
    [
        (f"{HEAD}{SAID}{TABLE}", ()),
        (f"{HEAD}{SAID}{TABLE}", (FRAMEWORK.replace("Purpose", "Trust").replace("Money", "Staff"),)),
        (f"{HEAD}{SAID}{TABLE}".replace("Dale\tFord", "North team\tSouth team"), (FRAMEWORK,)),
    ],
    ids=["no framework", "other themes", "no places"],
)
def test_a_table_of_another_framework_or_of_no_places_gives_no_ratings(read, ratings, text, frameworks):
    assert ratings(read(text, frameworks=frameworks)) == []


def test_ratings_in_stages_of_its_own_are_a_gap_that_names_them(read, rows):
    done = read(f"{HEAD}{SAID}{TABLE}Trust\tSapling\tTree\n", frameworks=())
    ((table, reason, what),) = rows(done, "gaps", "table", "reason", "what")
    assert (table, reason) == ("assessments", "absent")
    assert "“Tree, Sapling”" in what
    assert "--framework" in what
    assert not done.dataset["rejections"].num_rows


@pytest.mark.parametrize(
    ("said", "table"),
    [
        (SAID, TABLE.replace("Dale\tFord", "North team\tSouth team")),
        (SAID, "Question\tDale\tFord\nBoard\tYes\tNo\nBudget\tYes\tYes\nChair\tNo\tNo\n"),
        (SAID, "Post\tDale\tFord\nChair\tAnn Lee\tJo Bell\nLead\tMay Orr\tTim Cole\n"),
        ("The table is of the work this year.\n\n", TABLE),
    ],
    ids=["no places", "answers", "people", "nothing of maturity"],
)
def test_other_tables_of_a_few_words_are_no_gap(read, rows, said, table):
    assert rows(read(f"{HEAD}{said}{table}", frameworks=()), "gaps", "table") == []


def test_a_matrix_that_the_paper_prints_goes_before_a_file(read, rows):
    stages = "Emerging\tDeveloping\tMaturing\tThriving"
    matrix = (
        f"Maturity matrix\n\nTheme\t{stages}\n"
        "Purpose\tPartners talk.\tIt is drafted.\tIt is known.\tIt guides all.\n"
        "Money\tBudgets are known.\tOne is aligned.\tSome are pooled.\tAll are pooled.\n\n"
    )
    rated = "Theme\tDale\tFord\nPurpose\tMaturing\tEmerging\nMoney\tThriving\tEmerging\n"
    file = FRAMEWORK.replace(
        '"Seedling", "Sapling", "Tree"', '"Emerging", "Developing", "Maturing", "Thriving"'
    )
    done = read(f"{HEAD}{matrix}Where they are\n\n{SAID}{rated}", frameworks=(file,))
    importers = {one for (one,) in rows(done, "assessments", "importer")}
    assert len(importers) == 1
    assert importers.pop().startswith("profile:vale@")


def test_a_framework_that_a_paper_takes_up_is_named_by_its_exercise(read, rows):
    done = read(f"{HEAD}The Dale partnership has adopted the Working Together framework.\n")
    ((step, framework),) = rows(done, "exercises", "step", "framework_id")
    assert (step, framework) == ("adopted", rows(done, "frameworks", "framework_id")[0][0])
    (importer,) = rows(done, "exercises", "importer")[0]
    assert framework.rpartition("/")[2] in importer
    assert (done.exit_code, done.dataset.validate()) == (0, ())


def test_a_framework_that_no_paper_names_is_not_in_the_dataset(read, rows):
    assert rows(read(HEAD), "frameworks", "framework_id") == []
