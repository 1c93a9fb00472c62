"""Names that look like those of systems, places and partnerships, told by their form alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Mention
from placebench.extract.people import is_name

_WORDS = "candidates"
_WORD = r"[A-Z][\w'&-]*"
_LINK = r"(?:,? and |, | & | of | with | upon | in | on | the | )(?!(?:NHS|ICB|ICS)\b)"
_NAME = rf"{_WORD}(?:{_LINK}{_WORD}){{0,8}}?"
_SYSTEM_FORM = Wording(_WORDS, rf"\b((?:NHS )?({_NAME}) <board>)\b(?! Partnership)")
# Trusts bear the name of a partnership too, and systems and services that of a partnership in care.
_PARTNERSHIP_FORM = Wording(
    _WORDS,
    rf"\b(({_NAME}) (?:<partnership>|(?<!Integrated )(?<!Mental )<in_care>))\b"
    r"(?! (?:University )?(?:NHS|Foundation|Trust)| (?i:<post_before>)\b)",
)
_END = r"(?=[.;:)]|$|,? (?![A-Z]|and [A-Z]))"
# "Jo Bell took the place of Ann Dale", "in place of Ann Dale".
_NOT_INSTEAD = r"(?<!\b[Ii]n )(?<!\b[Ii]n the )(?<!took the )(?<!take the )(?<!takes the )"
# "Kim A. Bell Place Director", "Kim van Dale Place Director": the last part of somebody's name.
_NOT_LAST = r"(?<![A-Z]\. )(?<!\bvan )(?<!\bvon )(?<!\bder )(?<!\bde )"
_NO_BODY = r"(?! [Bb]oard| [Pp]artnership|[- ][Bb]ased)"
_NOT_MORE = r"(?!(?:(?:and|of|upon|with|&) )?[A-Z])"
_PLACE_FORMS = tuple(
    Wording(_WORDS, form)
    for form in (
        rf"\b(?:{_NOT_INSTEAD}place of|places (?:of|in|are|were):?) ({_NAME}){_END}",
        rf"\b(?:<how_many>|\d+) (?:[a-z-]+ ){{0,2}}<places>(?:,|:| -| \() ?({_NAME}){_END}",
        rf"\b[Pp]lace <post>s? (?:for|of|in) (?:the )?({_NAME})(?=[.,;:)]|$| {_NOT_MORE})",
        rf"{_NOT_LAST}\b({_NAME}) [Pp]lace(?: (?:<post>|[Tt]eam)s?)?\b{_NO_BODY}",
    )
)
_LEADING = Wording(_WORDS, r"^(?:<leading>\b,? ?(?:to |of |on |from |us |the )?)+")
# "Jo Bell, Governance Officer, Vale ICB", and the hour that a browser prints above a page.
_POST = Wording(_WORDS, r"^.*\b(?:<post_before>|[AP]M)\b(?:,| at| for| of|:)? (?=[A-Z])")
_TITLED = Wording(_WORDS, r"<title>\.? [A-Z]")
# What only an area is: "in Oak Vale", "Oak Vale Council", "the people of Oak Vale".
_ITS_NAME = "@"
_AREA = Wording(
    _WORDS,
    rf"\b(?:<where_things_are>):? (?:the )?{_ITS_NAME}\b(?!'s)"
    rf"|\b{_ITS_NAME}(?:'s)? (?:<of_an_area>|<in_care>|<partnership>)\b(?! (?i:<post_before>)\b)",
)
_LIST = re.compile(r",? and |, ")
_NO_NAME = Wording(_WORDS, r"<no_name>\b")


@attrs.frozen
class Candidate:
    """A name that looks like that of a system or a place.

    Attributes:
        kind: `system` or `place`.
        name: The name.
        count: How often a form of it stands in the texts.
        forms: The forms, the commonest first: names of boards, of systems, of partnerships.
    """

    kind: str
    name: str
    count: int
    forms: tuple[str, ...]


def candidates(
    texts: Iterable[str], codebook: Codebook, known: Gazetteer | None = None
) -> tuple[Candidate, ...]:
    """Return the names in folded texts that look like systems, then those that look like places.

    A partnership by the name of a system is a form of the system. The likeliest names come first.

    Args:
        texts: Folded texts.
        codebook: The coding frame.
        known: Names of systems and areas that are ones wherever they stand.
    """
    systems: dict[str, Counter[str]] = {}
    places: dict[str, Counter[str]] = {}
    read = list(texts)
    for text in read:
        for name, form in _systems(text, codebook):
            systems.setdefault(name, Counter())[form] += 1
        for name, form in _places(text, codebook):
            places.setdefault(name, Counter())[form] += 1
        for mention in known.mentions(text) if known else ():
            found, name = (systems if mention.name.kind == SYSTEM else places), mention.name.text
            found.setdefault(name, Counter())[_with_nhs(text, mention)] += 1
    areas = {name.text for name in known.names} if known else set()
    for name in [name for name in places if name not in areas and _is_a_person(name, read, codebook)]:
        del places[name]
    for name in [name for name in places if name in systems]:
        systems[name].update(places.pop(name))
    return _ordered(systems, places)


def _is_a_person(name: str, texts: Sequence[str], codebook: Codebook) -> bool:
    """Tell whether a name is one that people have, and no text tells of an area by that name."""
    if _TITLED.of(codebook).match(name):
        return True
    if not is_name(name, codebook.posts):
        return False
    area = re.compile(_AREA.of(codebook).pattern.replace(_ITS_NAME, re.escape(name)))
    return not any(name in text and area.search(text) for text in texts)


def together(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates of several documents as those of one."""
    counts: dict[str, dict[str, Counter[str]]] = {SYSTEM: {}, PLACE: {}}
    for one in found:
        forms = counts[one.kind].setdefault(one.name, Counter())
        forms.update(one.forms)
        forms[one.name] += one.count - len(one.forms)
    return _ordered(counts[SYSTEM], counts[PLACE])


def _ordered(
    systems: Mapping[str, Counter[str]], places: Mapping[str, Counter[str]]
) -> tuple[Candidate, ...]:
    by_count = sorted(_of(PLACE, places), key=_commonest)
    return (
        *sorted(_of(SYSTEM, _without_towns(systems)), key=lambda one: _likeliest(one, by_count)),
        *by_count,
    )


def _without_towns(systems: Mapping[str, Counter[str]]) -> Mapping[str, Counter[str]]:
    """Return systems without those that are others with more before a comma: "Ford Town Hall, Vale ICB"."""
    shorter = {name: name.rpartition(", ")[2] for name in systems}
    return {
        name: forms
        for name, forms in systems.items()
        if shorter[name] == name or forms.total() > systems.get(shorter[name], Counter()).total()
    }


def _of(kind: str, found: Mapping[str, Counter[str]]) -> Iterator[Candidate]:
    for name, forms in found.items():
        common = tuple(form for form, _ in forms.most_common() if form != name)
        yield Candidate(kind, name, forms.total(), common)


def _commonest(one: Candidate) -> tuple[int, str]:
    return -one.count, one.name


def _likeliest(system: Candidate, places: Iterable[Candidate]) -> tuple[bool, bool, int, str]:
    """Return what to sort systems by: those with a board first, then those that are named for a place."""
    named_for = any(place.name in system.name for place in places)
    return not system.forms, not named_for, *_commonest(system)


def _systems(text: str, codebook: Codebook) -> Iterator[tuple[str, str]]:
    for found in _SYSTEM_FORM.of(codebook).finditer(text):
        name = _bare(found.group(2), codebook)
        if name:
            board = "NHS " if found.group().startswith("NHS ") and found.group(2) == name else ""
            yield name, f"{board}{name}{_tail(found)}"


def _with_nhs(text: str, mention: Mention) -> str:
    board = "NHS " if mention.name.kind == SYSTEM and text[: mention.start].endswith("NHS ") else ""
    return f"{board}{mention.name.text}"


def _tail(found: re.Match[str]) -> str:
    return found.group()[found.end(2) - found.start() :]


def _places(text: str, codebook: Codebook) -> Iterator[tuple[str, str]]:
    for found in _PARTNERSHIP_FORM.of(codebook).finditer(text):
        name = _bare(found.group(2), codebook)
        if name:
            yield name, f"{name}{_tail(found)}"
    for form in _PLACE_FORMS:
        for found in form.of(codebook).finditer(text):
            for part in _LIST.split(found.group(1)):
                name = _bare(part, codebook)
                if name:
                    yield name, name


def _bare(name: str, codebook: Codebook) -> str | None:
    """Return a name without the words that only lead to it, or None where it is no name."""
    behind_post = _POST.of(codebook).sub("", name)
    bare = _LEADING.of(codebook).sub("", behind_post).strip(" ,").removesuffix("'s")
    return bare if bare and bare[0].isupper() and not _NO_NAME.of(codebook).match(bare) else None
