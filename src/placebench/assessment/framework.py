"""`MaturityFramework`: a framework with its stages, themes and criteria as one value."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from placebench.model import Criterion, Framework, Row, Stage, Theme


@attrs.frozen
class MaturityFramework:
    """A maturity framework, whole.

    Attributes:
        framework: Its row.
        stages: Its stages, lowest first.
        themes: Its themes, by number.
        criteria: What themes look like at stages, in reading order.
    """

    framework: Framework
    stages: tuple[Stage, ...]
    themes: tuple[Theme, ...]
    criteria: tuple[Criterion, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of it, each after those that it refers to."""
        return (self.framework, *self.stages, *self.themes, *self.criteria)

    def rows_for(self, system_id: str) -> tuple[Row, ...]:
        """Return its rows for an importer of a system, which may not speak of what another one owns."""
        own = system_id if self.framework.system_id == system_id else None
        return (attrs.evolve(self.framework, system_id=own), *self.rows[1:])

    @property
    def choices(self) -> tuple[str, ...]:
        """What a list of stages to choose from says, lowest first: `2 Developing`, or `2` of numbers."""
        if self.is_numbered:
            return tuple(stage.name for stage in self.stages)
        return tuple(f"{stage.number} {stage.name}" for stage in self.stages)

    @property
    def is_numbered(self) -> bool:
        """Tell whether a stage is named by a figure, which may differ from its number."""
        return any(stage.name.isdecimal() for stage in self.stages)

    def stage(self, text: str) -> int | None:
        """Return the number of the stage that a text names or chooses; None where it is none of them."""
        said = folded(text)
        for stage, choice in zip(self.stages, self.choices, strict=True):
            if said in (folded(stage.name), folded(choice)):
                return stage.number
        numbers = () if self.is_numbered else (stage.number for stage in self.stages)
        return next((number for number in numbers if said == str(number)), None)

    def theme(self, text: str) -> Theme | None:
        """Return the theme that a text names, by number, identifier, name or label; None where none."""
        said = folded(text)
        for theme in self.themes:
            if said in (str(theme.number), theme.theme_id, folded(theme.name or ""), folded(theme.label)):
                return theme
        return None

    def criteria_of(self, theme: Theme, stage: int | None) -> Iterator[Criterion]:
        """Yield the criteria of a theme at a stage; at None, those whose stage the source lost."""
        return (one for one in self.criteria if one.theme_id == theme.theme_id and one.stage == stage)


def folded(text: str) -> str:
    """Return a text as names are compared: white space and case do not matter."""
    return " ".join(text.split()).casefold()
