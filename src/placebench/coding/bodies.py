"""Whose a feature, chair or rhythm is: the body that the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.once import once_a_sentence
from placebench.coding.provider_bodies import provider_bodies
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import named_partnerships, shared_names
from placebench.documents import HEADING, ITEM
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.sentences import clause_at

_FAR = 140
_NEAR = 40
_WORDS = "bodies"
_GROUP = Wording(
    _WORDS,
    r"\b(?!(?:What|When|Where|If|As|While|Although|Since|After|Before|Under|From|For|In|On|At|Both|Once"
    r"|How|Whether|With|Through|Unless|Until|Because|By|To)\b)"
    r"(?:[A-Z][\w&'-]+ (?:(?:and|of|for|in|to|&|the) )*){0,6}(?<! the )<group>\b"
    r"|\b(?:[A-Z][\w&'-]+ ){2,6}group\b"
    r"|\b(?:[A-Z][\w&'-]+ (?:(?:and|of|for|&) )?)*<board> Board\b",
)
_LOWER_GROUP = Wording(
    _WORDS,
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his|own|\w+'s|\w+s') ("
    r"(?:(?!(?:is|are|was|were|has|have|had|an?|the|its|our|their|not|of|to|by|or|in|with|for|which|that"
    r"|will|as)\b)[\w'-]+ ){1,4}?<lower_group>)\b",
)
_COMMITTEE_OF_ONE = Wording(
    _WORDS,
    r"\b((?:[Aa]|[Tt]he|[Oo]ne|[Aa]nother) <committee>) of (?:the |an? |its )?"
    r"(?:[\w-]+ ){0,3}<partner_or_cabinet>\b(?! and\b)",
)
_ADVISERS = Wording(
    _WORDS,
    r"\b(?P<theme>(?!The\b|An?\b|Our\b|Its\b|Place\b|Partnership\b)[A-Z][\w'-]+) <advises> <advisers>\b",
)
_PROGRAMME = re.compile(r"(?:[A-Z][\w-]+ ){0,6}[A-Z][\w-]+['\"]? [Pp]rogramme\b")
_PROGRAMME_POST = Wording(_WORDS, r" <programme_post>\b")
_PROGRAMME_WORD = re.compile(r"['\"] [Pp]rogramme$")
_PARTNERSHIP = Wording(
    _WORDS,
    r"\b(?:(?:[A-Z][\w'-]+ (?:(?:and|&) )?)+<partnership>"
    r"|[Pp]lace[- ]?[Bb]ased [Pp]artnerships?"
    r"|[Tt]he [Pp]lace(?= <place_acts>\b)"
    r"|[Pp]artnerships?|PBPs?|alliance|[Tt]he (?:[Pp]artnership |[Pp]lace |[Ll]ocality )?[Bb]oard)\b",
)
_OWN_GROUP = Wording(
    _WORDS,
    r"(?:the |an? |its |our |this )?(?:[\w&'-]+ )*?<own>(?:[- ]based)?"
    r"(?:(?: (?:partnership|executive|leadership|strategic|integrated))* (?:(?:sub-?)?committee|forum)"
    r"|(?: (?:partnership|strategic|integrated))* group)$"
    r"|(?:NHS|Overview|Scrutiny|Select)\b.*(?:Group|Committee)$",
    re.IGNORECASE,
)
_ONE_BODY = Wording(_WORDS, r"(?:the|our|this) <one_body>\b")
_THE_GROUP = re.compile(r"^(?:The|This) (group)\b")
_AGREEMENT = re.compile(r" Agreements?\b")
_BARE = Wording(_WORDS, "(?:the |this )?<bare>$", re.IGNORECASE)
_APPOSITIONS = (", the ", " (the ", ", a ", " of the ")
# "A finance group and a citizens' panel": the one is not whose the other is.
_BESIDE = re.compile(r",? (?:and|or|plus|as well as) an? ")
_OF = (" of the ", " of ")
# "Alpha Together Board": the board of the partnership that goes by that name.
_ITS_BOARD = re.compile(
    r" (?:(?:Place|Partnership|Strategic|Delivery|Executive|Leadership|Programme) )*"
    r"(?:Board|Committee|Forum)\b"
)
# "This programme (which is wider than the ICS) ..."; initials in brackets are a body's own.
_IN_BRACKETS = re.compile(r"\([^()]* [^()]*$")
_ANOTHERS = Wording(_WORDS, r"\b<mentions>(?: (?:the|a|an|our|its|their|this|each))?(?: [\w-]+'s)? ?$")
_SAME_SUBJECT = re.compile(r" and (?!it\b|they\b|we\b|there\b|the\b|an?\b|this\b)")
_REPORTS = Wording(_WORDS, r"(?: (?:was|were|also|then|had|has|been))* <hears>\b")
_GENERIC_NAME = Wording(_WORDS, r"(?:<generic>|\W)+$")
_NO_NAME = re.compile(
    r"(?:(?:the|our|its|all|each|every|both|these|those|this|new|local) )*place(?:[- ]based)? partnerships?",
    re.IGNORECASE,
)
_AND_BEFORE = Wording(_WORDS, r"<partners_before> and (?:the )?(?:[\w']+ ){0,2}$")
_AND_AFTER = Wording(_WORDS, r" and (?:the )?(?:[\w']+ ){0,4}<partners_before>\b")
_SINCE = re.compile(r"\b(?:since|during|after|following|before|until) $")
_OF_A_PARTNER = Wording(_WORDS, r"\b<partner>'s? $")
_A_PARTNERS = Wording(_WORDS, r" of (?:the |an? )?(?:[\w-]+ ){0,3}<partners_body>\b")
# What is done "in all three places" is done in each.
_IN_EACH = re.compile(r"(?:^|[,;] )(?:and )?(?:with)?in (?:each of )?$")
_RELATIVE = re.compile(r",? (?:which|who|whose)\b")
_PRONOUN = Wording(
    _WORDS,
    r"(?:it|they|its|their|this group|the <bare>)\b"
    r"(?! (?:was|is|has been|had been) (?:\w+ ){0,3}(?:that|by|whether|for)\b)",
)


@attrs.frozen
class Body:
    """A body that a sentence names, and where.

    Attributes:
        start: Start of its name in the sentence.
        end: End of its name.
        name: Its name; None where the words are no name.
        kind: A code of the body kinds.
        aside: Whether it stands behind a preposition, so that the verb is hardly its own.
    """

    start: int
    end: int
    name: str | None
    kind: str
    aside: bool = False


def body_of(reading: Reading, sentence: Located, found: Match) -> tuple[str | None, str]:
    """Return the name, if it has one, and the kind of the body that the words at a match belong to."""
    passage = sentence.passage
    value = found.spans.get("value")
    named = [body for body in _named(reading, sentence) if not _holds(value, found, body)]
    for body in named:
        if body.kind in ("subgroup", "system") and passage.text[found.end : body.start] in _APPOSITIONS:
            return body.name, body.kind
        if body.kind == "partnership" and body.name and passage.text[found.end : body.start] in _OF:
            return _with_board(passage.text, body), body.kind
    low, _ = clause_at(passage.lower, found.start, found.end)
    while (
        low and _SAME_SUBJECT.match(passage.lower, low) and not any(low <= b.start < found.end for b in named)
    ):
        low, _ = clause_at(passage.lower, low - 1, low - 1)
    before = [
        b for b in named if b.start < found.end and not _BESIDE.fullmatch(passage.lower, b.end, found.start)
    ]
    chosen = _chosen(before, low, passage.lower, found.start)
    if chosen is None and _PRONOUN.of(reading.codebook).match(passage.lower):
        chosen = _subject_before(reading, sentence)
    chosen = chosen or _subject_of_the_list(reading, sentence)
    name, kind = (_with_board(passage.text, chosen), chosen.kind) if chosen else (None, "partnership")
    return name, "system" if kind == "partnership" and is_no_one_body(reading, sentence) else kind


def _with_board(text: str, body: Body) -> str | None:
    """Return the name of a body with that of its board, where the text goes on so in capitals."""
    board = _ITS_BOARD.match(text, body.end) if body.kind == "partnership" and body.name else None
    return body.name if board is None or body.name is None else body.name + board.group()


def is_no_one_body(reading: Reading, sentence: Located) -> bool:
    """Tell whether "the partnership" is none of a place's: in a paper about a system it is the system's."""
    of_place = sentence.scope.places or reading.default.places or sentence.scope.named
    if of_place or not _ONE_BODY.of(reading.codebook).match(sentence.passage.lower):
        return False
    return any(mention.name.kind == SYSTEM for each in reading.sentences for mention in each.mentions)


def _chosen(before: list[Body], low: int, lower: str, start: int) -> Body | None:
    """Return the body whose verb the match goes with: of its clause, else of those before it."""
    inside = [body for body in before if body.start >= low]
    outside = [body for body in before if body.start < low]
    acting = [body for body in inside if not body.aside]
    if not acting and _RELATIVE.match(lower, low):
        acting = [body for body in outside if body.end >= low - 1]
    if not acting:
        acting = [body for body in outside if not body.aside]
    chosen = (acting or inside or outside)[-1:]
    return chosen[0] if chosen and len(lower[chosen[0].end : start]) < _FAR else None


def _subject_before(reading: Reading, sentence: Located) -> Body | None:
    """Return the body that the sentence before begins with, for a sentence that begins with "it"."""
    line = reading.by_line.get(sentence.passage.line.index, ())
    before = [other for other in line if other.passage.end <= sentence.passage.start]
    named = [b for b in _named(reading, before[-1]) if not b.aside] if before else []
    return named[0] if named and named[0].start < _NEAR else None


def _subject_of_the_list(reading: Reading, sentence: Located) -> Body | None:
    """Return who does what a list tells: "The Trust's strategy commits to:"."""
    line = sentence.passage.line
    lead = reading.by_line.get(line.lead, ()) if line.block.kind == ITEM and line.lead is not None else ()
    if not lead or lead[-1].passage.line.block.kind == HEADING or not lead[-1].passage.text.endswith(":"):
        return None
    first = next((body for body in _named(reading, lead[-1]) if not body.aside), None)
    return first if first and first.start < _NEAR and first.kind == "partner" else None


def _holds(value: tuple[int, int] | None, found: Match, body: Body) -> bool:
    """Tell whether a body is named by the matched words themselves."""
    if value is not None and value[0] < body.end and body.start < value[1]:
        return True
    # "The Committee in Common" is the form itself, and and no group; "the scheme of delegation" is none.
    itself = body.kind in ("subgroup", "programme") and body.start <= found.start < body.end < found.end
    return itself or (found.start <= body.start and body.end <= found.end)


@once_a_sentence  # every cue of a sentence asks whose it is
def _named(reading: Reading, sentence: Located) -> tuple[Body, ...]:
    text, lower = sentence.passage.text, sentence.passage.lower
    # What a system's own words say comes last, since it counts more than what is usual.
    coded = [Body(start, end, None, kind) for start, end, kind in shared_names(reading, sentence)]
    coded += [
        Body(m.start, m.end, None, c.code)
        for c in reading.codebook.bodies
        for m in c.match.finditer(lower)
        if not (c.code == "cross_place_group" and _IN_EACH.search(lower[: m.start]))
        and not any(_overlap(m, named) for named in named_partnerships(sentence))
    ]
    coded += [Body(low, high, None, "collaborative") for low, high in provider_bodies(reading, sentence)]
    if sentence.systems_board:
        coded.append(Body(0, sentence.systems_board, None, "system"))
    book = reading.codebook
    groups = [_referred(reading, sentence, body) for body in _groups(book, sentence, coded)]
    within = [*coded, *(group for group in groups if group.kind == "subgroup")]
    partnerships = [body for body in _partnerships(book, sentence) if not _is_part(body, within)]
    found = [*coded, *groups, *_programmes(book, text), *partnerships]
    placed = [attrs.evolve(b, aside=_is_aside(book, sentence, b)) for b in found]
    placed = [
        _a_stranger(book, b, sentence)
        for b in placed
        if not _REPORTS.of(book).match(lower, b.end)
        and not (b.kind == "system" and _is_one_of_two(book, lower, b))
        and not (b.kind == "programme" and _SINCE.search(lower[: b.start]))
        and not (
            b.kind == "programme" and _PROGRAMME_POST.of(book).match(sentence.passage.text.title(), b.end)
        )
    ]
    return tuple(sorted(placed, key=lambda body: (body.start, body.end)))


def _overlap(coded: Match, named: tuple[int, int]) -> bool:
    """Tell whether words that are usual for some body are in the name of a partnership, or around it."""
    within = named[0] <= coded.start and coded.end <= named[1]
    return within or (coded.start <= named[0] and named[1] <= coded.end)


def _is_aside(codebook: Codebook, sentence: Located, body: Body) -> bool:
    """Tell whether a body stands in brackets or behind a preposition, with or without its place's name."""
    lower = sentence.passage.lower
    starts = [m.start for m in sentence.mentions if lower[m.end : body.start] in (" ", "'s ")]
    if _IN_BRACKETS.search(lower[: body.start]):
        return True
    return any(_ANOTHERS.of(codebook).search(lower[:start]) for start in (body.start, *starts))


def _is_part(body: Body, others: list[Body]) -> bool:
    """Tell whether a name is a part of another, as "Partnership" of "Partnership Executive Group"."""
    return any(other.start <= body.start and body.end <= other.end for other in others)


def _referred(reading: Reading, sentence: Located, body: Body) -> Body:
    """Return "the Committee" as the partnership's where the committee named last before is that."""
    if body.kind != "subgroup" or body.name is None or not _BARE.of(reading.codebook).match(body.name):
        return body
    last = _named_last(reading, sentence, body.name.rpartition(" ")[2])
    own = last and (_OWN_GROUP.of(reading.codebook).match(last) or _is_of_a_place(reading, last))
    if own:
        return attrs.evolve(body, name=None, kind="partnership")
    return attrs.evolve(body, name=last.removeprefix("The ") if last else None)


def _is_of_a_place(reading: Reading, name: str) -> bool:
    """Tell whether a committee is named for a place alone: "the Alpha Committee"."""
    named = reading.names.mentions(name)
    return any(m.name.kind != SYSTEM and name[m.end :].strip() in ("Committee", "Forum") for m in named)


def _named_last(reading: Reading, sentence: Located, noun: str) -> str | None:
    """Return the full name that a document gave last to a body of some noun, up to a sentence."""
    pattern, bare = _GROUP.of(reading.codebook), _BARE.of(reading.codebook)
    for index in range(sentence.passage.line.index, -1, -1):
        for told in reversed(reading.by_line.get(index, ())):
            if index == sentence.passage.line.index and told.passage.start > sentence.passage.start:
                continue
            names = [found.group() for found in pattern.finditer(told.passage.text)]
            full = [name for name in names if name.lower().endswith(noun.lower()) and not bare.match(name)]
            if full:
                return full[-1]
    return None


def _is_one_of_two(codebook: Codebook, lower: str, body: Body) -> bool:
    """Tell whether a system's board acts together with another partner, which is what a partnership is."""
    before, after = _AND_BEFORE.of(codebook), _AND_AFTER.of(codebook)
    return bool(before.search(lower[: body.start]) or after.match(lower, body.end))


def _a_stranger(codebook: Codebook, body: Body, sentence: Located) -> Body:
    """Return a body as a partner where it is another partnership that the sentence only mentions."""
    if body.kind != "partnership" or not body.aside or body.name is None:
        return body
    if _GENERIC_NAME.of(codebook).match(body.name.lower()):
        return body
    within = [m for m in sentence.mentions if m.start < body.end and body.start < m.end]
    own = any(m.name.kind == SYSTEM or m.name.id in sentence.scope.places for m in within)
    return body if own else attrs.evolve(body, kind="partner")


def _groups(codebook: Codebook, sentence: Located, coded: list[Body]) -> Iterator[Body]:
    text = sentence.passage.text
    for found in _COMMITTEE_OF_ONE.of(codebook).finditer(text):
        yield Body(*found.span(1), None, "partner")
    for pattern in (_GROUP.of(codebook), _LOWER_GROUP.of(codebook), _THE_GROUP):
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            taken = any(start < body.end and body.start < end for body in coded)
            own = _OWN_GROUP.of(codebook).match(text[start:end]) and not is_of_advisers(
                codebook, sentence, start, end
            )
            commissioner = text[start:end].endswith("Commissioning Group")
            if not (taken or own or commissioner or text.startswith(" NHS", end)):
                others = _OF_A_PARTNER.of(codebook).search(text[:start])
                others = others or _A_PARTNERS.of(codebook).match(text, end)
                name = text[start:end].removeprefix("The ")
                yield Body(start, end, name, "partner" if others else "subgroup")


def is_of_advisers(codebook: Codebook, sentence: Located, start: int, end: int) -> bool:
    """Tell whether a name is that of a group that advises on a theme: "Carers Advisory Group"."""
    found = _ADVISERS.of(codebook).search(sentence.passage.text, start, end)
    if found is None:
        return False
    theme = found.start("theme"), found.end("theme")
    return not any(m.start < theme[1] and theme[0] < m.end for m in sentence.mentions)


def _programmes(codebook: Codebook, text: str) -> Iterator[Body]:
    # Most sentences name none, and many capital letters begin one.
    for match in _PROGRAMME.finditer(text) if "rogramme" in text else ():
        if _PROGRAMME_POST.of(codebook).match(text, match.end()):
            continue
        yield Body(*match.span(), _PROGRAMME_WORD.sub("", match.group()), "programme")


def _partnerships(codebook: Codebook, sentence: Located) -> Iterator[Body]:
    for mention in sentence.mentions:
        if mention.name.kind == PARTNERSHIP:
            yield Body(mention.start, mention.end, mention.name.text, "partnership")
    systems = [mention for mention in sentence.mentions if mention.name.kind == SYSTEM]
    for match in _PARTNERSHIP.of(codebook).finditer(sentence.passage.text):
        if any(m.start < match.end() and match.start() < m.end for m in systems):
            if match.group().endswith("Partnership"):
                yield Body(*match.span(), match.group().removeprefix("The "), "system")
            continue
        if sentence.systems_partnership:
            yield Body(*match.span(), None, "system")
            continue
        named = match.group()[0].isupper() and " " in match.group() and not match.group().startswith("The ")
        named = named and not _NO_NAME.fullmatch(match.group())
        # A "Pooled Funds Partnership Agreement" names no partnership, an "Alpha Partnership Agreement" does.
        if named and _AGREEMENT.match(sentence.passage.text, match.end()):
            named = any(m.start < match.end() and match.start() < m.end for m in sentence.mentions)
        yield Body(*match.span(), match.group() if named else None, "partnership")
