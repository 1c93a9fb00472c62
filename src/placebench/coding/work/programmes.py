"""Named programmes of joint work that the source does not call a priority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.reasons import DECLARED
from placebench.coding.scope import Located
from placebench.coding.work.programme_tables import tabled_programmes
from placebench.coding.work.topics import topics_of
from placebench.documents import HEADING
from placebench.extract.labels import label_of, listed
from placebench.extract.quantities import number
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Programme

TABLE = "programmes"
_NOT_YET = frozenset({"option", "emerging", "planned", "expected"})
_DEFINITE = re.compile(r"(?:\b(?:the|our|its|their|this)|\w's) [\"']?(?:the )?$")
# What is only being made is not there, whatever article it has.
_MAKING = Wording(TABLE, r"\b<makes>\b")
_BEING_MADE = Wording(TABLE, r"\b<being> (?:\w+ ){0,2}?<makes>\b")
_ARTICLE = re.compile(
    r"^(?:The|This|That|A|An|Its|Each|Place|Joint|In|At|Through|Throughout|Under|With|Via|Since|ongoing"
    r"|ICB|NHS) "
)
_OURS = "Our "
# "The Our Health Our Care programme": behind an article "Our" belongs to the name.
_BEHIND_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]his)|'s) $")
_BRACKET = re.compile(r" ?\([^)]*\)")
# "It was referred to how the report mentioned X": what a report mentions is not told by who asks about it,
# but by who answers what it is.
_RETELLS = Wording(TABLE, r"\b(?:<asks>|and) how the <paper>\b|\bthe <paper> <mentions>\b")
# What tells right behind a name that it is the whole country's: "X, the national scheme".
_BEHIND = 15
_COMMON = Wording(TABLE, r"(?:<common>|This|The)?")
# One of several that are listed, when it is a name: of two words or more with capitals.
_A_NAME = re.compile(
    r"(?:[Tt]he |[Oo]ur |[Ii]ts )?"
    r"([A-Z][\w&'-]+(?: (?:(?:and|of|for|in|at|to|on|with|the|a|&) ){0,2}[A-Z][\w&'-]+)+)"
    r"(?: (?:programme|scheme|initiative|project|campaign|pilot|service))?"
    r"(?: (?:to|run|led|supporting|helping|across)\b.*)?"
)
# One of several that are listed by what they do: "Alpha Care Partners brings together ...".
_DOES = Wording(
    TABLE,
    r"(?:[Tt]he |[Oo]ur )?(?P<name>[A-Z][\w&'-]*(?: (?:(?:and|of|for|&) )?[A-Z][\w&'-]*)*)"
    r"(?: [a-z]\S*| in \S+){0,4}? <does>\b.*",
)
# "Integrated Care Systems and Locality Programme": two things, of which one is a programme.
_AND_BODIES = Wording(TABLE, r".*\b<bodies> and (?=[A-Z])")
# What all of them are for goes on behind the last.
_AIMED = re.compile(r" (?:all|each|both|aimed|which|that)\b.*$")


def code_programmes(reading: Reading) -> Iterator[Fact]:
    """Yield the programmes that a document names, each once a sentence, and those of tables."""
    yield from tabled_programmes(reading)
    for sentence in reading.sentences:
        if sentence.passage.line.block.kind == HEADING or not reading.cues.of(TABLE, sentence.passage):
            continue
        answer = (
            _answer(reading, sentence) if _RETELLS.of(reading.codebook).search(sentence.passage.lower) else ()
        )
        if answer is None:
            continue
        if reading.unstated(sentence) == DECLARED:
            continue
        for cue, located, status, start, name in _told(reading, sentence):
            row = Programme(
                **reading.columns(located, start),
                status="ended"
                if _is_over(reading, located, start + len(name))
                else _status(reading, located, start, status),
                rule=cue.rule,
                name=name,
                text=located.passage.text,
            )
            yield Fact(row, (reading.quote(located), *map(reading.quote, answer)))


def _told(reading: Reading, sentence: Located) -> Iterator[tuple[Cue, Located, str, int, str]]:
    """Yield the programmes that a sentence names, each once and none that is part of a longer name."""
    told = [
        (cue, located, status, start, name)
        for cue, located, found, status in reading.cued_in(TABLE, sentence)
        for start, name in _names(reading, located, cue, found)
    ]
    ends = [(start, start + len(name)) for *_, start, name in told]
    seen: set[str] = set()
    for one, (start, end) in zip(told, ends, strict=True):
        within = any(low <= start and end <= high and (low, high) != (start, end) for low, high in ends)
        if not within and one[-1].lower() not in seen:
            seen.add(one[-1].lower())
            yield one


def _answer(reading: Reading, sentence: Located) -> tuple[Located, ...] | None:
    """Return the sentence that answers what the programme in a question is; None where none does."""
    answers = reading.codebook.entry(TABLE, "answer").match
    for later in reading.by_line[sentence.passage.line.index]:
        if later.passage.start > sentence.passage.start and answers.matches(later.passage.lower):
            return (later,)
    return None


def _is_over(reading: Reading, sentence: Located, end: int) -> bool:
    """Tell whether the words behind a name say that it closed: "X, a programme of ours, ended in May"."""
    return reading.codebook.entry(TABLE, "over").match.matches(sentence.passage.lower[end:])


def _status(reading: Reading, sentence: Located, start: int, status: str) -> str:
    """Return the status of a programme: "through our X programme we can ..." says that there is one."""
    lower = sentence.passage.lower
    low, high = clause_at(lower, start, start + 1)
    if status not in _NOT_YET or not _DEFINITE.search(lower[:start]):
        return status
    book = reading.codebook
    # What a programme "aimed to develop" is made by it; who makes one stands before, or it "is being set up".
    made = _MAKING.of(book).search(lower[low:start]) or _BEING_MADE.of(book).search(lower[start:high])
    return status if made else "in_place"


def _names(reading: Reading, sentence: Located, cue: Cue, found: Match) -> Iterator[tuple[int, str]]:
    text = sentence.passage.text
    if cue.entry == "listed":
        low, _ = found.spans["items"]
        for start, stop in _listed(reading, text, found):
            thing = text[low + start : low + stop]
            does = _DOES.of(reading.codebook).fullmatch(thing)
            yield low + start, does["name"] if does else _BRACKET.sub("", label_of(thing))
    elif cue.entry == "several":
        low, high = found.spans["items"]
        for start, stop in listed(reading.codebook, _AIMED.sub("", text[low:high])):
            named = _A_NAME.fullmatch(text[low + start : low + stop])
            name = named and _named(
                reading, cue, text, low + start + named.start(1), low + start + named.end(1)
            )
            if name:
                yield low + start, name
    elif found.groups.get("name"):
        for told in cue.match.finditer(text):
            start, end = told.spans["name"]
            name = _named(reading, cue, text, start, end)
            if name is not None:
                # Where the name itself stands, behind its article.
                yield max(start, text.find(name, start, end)), name


def _listed(reading: Reading, text: str, found: Match) -> tuple[tuple[int, int], ...]:
    """Return where as many things stand as the words before a list say; semicolons part whole clauses."""
    low, high = found.spans["items"]
    count = number(found.groups.get("count") or "")
    clauses = text[low:].partition(".")[0] if text.startswith(";", high) else ""
    for items in filter(None, (clauses, text[low:high])):
        things = listed(reading.codebook, items, int(count or 0))
        if len(things) == count:
            return things
    return ()


def _named(reading: Reading, cue: Cue, text: str, start: int, end: int) -> str | None:
    """Return the name of a programme that stands in a range of a sentence, or None where it is none."""
    if cue.entry == "plain" and topics_of(text[start:end], reading.codebook) == ("other",):
        return None
    bodies = _AND_BODIES.of(reading.codebook).match(text, start, end)
    start = bodies.end() if bodies else start
    name = _name(text[start:end])
    if name.startswith(_OURS) and not _BEHIND_ARTICLE.search(text[:start]):
        name = _name(name.removeprefix(_OURS))
    national = reading.codebook.entry(TABLE, "national").match
    common = _COMMON.of(reading.codebook).fullmatch(name.removesuffix("Programme").strip())
    if not name or common or _is_body(reading, name):
        return None
    return None if national.matches(text[start : end + _BEHIND].lower()) else name


def _is_body(reading: Reading, name: str) -> bool:
    """Tell whether a name is of an organisation, a post or a place."""
    named = reading.names.mentions(name)
    if reading.codebook.entry(TABLE, "body").match.matches(name.lower()):
        return True
    return any(mention.start == 0 and mention.end == len(name) for mention in named)


def _name(written: str) -> str:
    name = written.strip(" '\"")
    while _ARTICLE.match(name):
        name = _ARTICLE.sub("", name)
    return name
