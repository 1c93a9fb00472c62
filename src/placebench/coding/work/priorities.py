"""What partnerships work on: lists of priorities, in items, under headings or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.priority_lists import NAME_ONLY, listed_below, listed_under_title
from placebench.coding.work.priority_owners import are_ours
from placebench.coding.work.topics import topics_of
from placebench.documents import HEADING, PARAGRAPH
from placebench.extract.labels import label_of, listed, shortened
from placebench.extract.passages import Line, introduces
from placebench.extract.quantities import number
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Priority

TABLE = "priorities"
_LISTS = frozenset({"list", "themes"})
_OF_KNOWN_THINGS = frozenset({"themes", "running", "worked_on"})
_HEADINGS = frozenset({"heading", "worked_on"})
_ONE = "one"
_SENTENCE = re.compile(r"\b(?:will|would|is being|has been|have been|are being|is|was|were|has)\b")
_DOING = Wording(TABLE, r"<doing>t?ing\b", re.IGNORECASE)
_THEIRS = re.compile(r"(?!\w+ing )[a-z]+ (?:their|them|his|her|him)\b")
_PROPOSED = Wording(TABLE, r"\b<proposed>\b")
_A_PAIR = 2
_DESCRIBES = re.compile(r"[a-z]+(?:al|ic|ive|ary|ous)")
_PARTED = re.compile(r"; [^;.:]{3,200}; (?:and )?[^;.:]{3,}|; and [^;.:]{3,}")
_PERIOD = re.compile(r"\bfor ((?:the year )?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?| to (?:19|20)\d\d)?)")
# A bullet that holds a list ends as one that another bullet follows: "A, B and C; and".
_GOES_ON = re.compile(r";(?: and)?\s*$")
_RELATIVE = re.compile(r",? (?:that|which|who) ")
# Words that only lead on to what is listed, or back to what was: "Meeting these challenges is our priority".
_NO_LABELS = frozenset({"this", "that", "it", "these", "those", "they", "them", "which", "to", "for", "on"})
_POINTS_BACK = Wording(
    TABLE,
    r"(?:\w+ing )?(?:all |both |each |some )?(?:of )?(?:this|that|these|those) <pointed_at>",
    re.IGNORECASE,
)
_LONGEST_TITLE = 60
_LONGEST = 160
_LONGEST_IN_SENTENCE = 90

_Stated = tuple[Priority, Located]


@attrs.frozen
class _Source:
    """What says that something is a priority: a sentence, the cue in it and how far it is one."""

    reading: Reading
    cue: Cue
    sentence: Located
    status: str

    def row(self, item: str, position: int, said_by: Located) -> _Stated | None:
        """Return the row for one thing that is listed, or None where the words are no label."""
        label = label_of(item)
        if len(label) > _LONGEST:
            label = shortened(label, _LONGEST)
        if len(label) > _LONGEST_IN_SENTENCE:
            head, _, clause = _RELATIVE.sub("\n", label, count=1).partition("\n")
            # A clause that another thing follows does not run to the end of the label.
            label = label if ", and " in clause else head
        if (
            not label
            or label.lower() in _NO_LABELS
            or _POINTS_BACK.of(self.reading.codebook).fullmatch(label)
            or len(label) > _LONGEST
            or not any(c.isalpha() for c in label)
        ):
            return None
        if any(m.start == 0 and m.end == len(label) for m in self.reading.names.mentions(label)):
            return None
        scope = said_by if said_by.scope.named and said_by.scope.places else self.sentence
        columns = self.reading.columns(scope)
        if columns["applies_to"] == "system":
            return None
        period = _PERIOD.search(self.sentence.passage.text)
        row = Priority(
            **columns,
            status=self.status,
            rule=self.cue.rule,
            label=label,
            topics=topics_of(item, self.reading.codebook),
            period=period.group(1) if period else None,
            position=position,
        )
        return row, said_by


def code_priorities(reading: Reading) -> Iterator[Fact]:
    """Yield the priorities that a document lists, each once."""
    seen: set[tuple[object, ...]] = set()
    stated = (
        *_cued(reading),
        *_headed(reading),
        *_titled(reading),
        *_referred(reading),
        *_numbered(reading),
    )
    for row, sentence in stated:
        key = (row.place_id, row.label.lower(), row.status)
        if key not in seen:
            seen.add(key)
            yield reading.fact(row, sentence)


def _cued(reading: Reading) -> Iterator[_Stated]:
    listed_lines: set[int] = set()
    taken: dict[int, list[tuple[int, int]]] = {}
    for cue, sentence, found, status in reading.cued(TABLE):
        source = _Source(reading, cue, sentence, _told(reading, cue, sentence, found, status))
        line = sentence.passage.line.index
        below = cue.entry in _LISTS and not found.groups.get("items")
        if below and line not in listed_lines and sentence is reading.by_line[line][-1]:
            items = tuple(_from_items(source, sentence.passage.line))
            if items and are_ours(reading, sentence, found) and _is_work(reading, cue, items):
                listed_lines.add(line)
                yield from items
        elif found.groups.get("items") and line not in listed_lines and are_ours(reading, sentence, found):
            span = found.spans["items"]
            others = taken.setdefault(id(sentence), [])
            if not any(low < span[1] and span[0] < high for low, high in others):
                facts = tuple(_from_sentence(source, found))
                if not _is_work(reading, cue, facts):
                    continue
                if facts:
                    others.append(span)
                yield from facts


def _is_work(reading: Reading, cue: Cue, stated: tuple[_Stated, ...]) -> bool:
    """Tell whether what a plan's themes or chapters are called is work: most of it is known to care."""
    if cue.entry not in _OF_KNOWN_THINGS:
        return True
    topics = sum(row.topics != ("other",) for row, _ in stated)
    care = reading.codebook.reading["care_themes"]
    known = sum(row.topics != ("other",) or care.matches(row.label.lower()) for row, _ in stated)
    return len(stated) > 1 and topics > 0 and 2 * known >= len(stated)


def _told(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str:
    """Return the status of priorities, which are candidates where the words that lead to them say so."""
    start = found.spans.get("items", (found.end, found.end))[0]
    low, _ = clause_at(sentence.passage.lower, found.start, found.end)
    if cue.status is not None or status != "in_place":
        return status
    candidates = reading.codebook.entry(TABLE, "candidates").match
    return "candidate" if candidates.matches(sentence.passage.lower[low:start]) else status


def _from_items(source: _Source, lead: Line) -> Iterator[_Stated]:
    for position, line in enumerate(listed_below(source.reading, lead), 1):
        sentence = source.reading.by_line[line.index][0]
        label = _title(source.reading.document.at(line.block.content)) or sentence.passage.text
        yield from _given(source.row(label, position, sentence))


def _title(item: str) -> str | None:
    """Return the first line of a list item where it is a title of its own and sentences follow it."""
    first, _, rest = (part.strip() for part in item.strip().partition("\n"))
    titled = rest[:1].isupper() and rest.endswith(".") and first[-1:].isalpha()
    return first if titled and len(first) <= _LONGEST_TITLE else None


def _from_sentence(source: _Source, found: Match) -> Iterator[_Stated]:
    codebook, sentence = source.reading.codebook, source.sentence
    low, high = found.spans["items"]
    begins = codebook.entry(TABLE, "begins").match.search(sentence.passage.lower[low:high])
    low += begins.end if begins else 0
    lower = sentence.passage.lower[low:high]
    if source.cue.entry == "numbered" or codebook.entry(TABLE, "no_list").match.matches(lower):
        return
    if source.cue.entry in ("these", "added") and not (
        _announced(source) and not introduces(sentence.passage.line)
    ):
        return
    end = codebook.entry(TABLE, "ends").match.search(lower)
    whole = _GOES_ON.sub("", sentence.passage.text[low : _whole_list(sentence, high)])
    parted = _PARTED.search(whole) is not None
    text = whole if parted or not end else sentence.passage.text[low : low + end.start]
    # That work is on something makes it a priority only of one partnership and where it is a known topic.
    if source.cue.entry == "focus" and (topics_of(text, codebook) == ("other",) or not sentence.scope.places):
        return
    count = number(found.groups.get("count") or "")
    one = source.cue.entry == _ONE
    things = [text] if one else _things(codebook, text, int(count) if count else None)
    # "The four priorities, working as one": what follows is no list of four.
    if count and len(things) + 1 < count and "includ" not in sentence.passage.lower[found.start : low]:
        return
    for position, item in enumerate(things, 1):
        longest = _LONGEST if one or parted else _LONGEST_IN_SENTENCE
        if len(label_of(item)) <= longest and not _SENTENCE.search(item):
            yield from _given(source.row(item, position, sentence))


def _whole_list(sentence: Located, high: int) -> int:
    """Return where a list ends whose items semicolons part, "A; B; and C", else where it was seen to end."""
    told = sentence.passage.text
    return len(told.rstrip(". ")) if _PARTED.match(told, high) else high


def _things(codebook: Codebook, text: str, count: int | None) -> list[str]:
    """Return what a running list names; where a clause of its own ends it, the list ends before that."""
    if _PARTED.search(text):
        return [part.strip().removeprefix("and ") for part in text.split(";")]
    parts = listed(text, count)
    if (
        count is None
        and len(parts) == _A_PAIR
        and _share_a_verb(codebook, *(text[low:high] for low, high in parts))
    ):
        return [text]
    # "Health, social and racial inequalities" are one thing.
    if count is None and len(parts) > _A_PAIR and _share_a_noun(text, parts):
        return [text]
    if count is None and len(parts) > 1 and _SENTENCE.search(text[slice(*parts[-1])]):
        parts = listed(text[: parts[-2][1]])
    elif len(parts) > 1 and _ends_a_clause(
        codebook, *(text[low:high] for low, high in (parts[0], parts[-1]))
    ):
        parts = parts[:-1]
    return [text[start:stop] for start, stop in parts]


def _share_a_noun(text: str, parts: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether the things between the first and the last only describe what the last names."""
    _, *between, _ = (text[low:high] for low, high in parts)
    return all(_DESCRIBES.fullmatch(part) for part in between)


def _share_a_verb(codebook: Codebook, first: str, second: str) -> bool:
    """Tell whether two things are done in one: "tackling smoking and obesity"."""
    doing = _DOING.of(codebook)
    return doing.match(first) is not None and not doing.match(second)


def _ends_a_clause(codebook: Codebook, first: str, last: str) -> bool:
    """Tell whether the last words go on with a clause: "care that people trust and meet their needs"."""
    doing = _DOING.of(codebook)
    return doing.match(first) is not None and _THEIRS.match(last) is not None


def _announced(source: _Source) -> bool:
    """Tell whether this sentence, the one before or what introduces that says that there are priorities."""
    reading, codebook = source.reading, source.reading.codebook
    before = reading.before(source.sentence)
    passage = source.sentence.passage
    told = [passage.lower, before.passage.lower, *reading.leads(before.passage.line)]
    if source.cue.entry == "added":
        told.append(passage.line.folded.lower[: passage.start])
    announces, others = (codebook.entry(TABLE, entry).match for entry in ("announces", "others"))
    return any(announces.matches(text) for text in told) and not others.matches(before.passage.lower)


def _referred(reading: Reading) -> Iterator[_Stated]:
    """Yield lists below "These are five of them:", where priorities are announced before that."""
    codebook = reading.codebook
    refers, announces, others = (
        codebook.entry(TABLE, entry).match for entry in ("refers", "announces", "others")
    )
    cue = next(cue for cue in codebook.cues[TABLE] if cue.entry == "these")
    for line in reading.own_lines:
        sentence = reading.by_line[line.index][-1] if line.index in reading.by_line else None
        if sentence is None or not introduces(line) or not refers.matches(sentence.passage.lower):
            continue
        before = reading.before(sentence)
        told, heading = before.passage.lower, before is sentence
        if heading:
            above = reading.lines[line.index - 1] if line.index else line
            told = above.folded.lower if above.block.kind == HEADING else ""
        found = announces.search(told)
        if found is None or others.matches(told):
            continue
        status = "in_place" if heading else reading.status(before, found.start, found.end)
        if status in ("in_place", "emerging", "candidate"):
            yield from _from_items(_Source(reading, cue, sentence, status), line)


def _headed(reading: Reading) -> Iterator[_Stated]:
    """Yield what stands under a heading such as "Our priorities": its list, else its sub-headings."""
    for line in reading.own_lines:
        cue = _naming(reading, line.folded.lower) if line.block.kind == HEADING else None
        if cue is not None:
            source = _Source(reading, cue, reading.by_line[line.index][0], cue.status or "in_place")
            found = tuple(_from_items(source, line)) or tuple(_chapters(source, line))
            found = found or tuple(_named_below(source, line))
            if _is_work(reading, cue, found):
                yield from found


def _titled(reading: Reading) -> Iterator[_Stated]:
    """Yield the list that a partnership's page called "Our priorities" begins with, or what it proposes."""
    cue = _naming(reading, reading.document.metadata.get("title", "").lower())
    if cue is None:
        return
    lines = listed_under_title(reading)
    for position, line in enumerate(lines, 1):
        before = reading.lines[lines[0].index - 1].folded.lower if lines[0].index else ""
        status = "candidate" if _PROPOSED.of(reading.codebook).search(before) else "in_place"
        sentence = reading.by_line[line.index][0]
        yield from _given(
            _Source(reading, cue, sentence, status).row(sentence.passage.text, position, sentence)
        )


def _naming(reading: Reading, lower: str) -> Cue | None:
    if reading.codebook.entry(TABLE, "others").match.matches(lower):
        return None
    return next(
        (
            cue
            for cue in reading.codebook.cues[TABLE]
            if cue.entry in _HEADINGS
            and cue.match.matches(lower)
            and not (cue.unless and cue.unless.matches(lower))
        ),
        None,
    )


def _chapters(source: _Source, heading: Line) -> Iterator[_Stated]:
    level = heading.block.level or 1
    chapters = source.reading.codebook.entry(TABLE, "chapters").match
    named: list[Line] = []
    for line in source.reading.lines[heading.index + 1 :]:
        if line.block.kind == HEADING and (line.block.level or 1) <= level:
            break
        if (
            line.block.kind == HEADING
            and line.block.level == level + 1
            and line.index in source.reading.by_line
        ):
            if chapters.matches(line.folded.lower):
                return
            named.append(line)
    if len(named) > 1:
        for position, line in enumerate(named, 1):
            yield from _given(source.row(line.text, position, source.reading.by_line[line.index][0]))


def _named_below(source: _Source, heading: Line) -> Iterator[_Stated]:
    """Yield two or more lines right below a heading that hold no more than a name each."""
    named: list[Line] = []
    for line in source.reading.lines[heading.index + 1 :]:
        told = line.block.kind == PARAGRAPH and line.index in source.reading.by_line
        if not told or not NAME_ONLY.fullmatch(line.text) or _SENTENCE.search(line.text):
            break
        named.append(line)
    if len(named) > 1:
        for position, line in enumerate(named, 1):
            yield from _given(source.row(line.text, position, source.reading.by_line[line.index][0]))


def _numbered(reading: Reading) -> Iterator[_Stated]:
    """Yield the lines that begin "Priority 1: ...", where there are two or more."""
    cue = reading.codebook.entry(TABLE, "numbered")
    others = reading.codebook.entry(TABLE, "others").match
    found: list[_Stated] = []
    for line in reading.own_lines:
        match = cue.match.search(line.folded.lower)
        path = " ".join((*line.block.path, line.text)).lower()
        if match is None or line.index not in reading.by_line or others.matches(path):
            continue
        sentence = reading.by_line[line.index][0]
        item = sentence.passage.text[slice(*match.spans["items"])]
        found += _given(_Source(reading, cue, sentence, "in_place").row(item, len(found) + 1, sentence))
    if len({row.label.lower() for row, _ in found}) > 1:
        yield from found


def _given(stated: _Stated | None) -> tuple[_Stated, ...]:
    return (stated,) if stated else ()
