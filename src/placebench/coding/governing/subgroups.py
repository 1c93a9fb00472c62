"""Groups that a board is said to have and that the next sentences name: "It has two sub-groups. ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match, Wording
from placebench.coding.bodies import body_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING
from placebench.extract.force import NOTHING
from placebench.importer import Fact
from placebench.model import Governance

_ANNOUNCED = re.compile(
    r"\b(?:has|have|by|are|with|through) (?:the following |these )?"
    r"(?:(?:two|three|four|five|six|seven|eight|\d|several|a number of) )?(?:[a-z-]+ )?"
    r"(?:sub-?groups|sub-?committees|(?:working|supporting|delivery|steering) groups)\b(?:[^.:]{0,40}:)?\W*$"
)
_NAMED = re.compile(
    r"(?:(?:The|An?|Our|Its) )?(?P<name>(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?)+"
    r"(?:[Gg]roup|Sub-?[Gg]roup|(?:Sub-?)?[Cc]ommittee|Forum|Board|Network))(?= [a-z(-]|[:;,.]|$)"
)
_WORDS = "subgroups"
_OF_STRUCTURE = Wording(_WORDS, r"\b<structure>\b")
_OTHERS = Wording(_WORDS, r"\b<others>\b")
_WHOLE_HEADING = re.compile(
    r"(?:The )?(?P<name>(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?)+"
    r"(?:Group|Sub-?[Gg]roup|(?:Sub-?)?[Cc]ommittee))"
)
_SPEAKS_OF_IT = re.compile(r"(?:this|the) (?:group|committee)\b|it (?:meets|is|brings|has|oversees)\b")
_FIRST_WORDS = frozenset({"The", "A", "An", "Our", "Its", "This"})


def announced_groups(reading: Reading) -> Iterator[Fact]:
    """Yield the groups of a place's own board that follow a sentence saying that it has some."""
    for sentence in reading.statements:
        found = _ANNOUNCED.search(sentence.passage.lower)
        if found is None or sentence.scope.applies_to != "place":
            continue
        match = Match(*found.span(), {}, {})
        _, kind = body_of(reading, sentence, match)
        status = reading.status(sentence, match.start, match.end)
        if kind != "partnership" or status == NOTHING:
            continue
        for told, name in _names(reading, sentence):
            row = Governance(
                **reading.partnership_columns(sentence, match.start, kind),
                status=status,
                rule="governance.subcommittees",
                feature="subcommittees",
                value=name,
            )
            yield reading.fact(row, told)


def _names(reading: Reading, sentence: Located) -> Iterator[tuple[Located, str]]:
    """Yield the sentences after one, and the items under it, that begin with the name of a group."""
    index = sentence.passage.line.index
    for told in reading.statements:
        line = told.passage.line
        after = line.index == index and told.passage.start > sentence.passage.start
        found = _NAMED.match(told.passage.text) if after or line.lead == index else None
        if found and found["name"].split()[0] not in _FIRST_WORDS and " " in found["name"]:
            yield told, found["name"]


def headed_groups(reading: Reading) -> Iterator[Fact]:
    """Yield the groups that are headings of their own on a page about the structure of one place's board."""
    title = (reading.document.metadata.get("title", ""), *(s.passage.text for s in reading.sentences[:1]))
    if len(reading.default.places) != 1 or not _OF_STRUCTURE.of(reading.codebook).search(
        " . ".join(title).lower()
    ):
        return
    for sentence in reading.sentences:
        found = _WHOLE_HEADING.fullmatch(sentence.passage.text)
        under = reading.by_line.get(sentence.passage.line.index + 1, ())
        if found is None or not under or sentence.passage.line.block.kind != HEADING:
            continue
        own = not _OTHERS.of(reading.codebook).search(found["name"].lower())
        told = under[0].passage.lower.removeprefix("the ")
        if own and (told.startswith(found["name"].lower()) or _SPEAKS_OF_IT.match(under[0].passage.lower)):
            row = Governance(
                **reading.partnership_columns(sentence, 0, "partnership"),
                rule="governance.subcommittees",
                feature="subcommittees",
                value=found["name"],
            )
            yield reading.fact(row, sentence)
