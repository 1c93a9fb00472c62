"""A framework of two themes and four stages, ratings on it, and tables that hold them."""

from __future__ import annotations

import datetime as dt

import pytest

from placebench.model import Assessment, Criterion, Framework, Stage, Theme

FRAMEWORK = "north/our-matrix-0a1b2c3d"
STAGES = ("Emerging", "Developing", "Maturing", "Thriving")
THEMES = ("Vision", "Governance")
CRITERIA = {
    ("Vision", 2): "A shared vision is agreed.",
    ("Governance", 2): "First structures of governance.",
    ("Governance", 4): "Authority is delegated explicitly.",
}
DAY = dt.date(2024, 3, 1)


def make_framework(identifier=FRAMEWORK, name="Our matrix", stages=STAGES, themes=THEMES):
    """Return the rows of a framework."""
    return (
        Framework(framework_id=identifier, name=name, publisher="North ICB", system_id="north"),
        *(
            Stage(stage_id=f"{identifier}/stage-{n}", framework_id=identifier, number=n, name=stage)
            for n, stage in enumerate(stages, 1)
        ),
        *(
            Theme(theme_id=f"{identifier}/{n}", framework_id=identifier, number=n, name=theme, label=theme)
            for n, theme in enumerate(themes, 1)
        ),
    )


def make_criteria(identifier=FRAMEWORK):
    """Return criteria of the framework, one at a stage."""
    return tuple(
        Criterion(
            criterion_id=f"{identifier}/{THEMES.index(theme) + 1}/stage-{stage}/1",
            framework_id=identifier,
            theme_id=f"{identifier}/{THEMES.index(theme) + 1}",
            stage=stage,
            position=1,
            text=text,
        )
        for (theme, stage), text in CRITERIA.items()
    )


def rate(place, theme, low, high=None, *, kind="self", assessor="A", framework=FRAMEWORK, **columns):
    """Return a rating of a place, such as `rate("alder", 1, 2)`."""
    dated = {"as_of": DAY, "as_of_precision": "day", "source_id": "s1", **columns}
    return Assessment(
        system_id="south" if place == "dale" else "north",
        place_id=None if dated.get("applies_to") else f"{'south' if place == 'dale' else 'north'}/{place}",
        framework_id=framework,
        theme_id=f"{framework}/{theme}",
        stage_low=low,
        stage_high=high or low,
        kind=kind,
        assessor=assessor,
        basis="derived" if kind == "documentary" else "stated",
        **dated,
    )


@pytest.fixture
def framework():
    return make_framework


@pytest.fixture
def criteria():
    return make_criteria()


@pytest.fixture
def rating():
    return rate


@pytest.fixture
def rated(tables, places, read):
    """Return tables with the framework and some rows; one source was read for ratings of Alder and Birch."""

    def make(*rows):
        claim = read("s1", "assessments", "north/alder", "north/birch")
        return tables(*places, claim, *make_framework(), *rows)

    return make
