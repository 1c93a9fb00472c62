"""A framework is found in a dataset by its identifier, the beginning of it, or its name."""

from __future__ import annotations

import pytest

from placebench.dataset import Dataset, Part
from placebench.dataset.frameworks import framework_of
from placebench.errors import UsageError
from placebench.model import Criterion, Framework, Stage, Theme


def rows_of_framework(identifier, name):
    part = {"framework_id": identifier}
    numbers = (2, 1)
    return {
        "frameworks": (Framework(name=name, **part),),
        "stages": tuple(
            Stage(stage_id=f"{identifier}/stage-{n}", number=n, name=f"S{n}", **part) for n in numbers
        ),
        "themes": tuple(
            Theme(theme_id=f"{identifier}/{n}", number=n, name=None, label=f"T{n}", **part) for n in numbers
        ),
        "criteria": tuple(
            Criterion(
                criterion_id=f"{identifier}/{theme}/{stage or 'no-stage'}/1",
                theme_id=f"{identifier}/{theme}",
                stage=stage,
                position=1,
                text="Words.",
                **part,
            )
            for theme in numbers
            for stage in (None, *numbers)
        ),
    }


@pytest.fixture
def dataset():
    parts = [
        Part(f"{n}" * 64, rows_of_framework(*names))
        for n, names in enumerate(
            [("vale/one-1", "One"), ("vale/two-2", "Two"), ("moor/one-3", "One of Moor")]
        )
    ]
    return Dataset.build(parts, build_version="test")


@pytest.mark.parametrize("given", ["vale/one-1", "vale/o", "One", "one"])
def test_a_framework_has_one_of_three_names(dataset, given):
    whole = framework_of(dataset, given)
    assert whole.framework.framework_id == "vale/one-1"
    assert [stage.number for stage in whole.stages] == [1, 2]
    assert [theme.number for theme in whole.themes] == [1, 2]
    order = [(one.theme_id.rpartition("/")[2], one.stage) for one in whole.criteria]
    assert order == [("1", 1), ("1", 2), ("1", None), ("2", 1), ("2", 2), ("2", None)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("vale/", "expected the beginning of one identifier, found 2: vale/one-1, vale/two-2"),
        ("vale/oen-1", "found “vale/oen-1”; did you mean vale/one-1?"),
    ],
)
def test_what_names_none_or_several_is_told(dataset, given, said):
    with pytest.raises(UsageError) as raised:
        framework_of(dataset, given)
    assert said in str(raised.value)
