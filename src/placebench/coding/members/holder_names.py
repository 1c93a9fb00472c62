"""Who holds a post, in the words of a sentence: a name apart from what leads up to it and runs on."""

from __future__ import annotations

import re

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.members.member_names import organisation_named
from placebench.extract.organisations import Organisations
from placebench.extract.people import NAME, is_name

_WORDS = "roles"
_LEADING = Wording(_WORDS, r"^(?:and |the |both )+|^(?:she|he|they) <follows> ", re.IGNORECASE)
_REPORTED = re.compile(
    r"^(?:.* )?that (?=.)|^(?:in|from|since|at|on|after|under|until) [^,]{3,40}, ", re.IGNORECASE
)
# "Jo Bell and looks after a budget" tells of the body; "Jo Bell and the leader" of two.
_THEN_BODY = re.compile(rf"^({NAME}) and [a-z]{{3,}}s (?!of\b).*$")
_SPOKEN_OF = Wording(_WORDS, r"^(?:<speakers> )?<speaks_of> ", re.IGNORECASE)
_TOLD_OF_BODY = Wording(_WORDS, r",? and (?:is |also )?<tells_of_body>\b.*$")
# "Alpha Council chief executive Jo Bell", "cabinet member for adults Cllr Bell".
_POST_AND_PERSON = Wording(
    _WORDS, rf"(?P<post>(?:[\w'&-]+ ){{0,10}}?<office>(?: (?:for|of) [a-z][a-z &]*)?) (?P<name>{NAME})"
)


@attrs.frozen
class PersonInPost:
    """A person behind the words for the post that he or she has.

    Attributes:
        name: The name.
        post: The words for the post.
        organisation: The organisation that the post is of.
    """

    name: str
    post: str
    organisation: str | None


def without_lead(codebook: Codebook, said: str) -> str:
    """Return words for a holder without what leads up to them: "she succeeds Jo Bell"."""
    return _LEADING.of(codebook).sub("", said)


def holder_alone(codebook: Codebook, said: str) -> str:
    """Return words for a holder without when it was, who speaks of them, and what is told of the body."""
    said = _SPOKEN_OF.of(codebook).sub("", _REPORTED.sub("", said.strip()), count=1)
    return _THEN_BODY.sub(r"\1", _TOLD_OF_BODY.of(codebook).sub("", said))


def person_in_post(codebook: Codebook, organisations: Organisations, said: str) -> PersonInPost | None:
    """Return the person that words for a post lead up to, or None where they are a post or a name alone."""
    said = without_lead(codebook, said)
    found = _POST_AND_PERSON.of(codebook).fullmatch(said)
    if found is None or not is_name(found["name"], codebook.posts) or organisations.sectors(found["name"]):
        return None
    named = organisation_named(codebook, said)
    return PersonInPost(found["name"], found["post"], None if named == said else named)


def is_aside(codebook: Codebook, text: str, low: int, high: int) -> bool:
    """Tell whether an item of a list only says who the person before it is: "Jo Bell, a local GP"."""
    said, office = text[low:high], codebook.posts["office"]["match"]
    named = re.search(rf"{NAME}, $", text[:low]) is not None
    if named and said.startswith("of "):
        return True
    return named and not re.search(NAME, said.split(" of ")[0]) and office.matches(said.lower())
