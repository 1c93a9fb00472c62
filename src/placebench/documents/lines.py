"""The lines of a plain text, with their position and what can be told from one line alone."""

from __future__ import annotations

import re

import attrs

from placebench.documents.labels import Label, match_label

_LINE = re.compile(r"[^\n\r\f]+")
_RULE = re.compile(r"(?=.*(?:---|===|___|\*\*\*))[\s|:+=_*-]+")
_SENTENCE_END = ".!?;:…"
_CLOSING = "\"'”’)]*_»"
_TAB_WIDTH = 4


@attrs.frozen
class Line:
    """One line that is not blank.

    Attributes:
        text: The line without white space at its ends.
        start: Where `text` starts in the document.
        end: Where `text` ends.
        raw: The whole line, without its line break.
        indent: Columns of white space before `text`.
        gap_before: Whether a blank line, or nothing, stands above.
        label: The list label that it begins with.
    """

    text: str
    start: int
    end: int
    raw: str
    indent: int
    gap_before: bool
    label: Label | None

    @property
    def raw_start(self) -> int:
        """Where the line starts, with its white space."""
        return self.start - (len(self.raw) - len(self.raw.lstrip()))

    @property
    def content(self) -> str:
        """The line without its label."""
        return self.text[self.label.length :] if self.label else self.text

    @property
    def is_rule(self) -> bool:
        """Whether it is a line drawn with characters, or the rule of a table in Markdown."""
        return self.text[0] in "-=_*|+:" and _RULE.fullmatch(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character, quotation marks aside, ends a sentence or a clause."""
        return self.text.rstrip(_CLOSING)[-1:] in tuple(_SENTENCE_END)


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank; a form feed ends a line like a line break."""
    lines: list[Line] = []
    gap, end = True, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        gap = gap or _is_gap(text, end, match.start())
        end = match.end()
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        lead = raw[: len(raw) - len(raw.lstrip())]
        start = match.start() + len(lead)
        indent = len(lead) + lead.count("\t") * (_TAB_WIDTH - 1)
        lines.append(Line(stripped, start, start + len(stripped), raw, indent, gap, match_label(stripped)))
        gap = False
    return lines


def _is_gap(text: str, end: int, start: int) -> bool:
    breaks = text[end:start].replace("\r\n", "\n").replace("\f", "")
    return len(breaks) > 1
