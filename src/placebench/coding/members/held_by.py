"""The words of a sentence for who holds a post, each holder with all of the post that he or she has."""

from __future__ import annotations

import re

from placebench.codebook import Wording
from placebench.coding.members.cued import Cued
from placebench.coding.members.employers import DEPARTMENTS, FIELD
from placebench.coding.members.holder_names import holder_alone, is_aside, person_in_post, without_lead
from placebench.extract.enumerations import items
from placebench.extract.people import NAME, is_name

_CLAUSE = Wording("roles", r" (?:as|is|was|were|be|has|had|<leads>) ")
_OF_ITS_OWN = re.compile(r"(?:its|our|their|the|an?) ")
_BEHIND_POST = re.compile(rf", (?P<name>{NAME})(?=[.,;]|$)")
# Sectors whose words are also those of a field: "Director of Health and Housing".
_FIELDS = DEPARTMENTS | {"housing", "education", "business"}
_LEFT_OVER = re.compile(r"^(?:The|the|and) | (?:-|\()(?: ?who| ?which)?$")
# How long somebody has held a post is no part of who holds it.
_SINCE = re.compile(r" (?:ever )?since\b.*$| for (?:the (?:last|past) )?(?:[\w-]+ )?(?:years|months)$")
_TELLS_OF_POST = re.compile(r"\s*(?:of|for|who|which|that|with|in|at) ")
_AND = (" and ", " and the ", " & ", " & the ")
_TWO = 2
_AT = re.compile(r" (?:at|for|in|of) ")
# "The Director of Children, Families and Learning" has three fields and one post.
_FIELD_GOES_ON = re.compile(
    r"(?:, [A-Z][\w'-]+){0,2},? (?:and|&) (?P<last>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
    r"(?=[.;,]|$| (?:at|from|who|in|with)\b)"
)


def holders_told(cued: Cued) -> list[str | None]:
    """Return the words for each holder; None alone where the match names none."""
    if cued.found.groups.get("holders"):
        return [*_several(cued, *cued.found.spans["holders"])]
    if cued.found.groups.get("holder"):
        return [_one(cued, *cued.found.spans["holder"])]
    return [None]


def _several(cued: Cued, start: int, end: int) -> list[str]:
    text = cued.sentence.passage.text
    if _TELLS_OF_POST.match(text, start):
        return []
    found = items(text[start:end])
    whole = _whole(cued, [(start + low, start + high) for low, high in found])
    spans = [span for at, span in enumerate(whole) if not _is_named_next(cued, whole, at)]
    return [
        without_lead(cued.book, text[low:high].strip())
        for low, high in spans
        if not is_aside(cued.book, text, low, high)
    ]


def _one(cued: Cued, start: int, end: int) -> str:
    text, book = cued.sentence.passage.text, cued.book
    said = _SINCE.sub("", holder_alone(book, text[start:end]))
    if told := person_in_post(book, cued.organisations, said):
        return told.name
    first = said.partition(" and ")[0]
    named = is_name(first, book.posts)
    if _CLAUSE.of(book).search(said):
        said = first if named else said.rpartition(" and ")[2]
    if goes_on := _field_goes_on(cued, said, end):
        return without_lead(book, said + goes_on)
    behind = _BEHIND_POST.match(text, end)
    if behind and not named and _is_own_post(cued, said) and _is_person(cued, behind["name"]):
        said = behind["name"]
    return without_lead(book, _LEFT_OVER.sub("", said))


def _field_goes_on(cued: Cued, said: str, end: int) -> str:
    """Return what stands behind the words for a holder and is more of the field of the post."""
    if FIELD.of(cued.book).search(said) is None:
        return ""
    text = cued.sentence.passage.text
    # What ends the words of a holder may be the "and" of the field.
    end -= len(" and ") if text[:end].endswith(" and ") else 0
    found = _FIELD_GOES_ON.match(text, end)
    if found is None or _is_office(cued, found.group()) or _is_person(cued, found["last"]):
        return ""
    named = cued.organisations.sectors(found.group())
    return "" if named and not _FIELDS.issuperset(named) else found.group()


def _is_office(cued: Cued, said: str) -> bool:
    return cued.book.posts["office"]["match"].matches(said.lower())


def _is_own_post(cued: Cued, said: str) -> bool:
    """Tell whether words are a post of the body itself: "its Executive Lead"."""
    return _OF_ITS_OWN.match(said) is not None and _is_office(cued, said)


def _is_person(cued: Cued, name: str) -> bool:
    return is_name(name, cued.book.posts) and not cued.reading.names.mentions(name)


def _is_named_next(cued: Cued, spans: list[tuple[int, int]], at: int) -> bool:
    """Tell whether the name of who has a post stands behind it: "Jo Bell and the leader, Mo Day"."""
    if at + 1 >= len(spans):
        return False
    text, (low, high), (start, end) = cued.sentence.passage.text, spans[at], spans[at + 1]
    post = _is_office(cued, text[low:high]) and not any(
        _is_person(cued, name) for name in re.findall(NAME, text[low:high])
    )
    beside = text[high:start] == ", " and _is_person(cued, text[start:end])
    last = at + _TWO == len(spans) and text[:low].endswith(_AND)
    return post and beside and (last or text.startswith(",", end))


def _whole(cued: Cued, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the items of a list of holders, each with its field: "Director of A and B"."""
    text = cued.sentence.passage.text
    whole: list[tuple[int, int]] = []
    for low, high in spans:
        said = text[low:high]
        department = cued.organisations.sectors(_AT.split(said)[0])[:1]
        named = re.search(NAME, said) is not None and not DEPARTMENTS.issuperset(department or (said,))
        field = not _is_office(cued, said) and not named
        if whole and field and FIELD.of(cued.book).search(text[slice(*whole[-1])]):
            whole[-1] = (whole[-1][0], high)
        else:
            whole.append((low, high))
    return whole
