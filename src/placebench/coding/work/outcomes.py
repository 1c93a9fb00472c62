"""Figures reported as results of joint work, with their baselines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.outcome_tables import tabled_outcomes
from placebench.documents import ITEM
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.quantities import bound, number, share
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Outcome

TABLE = "outcomes"
# "No" and "former" may stand in what is measured: "people with no reason to stay".
_SAID = frozenset({"in_place", "ended", "absent"})
_COUNTS = frozenset({"avoided", "events_held", "listed"})
_MONEY = "money"
_POUNDS = "pounds"
_MULTIPLES = {"": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"\b(?:in|since|by|from|until|during|of|early|late|and|to|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|spring|summer|autumn|winter) $"
)
# What is measured ends before the figure that is told next: "fewer visits and a 9% fall in calls".
_NEARLY = r"(?:(?:around|about|over|nearly|almost|some|roughly|(?:more|less|fewer) than|up to) )?"
_NEXT_FIGURE = re.compile(
    rf",? (?:and|&|with|plus) (?:{_NEARLY}(?:an? )?\d|(?:\w+ ){{0,4}}£"
    r"|(?:fewer|less|more|shorter|longer) ).*$"
    r"|,? (?:but|while|whilst|whereas|although|though) .*$| \([^)]*\)?$",
    re.DOTALL,
)
_JOINS = re.compile(r",? (?:and|or|with|to|of|for)$")
# A measure that is but whom it counts is told by what became of them, up to when it was.
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME = rf"(?:{_MONTH}|(?:19|20)\d\d|\w+ (?:months?|weeks?|years?))"
_WHEN = re.compile(
    r"[,.;]| (?:so far|to date|(?:this|last) (?:year|month|quarter|winter|spring|summer|autumn))\b"
    r"| (?:by|since|in|during|between|until|from|over|within|up to) (?:the )?"
    rf"(?:(?:end|start|first|last|past) )?(?:of )?{_TIME}\b"
)
# Where nothing else is told of them, it is what was done for them: "helped 1,250 residents".
_DONE = re.compile(r"[a-z]+ed(?: (?:for|to|after|up))?\b|seen\b")
_WORDS_OF_A_TIME = 4
# Nor does it hold the clause that follows without a comma: "admissions from practices it was felt that".
_NEXT_CLAUSE = re.compile(
    r" (?:it|there|this|they|we|he|she) (?:is|are|was|were|has|have|had|will|would)\b.*$"
    r"|,? and (?:[\w'-]+ ){1,4}?(?:say|says|said|report|reports|feel|felt|tell|told|think|believe)\b.*$",
    re.DOTALL,
)
_COMPARED = re.compile(r"than\b")
# A measure with a verb of its own is no more of what the verb before it says.
_CHANGED = Wording(TABLE, r"\b(?:<fell>|<rose>|<stayed>)\b")
_WITHIN_A_FIGURE = re.compile(r"\d[.,]$")
_WHOLE_SYSTEM = re.compile(r"\b(?:in|across|for|over|of)(?: the)? $|\bas a whole\b")


def code_outcomes(reading: Reading) -> Iterator[Fact]:
    """Yield the figures that a document reports as results, each once."""
    yield from tabled_outcomes(reading)
    told: dict[int, list[tuple[int, int]]] = {}
    for cue, sentence, _, _ in reading.cued(TABLE):
        figures = told.setdefault(id(sentence), [])
        for found in _found(reading, cue, sentence):
            span = found.spans.get("value", (-1, -1))
            if any(low < span[1] and span[0] < high for low, high in figures):
                continue
            row = _outcome(reading, cue, sentence, found)
            if row is not None:
                figures += [span, found.spans.get("baseline", (-1, -1))]
                yield reading.fact(row, sentence)
                for other, further in _further(reading, cue, sentence, found, row):
                    figures += [other.spans["value"], other.spans.get("baseline", (-1, -1))]
                    yield reading.fact(further, sentence)


def _found(reading: Reading, cue: Cue, sentence: Located) -> Iterator[Match]:
    """Yield what a cue finds in a sentence, and the figures that stand beside it."""
    lower = sentence.passage.lower
    beside = reading.codebook.entry(TABLE, "beside").match
    for found in _each(cue, lower):
        if _WITHIN_A_FIGURE.search(lower[: found.spans["value"][0]]):
            continue
        yield found
        at = found.spans["value"][1]
        while cue.entry in _COUNTS and (further := beside.search(lower[at:])):
            yield _moved(further, at)
            at += further.spans["value"][1]


def _further(
    reading: Reading, cue: Cue, sentence: Located, found: Match, row: Outcome
) -> Iterator[tuple[Match, Outcome]]:
    """Yield what else changed by the verb of a figure: "fell from 9 to 5 per cent and stays by 2 days"."""
    lower, further = sentence.passage.lower, reading.codebook.entry(TABLE, "further").match
    changed, at = _CHANGED.of(reading.codebook), max(high for _, high in found.spans.values())
    while row.direction in ("decrease", "increase") and (told := further.search(lower[at:])):
        other = _moved(told, at)
        if changed.search(lower[slice(*other.spans["measure"])]):
            return
        more = _outcome(reading, cue, sentence, other)
        if more is None:
            return
        yield other, more if more.baseline is not None else attrs.evolve(more, direction=row.direction)
        at = other.end


def _each(cue: Cue, lower: str) -> Iterator[Match]:
    """Yield what a cue finds, and what it finds in words that it took for more of what is measured."""
    for found in cue.match.finditer(lower):
        yield found
        low, high = found.spans.get("measure", (0, 0))
        further = _NEXT_FIGURE.search(lower[low:high])
        if further and found.spans["value"][0] < low:
            at = low + further.start()
            yield from (_moved(other, at) for other in _each(cue, lower[at:]))


def _moved(found: Match, by: int) -> Match:
    spans = {name: (low + by, high + by) for name, (low, high) in found.spans.items()}
    return attrs.evolve(found, start=found.start + by, end=found.end + by, spans=spans)


def _outcome(reading: Reading, cue: Cue, sentence: Located, found: Match) -> Outcome | None:
    part = share(found.groups.get("value") or "")
    value = part or _figure(found.groups.get("value"))
    if value is None or _is_year(sentence, found) or not _is_result(reading, cue, sentence, found):
        return None
    money = cue.entry == _MONEY
    if money:
        value *= _MULTIPLES[found.groups.get("unit") or ""]
    columns = reading.columns(sentence, found.start)
    if columns["applies_to"] == "system":
        return None
    baseline = _figure(found.groups.get("baseline"))
    direction = cue.columns.get("direction") or _direction(value, baseline)
    # What money was saved of follows its figure, where it is told at all.
    measure = sentence.passage.text[found.start : found.end] if money else _measure(reading, sentence, found)
    if direction == "increase" and _is_adverse(reading, measure.lower()):
        return None
    return Outcome(
        **columns,
        status="in_place",
        rule=cue.rule,
        measure=measure,
        value=value,
        unit=_POUNDS if money else "percent" if part else _unit(_counted_in(reading, sentence, found)),
        direction=direction,
        bound=_bound(sentence.passage.lower[: found.spans["value"][0]]),
        baseline=baseline,
        baseline_period=_told(sentence, found, "period"),
        period=_period(reading, sentence, found),
    )


def _is_year(sentence: Located, found: Match) -> bool:
    low, high = found.spans["value"]
    lower = sentence.passage.lower
    return _YEAR.fullmatch(lower[low:high]) is not None and _DATED.search(lower[:low]) is not None


def _is_result(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether a figure is neither a target nor context nor one of the system as a whole."""
    codebook, lower = reading.codebook, sentence.passage.lower
    low, high = clause_at(lower, *found.spans["value"])
    context = codebook.entry(TABLE, "context")
    measure = lower[slice(*found.spans["measure"])]
    if codebook.entry(TABLE, "target").match.matches(lower[low : found.spans["value"][1]]):
        return False
    if _COMPARED.match(measure):
        return False
    spoils = context.match.matches(measure) and not (context.unless and context.unless.matches(measure))
    # Money is saved of costs and budgets.
    if spoils and cue.entry != _MONEY:
        return False
    if codebook.entry(TABLE, "elsewhere").match.matches(lower[max(found.end, found.spans["value"][1]) :]):
        return False
    if reading.status(sentence, *found.spans["value"]) not in _SAID:
        return False
    return not any(
        mention.name.kind == SYSTEM
        and low <= mention.start < high
        and _WHOLE_SYSTEM.search(lower[: mention.start])
        for mention in sentence.mentions
    )


def _is_adverse(reading: Reading, measure: str) -> bool:
    adverse = reading.codebook.entry(TABLE, "adverse")
    return adverse.match.matches(measure) and not (adverse.unless and adverse.unless.matches(measure))


def _figure(text: str | None) -> float | None:
    return number(text.rstrip(".,")) if text else None


def _measure(reading: Reading, sentence: Located, found: Match) -> str:
    start, end = found.spans["measure"]
    begins = reading.codebook.entry(TABLE, "begins").match
    start += len(sentence.passage.text[start:end]) - len(sentence.passage.text[start:end].lstrip(" ,"))
    led = found.spans["value"][0] > start
    while led and (begun := begins.search(sentence.passage.lower[start:end])):
        start += begun.end
    counted = found.groups.get("unit") or ""
    if counted and sentence.passage.lower[start:end] == counted:
        end = max(end, _ends_before_when(sentence.passage.text, start))
    whole = _NEXT_FIGURE.sub("", sentence.passage.text[start:end])
    measure = _JOINS.sub("", _NEXT_CLAUSE.sub("", whole).strip(" .,;"))
    done = _DONE.match(sentence.passage.lower, found.start, found.spans["value"][0])
    when = _ends_before_when(measure, 0)
    bare = measure[:when].lower() == counted and len(measure[when:].split()) <= _WORDS_OF_A_TIME
    return f"{counted} {done.group()}" if bare and done else measure


def _ends_before_when(text: str, start: int) -> int:
    """Return where the words on those who are counted end: before a comma, or when it was."""
    found = _WHEN.search(text, start)
    return found.start() if found else len(text)


def _counted_in(reading: Reading, sentence: Located, found: Match) -> str | None:
    """Return the words for a unit, of which the last figure alone may have one: "from 41 to 52 per cent"."""
    behind = reading.codebook.entry(TABLE, "counted_in").match
    if found.groups.get("unit") or not found.groups.get("baseline"):
        return found.groups.get("unit")
    told = behind.search(sentence.passage.lower[found.spans["value"][1] :])
    return told.groups["unit"] if told else None


def _unit(text: str | None) -> str:
    if text is None:
        return "count"
    if text in ("%", "per cent", "percent"):
        return "percent"
    return f"{text}s" if text in ("day", "week", "hour", "minute", "month") else text


def _direction(value: float, baseline: float | None) -> str | None:
    if baseline is None:
        return None
    return "level" if value == baseline else "decrease" if value < baseline else "increase"


def _bound(before: str) -> str:
    # "an average of 7" is the figure itself, not a figure around 7.
    return bound(re.sub(r"an average of\s*$", "", before.rstrip("£")).rstrip() + " ")


def _told(sentence: Located, found: Match, group: str) -> str | None:
    """Return the words of a group as the document writes them."""
    return sentence.passage.text[slice(*found.spans[group])] if found.groups.get(group) else None


def _period(reading: Reading, sentence: Located, found: Match) -> str | None:
    given = _told(sentence, found, "period")
    pattern = reading.codebook.entry(TABLE, "period").match
    for text in (sentence.passage.text, *_above(reading, sentence)):
        for period in pattern.finditer(text.lower()):
            words = text[slice(*period.spans["period"])].strip()
            if given is None or given not in words:
                return words
    return None


def _above(reading: Reading, sentence: Located) -> Iterator[str]:
    """Yield the points that the sentence's point is nested under, nearest first."""
    line = sentence.passage.line
    yield from _opening_point(reading, sentence)
    while line.lead is not None and line.lead < line.index:
        line = reading.lines[line.lead]
        yield line.text


def _opening_point(reading: Reading, sentence: Located) -> Iterator[str]:
    """Yield the point before it on the same subject that introduces more, where points lost their level."""
    own = sentence.passage.line
    for line in reversed(reading.lines[: own.index]):
        if line.block.kind != ITEM or line.index not in reading.by_line:
            return
        if line.lead == own.lead and line.text.rstrip().endswith(":"):
            if reading.by_line[line.index][-1].scope.places == sentence.scope.places:
                yield line.text
            return
