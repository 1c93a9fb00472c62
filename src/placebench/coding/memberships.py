"""Who sits in a partnership: members named in a sentence, or in a list that a line introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM
from placebench.extract.enumerations import items
from placebench.extract.organisations import Organisations
from placebench.importer import Fact
from placebench.model import Membership

TABLE = "memberships"
_LIST = "list"
_WHOLE = frozenset(
    {
        "children and young people's services",
        "children and young people",
        "health and care",
        "city and district councils",
        "district and city councils",
        "county and district councils",
        "voluntary and community sector",
        "voluntary, community and social enterprise",
        "voluntary, community, faith and social enterprise",
        "voluntary, community, faith and social enterprise sector",
        "community and voluntary",
        "fire and rescue",
        "oxford university hospitals",
        "residents and communities",
        "health and social care",
        "police and crime",
        "health and wellbeing",
        "adults and health",
        "greater manchester",
        "higher and further education",
    }
)
_TRAILING = re.compile(
    r",? (?:to (?:bring|help|plan|agree|work|ensure|oversee|provide|make)|who |which |that |so that|in order|with the aim|meeting|and meets?|"
    r"working together|around |and is |and are |come together|sit on|where applicable|in the partnership).*$"
)
_SUBORDINATE = re.compile(r"^(?:while|although|though|as|since|because) [^,]+, ", re.IGNORECASE)
_CHAIR_OF = re.compile(
    r"^(?:independent |deputy |vice[- ])?(?:chair|chief executive|leader|ceo|managing director)(?:man|woman|person)? (?:of|at) (?:the )?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:both |also |the |a |an |its |our |all |and |representatives? (?:from|of) |representation from |members? (?:from|of) )+",
    re.IGNORECASE,
)


def code_memberships(reading: Reading) -> Iterator[Fact]:
    """Yield the members that a document names."""
    organisations = organisations_of(reading.profile, reading.codebook)
    listed: set[int] = set()
    for cue, sentence, found, status in reading.cued(TABLE):
        if cue.entry == _LIST:
            line = sentence.passage.line
            if line.index not in listed and sentence is reading.by_line[line.index][-1]:
                listed.add(line.index)
                yield from _from_list(reading, organisations, cue, sentence, status)
        else:
            yield from _from_sentence(reading, organisations, cue, sentence, found, status)
    yield from _under_headings(reading, organisations)
    yield from _hosts_and_chairs(reading, organisations)


def _from_sentence(
    reading: Reading, organisations: Organisations, cue: Cue, sentence: Located, found: Match, status: str
) -> Iterator[Fact]:
    start, end = found.spans.get("members", (-1, -1))
    if start < 0:
        start, end = found.start, found.start
        subject = re.search(
            r"\b(icb place director|place director|chief executive of [\w ]+)\b", sentence.passage.lower
        )
        if subject is None:
            return
        start, end = subject.span()
    text = _TRAILING.sub("", sentence.passage.text[start:end])
    start += len(text) - len(_SUBORDINATE.sub("", text))
    text = _SUBORDINATE.sub("", text)
    body, kind = body_of(reading, sentence, found)
    kind = cue.body_kind or kind
    for low, high in items(text, _WHOLE):
        name = _ARTICLE.sub("", text[low:high])
        yield from _member(reading, organisations, sentence, name, cue, status, body, kind, start + low)


def _from_list(
    reading: Reading, organisations: Organisations, cue: Cue, introduced: Located, status: str
) -> Iterator[Fact]:
    lead = introduced.passage.line.index
    for line in reading.own_lines:
        if line.block.kind == ITEM and line.lead == lead:
            for sentence in reading.by_line[line.index][:1]:
                name = re.split(r"[:;]| - | \(| who | which ", sentence.passage.text)[0]
                yield from _member(
                    reading, organisations, sentence, name, cue, status, None, "partnership", 0
                )


def _hosts_and_chairs(reading: Reading, organisations: Organisations) -> Iterator[Fact]:
    """Yield the organisations that host or chair the partnership: a conclusion, and marked as one."""
    cues = [
        *(
            ("governance", c, "value", "memberships.hosts")
            for c in reading.codebook.cues["governance"]
            if c.entry == "host"
        ),
        *(
            ("roles", c, "holders", "memberships.chairs")
            for c in reading.codebook.cues["roles"]
            if c.entry == "co_chair"
        ),
        *(
            ("roles", c, "holder", "memberships.chairs")
            for c in reading.codebook.cues["roles"]
            if c.entry == "chair"
        ),
    ]
    for table, wanted, group, rule in cues:
        for sentence in reading.statements:
            for cue, _, found, status in reading.cued_in(table, sentence):
                _, kind = body_of(reading, sentence, found)
                if (
                    cue is not wanted
                    or not found.groups.get(group)
                    or kind != "partnership"
                    or status != "in_place"
                ):
                    continue
                start, end = found.spans[group]
                text = sentence.passage.text[start:end]
                derived = attrs.evolve(cue, rule=rule, basis="derived")
                for low, high in items(text, _WHOLE):
                    name = _CHAIR_OF.sub("", _ARTICLE.sub("", text[low:high]))
                    yield from _member(
                        reading, organisations, sentence, name, derived, status, None, kind, start + low
                    )


def _under_headings(reading: Reading, organisations: Organisations) -> Iterator[Fact]:
    """Yield the items of a list that stands right under a heading such as 'Members'."""
    cue = next(c for c in reading.codebook.cues[TABLE] if c.entry == _LIST)
    for line in reading.own_lines:
        if line.block.kind != ITEM or line.lead is None:
            continue
        lead = reading.lines[line.lead]
        if lead.block.kind == HEADING and re.fullmatch(
            r"(?:\d+\.? )?(?:core |our |current |partnership |board |the )*(?:members|membership|partners|partner organisations|who we are|who is involved)",
            lead.folded.lower.strip(),
        ):
            sentence = reading.by_line[line.index][0]
            name = re.split(r"[:;]| - | \(| who | which ", sentence.passage.text)[0]
            yield from _member(
                reading, organisations, sentence, name, cue, "in_place", None, "partnership", 0
            )


def _member(
    reading: Reading,
    organisations: Organisations,
    sentence: Located,
    name: str,
    cue: Cue,
    status: str,
    body: str | None,
    kind: str,
    position: int,
) -> Iterator[Fact]:
    name = name.strip(" .,;")
    sectors = organisations.sectors(name) if 2 < len(name) < 120 else ()
    if not sectors:
        return
    row = Membership(
        **reading.partnership_columns(sentence, position, kind),
        status=status,
        basis=cue.basis,
        rule=cue.rule,
        partnership=body,
        organisation=name,
        organisation_id=organisations.id(name),
        sectors=sectors,
        body_kind=kind,
    )
    yield reading.fact(row, sentence)
