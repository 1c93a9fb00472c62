"""People with their posts, in the shapes that papers use.

`Name (Organisation Post, Place)`, `Name, Post, Organisation`, `Post Name`, and heads of a paper such as
`Author: Name, Name (Posts)` and `Executive Lead: Name, Post`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Cllr|Councillor|Sir|Dame)\.? )?[A-Z][a-z'-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-z'-]+){1,2}"
_ROLES = (
    ("vice_chair", r"(?:Vice|Deputy)[- ]Chair(?:man|woman|person)?"),
    ("co_chair", r"Co-?[Cc]hair"),
    (
        "place_director",
        r"(?:ICB |NHS )?(?:Executive )?(?:Managing |Deputy )?(?:Director (?:of|for) Place|Place(?:[- ][Bb]ased)?(?: Partnership)? Director|Borough Director|Executive Place Director|place director)s?",
    ),
    ("programme_director", r"(?:Place |Partnership )?Programme Director"),
    ("integration_lead", r"(?:Director of )?Integration(?: Lead)?"),
    ("place_lead", r"Place (?:Based )?Lead"),
    (
        "clinical_lead",
        r"(?:Clinical|Place Clinical|Clinical and Professional|Clinical and Care Professional|GP) (?:Lead|Director)",
    ),
    (
        "chair",
        r"(?:Independent )?Chair(?:man|woman|person)?(?= of (?:the )?(?:[A-Z][\w-]+ )*(?:Partnership|Alliance|Locality Board|Place Board))",
    ),
)
_POST = "|".join(f"(?P<{code}>{pattern})" for code, pattern in _ROLES)
_PLAIN_POST = "|".join(pattern for _, pattern in _ROLES)
_BRACKET = re.compile(
    rf"(?P<names>{_NAME}(?:, {_NAME})*(?:,? and {_NAME})?) \((?P<text>[^)]*?(?:{_PLAIN_POST})[^)]*)\)"
)
_COMMA = re.compile(
    rf"(?P<name>{_NAME}),? (?:the |our )?(?P<text>(?:[A-Z]{{2,}} |[A-Z][a-z]+ )?(?:{_PLAIN_POST})(?:(?:,| for| of) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)*)"
)
_BEFORE = re.compile(
    rf"(?P<text>(?:[A-Z]\w+ )?(?:{_PLAIN_POST})(?: for (?:[A-Z][\w-]+ ?)+)?),? (?P<name>{_NAME})\b"
)
_LEAD = re.compile(
    rf"^(?:Executive (?:Lead|Sponsor)|Senior Responsible (?:Officer|Owner)|SRO|Lead (?:Executive|Director))"
    rf"(?: ?/ ?[\w ]+)?: ?(?P<name>{_NAME})(?:,? (?P<text>[^.;]*))?"
)
_ORGANISATION = re.compile(
    r"((?:[A-Z][\w&'-]+ )*(?:ICB|ICS|NHS [\w ]*Trust|Council|CCG|Integrated Care Board))\b"
)
_NOT_NAMES = frozenset(
    ["Place", "Director", "Board", "Partnership", "Oxfordshire", "Council", "Health", "Care", "Trust", "Committee", "Executive", "Programme", "NHS", "Chief", "The", "Integrated", "Based", "Lead", "Chair", "County"]
)


@attrs.frozen
class Person:
    """A person with a leading post.

    Attributes:
        name: The name as it is written.
        role: Code of the role.
        organisation: The employer, if it is named.
        text: The words of the post.
        start: Start in the sentence.
    """

    name: str
    role: str
    organisation: str | None
    text: str
    start: int


def people(text: str) -> Iterator[Person]:
    """Yield the people with leading posts that a folded sentence names."""
    if lead := _LEAD.search(text):
        organisation = _ORGANISATION.search(lead.group("text") or "")
        yield Person(
            lead.group("name"),
            "executive_lead",
            organisation and organisation.group(1),
            lead.group(),
            lead.start(),
        )
        return
    seen: set[str] = set()
    for pattern in (_BRACKET, _COMMA, _BEFORE):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            for name in re.findall(_NAME, groups.get("names") or groups["name"]):
                if name not in seen and not _NOT_NAMES & set(name.split()):
                    seen.add(name)
                    yield _person(name, groups["text"], found.start())


def _person(name: str, text: str, start: int) -> Person:
    post = re.search(_POST, text)
    assert post is not None
    assert post.lastgroup is not None
    organisation = _ORGANISATION.search(text)
    return Person(name, post.lastgroup, organisation.group(1) if organisation else None, text, start)
