"""Priorities that run on in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.scope import Located
from placebench.coding.work.priority_rows import (
    LONGEST,
    LONGEST_IN_SENTENCE,
    SENTENCE,
    TABLE,
    Announced,
    Stated,
)
from placebench.coding.work.topics import is_known
from placebench.extract.labels import label_of, listed
from placebench.extract.passages import introduces
from placebench.extract.quantities import number

_ONE = "one"
_COUNTED_LINES = frozenset({"numbered", "numbered_themes"})
_FOCUS = "focus"
_DOING = Wording(TABLE, r"<doing>t?ing\b", re.IGNORECASE)
_THEIRS = re.compile(r"(?!\w+ing )[a-z]+ (?:their|them|his|her|him)\b")
_A_PAIR = 2
_DESCRIBES = re.compile(r"[a-z]+(?:al|ic|ive|ary|ous)")
# "1) frailty 2) housing", "(a) frailty, (b) housing", "frailty • housing".
_NUMBERS = re.compile(r"(?:^|[,;]? (?:and )?)(?:\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})\)|[•·]) ")
_BODY = Wording(TABLE, r"[A-Z][\w'-]+(?:,? (?:and )?[A-Z][\w'-]+)* and (?:[A-Z][\w'-]+ )+<named_one>\b")
_PARTED = re.compile(r"; [^;.:]{3,200}; (?:and )?[^;.:]{3,}|; and [^;.:]{3,}")
# A bullet that holds a list ends as one that another bullet follows: "A, B and C; and".
_GOES_ON = re.compile(r";(?: and)?\s*$")


def from_sentence(source: Announced, found: Match) -> Iterator[Stated]:
    """Yield what the `items` of a match name."""
    codebook, sentence = source.reading.codebook, source.sentence
    low, high = found.spans["items"]
    begins = codebook.entry(TABLE, "begins").match.search(sentence.passage.lower[low:high])
    low += begins.end if begins else 0
    lower = sentence.passage.lower[low:high]
    if source.cue.entry in _COUNTED_LINES or codebook.entry(TABLE, "no_list").match.matches(lower):
        return
    if source.cue.entry in ("these", "added") and not (
        _announced(source) and not introduces(sentence.passage.line)
    ):
        return
    end = codebook.entry(TABLE, "ends").match.search(lower)
    whole = _GOES_ON.sub("", sentence.passage.text[low : _whole_list(sentence, high)])
    parted = _PARTED.search(whole) is not None
    text = whole if parted or not end else sentence.passage.text[low : low + end.start]
    if source.cue.entry == _FOCUS and not parted:
        text = _without_purpose(codebook, text)
    # That work is on something makes it a priority only of one partnership and where it is known to be care.
    if source.cue.entry == _FOCUS and not (sentence.scope.places and is_known(text, codebook)):
        return
    count = number(found.groups.get("count") or "")
    one = source.cue.entry == _ONE
    things = [text] if one else _things(source, text, int(count) if count else None)
    # "The four priorities, working as one": what follows is no list of four.
    if count and len(things) + 1 < count and "includ" not in sentence.passage.lower[found.start : low]:
        return
    for position, item in enumerate(things, 1):
        longest = LONGEST if one or parted else LONGEST_IN_SENTENCE
        if len(label_of(item)) <= longest and not SENTENCE.search(item):
            yield from source.rows(item, position, sentence)


def _without_purpose(codebook: Codebook, text: str) -> str:
    """Return what work is on without what it is for: "on frailty, to keep people out of hospital"."""
    purpose = codebook.entry(TABLE, "for_what").match.search(text.lower())
    return text[: purpose.start] if purpose else text


def _whole_list(sentence: Located, high: int) -> int:
    """Return where a list ends whose items semicolons part, "A; B; and C", else where it was seen to end."""
    told = sentence.passage.text
    return len(told.rstrip(". ")) if _PARTED.match(told, high) else high


def _things(source: Announced, text: str, count: int | None) -> list[str]:
    """Return what a running list names; where a clause of its own ends it, the list ends before that."""
    codebook = source.reading.codebook
    # "The North and South Partnership" is one body, whose name is not to be parted.
    whole = [(m.start, m.end) for m in source.reading.names.mentions(text)]
    whole += [found.span() for found in _BODY.of(codebook).finditer(text)]
    numbers = _NUMBERS.split(text)
    if len(numbers) > _A_PAIR:
        return [part.strip(" ,;") for part in numbers if part.strip(" ,;")]
    if _PARTED.search(text):
        return [part.strip().removeprefix("and ") for part in text.split(";")]
    parts = listed(codebook, text, count, whole)
    if (
        count is None
        and len(parts) == _A_PAIR
        and _share_a_verb(codebook, *(text[low:high] for low, high in parts))
    ):
        return [text]
    # "Health, social and racial inequalities" are one thing.
    if count is None and len(parts) > _A_PAIR and _share_a_noun(text, parts):
        return [text]
    if count is None and len(parts) > 1 and SENTENCE.search(text[slice(*parts[-1])]):
        parts = listed(codebook, text[: parts[-2][1]], whole=whole)
    elif len(parts) > 1 and _ends_a_clause(
        codebook, *(text[low:high] for low, high in (parts[0], parts[-1]))
    ):
        parts = parts[:-1]
    return [text[start:stop] for start, stop in parts]


def _share_a_noun(text: str, parts: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether the things between the first and the last only describe what the last names."""
    _, *between, _ = (text[low:high] for low, high in parts)
    return all(_DESCRIBES.fullmatch(part) for part in between)


def _share_a_verb(codebook: Codebook, first: str, second: str) -> bool:
    """Tell whether two things are done in one: "tackling smoking and obesity"."""
    doing = _DOING.of(codebook)
    return doing.match(first) is not None and not doing.match(second)


def _ends_a_clause(codebook: Codebook, first: str, last: str) -> bool:
    """Tell whether the last words go on with a clause: "care that people trust and meet their needs"."""
    doing = _DOING.of(codebook)
    return doing.match(first) is not None and _THEIRS.match(last) is not None


def _announced(source: Announced) -> bool:
    """Tell whether this sentence, the one before or what introduces that says that there are priorities."""
    reading, codebook = source.reading, source.reading.codebook
    before = reading.before(source.sentence)
    passage = source.sentence.passage
    told = [passage.lower, before.passage.lower, *reading.leads(before.passage.line)]
    if source.cue.entry == "added":
        told.append(passage.line.folded.lower[: passage.start])
    announces, others = (codebook.entry(TABLE, entry).match for entry in ("announces", "others"))
    return any(announces.matches(text) for text in told) and not others.matches(before.passage.lower)
