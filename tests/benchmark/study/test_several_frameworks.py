"""A study of a dataset with several maturity frameworks."""

from __future__ import annotations

import pytest

from placebench.benchmark.study import MaturityChoices, Study, run_study
from placebench.errors import UsageError
from placebench.model import Assessment, Framework, Stage, Theme


def framework(name):
    """Return the rows of a framework of two stages and one theme."""
    identifier = f"north/{name}-0a1b2c3d"
    return (
        Framework(framework_id=identifier, name=name.title(), publisher=None, system_id="north"),
        *(
            Stage(stage_id=f"{identifier}/stage-{n}", framework_id=identifier, number=n, name=f"Stage {n}")
            for n in (1, 2)
        ),
        Theme(theme_id=f"{identifier}/1", framework_id=identifier, number=1, name="Money", label="Money"),
    )


def rating(name):
    return Assessment(
        system_id="north",
        place_id="north/alder",
        framework_id=f"north/{name}-0a1b2c3d",
        theme_id=f"north/{name}-0a1b2c3d/1",
        stage_low=2,
        stage_high=2,
        kind="self",
        source_id="s1",
    )


@pytest.fixture
def study(tables, places):
    """Run a study of the maturity of places rated on some of two frameworks."""

    def run(*rated, **choices):
        rows = (*framework("ladder"), *framework("wheel"), *map(rating, rated))
        asked = Study(methods=("maturity", "order", "agreement"), maturity=MaturityChoices(**choices))
        return run_study(tables(*places, *rows), asked)

    return run


def test_the_framework_with_ratings_is_taken(study):
    found = study("wheel")["maturity"]
    assert set(found.frame["framework_id"]) == {"north/wheel-0a1b2c3d"}


@pytest.mark.parametrize("rated", [(), ("ladder", "wheel")])
def test_where_several_could_be_meant_the_note_names_them_and_the_key(study, rated):
    found = study(*rated)["maturity"]
    assert found.frame.is_empty()
    (note,) = found.notes
    for words in ("north/ladder-0a1b2c3d, north/wheel-0a1b2c3d", "`framework` under [maturity]"):
        assert words in note
    assert study(*rated, framework="Wheel")["maturity"].title.endswith("of Wheel")


def test_what_is_asked_of_a_framework_that_nobody_named_is_an_error(study):
    with pytest.raises(UsageError, match=r"found north/ladder-0a1b2c3d, .*\[maturity\]"):
        study(themes=("Money",))
