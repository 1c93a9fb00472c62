"""Folded text: what patterns match on, with a map back to the exact text.

Folding straightens quotes and dashes, drops soft hyphens and mark-up residue, and makes every run of white
space one space, so that a pattern need not know how a publisher wrapped its lines.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache

import attrs

from placebench.documents import Block, Document, Span
from placebench.extract.letters import without_accents
from placebench.extract.sentences import may_be_name

_STRAIGHT = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        # A single one of any white space is a space; runs of them are found after.
        **{character: " " for character in map(chr, range(0x3001)) if character.isspace()},
    }
)
# In most texts with other letters than those of ASCII, few are to be straightened.
_CROOKED = re.compile("[{}]".format("".join(map(chr, _STRAIGHT.keys() - {ord(" ")}))))
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_DROPPED = r"\*\*|</?[uib]>|[\u00ad\u200b\u200c\u200d\u2060\ufeff]"
# Every irregular character or pair begins with one of these; a class is looked for quicker than words are.
_MAY_BE_UNEVEN = re.compile(r"[*<\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb04]")
_IRREGULAR = re.compile(rf"(?P<space>\s+)|(?P<dropped>{_DROPPED})|(?P<ligature>[\ufb00-\ufb04])")
# Where a publisher lost the space behind a bracket, or between a noun and its verb: "Partners (AHP)made up
# of", "community carehave". No word ends so.
_RUN_TOGETHER = re.compile(
    r"(?:[A-Z]|[a-z]{4})\)(?=[a-z]{2})"
    r"|(?i:care|trust|council|service|partner|partnership|health|sector|hospital|organisation|board|alliance|system"
    r"|authority|authorities|priorities|community|communities|committee)s?"
    r"(?=(?:have|has|are|is|was|were|will|which|and)\b)"
)
# Between words and what a table set beside them.
_BESIDE = ": "

# A dot within a name ends nothing: "Dr. J. R. Smith".
_TITLE = r"\b(?:Dr|Mr|Mrs|Ms|Prof|Cllr|Rev|Revd)\b"
_IN_A_NAME = re.compile(
    rf"(?P<title>{_TITLE}\.? )?(?<![\w.])(?!U\.[KS]\.)(?:[A-Z]\. ?)+(?=[A-Z][a-z'])|{_TITLE}\.(?= )"
)
_MAY_BE_IN_A_NAME = re.compile(r"[A-Zrs.fv]\. ?[A-Z]")
_WORDS_OF_ONE_LETTER = ("A. ", "I. ")
# One spelling of what is spelt in two: "organization", "co chair", "well being". A letter is looked for
# first, and then what stands around it: to look back from every letter takes ten times as long.
_SPELT = re.compile(
    r"z(?=(?:e[ds]?|ing|ations?|ers?)\b)(?<=[a-z]{3}iz)"
    r"| (?:(?=chair|produc|design|locat|ordinat|commission)(?<=\bco )|(?=committee|group)(?<=\bsub )"
    r"|(?=executive|voting)(?<=\bnon )|(?=being\b)(?<=\bwell )|(?=assess)(?<=\bself )"
    r"|(?=agency|disciplinary)(?<=\bmulti ))"
)


@attrs.frozen
class Folded:
    """Folded text and where each of its characters stands.

    Attributes:
        text: The folded text, case kept.
        lower: The same in lower case, in one spelling and without accents or dots in names,
            character for character.
        start: Position of the first character in the document.
        offsets: Position of each character relative to `start`, and one past the last; None where they are
            equal.
    """

    text: str
    lower: str
    start: int
    offsets: array[int] | None

    def span(self, start: int, end: int) -> Span:
        """Return the document's span of a range of the folded text."""
        if self.offsets is None:
            return Span(self.start + start, self.start + end)
        if end <= start:
            return Span(self.start + self.offsets[start], self.start + self.offsets[start])
        return Span(self.start + self.offsets[start], self.start + self.offsets[end - 1] + 1)


def fold(text: str, start: int = 0) -> Folded:
    """Fold a text that begins at position `start` of its document."""
    folded, lower, offsets = _folded(text)
    return Folded(folded, lower, start, offsets)


def fold_block(document: Document, block: Block) -> Folded:
    """Fold what a block says; words that stood beside its text in a table lead up to it: "Chair: Jo Bell"."""
    content, beside = block.content, block.beside
    if beside is None:
        return fold(document.at(content), content.start)
    label, told = fold(document.at(beside)), fold(document.text[beside.end : content.end])
    head, rest = label.text.rstrip(" :"), told.text.lstrip(" |:")
    skipped = len(told.text) - len(rest)
    places = array("l", (label.span(at, at + 1).start for at in range(len(head))))
    places.extend([len(beside) - 1] * len(_BESIDE))
    places.extend(len(beside) + told.span(at, at + 1).start for at in range(skipped, len(told.text)))
    places.append(len(content))
    text = f"{head}{_BESIDE}{rest}"
    return Folded(text, _lower(text), content.start, places)


# A cell is read by whoever looks for matrices, remits or members, and furniture stands on every page.
@lru_cache(maxsize=512)
def _folded(text: str) -> tuple[str, str, array[int] | None]:
    straight = _CROOKED.sub(_straightened, text)
    together = [found.end() for found in _RUN_TOGETHER.finditer(straight)]
    if not (together or straight.startswith(" ") or "  " in straight or _MAY_BE_UNEVEN.search(straight)):
        return straight, _lower(straight), None
    pieces: list[str] = []
    offsets = array("l")
    spaced = True
    position = 0
    for start, end, put in (*_changes(straight, together), (len(straight), None, "")):
        if start > position:
            pieces.append(straight[position:start])
            offsets.extend(range(position, start))
            spaced = False
        if end is None:
            break
        position = end
        if put == " " and spaced:
            continue
        pieces.append(put)
        # A space that the text lacks stands where the character before it does.
        offsets.extend([start if end > start else start - 1] * len(put))
        spaced = put == " " or (spaced and not put)
    offsets.append(len(text))
    folded = "".join(pieces)
    return folded, _lower(folded), offsets


def _changes(straight: str, together: list[int]) -> list[tuple[int, int, str]]:
    """Return start, end and what is put there for each part of a text that is not taken as it stands."""
    runs = ((run.start(), run.end(), run) for run in _IRREGULAR.finditer(straight))
    uneven = [
        (start, end, " " if run["space"] else _LIGATURES.get(run.group(), "")) for start, end, run in runs
    ]
    return sorted([*uneven, *((at, at, " ") for at in together)]) if together else uneven


def _straightened(crooked: re.Match[str]) -> str:
    return _STRAIGHT[ord(crooked.group())]


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters grow in lower case; positions matter more than their case.
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lower = without_accents(lower)
    lower = _SPELT.sub(lambda found: "s" if found.group() == "z" else "-", lower)
    if _MAY_BE_IN_A_NAME.search(text):
        lower = "".join(_without_dots(text, lower))
    return lower


def _without_dots(text: str, lower: str) -> Iterator[str]:
    """Yield the pieces of a text in lower case with an apostrophe, as names have, for each dot in a name."""
    position = 0
    for name in _IN_A_NAME.finditer(text):
        if name.group() in _WORDS_OF_ONE_LETTER and not may_be_name(text, name.start()):
            continue
        yield lower[position : name.start()]
        yield lower[name.start() : name.end()].replace(".", "'")
        position = name.end()
    yield lower[position:]
