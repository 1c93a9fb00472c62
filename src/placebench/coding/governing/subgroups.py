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
from placebench.extract.gazetteer import SYSTEM
from placebench.importer import Fact
from placebench.model import Governance

_WORDS = "subgroups"
_ANNOUNCED = Wording(
    _WORDS,
    r"\b<has> (?:(?:the following |these )?"
    r"(?:(?:two|three|four|five|six|seven|eight|\d|several|a number of) )?(?:[a-z-]+ )?<announced>"
    r"|the following (?:[a-z-]+ )?<listed>)\b(?:[^.:]{0,40}:)?\W*$",
)
# "Groups that report to the Alpha Place Board", "Alpha Together: our groups": what leads to a list of them.
_HEADS_A_LIST = Wording(
    _WORDS,
    r"(?:^|: )(?:(?:the|our|its|these|other) )?(?:[a-z-]+ )?(?:<announced>|<listed>)"
    r"(?: (?:(?:that|which) )?<serves> (?:the |our |its )?(?:[\w'&-]+ ){0,7}?<served>)?\W*$",
)
_SERVES = Wording(_WORDS, r"\b<serves>\b")
_NAMED = Wording(
    _WORDS,
    r"(?:(?:The|An?|Our|Its) )?(?P<name>(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?)+<named>)"
    r"(?= [a-z(-]|[:;,.]|$)",
)
_OF_STRUCTURE = Wording(_WORDS, r"\b<structure>\b")
_OTHERS = Wording(_WORDS, r"\b<others>\b")
_WHOLE_HEADING = Wording(_WORDS, r"(?:The )?(?P<name>(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?)+<headed>)")
_SPEAKS_OF_IT = Wording(_WORDS, r"(?:this|the) <bare>\b|it <acts>\b")
_FIRST_WORDS = frozenset({"The", "A", "An", "Our", "Its", "This"})


def announced_groups(reading: Reading) -> Iterator[Fact]:
    """Yield the groups of a place's own board that follow a sentence saying that it has some."""
    announced = _ANNOUNCED.of(reading.codebook)
    stated = ((sentence, announced.search(sentence.passage.lower)) for sentence in reading.statements)
    headed = ((sentence, _heads_a_list(reading, sentence)) for sentence in reading.sentences)
    for sentence, found in (*stated, *headed):
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


def _heads_a_list(reading: Reading, sentence: Located) -> re.Match[str] | None:
    """Return the words by which a line leads to a list of the groups of a place's board, which it names."""
    lower, codebook = sentence.passage.lower, reading.codebook
    found = _HEADS_A_LIST.of(codebook).search(lower)
    if found is None or _OTHERS.of(codebook).search(lower):
        return None
    named = any(mention.name.kind != SYSTEM for mention in sentence.mentions)
    return found if named or _SERVES.of(codebook).search(found.group()) else None


def _names(reading: Reading, sentence: Located) -> Iterator[tuple[Located, str]]:
    """Yield the sentences after one, and the items under it, that begin with the name of a group."""
    index, named = sentence.passage.line.index, _NAMED.of(reading.codebook)
    for told in reading.statements:
        line = told.passage.line
        after = line.index == index and told.passage.start > sentence.passage.start
        found = named.match(told.passage.text) if after or line.lead == index else None
        if found and found["name"].split()[0] not in _FIRST_WORDS and " " in found["name"]:
            yield told, found["name"]


def headed_groups(reading: Reading) -> Iterator[Fact]:
    """Yield the groups that are headings of their own on a page about the structure of one place's board."""
    codebook = reading.codebook
    title = (reading.document.metadata.get("title", ""), *(s.passage.text for s in reading.sentences[:1]))
    of_structure = _OF_STRUCTURE.of(codebook).search(" . ".join(title).lower())
    if len(reading.default.places) != 1 or not of_structure:
        return
    heading, others, speaks_of_it = (one.of(codebook) for one in (_WHOLE_HEADING, _OTHERS, _SPEAKS_OF_IT))
    for sentence in reading.sentences:
        found = heading.fullmatch(sentence.passage.text)
        under = reading.by_line.get(sentence.passage.line.index + 1, ())
        if found is None or not under or sentence.passage.line.block.kind != HEADING:
            continue
        own = not others.search(found["name"].lower())
        told = under[0].passage.lower.removeprefix("the ")
        if own and (told.startswith(found["name"].lower()) or speaks_of_it.match(under[0].passage.lower)):
            row = Governance(
                **reading.partnership_columns(sentence, 0, "partnership"),
                rule="governance.subcommittees",
                feature="subcommittees",
                value=found["name"],
            )
            yield reading.fact(row, sentence)
