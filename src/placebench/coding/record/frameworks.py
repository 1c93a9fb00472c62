"""Maturity frameworks: themes, stages and criteria, from stage matrices."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import attrs

from placebench.codebook import slug
from placebench.coding.reading import Reading
from placebench.documents import Span
from placebench.extract.joined import Joined, join
from placebench.extract.matrix import Matrix, MatrixTheme
from placebench.extract.theme_names import split_name
from placebench.importer import Fact, GapFound
from placebench.model import Criterion, Framework, Stage, Theme

TABLES = ("frameworks", "themes", "stages", "criteria")
_LABEL_WORDS = 8
_DIGEST_LENGTH = 8


def code_frameworks(reading: Reading) -> Iterator[Fact | GapFound]:
    """Yield the frameworks that a document holds, one row a sentence of each cell."""
    for coded in coded_frameworks(reading):
        yield from _framework(reading, coded)


def framework_id(system_id: str, name: str, stages: tuple[str, ...], labels: tuple[str, ...]) -> str:
    """Return the identifier of a framework: system, name, and a digest of its stages and themes."""
    digest = hashlib.sha256("\n".join((*stages, "", *labels)).lower().encode()).hexdigest()[:_DIGEST_LENGTH]
    return f"{system_id}/{slug(name)}-{digest}"


@attrs.frozen
class CodedFramework:
    """A matrix of a document as a framework: what its themes and stages are identified by.

    Attributes:
        framework_id: Its identifier.
        title: Its name.
        matrix: The matrix.
        names: Name, label and description of each theme.
    """

    framework_id: str
    title: str
    matrix: Matrix
    names: tuple[tuple[str | None, str, str | None], ...]

    def theme(self, text: str) -> str | None:
        """Return the identifier of the theme of a name in lower case."""
        found = [number for number, (_, label, _) in enumerate(self.names, 1) if label.lower() == text]
        return f"{self.framework_id}/{found[0]}" if len(found) == 1 else None

    def stage(self, text: str) -> int | None:
        """Return the number of the stage of a name in lower case."""
        known = [stage.lower() for stage in self.matrix.stages]
        return known.index(text) + 1 if text in known else None


def coded_frameworks(reading: Reading) -> tuple[CodedFramework, ...]:
    """Return the frameworks that a document holds."""
    return tuple(_coded(reading, matrix) for matrix in reading.matrices)


def _coded(reading: Reading, matrix: Matrix) -> CodedFramework:
    names = tuple(_name(reading, theme) for theme in matrix.themes)
    title = matrix.title or "Maturity matrix"
    labels = tuple(label for _, label, _ in names)
    identifier = framework_id(reading.profile.system.system_id, title, matrix.stages, labels)
    return CodedFramework(identifier, title, matrix, names)


def _framework(reading: Reading, coded: CodedFramework) -> Iterator[Fact | GapFound]:
    document = reading.document
    identifier, matrix = coded.framework_id, coded.matrix
    where = matrix.title_span or matrix.stage_spans[0]
    row = Framework(
        framework_id=identifier,
        name=coded.title,
        publisher=document.metadata.get("publisher"),
        system_id=reading.profile.system.system_id,
    )
    yield Fact(row, (document.quote(where),))
    for number, (stage, span) in enumerate(zip(matrix.stages, matrix.stage_spans, strict=True), 1):
        stage_row = Stage(
            stage_id=f"{identifier}/stage-{number}", framework_id=identifier, number=number, name=stage
        )
        yield Fact(stage_row, (document.quote(span),))
    for number, (theme, (name, label, description)) in enumerate(
        zip(matrix.themes, coded.names, strict=True), 1
    ):
        theme_id = f"{identifier}/{number}"
        theme_row = Theme(
            theme_id=theme_id,
            framework_id=identifier,
            number=number,
            name=name,
            label=label,
            description=description,
        )
        yield Fact(theme_row, (document.quote(*theme.label),))
        yield from _criteria(reading, identifier, theme_id, theme)


def _name(reading: Reading, theme: MatrixTheme) -> tuple[str | None, str, str | None]:
    if theme.named:
        name: str | None = join(reading.document, theme.label[:1]).text.strip()
        description: str | None = join(reading.document, theme.label[1:]).text.strip() or None
    else:
        name, description = split_name(join(reading.document, theme.label).text)
    return name, name or " ".join((description or "").split()[:_LABEL_WORDS]), description


def _criteria(
    reading: Reading, identifier: str, theme_id: str, theme: MatrixTheme
) -> Iterator[Fact | GapFound]:
    for stage, spans in enumerate(theme.stages, 1):
        yield from _sentences(reading, identifier, theme_id, stage, join(reading.document, spans))
    if theme.loose:
        yield from _sentences(reading, identifier, theme_id, None, join(reading.document, theme.loose))
        yield GapFound(
            table="criteria",
            what=f"stages of the criteria of theme {theme_id.rpartition('/')[2]}",
            reason="boundary_lost",
            quotes=(reading.document.quote(theme.label[0]),),
        )


def _sentences(
    reading: Reading, identifier: str, theme_id: str, stage: int | None, text: Joined
) -> Iterator[Fact]:
    for position, (start, end) in enumerate(text.sentences(), 1):
        spans: tuple[Span, ...] = text.spans(start, end)
        row = Criterion(
            criterion_id=f"{theme_id}/{f'stage-{stage}' if stage else 'no-stage'}/{position}",
            framework_id=identifier,
            theme_id=theme_id,
            stage=stage,
            position=position,
            text=text.text[start:end],
        )
        yield Fact(row, (reading.document.quote(*spans),))
