"""What a board was asked to do, and what a committee asked of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.authors import is_of_another
from placebench.coding.reading import Reading
from placebench.coding.record.actions import action_of, actions, clauses_of, first_action
from placebench.coding.record.asked_lists import (
    INTRODUCE,
    items_after,
    led_on,
    of_the_list,
    paragraph_after,
    parts_of,
    points_below,
)
from placebench.coding.scope import Located
from placebench.documents import HEADING, Quote
from placebench.extract.committees import committee_of, in_full
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line
from placebench.importer import Fact
from placebench.model import Recommendation

TABLE = "recommendations"
_MINUTED = tuple(f"{TABLE}.{entry}" for entry in ("decided_in_sentence", "decided_by_another", "agreed_so"))
# A partnership's own board that approves its plan asks nobody.
_BY_ANOTHER = "decided_by_another"
_TO = Wording(
    TABLE,
    r"^(?:for|(?:to )?recommend that|that|(?:to )?<asks>) "
    r"((?:the |[A-Z])(?:[\w-]+ ){0,5}?[\w-]+?)(?: (?:to|should|must|be|<asked_to>(?:e?s)?)\b|,)",
    re.IGNORECASE,
)
# A line without a stop may run on into the sentence: "Next steps The Board was asked to note".
_BEFORE_THE = re.compile(r"^.+ (?=(?:The|This) )")
# "The officers had agreed, and Cabinet was asked to approve": the body is Cabinet.
_JOINING = re.compile(r"^(?:and|but|that) ")
_WHERE_SET_OUT = Wording(
    TABLE, r" (?:in|within|at|by) (?:the |this )?<part>(?: [\w.]{1,4})?\W*$", re.IGNORECASE
)
# "It was resolved that Cabinet": who decides comes after the words for it.
_DECIDED_THAT = Wording(TABLE, r"^(?:what |.*\b<decided>(?: that)? )", re.IGNORECASE)
# "In spring 2030 the Cabinet" is the Cabinet.
_WHEN = Wording(
    TABLE,
    r"^<at_a_time> (?:[\w'-]+ ){0,5}(?:<month>|<season>|<year>|week|month|year|meeting),? (?=\w)",
    re.IGNORECASE,
)
_BY = Wording(
    TABLE,
    r"(?:That )?((?:[Tt]he )?(?:[A-Z][\w-]+ (?:(?:and|&) )?){0,4}<by_body>) (?:\w+ly )?\w+(?:e[sd]|s)\b",
)
# What joins a point to the next is none of it.
_AND_MORE = re.compile(r"[;,]? (?:and|or)$|;$")
_ALIKE = 0.97
# What an item of an agenda is for stands in its first lines.
_OF_THE_ITEM = 5
# "They agreed to note the report", where the sentence before says whose report it is.
_OF_IT = "decided_of_it"
_AGREED_SO = "agreed_so"
# "The Committee noted progress with the Alpha programme".
_NOTED = "noted_of_it"
_DECISIONS = frozenset({"resolved_in_sentence", "decided_in_sentence", _BY_ANOTHER, _OF_IT, _NOTED})
_POINT = re.compile(
    r"(?:^|[;,.:]? (?:and )?)\((?:[a-z]|[ivx]+|\d{1,2})\) |(?:^|[;,:] (?:and )?)(?:[a-h]|[ivx]+|\d)\) "
    r"|; (?:and )?(?=(?:that|to) )|(?:^|[;,.]? (?:and )?)\d\. ",
    re.IGNORECASE,
)


@attrs.frozen
class _Asked:
    by: str | None
    to: str | None
    recommends: bool
    rule: str


def code_recommendations(reading: Reading) -> Iterator[Fact]:
    """Yield the recommendations that a document makes or records; one made twice is the same row twice."""
    told: dict[tuple[object, ...], list[tuple[str, list[Recommendation]]]] = {}
    said: set[tuple[Quote, str, str | None]] = set()
    made: list[tuple[Fact, list[Recommendation]]] = []
    for fact in _made(reading):
        row = fact.row
        # A sentence of the minutes may also stand in the list of what was resolved.
        if not isinstance(row, Recommendation) or (
            row.rule in _MINUTED and (fact.quotes[0], row.action, row.place_id) in said
        ):
            continue
        said.add((fact.quotes[0], row.action, row.place_id))
        key, text = _told(reading.codebook, row)
        alike = told.setdefault(key, [])
        one = next((rows for first, rows in alike if _is_alike(first, text)), [])
        if not one:
            alike.append((text, one))
        one.append(row)
        made.append((fact, one))
    for fact, one in made:
        # Of a summary and the full list below it the fuller words stay.
        yield attrs.evolve(fact, row=max(one, key=lambda row: len(row.text.split())))


def _told(codebook: Codebook, row: Recommendation) -> tuple[tuple[object, ...], str]:
    """Return what one recommendation told twice has in common, and its words, which may differ a little."""
    text = _WHERE_SET_OUT.of(codebook).sub("", row.text).lower().removeprefix("that ").strip(" .;,")
    to_body = (row.to_body or "").lower()
    return (row.action, row.place_id, row.by_body, to_body, *re.findall(r"\d+", text)), text


def _is_alike(one: str, other: str) -> bool:
    """Tell whether nearly all characters of two texts are the same; what is quickly told is asked first."""
    if one == other:
        return True
    # What two texts have in common is no longer than the shorter, which their lengths tell at once.
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):
        return False
    compared = SequenceMatcher(None, one, other)
    return compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE


def _made(reading: Reading) -> Iterator[Fact]:
    decided = False
    for cue, sentence, found, _ in _cued(reading):
        decided = decided or cue.entry == "decided"
        if not _is_of_such(reading, cue, sentence):
            continue
        if cue.entry == "agenda" and (decided or sentence.passage.line.index > _OF_THE_ITEM):
            continue
        asked = _Asked(
            by=_decider(reading, _name(reading, sentence, found, "by"), cue),
            to=in_full(reading.document, _name(reading, sentence, found, "to")),
            recommends=cue.entry in ("resolved", "recommended_in_sentence"),
            rule=cue.rule,
        )
        if cue.entry == "sought":
            text = sentence.passage.text[slice(*found.spans["text"])]
            action = action_of(reading.codebook, found.groups["action"] or "")
            yield from _rows(reading, asked, sentence, action, text)
        elif found.groups.get("text"):
            yield from _in_sentence(reading, asked, cue, sentence, found)
        elif found.groups.get("action"):
            action = action_of(reading.codebook, found.groups["action"] or "")
            for line in items_after(reading, sentence):
                yield from _rows(reading, asked, reading.by_line[line.index][0], action, line.text)
        elif cue.entry in INTRODUCE:
            yield from _below(reading, asked, cue, sentence)


def _is_of_such(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether a decision is one that counts: of another body, of a report told before, on a place."""
    if cue.entry in _DECISIONS and _takes_up_a_framework(reading, sentence):
        return False
    if cue.entry == _BY_ANOTHER:
        return is_of_another(reading, sentence.passage.line.block.path)
    if cue.entry in (_AGREED_SO, _NOTED):
        return any(mention.name.kind != SYSTEM for mention in sentence.mentions)
    return cue.entry != _OF_IT or _heard_a_report(reading, sentence)


def _takes_up_a_framework(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence says that a maturity framework was adopted, which is an exercise."""
    return any(cue.columns.get("step") == "adopted" for cue, *_ in reading.cued_in("exercises", sentence))


def _heard_a_report(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence before it speaks of a report, where that or it names a place's partnership."""
    line = [one for one in reading.by_line[sentence.passage.line.index] if one.passage != sentence.passage]
    before = [one for one in line if one.passage.start < sentence.passage.start]
    told = [*(before or [reading.before(sentence)]), sentence]
    report = reading.codebook.entry(TABLE, "of_a_report").match
    named = any(mention.name.kind != SYSTEM for one in told for mention in one.mentions)
    return named and any(report.matches(one.passage.lower) for one in told[:-1])


def _decider(reading: Reading, name: str | None, cue: Cue) -> str | None:
    """Return who asks or decides; what the page of a committee records without a name is that committee's."""
    if name is None and cue.entry in ("decided", "resolved_in_sentence"):
        return committee_of(reading.document)
    return in_full(reading.document, name)


def _in_sentence(
    reading: Reading, asked: _Asked, cue: Cue, sentence: Located, found: Match
) -> Iterator[Fact]:
    stated = _decided if cue.entry in _DECISIONS else _recommended
    for text in _POINT.split(sentence.passage.text[slice(*found.spans["text"])]):
        yield from stated(reading, asked, sentence, text)


def _below(reading: Reading, asked: _Asked, cue: Cue, sentence: Located) -> Iterator[Fact]:
    """Yield what stands in a list, in a paragraph or on numbered lines below a line that announces it."""
    stated = _decided if cue.entry == "decided" else _recommended
    paragraph = paragraph_after(reading, sentence) if cue.entry == "headed" else ()
    sentence = led_on(reading, sentence)
    items = items_after(reading, sentence)
    for line in items or paragraph:
        parts = parts_of(reading, line)
        if parts:
            yield from _in_parts(reading, asked, line, parts)
        else:
            yield from stated(reading, asked, of_the_list(reading, line, items), line.text)
    if items:
        return
    for told, text in points_below(reading, sentence.passage.line):
        yield from stated(reading, asked, told, text)


def _in_parts(reading: Reading, asked: _Asked, whole: Line, parts: tuple[Line, ...]) -> Iterator[Fact]:
    """Yield what is asked for in the points below one that only begins it: "agree on the need to:"."""
    action = "recommend" if asked.recommends else first_action(reading.codebook, whole.text)
    if action is None:
        return
    for line in parts:
        yield from _rows(reading, asked, reading.by_line[line.index][0], action, line.text)


def _cued(reading: Reading) -> Iterator[tuple[Cue, Located, Match, str]]:
    # A request to a board is what the paper states, however the sentence reads as a question or a plan.
    for sentence in reading.sentences:
        heading = sentence.passage.line.block.kind == HEADING
        told: set[tuple[int, int]] = set()
        for cued in reading.cued_in(TABLE, sentence):
            # Of which places a request is, its own words say.
            at = (id(cued[0]), cued[2].start)
            if at not in told and (not heading or cued[0].entry in INTRODUCE):
                told.add(at)
                yield cued


def _decided(reading: Reading, asked: _Asked, sentence: Located, text: str) -> Iterator[Fact]:
    """Yield what a decision asks of others, or what report it notes or approves; no routine of a meeting."""
    lower = text.lower()
    if reading.codebook.entry(TABLE, "routine").match.matches(lower):
        return
    decider = _BY.of(reading.codebook).match(text) if asked.by is None else None
    if decider is not None:
        asked = attrs.evolve(asked, by=decider[1])
    for part in clauses_of(text):
        asks = reading.codebook.entry(TABLE, "asks").match.matches(part.lower())
        # Who notes or approves a report was asked to.
        by, to = (asked.by, asked.to) if asks else (None, asked.to or asked.by)
        told = _Asked(by, to, recommends=asks, rule=asked.rule)
        yield from _recommended(reading, told, sentence, part)


def _recommended(reading: Reading, asked: _Asked, sentence: Located, text: str) -> Iterator[Fact]:
    text = text.strip()
    nothing_yet = reading.codebook.entry(TABLE, "open").match
    told = [("recommend", text)] if asked.recommends else actions(reading.codebook, text)
    for action, words in told:
        if nothing_yet.matches(words.lower()):
            continue
        yield from _rows(reading, asked, sentence, action, words)


def _rows(reading: Reading, asked: _Asked, sentence: Located, action: str, text: str) -> Iterator[Fact]:
    """Yield a recommendation, once for each of several places that it names."""
    to = _TO.of(reading.codebook).search(text) if asked.recommends else None
    row = Recommendation(
        **reading.columns(sentence),
        rule=asked.rule,
        by_body=asked.by,
        to_body=to.group(1) if to else asked.to,
        action=action,
        text=_AND_MORE.sub("", text.strip()),
    )
    named = [m.name.id for m in reading.names.mentions(text) if m.name.kind != SYSTEM]
    places = dict.fromkeys(named) if row.place_id in named else (row.place_id,)
    yield from (reading.fact(attrs.evolve(row, place_id=place), sentence) for place in places)


def _name(reading: Reading, sentence: Located, found: Match, group: str) -> str | None:
    if not found.groups.get(group):
        return None
    start, end = found.spans[group]
    name = _DECIDED_THAT.of(reading.codebook).sub("", sentence.passage.text[start:end]).strip()
    name = _WHEN.of(reading.codebook).sub("", _JOINING.sub("", name.removeprefix("That ")))
    return _BEFORE_THE.sub("", name)
