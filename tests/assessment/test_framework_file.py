"""Frameworks as files: read, written, and what is wrong told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.assessment.framework_file import framework_toml, new_framework, parse_framework
from placebench.errors import CodebookError

ROOT = Path(__file__).resolve().parents[2]
SMALL = """name = "Small"
stages = ["Low", "High"]

[[theme]]
name = "One"

[theme.criteria]
Low = ["It is low."]
"""
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


def parse(text):
    return parse_framework("framework.toml", text.encode())


def test_a_framework_has_identifiers_of_its_names():
    whole = parse(SMALL)
    assert whole.framework.framework_id.startswith("small-")
    assert [stage.name for stage in whole.stages] == ["Low", "High"]
    (theme,) = whole.themes
    assert theme.theme_id == f"{whole.framework.framework_id}/1"
    assert [(row.criterion_id, row.stage, row.text) for row in whole.criteria] == [
        (f"{theme.theme_id}/stage-1/1", 1, "It is low.")
    ]


@pytest.mark.parametrize("line", ['id = "vale/small"', 'system = "vale"', 'publisher = "Vale ICS"'])
def test_an_identifier_may_be_given_or_begins_with_its_owner(line):
    assert parse(f"{line}\n{SMALL}").framework.framework_id.startswith("vale")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples" / "frameworks").glob("*.toml")), ids=lambda one: one.name
)
def test_the_examples_read(path):
    whole = parse_framework(path.name, path.read_bytes())
    assert all(
        list(whole.criteria_of(theme, stage.number)) for theme in whole.themes for stage in whole.stages
    )


def test_the_framework_to_begin_with_reads():
    assert len(parse(new_framework()).themes) == 2


@given(
    stages=st.lists(WORDS, min_size=2, max_size=5, unique=True),
    themes=st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=4),
)
def test_a_framework_written_reads_as_the_same(stages, themes):
    blocks = [
        f"[[theme]]\nname = {quoted(name)}\ncriteria = {{ {quoted(stages[0])} = {listed(texts)} }}"
        for name, texts in themes
    ]
    text = "\n".join(['name = "Any"', f"stages = {listed(stages)}", *blocks])
    if "no_stage" not in stages:
        assert parse(framework_toml(parse(text))) == parse(text)


def listed(texts):
    return f"[{', '.join(map(quoted, texts))}]"


def quoted(text):
    return "'" + text + "'" if "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "stages",
            "stage",
            "framework.toml, line 2: expected one of id, name, publisher, stages, system, theme",
        ),
        ('["Low", "High"]', '["Low"]', "line 2: expected at least two stages"),
        ('["Low", "High"]', '["Low", "Low"]', "line 2: expected each of stages once"),
        (
            "Low = [",
            "Lo = [",
            "line 8: expected one of High, Low, no_stage, found the key Lo; did you mean Low?",
        ),
        ('name = "One"', "", "line 4: expected a name, a label or a description"),
        ('name = "One"', 'name = "One"\nnumber = 0', "line 6: expected a whole number from 1 for number"),
        ('["It is low."]', '"It is low."', "line 8: expected a list of texts for Low"),
        ('name = "Small"', 'name = "Small"\nid = "Vale Small"', "line 2: expected id such as"),
        (
            'name = "Small"',
            'name = "',
            "framework.toml, line 1, column 9: expected a maturity framework in TOML",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old, new, said):
    with pytest.raises(CodebookError) as raised:
        parse(SMALL.replace(old, new, 1))
    assert said in str(raised.value)
