"""Headings, paragraphs and lists as text for a terminal, or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from placebench.cli.tables import shown, wrapped

_UNDERLINES = {1: "=", 2: "-"}
_INDENT = "  "
_MARKS = re.compile(r"([\\*<>\[\]])")


@attrs.frozen
class Heading:
    """A heading of some level, from 1."""

    level: int
    text: str


@attrs.frozen
class Paragraph:
    """A paragraph."""

    text: str


@attrs.frozen
class Items:
    """A list under a title of its own; in Markdown, items that are `code` stand in backticks."""

    title: str
    items: tuple[str, ...]
    code: bool = False


Block = Heading | Paragraph | Items


def as_text(blocks: Iterable[Block], width: int) -> str:
    """Return blocks as text whose lines are no wider than `width`."""
    return "\n".join(line for block in blocks for line in _text(block, width))


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown."""
    return "\n\n".join(_markdown(block) for block in blocks)


def _text(block: Block, width: int) -> list[str]:
    if isinstance(block, Heading):
        underline = _UNDERLINES.get(block.level)
        return [block.text, *([underline * len(block.text), ""] if underline else [])]
    if isinstance(block, Paragraph):
        return [*wrapped(shown(block.text), width, _INDENT).splitlines(), ""]
    items = [wrapped(shown(item), width, f"{_INDENT * 2}- ", _INDENT * 3) for item in block.items]
    return [wrapped(block.title, width, _INDENT), *items, ""]


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_escaped(block.text)}"
    if isinstance(block, Paragraph):
        return _escaped(shown(block.text))
    items = [_code(item) if block.code else _escaped(shown(item)) for item in block.items]
    return "\n".join([f"**{_escaped(block.title)}**", "", *(f"- {item}" for item in items)])


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"
