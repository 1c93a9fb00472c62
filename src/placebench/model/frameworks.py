"""Maturity frameworks: themes, stages and the criteria at each."""

from __future__ import annotations

from typing import Annotated, ClassVar

import attrs

from placebench.model import vocabularies as v
from placebench.model.fields import Row, column


@attrs.frozen
class Framework(Row):
    """A maturity framework."""

    __table__: ClassVar[str] = "frameworks"
    framework_id: Annotated[str, v.FRAMEWORK] = column(
        "Slug of publisher and name, and a digest of themes and stages.", key=True
    )
    name: str = column("Its name.")
    publisher: str | None = column("Who published it.", default=None)
    system_id: v.SystemId | None = column("The system that uses it.", default=None)


@attrs.frozen
class Theme(Row):
    """A theme of a framework."""

    __table__: ClassVar[str] = "themes"
    theme_id: Annotated[str, v.FRAMEWORK] = column("Framework and number.", key=True)
    framework_id: v.FrameworkId = column("The framework.")
    number: int = column("Number of the theme, from 1.")
    name: str | None = column("Name; null where the source lost it.", default=None)
    label: str = column("Name, or a short label where there is none.")
    description: str | None = column("What the theme is about.", default=None)


@attrs.frozen
class Stage(Row):
    """A stage of a framework."""

    __table__: ClassVar[str] = "stages"
    stage_id: Annotated[str, v.FRAMEWORK] = column("Framework and number.", key=True)
    framework_id: v.FrameworkId = column("The framework.")
    number: int = column("Number of the stage, from 1, lowest first.")
    name: str = column("Its name.")


@attrs.frozen
class Criterion(Row):
    """One sentence of what a theme looks like at a stage."""

    __table__: ClassVar[str] = "criteria"
    criterion_id: Annotated[str, v.FRAMEWORK] = column("Theme, stage and position.", key=True)
    framework_id: v.FrameworkId = column("The framework.")
    theme_id: v.ThemeId = column("The theme.")
    stage: int | None = column("Number of the stage; null where the source lost the boundary.", default=None)
    position: int = column("Its place in the cell, from 1.")
    text: str = column("The sentence.")
