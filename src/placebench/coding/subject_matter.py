"""What a text is about: joint work in health and care, or something else with the same words."""

from __future__ import annotations

import math
from functools import cached_property, lru_cache

import attrs

from placebench.codebook import Codebook, Pattern
from placebench.coding.providers_told import told_of_providers
from placebench.documents import Document
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM, Gazetteer, Mention

_FEWEST_HEALTH_WORDS = 3
_WORDS_TO_ONE_OF_HEALTH = 60
_FEWEST_JOINT_WORDS = 3
_FEWEST_PARTNERSHIPS = 2
_FEWEST_SIGNS = 2
_FEWEST_OF_A_SPHERE = 3
_FEWEST_EARLIER = 2
_FEWEST_SIDES = 2
_MANY_SIDES = 3
_ALL_SIDES = 4
_NAMED_AGAIN = 2
_OFTEN = 3
# The title, the publisher and three lines.
_BEGINNING = 5
_LONGEST_TITLE = 120


@attrs.frozen(eq=False, slots=False)
class SubjectMatter:
    """The words of a document that tell what it is about.

    Attributes:
        document: The document.
        head: Its title, publisher and first lines.
        titles: Its title, its publisher and its first line.
        mentions: The names of the system, its places and partnerships in its text.
        names: All names of the system.
        codebook: The coding frame.
    """

    document: Document
    head: tuple[str, ...]
    titles: tuple[str, str, str]
    mentions: tuple[Mention, ...]
    names: Gazetteer
    codebook: Codebook

    def is_joint_care(self) -> bool:
        """Tell whether the document speaks of joint work in the health and care of the system or a place."""
        if self._is_of_an_earlier_time or self._is_of_all_services or self._is_of_another_sphere:
            return False
        if not self._names_a_body and (self._is_of_another_subject() or self._is_of_another_system()):
            return False
        return self._has_title_of_joint_care or (self._is_about_care() and self._is_about_joint_work())

    @property
    def _is_of_an_earlier_time(self) -> bool:
        """Whether a text speaks of what councils led before there were systems, and of nothing later."""
        earlier, lower = self.codebook.identify["earlier"], _lower(self.document)
        return _count(earlier["match"], lower) >= _FEWEST_EARLIER and not earlier["not"].matches(lower)

    @property
    def _is_of_all_services(self) -> bool:
        """Whether a text speaks of the partnership of all public services, and of no integrated care."""
        told, lower = self.codebook.identify["of_all_services"], _lower(self.document)
        return told["match"].matches(lower) and not told["not"].matches(lower)

    @property
    def _is_of_another_sphere(self) -> bool:
        """Whether a page is on a partnership for growth, transport or safety, more than on any care."""
        if any(mention.name.kind == PARTNERSHIP for mention in self._named_in_head):
            return False
        lower, identify = _lower(self.document), self.codebook.identify
        told = max(_count(pattern, lower) for pattern in identify["other_sphere"].values())
        return told >= _FEWEST_OF_A_SPHERE and not self._has_words_of_care(told)

    @property
    def _has_title_of_joint_care(self) -> bool:
        """Whether the title says what the text is about, on a page that names a place or the system."""
        told = self.codebook.identify["joint_care"]["title"]
        titled = told.matches(self.titles[0].lower()) and bool(self._named_in_head)
        return titled and self._has_words_of_care(self._strangers)

    def _is_about_care(self) -> bool:
        """Tell whether a text is about health and care, not another programme with the same words."""
        strangers = self._strangers
        named = sum(mention.name.kind == PARTNERSHIP for mention in self.mentions)
        if self._names_a_body or self._is_the_systems_own or named >= _NAMED_AGAIN:
            return self._has_words_of_care(strangers)
        if self._has_words_of_care(1) and self._is_on_a_place_with_its_body:
            return self._has_words_of_care(strangers)
        words = self.document.text.count(" ") + 1
        dense = not strangers and self._has_words_of_care(math.ceil(words / _WORDS_TO_ONE_OF_HEALTH))
        return dense or self._has_words_of_care(max(_FEWEST_HEALTH_WORDS, strangers + 1))

    def _is_about_joint_work(self) -> bool:
        lower = _lower(self.document)
        identify = self.codebook.identify["identify"]
        partnership = any(m.name.kind == PARTNERSHIP for m in self.mentions)
        if self._names_a_body or partnership or identify["partnership"].matches(lower):
            return True
        # A text that names no partnership may speak of partners' work at a place that its first lines name,
        # or of the partnerships of a system.
        words = _count(identify["joint_working"], lower)
        plain = _count(identify["plain_partnership"], lower)
        told = plain + self._signs > 0 or self._sides >= _FEWEST_SIDES or words >= 2 * _FEWEST_JOINT_WORDS
        if words >= _FEWEST_JOINT_WORDS and told and self._named_in_head:
            return True
        if plain >= _FEWEST_PARTNERSHIPS and any(m.name.kind == SYSTEM for m in self.mentions):
            return True
        if self._strangers or not self._named_in_head or self._is_of_another_body():
            return False
        if self._is_the_systems_own:
            joint = identify["partnership"].matches(self.titles[1].lower()) and plain + words + self._signs
            partners = min(plain + words, 1) or self._sides >= _MANY_SIDES
            return bool(joint) or partners + self._signs >= _FEWEST_SIGNS
        # Where all kinds of partners are named, one word of joint work will do.
        fewest = 1 if self._sides >= _ALL_SIDES else _FEWEST_SIGNS
        return self._sides >= _FEWEST_SIDES and plain + words + self._signs >= fewest

    @cached_property
    def _names_a_body(self) -> bool:
        """Whether the head names a place's partnership, or a title has the form of such a name."""
        if any(mention.name.kind == PARTNERSHIP for mention in self._named_in_head):
            return True
        return any(
            mention.name.kind != SYSTEM
            and self._is_body_of_care(text[: mention.start].lower(), text[mention.end :].lower())
            for text in (self.titles[0], self.titles[2])
            for mention in self.names.mentions(text)
        )

    @property
    def _is_on_a_place_with_its_body(self) -> bool:
        """Tell whether a title names a place, and the text the partnership of that place."""
        titled = {m.name.id for m in self.names.mentions(" . ".join((self.titles[0], self.titles[2])))}
        return any(m.name.kind == PARTNERSHIP and m.name.id in titled for m in self.mentions)

    def _is_body_of_care(self, before: str, after: str) -> bool:
        """Tell whether words around the name of a place make of it the name of a body of its care."""
        body = self.codebook.identify["care_body"]
        named = body["after"].matches(after) or body["before"].matches(before)
        return named and not body["not"].matches(after)

    @cached_property
    def _is_the_systems_own(self) -> bool:
        """Whether the system published the text, or has it for its title."""
        named = self.names.mentions(" . ".join(self.titles[:2]))
        return any(mention.name.kind == SYSTEM for mention in named)

    @cached_property
    def _named_in_head(self) -> tuple[Mention, ...]:
        return self.names.mentions(" ".join(self.head))

    @property
    def _sides(self) -> int:
        lower = _lower(self.document)
        return sum(side.matches(lower) for side in self.codebook.identify["sides"].values())

    @property
    def _signs(self) -> int:
        lower = _lower(self.document)
        return sum(sign.matches(lower) for sign in self.codebook.identify["signs"].values())

    def _is_of_another_subject(self) -> bool:
        other = self.codebook.identify["another_subject"]["title"]
        return any(other.matches(_title_of(text).lower()) for text in self.titles) or self._is_of_providers

    @property
    def _is_of_providers(self) -> bool:
        """Whether a text begins by telling of a body that only providers are in it."""
        if any(m.name.kind == PARTNERSHIP for m in self.mentions) or self._is_the_systems_own:
            return False
        told = (next(told_of_providers(self.codebook, text), None) for text in self.head[:_BEGINNING])
        return any(match is not None and match.start() <= len("The ") for match in told)

    def _is_of_another_system(self) -> bool:
        """Tell whether another system published a text that names this one in passing."""
        title, publisher, _ = self.titles
        another = self.codebook.identify["another_system"]
        some_system = another["publisher"].matches(publisher.lower())
        some_system = some_system and not another["national"].matches(publisher.lower())
        return (
            some_system and not self.names.mentions(f"{title} . {publisher}") and len(self.mentions) < _OFTEN
        )

    def _is_of_another_body(self) -> bool:
        """Tell whether the title is that of a board or committee of others, such as the council's."""
        other, (title, _, first) = self.codebook.rosters["meeting"]["other"], self.titles
        is_prose = self._is_the_systems_own and len(first) > _LONGEST_TITLE
        return other.matches(title.lower() if is_prose else f"{title} {first}".lower())

    @property
    def _strangers(self) -> int:
        """How many words are of the likeliest other programme."""
        return _strangers(self.document, self.codebook)

    def _has_words_of_care(self, fewest: int) -> bool:
        """Tell whether so many words are of health and care; a long text has enough near its beginning."""
        health = self.codebook.identify["identify"]["health"]
        return fewest <= 0 or _has(health, fewest, _lower(self.document))


def _title_of(text: str) -> str:
    """Return a line that may be a title; of a paragraph that a text begins with, the first sentence."""
    return text if len(text) <= _LONGEST_TITLE else text.partition(". ")[0]


# Every importer asks.
@lru_cache(maxsize=1)
def _lower(document: Document) -> str:
    return document.text.lower()


@lru_cache(maxsize=4)
def _strangers(document: Document, codebook: Codebook) -> int:
    other, lower = codebook.identify["other"], _lower(document)
    return max((_count(pattern, lower) for pattern in other.values()), default=0)


# The coding frames of several systems have most of their words in common.
@lru_cache(maxsize=16)
def _count(pattern: Pattern, lower: str) -> int:
    return pattern.count(lower)


@lru_cache(maxsize=16)
def _has(pattern: Pattern, fewest: int, lower: str) -> bool:
    return pattern.has(fewest, lower)
