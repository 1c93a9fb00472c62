"""The body that a post leads: the partnership, a group of it, or a stranger."""

from __future__ import annotations

import re

from placebench.codebook import Wording
from placebench.coding.bodies import body_of
from placebench.coding.members.cued import Cued
from placebench.coding.members.employers import ARTICLE
from placebench.coding.members.named_body import (
    OTHER,
    PARTNERSHIP,
    SUBGROUP,
    earlier,
    is_foreign,
    is_of_another_place,
    named_body,
    of_partnership,
    own_meeting,
    unnamed,
)
from placebench.coding.members.owners_boards import is_its_owners
from placebench.coding.members.people_in_posts import CHAIRS, is_elsewhere
from placebench.extract.gazetteer import PARTNERSHIP as NAMED_PARTNERSHIP
from placebench.extract.gazetteer import SYSTEM, Mention

_WORDS = "led_body"
_BARE = Wording(_WORDS, r"(?:the |this )?(<bare>)\b(?! of\b| for\b)", re.IGNORECASE)
_TOLD_OF_IT = Wording(
    _WORDS, r",? (?:which|whose|where) [^,]{3,120},|\b<looked_after> by [^,.;]{3,60}? and\b"
)
_ITS_MEMBERS = Wording(_WORDS, r"\b<has_members> ")
_POST_OF = Wording(_WORDS, r"\b<employer>'s (?=(?:[\w-]+ ){0,3}<post>\b)")
_POST_ELSEWHERE = Wording(
    _WORDS, r"(?:,| <before_post>) (?:the )?(?:[\w-]+ )?<post> (?:of|at) [^,.;]{3,60}(?=,|$)"
)
_TELLS_POST = Wording(_WORDS, r"\b<of_place>\b")
_CHAIR_OF = re.compile(r"[Cc]hair(?:man|woman|person)? of ((?:the |our |its )?[^.,;]{3,70})")
_GROUP = Wording(_WORDS, r"(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&) )?){1,6}<group>\b")
_RESOLVED = re.compile(r"that [^.;]* be ")
_NAME_GOES_ON = Wording(_WORDS, r" <of_another>\b")


def body_led(cued: Cued) -> tuple[str | None, str] | None:
    """Return name and kind of the body that the post leads, or None where it is a stranger."""
    text, lower = cued.sentence.passage.text, cued.sentence.passage.lower
    book = cued.book
    name, kind = body_of(cued.reading, cued.sentence, cued.found)
    bare = _BARE.of(book).fullmatch(name) if name else _BARE.of(book).match(lower)
    if kind != PARTNERSHIP and bare and _of_the_partnership(cued, bare[1].lower()):
        name, kind = None, PARTNERSHIP
    kind = cued.cue.columns.get("body_kind", kind)
    if cued.cue.entry not in CHAIRS:
        return None if is_elsewhere(cued.reading, text[_post(cued) :]) else (name, kind)
    if is_its_owners(cued):
        return None
    low, high = cued.found.spans.get("body", (-1, -1))
    said = (low, high) if low >= 0 else (0, _before(cued))
    words = unnamed(cued.reading, _without_holder(cued, *said)).lower()
    if low < 0:
        words = _unemployed(cued, _TOLD_OF_IT.of(book).sub(" ", words))
        words = _ITS_MEMBERS.of(book).split(words)[0]
    # Of "the cabinet of the partnership" the first noun is the body.
    words = words.partition(" of ")[0] if low >= 0 else words
    spoken = named_body(words, book)
    if low < 0 or text[low:high].islower():
        spoken = spoken or _meant(cued)
    strange = _is_unnamed(cued, spoken) if low < 0 else _is_unknown(cued, spoken, low, high)
    if strange or _is_of_others(cued, spoken, *said):
        return None
    if spoken == SUBGROUP and kind == PARTNERSHIP:
        return _group(cued, text[said[0] : said[1]]), SUBGROUP
    if spoken == PARTNERSHIP and low >= 0:
        return name if kind == PARTNERSHIP else None, PARTNERSHIP
    return name, kind


def _post(cued: Cued) -> int:
    """Return where the words for the post begin: behind a holder with another post of his or her own."""
    start, end = cued.found.spans.get("holder", (cued.found.start, cued.found.start))
    told = _TELLS_POST.of(cued.book).search(cued.sentence.passage.lower, end, cued.found.end)
    return end if start < end and told else cued.found.start


def _is_unnamed(cued: Cued, spoken: str | None) -> bool:
    """Tell whether a sentence without words for the body leaves open whose post it is."""
    placed = cued.sentence.mentions or cued.sentence.scope.applies_to == "place"
    own = of_partnership(cued.reading)
    if spoken is None and not own and (not placed or cued.found.groups.get("own")):
        return True
    if (
        spoken is None
        and cued.found.groups.get("elects")
        and not (own_meeting(cued.reading) or (own and _is_resolved(cued)))
    ):
        return True
    follows = cued.found.groups.get("follows") is not None
    return _chairs_another(cued) or (follows and not _follows_a_chair(cued))


def _is_resolved(cued: Cued) -> bool:
    """Tell whether a sentence is what a meeting resolved: "that Jo Bell be elected chair"."""
    return _RESOLVED.match(cued.sentence.passage.lower) is not None


def _is_unknown(cued: Cued, spoken: str | None, low: int, high: int) -> bool:
    """Tell whether the words for the body are the system's, or of nothing that is known."""
    named = _within(cued, low, high)
    of_system = bool(named) and all(mention.name.kind == SYSTEM for mention in named)
    longer = _NAME_GOES_ON.of(cued.book).match(cued.sentence.passage.text, high)
    return of_system or longer is not None or (spoken is None and not _is_own(cued, low, high))


def _is_of_others(cued: Cued, spoken: str | None, low: int, high: int) -> bool:
    """Tell whether words name another kind of body, a committee of others or a strange partnership."""
    scrutiny = spoken == SUBGROUP and "committee" in cued.sentence.passage.lower[low:high]
    if spoken == OTHER or (scrutiny and not of_partnership(cued.reading)):
        return True
    return _is_strange(cued, cued.sentence.passage.text[low:high])


def _without_holder(cued: Cued, low: int, high: int) -> str:
    """Return a range of the sentence without the words for the holder, who may be of another body."""
    text = cued.sentence.passage.text
    start, end = max(cued.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
    if cued.found.groups.get("body") or not low <= start < high:
        return text[low:high]
    before = _POST_OF.of(cued.book).sub("~ ", text[low:start])
    return before + " ~ " + text[min(high, end) : high]


def _unemployed(cued: Cued, words: str) -> str:
    """Return words without posts that people have elsewhere: ", the leader of the council,"."""
    return _POST_ELSEWHERE.of(cued.book).sub(", ~", words)


def _chairs_another(cued: Cued) -> bool:
    """Tell whether the words behind the post name a body that is not the partnership."""
    low, high = max(cued.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
    bare = _BARE.of(cued.book)
    for found in _CHAIR_OF.finditer(cued.sentence.passage.text, cued.found.start):
        beside = cued.sentence.passage.text[high : found.start()] in (", ", ", the ", " (")
        if found.start() <= cued.found.end and not (low <= found.start() < high or beside):
            said = unnamed(cued.reading, found[1]).lower()
            named = named_body(said, cued.book)
            return named == OTHER or (named is None and not bare.match(said))
    return False


def _follows_a_chair(cued: Cued) -> bool:
    """Tell whether the sentence before speaks of the partnership's chair, whom somebody follows."""
    before = cued.reading.before(cued.sentence)
    if before is cued.sentence or "chair" not in before.passage.lower:
        return False
    # "Its chair" is that of the body which the sentences before it name.
    told = [before.passage.text, *reversed(earlier(cued.reading, before))]
    named = (named_body(unnamed(cued.reading, text).lower(), cued.book) for text in told)
    return next((body for body in named if body), None) == PARTNERSHIP


def _of_the_partnership(cued: Cued, noun: str) -> bool:
    """Tell whether "the committee" is the partnership's: the body named before it, or by the heading."""
    told = (text.lower() for text in earlier(cued.reading, cued.sentence))
    before = [lower for lower in told if noun in lower]
    headings = [heading.lower() for heading in cued.sentence.passage.line.block.path[-1:]]
    named = (named_body(text, cued.book, first=True) for text in (*reversed(before), *headings))
    return next((body for body in named if body), None) == PARTNERSHIP


def _is_strange(cued: Cued, said: str) -> bool:
    """Tell whether words name a partnership that is not the one that the sentence is about."""
    places = cued.sentence.scope.places
    return is_foreign(cued.reading, said) or is_of_another_place(cued.reading, said, places)


def _is_own(cued: Cued, low: int, high: int) -> bool:
    """Tell whether a range of the sentence names a partnership of the system."""
    within = _within(cued, low, high)
    return any(mention.name.kind == NAMED_PARTNERSHIP or mention.end == high for mention in within)


def _within(cued: Cued, low: int, high: int) -> list[Mention]:
    return [m for m in cued.sentence.mentions if low <= m.start and m.end <= high]


def _meant(cued: Cued) -> str | None:
    """Return the kind of the body that "it" stands for: the first of the sentence before."""
    meant = named_body(_antecedent(cued).lower(), cued.book, first=True)
    before = (unnamed(cued.reading, text).lower() for text in reversed(earlier(cued.reading, cued.sentence)))
    named = (named_body(lower, cued.book) for lower in before)
    return meant or next((body for body in named if body in (PARTNERSHIP, SUBGROUP)), None)


def _antecedent(cued: Cued) -> str:
    means = cued.sentence.passage.lower.startswith("it ")
    return "".join(earlier(cued.reading, cued.sentence)[-1:]) if means else ""


def _group(cued: Cued, said: str) -> str | None:
    """Return the name of the group that a post leads, where it is written as one."""
    group = _GROUP.of(cued.book)
    found = group.search(said) or group.search(_antecedent(cued))
    return ARTICLE.sub("", found.group()) if found else None


def _before(cued: Cued) -> int:
    """Return where the words end that may name the body: before the verb or the post."""
    found = cued.sentence.passage.lower.find("chair", cued.found.start)
    return found if found >= 0 else cued.found.end
