"""Labels of numbered and bulleted paragraphs, counted as Word counts them."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from placebench.documents.counting import MOST_ROMAN, roman
from placebench.documents.paragraphs.number import Number
from placebench.documents.word.styles import Styles, properties
from placebench.documents.word.symbols import bullet
from placebench.documents.word.xml import attribute, child, children, number, switched, value

_PLACE = re.compile(r"%([1-9])")
_LETTERS = 26
_MOST_LETTERS = 30 * _LETTERS
_LEVELS = 9


@attrs.frozen
class Level:
    """One level of a list.

    Attributes:
        start: First number.
        form: Format of the number, as Word names it: `decimal`, `lowerLetter`, `bullet`.
        text: The label, with `%1` for the number of the outermost level.
        restart: Level, from 1, after which it begins anew; 0 for never; None for every outer one.
        legal: Whether outer numbers are shown as decimals.
        style: The paragraph style that it belongs to.
        indent: Left indentation in points.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    indent: int | None = None


@attrs.frozen
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, counted on with every paragraph."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()
        if root is None:
            return
        links: dict[str, str] = {}
        levels: dict[str, dict[int, Level]] = {}
        for element in children(root, "abstractNum"):
            identifier = attribute(element, "abstractNumId") or ""
            levels[identifier] = dict(map(_level, children(element, "lvl")))
            style = value(element, "numStyleLink")
            if style:
                links[identifier] = style
        for element in children(root, "num"):
            key = number(attribute(element, "numId"))
            if key is not None:
                self._lists[key] = _read_list(element, levels)
        for key, one in self._lists.items():
            # A list may be that of a list style, which names another list.
            linked = self._lists.get(styles.style(links.get(one.abstract)).numbering or 0)
            if one.abstract in links and linked:
                self._lists[key] = attrs.evolve(one, levels=linked.levels)

    def level_of_style(self, key: int, style: str | None) -> int:
        """Return the level of a list that belongs to a paragraph style, else the outermost."""
        levels = self._lists[key].levels if key in self._lists else {}
        return next((n for n, level in levels.items() if style and level.style == style), 0)

    def count(self, key: int, level: int) -> Number | None:
        """Return the number of the next paragraph of a list, or None where there is no such list."""
        found = self._lists.get(key)
        if found is None or not 0 <= level < _LEVELS:
            return None
        this = found.levels.get(level, Level())
        counts = self._counts.setdefault(found.abstract, {})
        if level in found.starts and (key, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else this.start
        self._begun.add((key, level))
        for inner in [n for n in counts if n > level]:
            if _restarts(found.levels.get(inner, Level()), level):
                del counts[inner]
        return Number(_label(found.levels, counts, level), found.abstract, level, this.indent)


def _read_list(element: etree._Element, levels: dict[str, dict[int, Level]]) -> _List:
    abstract = value(element, "abstractNumId") or ""
    own, starts = dict(levels.get(abstract, {})), {}
    for override in children(element, "lvlOverride"):
        at = number(attribute(override, "ilvl"))
        start = number(value(override, "startOverride"))
        replaced = child(override, "lvl")
        if at is not None and replaced is not None:
            own[at] = _level(replaced)[1]
        if at is not None and start is not None:
            starts[at] = start
    return _List(abstract, own, starts)


def _level(element: etree._Element) -> tuple[int, Level]:
    start = number(value(element, "start"))
    form = value(element, "numFmt") or "decimal"
    return number(attribute(element, "ilvl")) or 0, Level(
        start=1 if start is None else start,
        form=form,
        text=value(element, "lvlText") or "",
        restart=number(value(element, "lvlRestart")),
        legal=bool(switched(element, "isLgl")),
        style=value(element, "pStyle"),
        indent=properties(element).indent,
    )


def _restarts(inner: Level, level: int) -> bool:
    return inner.restart is None or level < inner.restart


def _label(levels: dict[int, Level], counts: dict[int, int], level: int) -> str | None:
    this = levels.get(level, Level())
    if this.form == "bullet":
        return bullet(this.text)

    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        outer = levels.get(at, Level())
        return _number(counts.get(at, outer.start), "decimal" if this.legal else outer.form)

    return _PLACE.sub(shown, this.text).strip() or None


def _number(count: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman") and 0 < count <= MOST_ROMAN:
        text = roman(count)
    elif form in ("lowerLetter", "upperLetter") and 0 < count <= _MOST_LETTERS:
        # After z comes aa, then bb.
        text = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
    elif form == "none":
        return ""
    elif form == "decimalZero":
        return f"{count:02}"
    elif form == "ordinal":
        return f"{count}{_ending(count)}"
    else:
        return str(count)
    return text.upper() if form.startswith("upper") else text


def _ending(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
