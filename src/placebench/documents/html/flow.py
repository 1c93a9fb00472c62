"""Running text between two block boundaries, with white space as a browser shows it."""

from __future__ import annotations

import re

from placebench.documents.counting import in_superscript

_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_SPACES = re.compile(" {2,}")
_AROUND_BREAK = re.compile(r" ?\n ?")
_ASCII_SPACE = " \t\n\r\f"


class Flow:
    """Characters collected until the next block begins or ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._plain = False
        self._verbatim = False

    @property
    def has_text(self) -> bool:
        """Whether there is more than white space so far."""
        return any(part.strip() for part in self._parts)

    def add(self, text: str, *, bold: bool, preformatted: bool, raised: bool = False) -> None:
        """Add the characters of one text; raised digits stay apart from a number before them."""
        if raised:
            text = in_superscript(text)
        if preformatted:
            self._verbatim = True
            self._parts.append(text)
        else:
            self._parts.append(_SPACE.sub(" ", text))
        if not bold and not self._plain and text.strip():
            self._plain = True

    def add_break(self) -> None:
        """Add a line break."""
        self._parts.append("\n")

    def take(self) -> tuple[str, bool]:
        """Return the text so far and whether all of it is bold, and begin anew."""
        if not self._parts:
            return "", False
        text = "".join(self._parts)
        if not self._verbatim:
            text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
        bold = not self._plain
        self._parts, self._plain, self._verbatim = [], False, False
        return text.strip(_ASCII_SPACE), bold
