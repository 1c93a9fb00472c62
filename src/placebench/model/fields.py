"""How a column is declared: an annotated type, a description, and what it is for.

`columns_of` is the only introspection in the project: schemas, Arrow conversion and checks all walk it.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import attrs

_METADATA = "placebench"
_SCALARS = (str, int, float, bool, dt.date)


@attrs.frozen(eq=False)
class Vocabulary:
    """A closed list of codes, each with what it means."""

    name: str
    codes: Mapping[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.codes


@attrs.frozen
class Pattern:
    """A regular expression that the whole value matches."""

    name: str
    expression: str


@attrs.frozen
class Reference:
    """The table and column in which the value must exist."""

    table: str
    column: str


@attrs.frozen
class _Declared:
    description: str
    key: bool
    host: bool
    unit: str | None


@attrs.frozen
class Column:
    """One column of a table, as every exporter sees it.

    Attributes:
        name: Column name; fixed by the schema version.
        kind: `str`, `int`, `float`, `bool` or `datetime.date`; of the items, where `many`.
        nullable: Whether the value may be missing.
        many: Whether the value is a list.
        vocabulary: The codes that are allowed, if the column is coded.
        pattern: The expression that a text matches, if it has a fixed form.
        reference: The table and column that the value points to.
        key: Whether the column takes part in the identity of a row.
        host: Whether the host fills the column in, never an importer.
    """

    name: str
    kind: type
    nullable: bool
    many: bool
    description: str
    unit: str | None
    vocabulary: Vocabulary | None
    pattern: Pattern | None
    reference: Reference | None
    key: bool
    host: bool


class Row:
    """Base of every table's class."""

    __slots__ = ()
    __table__: ClassVar[str]


_WALKED: dict[type[Row], tuple[Column, ...]] = {}


def column(
    description: str,
    *,
    key: bool = False,
    host: bool = False,
    unit: str | None = None,
    default: Any = attrs.NOTHING,
    converter: Callable[[Any], Any] | None = None,
) -> Any:
    """Declare one column of a table.

    Args:
        description: What the value says, for schemas and documentation.
        key: Whether the column takes part in the identity of a row.
        host: Whether the host fills it in; an importer leaves it out.
        unit: Unit of a number.
        default: Value where the importer says nothing.
        converter: Applied on construction, for lists given as any iterable.
    """
    if host and default is attrs.NOTHING:
        default = ""
    metadata = {_METADATA: _Declared(description, key, host, unit)}
    return attrs.field(default=default, metadata=metadata, converter=converter, kw_only=True)


def table_of(kind: type[Row]) -> str:
    """Return the name of the table that a class is a row of."""
    return kind.__table__


def columns_of(kind: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a row class, in table order."""
    if kind not in _WALKED:
        hints = typing.get_type_hints(kind, include_extras=True)
        fields = attrs.fields(kind)  # type: ignore[arg-type]
        _WALKED[kind] = tuple(_column(field, hints[field.name]) for field in fields)
    return _WALKED[kind]


def _column(field: attrs.Attribute[Any], hint: Any) -> Column:
    declared: _Declared = field.metadata[_METADATA]
    hint, nullable = _without_none(hint)
    hint, markers = _without_markers(hint)
    many = typing.get_origin(hint) is tuple
    if many:
        hint, item_markers = _without_markers(typing.get_args(hint)[0])
        markers += item_markers
    if hint not in _SCALARS:
        message = f"column {field.name} has type {hint!r}, not one of {_SCALARS}"
        raise TypeError(message)
    return Column(
        name=field.name,
        kind=hint,
        nullable=nullable,
        many=many,
        description=declared.description,
        unit=declared.unit,
        vocabulary=_first(markers, Vocabulary),
        pattern=_first(markers, Pattern),
        reference=_first(markers, Reference),
        key=declared.key,
        host=declared.host,
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kept = [part for part in typing.get_args(hint) if part is not type(None)]
        return kept[0], True
    return hint, False


def _without_markers(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if typing.get_origin(hint) is typing.Annotated:
        inner, *markers = typing.get_args(hint)
        return inner, tuple(markers)
    return hint, ()


def _first(markers: tuple[Any, ...], kind: type) -> Any:
    return next((marker for marker in markers if isinstance(marker, kind)), None)
