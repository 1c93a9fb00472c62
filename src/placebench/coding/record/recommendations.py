"""What a board was asked to do, and what a committee asked of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.authors import is_of_another
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.subjects import Scope
from placebench.documents import HEADING, ITEM, Quote
from placebench.extract.committees import committee_of, in_full
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line
from placebench.importer import Fact
from placebench.model import Recommendation

TABLE = "recommendations"
_MINUTED = tuple(f"{TABLE}.{entry}" for entry in ("decided_in_sentence", "decided_by_another", "agreed_so"))
# A partnership's own board that approves its plan asks nobody.
_BY_ANOTHER = "decided_by_another"
_ACTIONS = (
    ("endorse", Wording(TABLE, r"\b<endorse>")),
    ("note", Wording(TABLE, r"\b<note>")),
    ("agree", Wording(TABLE, r"\b<agree>")),
    ("comment", Wording(TABLE, r"\b<comment>")),
    ("consider", Wording(TABLE, r"\b<consider>")),
)
_FIRST_VERBS = Wording(
    TABLE,
    r"^(?:that )?(?:to |(?:the |this )?(?:[\w-]+ ){0,4}<decider> )?(?:also |formally |unanimously )?"
    r"(?:review [^,;]{3,60}? and (?:to )?)?"
    r"(?P<first><verb>)\b(?:(?:,| and)+ (?:to )?(?P<second><verb>)\b)?",
)
_LATER_VERB = Wording(TABLE, r",? and (?:to )?(?P<verb><later>)(?:e?[sd])?\b ")
_PAST = re.compile(r"ed $")
_AND_THAT = re.compile(r",? and (?=that (?:the|this|its|an?|any|all) )")
_PASSIVE = Wording(
    TABLE,
    r"\b(?:be|is|are|was|were) (?P<verb><done>)\b"
    r"|\b(?:giv(?:e|en|es)|grant(?:s|ed)?) (?:its |the |formal )?(?P<noun><given>)\b"
    r"|\b(?P<past><given>) (?:be|is|was) (?:given|granted)\b",
)
_TO = Wording(
    TABLE,
    r"^(?:for|(?:to )?recommend that|that|(?:to )?<asks>) "
    r"((?:the |[A-Z])(?:[\w-]+ ){0,5}?[\w-]+?)(?: (?:to|should|must|be|<asked_to>(?:e?s)?)\b|,)",
    re.IGNORECASE,
)
# A line without a stop may run on into the sentence: "Next steps The Board was asked to note".
_BEFORE_THE = re.compile(r"^.+ (?=(?:The|This) )")
_WHERE_SET_OUT = Wording(
    TABLE, r" (?:in|within|at|by) (?:the |this )?<part>(?: [\w.]{1,4})?\W*$", re.IGNORECASE
)
# "It was resolved that Cabinet": who decides comes after the words for it.
_DECIDED_THAT = Wording(TABLE, r"^.*\b<decided>(?: that)? ", re.IGNORECASE)
_BY = Wording(
    TABLE,
    r"(?:That )?((?:[Tt]he )?(?:[A-Z][\w-]+ (?:(?:and|&) )?){0,4}<by_body>) (?:\w+ly )?\w+(?:e[sd]|s)\b",
)
_ALIKE = 0.97
# What an item of an agenda is for stands in its first lines.
_OF_THE_ITEM = 5
# "They agreed to note the report", where the sentence before says whose report it is.
_OF_IT = "decided_of_it"
_AGREED_SO = "agreed_so"
# "The Committee noted progress with the Alpha programme".
_NOTED = "noted_of_it"
_DECISIONS = frozenset({"resolved_in_sentence", "decided_in_sentence", _BY_ANOTHER, _OF_IT, _NOTED})
_INTRODUCE = frozenset({"asked", "headed", "resolved", "decided"})
_POINT = re.compile(
    r"(?:^|[;,.:]? (?:and )?)\((?:[a-z]|[ivx]+|\d{1,2})\) |(?:^|[;,:] (?:and )?)(?:[a-h]|[ivx]+|\d)\) "
    r"|; (?:and )?(?=(?:that|to) )",
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
    text = _WHERE_SET_OUT.of(codebook).sub("", row.text).lower().strip(" .;,")
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
            action = _code(reading.codebook, found.groups["action"] or "")
            yield from _rows(reading, asked, sentence, action, text)
        elif found.groups.get("text"):
            yield from _in_sentence(reading, asked, cue, sentence, found)
        elif found.groups.get("action"):
            action = _code(reading.codebook, found.groups["action"] or "")
            for line in _items_after(reading, sentence):
                yield from _rows(reading, asked, reading.by_line[line.index][0], action, line.text)
        elif cue.entry in _INTRODUCE:
            yield from _below(reading, asked, cue, sentence)


def _is_of_such(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether a decision is one that counts: of another body, of a report told before, on a place."""
    if cue.entry == _BY_ANOTHER:
        return is_of_another(reading, sentence.passage.line.block.path)
    if cue.entry in (_AGREED_SO, _NOTED):
        return any(mention.name.kind != SYSTEM for mention in sentence.mentions)
    return cue.entry != _OF_IT or _heard_a_report(reading, sentence)


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
    paragraph = _paragraph_after(reading, sentence) if cue.entry == "headed" else ()
    sentence = _led_on(reading, sentence)
    items = _items_after(reading, sentence)
    for line in items or paragraph:
        parts = _parts(reading, line)
        if parts:
            yield from _in_parts(reading, asked, line, parts)
        else:
            yield from stated(reading, asked, _of_the_list(reading, line, items), line.text)
    if items:
        return
    for told, text in _points(reading, sentence.passage.line):
        yield from stated(reading, asked, told, text)


def _of_the_list(reading: Reading, line: Line, items: tuple[Line, ...]) -> Located:
    """Return a point of a list; one that names nobody is of the only place that the others name."""
    sentence = reading.by_line[line.index][0]
    listed = [mention for item in items for one in reading.by_line[item.index] for mention in one.mentions]
    places = {mention.name.id for mention in listed}
    if sentence.mentions or sentence.scope.places or len(places) != 1 or listed[0].name.kind == SYSTEM:
        return sentence
    return attrs.evolve(sentence, scope=Scope(tuple(places), "place", named=False))


def _parts(reading: Reading, whole: Line) -> tuple[Line, ...]:
    """Return the points below a point that only begins what is asked for."""
    if not whole.text.endswith(" to:"):
        return ()
    below = (line for line in reading.own_lines if line.parent == whole.index)
    return tuple(line for line in below if line.index in reading.by_line)


def _in_parts(reading: Reading, asked: _Asked, whole: Line, parts: tuple[Line, ...]) -> Iterator[Fact]:
    """Yield what is asked for in the points below one that only begins it: "agree on the need to:"."""
    first = _FIRST_VERBS.of(reading.codebook).search(whole.text.lower())
    if first is None and not asked.recommends:
        return
    action = "recommend" if asked.recommends or first is None else _code(reading.codebook, first["first"])
    for line in parts:
        yield from _rows(reading, asked, reading.by_line[line.index][0], action, line.text)


def _led_on(reading: Reading, sentence: Located) -> Located:
    """Return what the line below says where it only leads on to the list: "Decision:", and then "That:"."""
    after = reading.lines[sentence.passage.line.index + 1 :][:1]
    leads_on = reading.codebook.entry(TABLE, "leads_on").match
    told = next((line for line in after if line.index in reading.by_line), None)
    if told is None or not leads_on.matches(told.folded.lower):
        return sentence
    below = reading.by_line[told.index][-1]
    speaks_itself = any(cued[0].entry in _INTRODUCE for cued in reading.cued_in(TABLE, below))
    return sentence if speaks_itself else below


def _points(reading: Reading, lead: Line) -> Iterator[tuple[Located, str]]:
    """Yield the points on lines of their own below the line that announces them, without their numbers."""
    point = reading.codebook.entry(TABLE, "point").match
    for line in reading.lines[lead.index + 1 :]:
        found = point.search(line.folded.lower)
        if found is None or line.index not in reading.by_line:
            return
        begins = found.spans["number"][1] if found.groups.get("number") else 0
        yield reading.by_line[line.index][-1], line.text[begins:]


def _cued(reading: Reading) -> Iterator[tuple[Cue, Located, Match, str]]:
    # A request to a board is what the paper states, however the sentence reads as a question or a plan.
    for sentence in reading.sentences:
        heading = sentence.passage.line.block.kind == HEADING
        told: set[tuple[int, int]] = set()
        for cued in reading.cued_in(TABLE, sentence):
            # Of which places a request is, its own words say.
            at = (id(cued[0]), cued[2].start)
            if at not in told and (not heading or cued[0].entry in _INTRODUCE):
                told.add(at)
                yield cued


def _decided(reading: Reading, asked: _Asked, sentence: Located, text: str) -> Iterator[Fact]:
    """Yield what a decision asks of others, or what report it notes or approves; no routine of a meeting."""
    lower = text.lower()
    if reading.codebook.entry(TABLE, "routine").match.matches(lower):
        return
    by = _BY.of(reading.codebook).match(text) if asked.by is None else None
    if by is not None:
        asked = attrs.evolve(asked, by=by[1])
    for part in _AND_THAT.split(text):
        asks = reading.codebook.entry(TABLE, "asks").match.matches(part.lower())
        yield from _recommended(reading, attrs.evolve(asked, recommends=asks), sentence, part)


def _paragraph_after(reading: Reading, sentence: Located) -> tuple[Line, ...]:
    """Return the paragraph below a heading, which may hold the one thing that is asked."""
    after = reading.lines[sentence.passage.line.index + 1 :][:1]
    headed = sentence.passage.line.block.kind == HEADING
    return tuple(line for line in after if headed and line.index in reading.by_line)


def _items_after(reading: Reading, sentence: Located) -> tuple[Line, ...]:
    """Return the items of the list that a line introduces."""
    return tuple(_listed_after(reading, sentence))


def _listed_after(reading: Reading, sentence: Located) -> Iterator[Line]:
    own = sentence.passage.line
    lead = own.index
    for line in reading.lines[lead + 1 :]:
        if line.block.kind != ITEM or line.index not in reading.by_line:
            return
        if own.block.kind == ITEM and line.lead == own.lead:
            return
        if line.lead == lead or line.parent is None:
            yield line


def _recommended(reading: Reading, asked: _Asked, sentence: Located, text: str) -> Iterator[Fact]:
    text = text.strip()
    nothing_yet = reading.codebook.entry(TABLE, "open").match
    for action, words in _actions(reading.codebook, text, asked):
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
        text=text.strip(),
    )
    named = [m.name.id for m in reading.names.mentions(text) if m.name.kind != SYSTEM]
    places = dict.fromkeys(named) if row.place_id in named else (row.place_id,)
    yield from (reading.fact(attrs.evolve(row, place_id=place), sentence) for place in places)


def _actions(codebook: Codebook, text: str, asked: _Asked) -> Iterator[tuple[str, str]]:
    if asked.recommends:
        yield "recommend", text
        return
    lower = text.lower()
    first = _FIRST_VERBS.of(codebook).search(lower)
    if first is None:
        yield from _passive(codebook, text)
        return
    later = _LATER_VERB.of(codebook).search(lower, first.end())
    # "Asked to confirm it, and noted that ...": the writer goes on.
    if later and _PAST.search(later.group()) and not first["first"].endswith("ed"):
        yield _code(codebook, first["first"]), text[: later.start()]
        return
    # "Consider and endorse the plan": what is asked for is the second.
    if not first["second"] or _code(codebook, first["first"]) != "consider":
        yield _code(codebook, first["first"]), text[: later.start()] if later else text
    if first["second"] and _code(codebook, first["second"]) != _code(codebook, first["first"]):
        yield _code(codebook, first["second"]), text
    if later:
        yield _code(codebook, later["verb"]), text[later.start("verb") :]


def _passive(codebook: Codebook, text: str) -> Iterator[tuple[str, str]]:
    """Yield what is done with each thing, as in "that the terms be agreed and that the report be noted"."""
    told: set[str] = set()
    for part in _AND_THAT.split(text):
        done = _PASSIVE.of(codebook).search(part.lower())
        action = _code(codebook, next(filter(None, done.groups()))) if done else None
        if action is not None and action not in told:
            told.add(action)
            yield action, part


def _code(codebook: Codebook, verb: str) -> str:
    return next(code for code, pattern in _ACTIONS if pattern.of(codebook).search(verb))


def _name(reading: Reading, sentence: Located, found: Match, group: str) -> str | None:
    if not found.groups.get(group):
        return None
    start, end = found.spans[group]
    name = _DECIDED_THAT.of(reading.codebook).sub("", sentence.passage.text[start:end]).strip()
    return _BEFORE_THE.sub("", name.removeprefix("That "))
