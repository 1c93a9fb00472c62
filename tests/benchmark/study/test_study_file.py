from __future__ import annotations

import datetime as dt
from importlib.resources import files

import pytest

from placebench.benchmark.study import METHODS, Study, load_study, parse_study
from placebench.errors import CodebookError

WHOLE = """
title = "Places of the north"
systems = ["bob"]
places = ["lsc/central-lancashire"]
since = 2022-07-01
until = 2024-12-31
basis = ["stated", "derived"]
methods = ["counts", "change"]
suppress_below = 5

[maturity]
framework = "Matrix"
basis = ["self", "documentary"]

[order]
draws = 50
seed = 7

[peers]
k = 3
context = "context.csv"

[configurations]
conditions = ["governance.pooled_budget"]
outcome = "~delegations.budget"
inclusion = 0.8
expectations = ["~governance.pooled_budget"]

[change]
first = 2022-06-30
last = 2023-06-30
"""


def parsed(text, folder):
    return parse_study("study.toml", text.encode(), folder)


def test_every_choice_is_read(tmp_path):
    (tmp_path / "context.csv").write_text("place_id,population\n")
    study = parsed(WHOLE, tmp_path)
    assert study.title == "Places of the north"
    assert (study.since, study.until) == (dt.date(2022, 7, 1), dt.date(2024, 12, 31))
    assert study.asked == ("counts", "change")
    assert study.suppress_below == 5
    assert study.maturity.basis == ("self", "documentary")
    assert (study.order.draws, study.order.seed) == (50, 7)
    assert (study.peers.k, study.peers.context) == (3, tmp_path / "context.csv")
    assert study.configurations.inclusion == 0.8
    assert study.configurations.expectations == ("~governance.pooled_budget",)
    assert study.change.first == dt.date(2022, 6, 30)


def test_an_empty_file_asks_for_every_method_that_needs_no_choices(tmp_path):
    study = parsed("", tmp_path)
    assert study == Study()
    assert set(METHODS) - set(study.asked) == {"configurations", "change"}


def test_the_template_is_a_study_and_names_every_method(tmp_path):
    text = files("placebench.benchmark.study").joinpath("template.toml").read_text("utf-8")
    assert parsed(text, tmp_path) == Study()
    assert all(method in text for method in METHODS)
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines() if "= " in line or "[" in line[:4])
    assert "first = 2022-06-30" in bare


@pytest.mark.parametrize(
    ("text", "line", "expected", "found"),
    [
        ('methods = ["count"]', "study.toml, line 1", "methods among", "“count”"),
        ("\nmethod = []", "study.toml, line 2", "one of", "the key method"),
        ("since = 2023-01-01\nuntil = 2022-01-01", "study.toml, line 1", "since before until", "2023-01-01"),
        ('since = "2023"', "study.toml, line 1", "a date for since", "'2023'"),
        ("suppress_below = 1", "study.toml, line 1", "a whole number from 2", "1"),
        ('methods = ["change"]', "study.toml, line 1", "a table [change]", "none"),
        ("[change]\nfirst = 2022-01-01", "study.toml, line 1", "first and a later last", "only first"),
        ('[change]\nagainst = "old"', "study.toml, line 2", "a file or folder for against", "nothing at"),
        ('[maturity]\nbasis = ["selve"]', "study.toml, line 2", "basis among", "“selve”"),
        ('[maturity]\nrules = ["no.toml"]', "study.toml, line 2", "a file or folder for rules", "nothing at"),
        ("[peers]\nk = 0", "study.toml, line 2", "a whole number from 1 for k", "0"),
        ('[configurations]\noutcome = "a"', "study.toml, line 1", "the key conditions", "only outcome"),
        (
            '[configurations]\nconditions = ["a"]\noutcome = "b"\ninclusion = 8',
            "study.toml, line 4",
            "a number from 0 to 1",
            "8",
        ),
        (
            '[configurations]\nconditions = ["a"]\noutcome = "b"\nexpectations = ["c"]',
            "study.toml, line 4",
            "expectations among a, ~a",
            "“c”",
        ),
        ("title = \nk = 1", "study.toml, line 1", "a study in TOML", "invalid value"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(text, line, expected, found, tmp_path):
    with pytest.raises(CodebookError) as error:
        parsed(text, tmp_path)
    assert error.value.where.startswith(line)
    assert expected in error.value.expected
    assert found in error.value.found


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CodebookError, match="study"):
        load_study(tmp_path / "none.toml")
