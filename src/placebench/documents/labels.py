"""List labels as a person sees them: bullets, numbers, letters, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

GLYPHS = "•·‣◦▪▫■□●○➢➤►▶▸◆◇❖\u2043∙◾\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071\uf06c\uf06e\uf075\uf0e8\uf0e0\uf09f"
"""Characters that stand for a bullet wherever they begin a line."""

_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
_ROMAN = r"(?:x{1,3}(?:ix|iv|v?i{0,3})|ix|iv|v?i{1,3}|v)"
_NUMBER = (
    r"(?P<outline>\d{1,2}(?:\.\d{1,2}){1,4}\.?)"
    r"|(?P<decimal>\d{1,3}[.)]|\(\d{1,3}\))"
    rf"|(?P<roman>{_ROMAN}[.)]|\({_ROMAN}\))"
    r"|(?P<letter>[a-z][.)]|\([a-zA-Z]\)|[A-Z]\))"
)
_NAMED = re.compile(rf"(?:{_NUMBER}|(?P<bullet>[oØ]|[{GLYPHS}])){_SPACE}+(?=\S)")
_TIGHT = re.compile(
    rf"(?:(?P<decimal>\(\d{{1,2}}\))|(?P<roman>\({_ROMAN}\))|(?P<letter>\((?!s\))[a-z]\)))(?=[a-zA-Z]{{2}})"
)
"""A label in brackets that nothing parts from its text, as where it is wider than its tab."""
_GLYPH = re.compile(rf"(?P<bullet>[{GLYPHS}]){_SPACE}*")
_DASH = re.compile(rf"(?P<bullet>[-*–—§ü\u203a»✓✔]){_SPACE}+(?=\S)")
_BLANK_LINE = re.compile(r"\n\s*\n")
_DIGITS = {"i": 1, "v": 5, "x": 10}


@attrs.frozen
class Label:
    """A list label at the start of a line.

    Attributes:
        text: The label as a person sees it.
        length: Characters up to the text that it labels.
        kind: Labels of one kind stand in one list: `decimal .`, `letter ()`, `bullet •`.
        value: Place in its sequence, from 1; None for a bullet.
        depth: Numbers in an outline number (2 for `1.1`), else 1.
    """

    text: str
    length: int
    kind: str
    value: int | None = None
    depth: int = 1


def match_label(line: str) -> Label | None:
    """Return the list label at the start of a line without leading white space, or None.

    A hyphen before another label (`- 7. text`, `- o text`) is the residue of a conversion: the label is the
    other one.
    """
    first = line[0] if line else ""
    # Most lines begin with a word, which is no number even in Roman numerals.
    if line[:2].isalpha() and first not in _DIGITS:
        return None
    if first in "-*":
        dash = _DASH.match(line)
        if not dash:
            return None
        inner = _NAMED.match(line, dash.end())
        return _label(inner, behind_dash=True) if inner and _sure(inner, line) else _label(dash)
    match = _NAMED.match(line) or _DASH.match(line) or _GLYPH.match(line)
    if match:
        return _label(match) if _sure(match, line) else None
    tight = _TIGHT.match(line) if first == "(" else None
    return _label(tight) if tight else None


def _sure(match: re.Match[str], line: str) -> bool:
    """A decimal fraction is no outline number, and a section sign may be one."""
    if match.groupdict().get("outline"):
        return line[match.end()].isupper()
    return match["bullet"] not in ("§", "ü") or match.end() - match.start() > len("§ ")


def _label(match: re.Match[str], *, behind_dash: bool = False) -> Label:
    style = match.lastgroup or "bullet"
    text = match[style]
    if style == "bullet":
        unnamed = behind_dash and text in "·•"
        return Label(text, match.end(), f"bullet {'-' if unnamed else text}")
    inside = text.strip("().")
    if style == "outline":
        numbers = inside.split(".")
        return Label(text, match.end(), f"outline {len(numbers)}", int(numbers[-1]), len(numbers))
    punctuation = text.replace(inside, "")
    value = {"decimal": _decimal, "roman": _roman, "letter": _letter}[style](inside)
    case = " upper" if inside.isupper() else ""
    return Label(text, match.end(), f"{style} {punctuation}{case}", value)


def _decimal(text: str) -> int:
    return int(text)


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1


def _roman(text: str) -> int:
    digits = [_DIGITS[character] for character in text]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


class LabelSense:
    """Tells list labels from words that look like one, such as `p. 7` or `c. 500`, by what came before."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def read(self, line: str) -> Label | None:
        """Return the label of a line without leading white space; a letter only where its list has begun."""
        label = match_label(line)
        return label if label and self.knows(label) else None

    def parts(self, text: str) -> Iterator[str]:
        """Part a text with line breaks at blank lines, and at lines that begin with a list label."""
        parts: list[list[str]] = []
        for paragraph in _BLANK_LINE.split(text):
            parts.append([])
            for line in paragraph.split("\n"):
                if parts[-1] and self.read(line.strip()):
                    parts.append([])
                parts[-1].append(line)
        yield from filter(str.strip, map("\n".join, parts))

    def knows(self, label: Label) -> bool:
        """Tell whether a label begins a list or its list has begun, and remember it."""
        style = label.kind.replace("roman", "letter")
        if style.startswith("letter") and label.value != 1 and style not in self._seen:
            return False
        self._seen.add(style)
        return True


def as_letter(label: Label) -> Label | None:
    """Return a one-letter Roman numeral read as a letter (`i.` after `h.`), or None."""
    inside = label.text.strip("().")
    if not label.kind.startswith("roman") or len(inside) != 1:
        return None
    return attrs.evolve(label, kind=label.kind.replace("roman", "letter"), value=_letter(inside))
