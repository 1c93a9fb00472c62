"""The body that a post leads: the partnership, a group of it, or a stranger."""

from __future__ import annotations

import re

import attrs

from placebench.codebook import Cue, Match, Wording
from placebench.coding.bodies import body_of
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
from placebench.coding.members.people_in_posts import CHAIRS, is_elsewhere
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
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


@attrs.frozen
class LedBody:
    """A sentence that speaks of a post, and the match that says so."""

    reading: Reading
    cue: Cue
    sentence: Located
    found: Match

    def told(self) -> tuple[str | None, str] | None:
        """Return name and kind of the body that the post leads, or None where it is a stranger."""
        text, lower = self.sentence.passage.text, self.sentence.passage.lower
        book = self.reading.codebook
        name, kind = body_of(self.reading, self.sentence, self.found)
        bare = _BARE.of(book).fullmatch(name) if name else _BARE.of(book).match(lower)
        if kind != PARTNERSHIP and bare and self._of_the_partnership(bare[1].lower()):
            name, kind = None, PARTNERSHIP
        kind = self.cue.columns.get("body_kind", kind)
        if self.cue.entry not in CHAIRS:
            return None if is_elsewhere(self.reading, text[self._post() :]) else (name, kind)
        low, high = self.found.spans.get("body", (-1, -1))
        said = (low, high) if low >= 0 else (0, self._before())
        words = unnamed(self.reading, self._without_holder(*said)).lower()
        if low < 0:
            words = self._unemployed(_TOLD_OF_IT.of(book).sub(" ", words))
            words = _ITS_MEMBERS.of(book).split(words)[0]
        # Of "the cabinet of the partnership" the first noun is the body.
        words = words.partition(" of ")[0] if low >= 0 else words
        spoken = named_body(words, book)
        if low < 0 or text[low:high].islower():
            spoken = spoken or self._meant()
        strange = self._is_unnamed(spoken) if low < 0 else self._is_unknown(spoken, low, high)
        if strange or self._is_of_others(spoken, *said):
            return None
        if spoken == SUBGROUP and kind == PARTNERSHIP:
            return self._group(text[said[0] : said[1]]), SUBGROUP
        if spoken == PARTNERSHIP and low >= 0:
            return name if kind == PARTNERSHIP else None, PARTNERSHIP
        return name, kind

    def _post(self) -> int:
        """Return where the words for the post begin: behind a holder with another post of his or her own."""
        start, end = self.found.spans.get("holder", (self.found.start, self.found.start))
        told = _TELLS_POST.of(self.reading.codebook).search(self.sentence.passage.lower, end, self.found.end)
        return end if start < end and told else self.found.start

    def _is_unnamed(self, spoken: str | None) -> bool:
        """Tell whether a sentence without words for the body leaves open whose post it is."""
        placed = self.sentence.mentions or self.sentence.scope.applies_to == "place"
        own = of_partnership(self.reading)
        if spoken is None and not own and (not placed or self.found.groups.get("own")):
            return True
        if (
            spoken is None
            and self.found.groups.get("elects")
            and not (own_meeting(self.reading) or (own and self._is_resolved()))
        ):
            return True
        follows = self.found.groups.get("follows") is not None
        return self._chairs_another() or (follows and not self._follows_a_chair())

    def _is_resolved(self) -> bool:
        """Tell whether a sentence is what a meeting resolved: "that Jo Bell be elected chair"."""
        return _RESOLVED.match(self.sentence.passage.lower) is not None

    def _is_unknown(self, spoken: str | None, low: int, high: int) -> bool:
        """Tell whether the words for the body are the system's, or of nothing that is known."""
        named = self._within(low, high)
        of_system = bool(named) and all(mention.name.kind == SYSTEM for mention in named)
        longer = _NAME_GOES_ON.of(self.reading.codebook).match(self.sentence.passage.text, high)
        return of_system or longer is not None or (spoken is None and not self._is_own(low, high))

    def _is_of_others(self, spoken: str | None, low: int, high: int) -> bool:
        """Tell whether words name another kind of body, a committee of others or a strange partnership."""
        scrutiny = spoken == SUBGROUP and "committee" in self.sentence.passage.lower[low:high]
        if spoken == OTHER or (scrutiny and not of_partnership(self.reading)):
            return True
        return self._is_strange(self.sentence.passage.text[low:high])

    def _without_holder(self, low: int, high: int) -> str:
        """Return a range of the sentence without the words for the holder, who may be of another body."""
        text = self.sentence.passage.text
        start, end = max(self.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
        if self.found.groups.get("body") or not low <= start < high:
            return text[low:high]
        before = _POST_OF.of(self.reading.codebook).sub("~ ", text[low:start])
        return before + " ~ " + text[min(high, end) : high]

    def _unemployed(self, words: str) -> str:
        """Return words without posts that people have elsewhere: ", the leader of the council,"."""
        return _POST_ELSEWHERE.of(self.reading.codebook).sub(", ~", words)

    def _chairs_another(self) -> bool:
        """Tell whether the words behind the post name a body that is not the partnership."""
        low, high = max(self.found.spans.get(name, (-1, -1)) for name in ("holder", "holders"))
        bare = _BARE.of(self.reading.codebook)
        for found in _CHAIR_OF.finditer(self.sentence.passage.text, self.found.start):
            beside = self.sentence.passage.text[high : found.start()] in (", ", ", the ", " (")
            if found.start() <= self.found.end and not (low <= found.start() < high or beside):
                said = unnamed(self.reading, found[1]).lower()
                named = named_body(said, self.reading.codebook)
                return named == OTHER or (named is None and not bare.match(said))
        return False

    def _follows_a_chair(self) -> bool:
        """Tell whether the sentence before speaks of the partnership's chair, whom somebody follows."""
        before = self.reading.before(self.sentence)
        if before is self.sentence or "chair" not in before.passage.lower:
            return False
        # "Its chair" is that of the body which the sentences before it name.
        told = [before.passage.text, *reversed(earlier(self.reading, before))]
        named = (named_body(unnamed(self.reading, text).lower(), self.reading.codebook) for text in told)
        return next((body for body in named if body), None) == PARTNERSHIP

    def _of_the_partnership(self, noun: str) -> bool:
        """Tell whether "the committee" is the partnership's: the body named before it, or by the heading."""
        told = (text.lower() for text in earlier(self.reading, self.sentence))
        before = [lower for lower in told if noun in lower]
        headings = [heading.lower() for heading in self.sentence.passage.line.block.path[-1:]]
        named = (
            named_body(text, self.reading.codebook, first=True) for text in (*reversed(before), *headings)
        )
        return next((body for body in named if body), None) == PARTNERSHIP

    def _is_strange(self, said: str) -> bool:
        """Tell whether words name a partnership that is not the one that the sentence is about."""
        places = self.sentence.scope.places
        return is_foreign(self.reading, said) or is_of_another_place(self.reading, said, places)

    def _is_own(self, low: int, high: int) -> bool:
        """Tell whether a range of the sentence names a partnership of the system."""
        within = self._within(low, high)
        return any(mention.name.kind == NAMED_PARTNERSHIP or mention.end == high for mention in within)

    def _within(self, low: int, high: int) -> list[Mention]:
        return [m for m in self.sentence.mentions if low <= m.start and m.end <= high]

    def _meant(self) -> str | None:
        """Return the kind of the body that "it" stands for: the first of the sentence before."""
        meant = named_body(self._antecedent().lower(), self.reading.codebook, first=True)
        before = (
            unnamed(self.reading, text).lower() for text in reversed(earlier(self.reading, self.sentence))
        )
        named = (named_body(lower, self.reading.codebook) for lower in before)
        return meant or next((body for body in named if body in (PARTNERSHIP, SUBGROUP)), None)

    def _antecedent(self) -> str:
        means = self.sentence.passage.lower.startswith("it ")
        return "".join(earlier(self.reading, self.sentence)[-1:]) if means else ""

    def _group(self, said: str) -> str | None:
        """Return the name of the group that a post leads, where it is written as one."""
        group = _GROUP.of(self.reading.codebook)
        found = group.search(said) or group.search(self._antecedent())
        return ARTICLE.sub("", found.group()) if found else None

    def _before(self) -> int:
        """Return where the words end that may name the body: before the verb or the post."""
        found = self.sentence.passage.lower.find("chair", self.found.start)
        return found if found >= 0 else self.found.end
