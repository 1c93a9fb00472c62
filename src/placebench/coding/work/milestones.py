"""Dated deliverables, from lists of next steps and from sentences with a date ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match, Wording
from placebench.coding.purposes import is_purpose
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.deliverables import deliverable
from placebench.coding.work.due_dates import due_of, is_past
from placebench.coding.work.milestone_tables import tabled_milestones
from placebench.documents import HEADING, ITEM
from placebench.extract.dates import find_date
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.passages import Line
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Milestone

TABLE = "milestones"
# How a clause begins that stands by itself, with what sets it off from the one before.
_OF_ITS_OWN = Wording(TABLE, r"(?P<off>(?:; |,? )?(?:<sets_off> )?)<subject>\b")
_HAS_A_VERB = Wording(TABLE, r"\b<finite>\b")
_IN_SENTENCES = ("when_first", "when")
_IN_ITEMS = ("when_first", "when", "when_last")
# No more than two paragraphs part a heading from its list.
_FAR = 3
_PROMISES = frozenset({"ahead", "opens"})
_PASSIVE = re.compile(r"\b(?:be|been|being|get)(?: \w+ly)? \w+ $")
_BY = re.compile(r"(?:by|before|until)\b")
_OPENS = re.compile(r"(?:^|[,;:] (?:and )?|\b(?:that|and) )$")


def code_milestones(reading: Reading) -> Iterator[Fact]:
    """Yield the deliverables with a date or the words for one, each once."""
    done: set[int] = set()
    for lead, rule in _leads(reading):
        for item in _items(reading, lead):
            if item.index not in done:
                done.add(item.index)
                yield from _of_item(reading, reading.by_line[item.index], rule)
    yield from tabled_milestones(reading)
    timetables = reading.codebook.entry(TABLE, "timetable").match.among(
        [sentence.passage.lower for sentence in reading.statements]
    )
    for number in sorted(timetables):
        sentence = reading.statements[number]
        if sentence.passage.line.index not in done and (found := _timetable(reading, sentence)):
            done.add(sentence.passage.line.index)
            yield from found
    yield from _promised(reading, done)


def _promised(reading: Reading, done: set[int]) -> Iterator[Fact]:
    """Yield what sentences promise by a date, save those of lines that are done."""
    # Up to where each sentence has given its dates: what is promised behind them has one of its own.
    told: dict[int, int] = {}
    for cue, sentence, found, status in reading.cued(TABLE, clauses=True):
        if cue.entry not in _PROMISES or sentence.passage.line.index in done:
            continue
        before = told.get(id(sentence.passage), 0)
        when = None if found.start < before else _when_of_act(reading, sentence, found)
        if when is None or when[1] <= before:
            continue
        if not (status == "planned" and _is_doubted(reading, sentence, found)):
            told[id(sentence.passage)] = max(when[1], found.end)
            clause = _clause(reading, sentence, min(found.start, when[0]), max(found.end, when[1]))
            held = "emerging" if status == "planned" and _depends(reading, sentence, found) else status
            yield from _milestone(reading, sentence, when, held, cue.rule, clause)


def _when_of_act(reading: Reading, sentence: Located, found: Match) -> tuple[int, int] | None:
    """Return where the words for the date of a promise stand; None where it promises no act of a place."""
    when = None if is_purpose(reading, sentence, found) else _promised_when(reading, sentence, found)
    if when is None or _is_no_act(reading, sentence, found, when) or _is_the_systems(reading, sentence):
        return None
    return when


def _timetable(reading: Reading, sentence: Located) -> tuple[Fact, ...]:
    """Return what a timetable that runs on in a sentence dates, where it dates two things or more."""
    timetable = reading.codebook.entry(TABLE, "timetable")
    found = timetable.match.search(sentence.passage.lower)
    if found is None or _is_the_systems(reading, sentence):
        return ()
    low, high = found.spans["items"]
    facts: list[Fact] = []
    for part in re.finditer(r"[^;]+", sentence.passage.lower[low:high]):
        start, end = low + part.start(), low + part.end()
        when = _when(reading, sentence.passage.lower[start:end].rstrip(" ."), *_IN_ITEMS)
        if when is not None:
            at = (start + when[0], start + when[1])
            facts += _milestone(reading, sentence, at, "planned", timetable.rule, slice(start, end))
    return tuple(facts) if len(facts) > 1 else ()


def _items(reading: Reading, lead: int) -> Iterator[Line]:
    """Yield the points of a list below a line; below a heading, also where a paragraph stands between."""
    heading = reading.lines[lead].block.kind == HEADING
    between = 0
    for line in reading.lines[lead + 1 :]:
        if line.block.kind == ITEM:
            between = _FAR
            if line.index in reading.by_line and (
                line.lead == lead or (heading and (line.lead or lead) >= lead)
            ):
                yield line
        elif line.block.kind == HEADING or not heading or between == _FAR:
            break
        else:
            between += 1


def _leads(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the lines that introduce a list of deliverables."""
    for cue, sentence, _, _ in reading.cued(TABLE):
        line = sentence.passage.line.index
        if cue.entry == "list" and sentence is reading.by_line[line][-1]:
            yield line, cue.rule
    heading = reading.codebook.entry(TABLE, "heading")
    for named in reading.own_lines:
        lower = named.folded.lower
        if named.block.kind != HEADING or not heading.match.matches(lower):
            continue
        if not (heading.unless and heading.unless.matches(lower)):
            yield named.index, heading.rule


def _of_item(reading: Reading, sentences: tuple[Located, ...], rule: str) -> Iterator[Fact]:
    """Yield the deliverable of an item in a list of them, from its first sentence with a date."""
    for sentence in sentences:
        lower = sentence.passage.lower
        when = _when(reading, lower, *_IN_ITEMS)
        if when is not None and _has_happened(reading, lower, when):
            return
        if when is not None:
            yield from _milestone(reading, sentence, when, "planned", rule)
            return


def _has_happened(reading: Reading, lower: str, when: tuple[int, int]) -> bool:
    """Tell whether a point of a timeline says what was done, on no date that lies ahead."""
    return reading.codebook.entry(TABLE, "done").match.matches(lower) and not _is_ahead(
        reading, lower[slice(*when)]
    )


def _milestone(
    reading: Reading,
    sentence: Located,
    when: tuple[int, int],
    status: str,
    rule: str,
    clause: slice = slice(None),
) -> Iterator[Fact]:
    words = sentence.passage.text[slice(*when)]
    due = find_date(words)
    if due and is_past(reading, due):
        return
    row = Milestone(
        **reading.columns(sentence),
        status=status,
        rule=rule,
        deliverable=deliverable(reading.codebook, sentence.passage.text[clause], words),
        due=due_of(due, words) if due else None,
        due_text=words,
    )
    yield reading.fact(row, sentence)


def _clause(reading: Reading, sentence: Located, start: int, end: int) -> slice:
    """Return where the clause stands that holds a promise and its date, or where the sentence does."""
    lower = sentence.passage.lower
    low, high = clause_at(lower, start, end)
    own = _OF_ITS_OWN.of(reading.codebook).match(lower, low)
    low = own.end("off") if own and _HAS_A_VERB.of(reading.codebook).search(lower[:low]) else 0
    if not _OF_ITS_OWN.of(reading.codebook).match(lower, high):
        high = len(lower)
    return slice(low, high)


def _promised_when(reading: Reading, sentence: Located, found: Match) -> tuple[int, int] | None:
    """Return where the words for a date stand that go with a promise: after it, or as the clause opens."""
    lower = sentence.passage.lower
    opening = _when(reading, lower)
    decided = False
    if opening is not None and opening[1] <= found.start and _OPENS.search(lower[: opening[0]]):
        # "In May the board agreed to open it" dates the agreement, unless May is still to come.
        decided = reading.codebook.entry(TABLE, "decided_then").match.matches(lower[found.start :])
        if not decided or _BY.match(lower, opening[0]) or _is_ahead(reading, lower[slice(*opening)]):
            return opening
    when = _when(reading, lower[found.start :]) or _month(reading, lower, found)
    if when is None:
        return None
    low, high = found.start + when[0], found.start + when[1]
    # What stands behind a semicolon goes with the promise only as a clause of its own.
    apart = lower.rfind(";", found.end, low)
    if apart > 0 and not _HAS_A_VERB.of(reading.codebook).search(lower[apart:low]):
        return None
    by = _BY.match(lower, low)
    apart = not by and (decided or _is_of_another_clause(reading, lower[found.end : low]))
    if apart or _is_no_date_of_it(reading, lower[:low]):
        return None
    of_other = _is_of_other(reading, lower[:low])
    own = _PASSIVE.search(lower[:low]) or by or _is_ahead(reading, lower[low:high])
    if of_other and not own:
        return None
    return low, high


def _is_no_date_of_it(reading: Reading, before: str) -> bool:
    """Tell whether a date is that of a step that comes first, or of what is foretold of people."""
    entries = ("of_an_earlier_step", "of_a_forecast")
    return any(reading.codebook.entry(TABLE, entry).match.matches(before) for entry in entries)


def _is_of_another_clause(reading: Reading, between: str) -> bool:
    """Tell whether a clause that promises nothing stands between a promise and a date, and has the date."""
    other = reading.codebook.entry(TABLE, "of_another_clause")
    return other.match.matches(between) and not (other.unless and other.unless.matches(between))


def _is_of_other(reading: Reading, before: str) -> bool:
    """Tell whether the words before a date make it the date of something else: "the plan of March 2027"."""
    other = reading.codebook.entry(TABLE, "of_something_else")
    return other.match.matches(before) and not (other.unless and other.unless.matches(before))


def _month(reading: Reading, lower: str, found: Match) -> tuple[int, int] | None:
    """Return where a month without its year stands, if something is made or decided in it."""
    low, high = clause_at(lower, found.start, found.end)
    if not reading.codebook.entry(TABLE, "month_acts").match.matches(lower[low:high]):
        return None
    month = reading.codebook.entry(TABLE, "when_month").match.search(lower[found.start :])
    return month.spans["when"] if month else None


def _is_the_systems(reading: Reading, sentence: Located) -> bool:
    """Tell whether a promise is one of the system alone, and of none of its places."""
    told = sentence.mentions
    lead = sentence.passage.line.lead
    if not told and lead is not None:
        told = tuple(mention for above in reading.by_line.get(lead, ()) for mention in above.mentions)
    named = {mention.name.kind for mention in told}
    own = reading.columns(sentence)["applies_to"] == "system" or named == {SYSTEM}
    return own and not reading.codebook.entry(TABLE, "of_places").match.matches(sentence.passage.lower)


def _is_ahead(reading: Reading, words: str) -> bool:
    """Tell whether a date is later than the document, so that nothing was done by then."""
    due = find_date(words)
    return bool(due and reading.published and due.date > reading.published[0])


def _is_no_act(reading: Reading, sentence: Located, found: Match, when: tuple[int, int]) -> bool:
    """Tell whether nobody is to do anything by a date: a forecast, the nation's doing, or a term."""
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, found.end)
    until = reading.codebook.entry(TABLE, "term").match.matches(lower[slice(*when)])
    if until and not reading.codebook.entry(TABLE, "until_then").match.matches(lower[low:high]):
        return True
    none = reading.codebook.entry(TABLE, "no_act")
    clause = lower[low:high]
    return none.match.matches(clause) and not (none.unless and none.unless.matches(clause))


def _depends(reading: Reading, sentence: Located, found: Match) -> bool:
    low, high = clause_at(sentence.passage.lower, found.start, found.end)
    return reading.codebook.entry(TABLE, "depends").match.matches(sentence.passage.lower[low:high])


def _is_doubted(reading: Reading, sentence: Located, found: Match) -> bool:
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, found.end)
    return reading.codebook.entry(TABLE, "doubted").match.matches(lower[low:high])


def _when(reading: Reading, lower: str, *entries: str) -> tuple[int, int] | None:
    for entry in entries or _IN_SENTENCES:
        found = reading.codebook.entry(TABLE, entry).match.search(lower)
        if found is not None:
            return found.spans["when"]
    return None
