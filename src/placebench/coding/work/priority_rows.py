"""Rows of priorities: a label, its topics and whose it is, from what a list names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.work.priority_lists import listed_below
from placebench.coding.work.topics import is_known, topics_of
from placebench.extract.labels import label_of, shortened
from placebench.extract.passages import Line
from placebench.model import Priority

TABLE = "priorities"
_OF_KNOWN_THINGS = frozenset({"themes", "running", "worked_on"})
# Where no word says that they are priorities, only what they are tells.
_OF_NOTHING_ELSE = frozenset({"meant", "meant_list", "meant_heading"})
_FEWEST, _FEWEST_IN_SENTENCE, _SHORT = 2, 3, 60
_OTHER = ("other",)
# "Two strands: a Living Well programme and ..." names programmes, which are no priorities for that.
_PROGRAMME = Wording(TABLE, r"(?:an?|the|our|its) (?=[A-Z])[^.;:,]{3,80}? <programme>\b")
SENTENCE = re.compile(r"\b(?:will|would|is being|has been|have been|are being|is|was|were|has)\b")
_PERIOD = re.compile(r"\bfor ((?:the year )?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?| to (?:19|20)\d\d)?)")
_RELATIVE = re.compile(r",? (?:that|which|who) ")
# Words that only lead on to what is listed, or back to what was: "Meeting these challenges is our priority".
_NO_LABEL = Wording(TABLE, "<no_label>", re.IGNORECASE)
_POINTS_BACK = Wording(
    TABLE,
    r"(?:\w+ing )?(?:all |both |each |some )?(?:of )?(?:this|that|these|those) <pointed_at>",
    re.IGNORECASE,
)
# "Three important projects" only leads on to them.
_COUNTS = Wording(TABLE, r"<how_many> (?:[\w-]+ )?<counted_things>", re.IGNORECASE)
# What a sentence goes on with is no label: "priorities fall into three areas and align to the strategy".
_GOES_ON = Wording(TABLE, r"(?:(?:also|are|is|all|each) )*<goes_on_with>\b", re.IGNORECASE)
_LONGEST_TITLE = 60
LONGEST = 160
LONGEST_IN_SENTENCE = 90
Stated = tuple[Priority, Located]


@attrs.frozen
class Announced:
    """What says that something is a priority: a sentence, the cue in it and how far it is one."""

    reading: Reading
    cue: Cue
    sentence: Located
    status: str

    def rows(self, item: str, position: int, said_by: Located) -> Iterator[Stated]:
        """Yield the row for one thing that is listed; none where the words are no label."""
        label = labelled(self.reading, item)
        if label is None:
            return
        if self.cue.entry in _OF_KNOWN_THINGS and _PROGRAMME.of(self.reading.codebook).match(item):
            return
        scope = said_by if said_by.scope.named and said_by.scope.places else self.sentence
        columns = self.reading.columns(scope)
        if columns["applies_to"] == "system":
            return
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
        yield row, said_by


def labelled(reading: Reading, item: str) -> str | None:
    """Return the label for one thing that is listed; None where the words are no label."""
    label = label_of(item)
    if len(label) > LONGEST:
        label = shortened(label, LONGEST)
    if len(label) > LONGEST_IN_SENTENCE:
        head, _, clause = _RELATIVE.sub("\n", label, count=1).partition("\n")
        # A clause that another thing follows does not run to the end of the label.
        label = label if ", and " in clause else head
    if (
        not label
        or _NO_LABEL.of(reading.codebook).fullmatch(label)
        or _POINTS_BACK.of(reading.codebook).fullmatch(label)
        or _COUNTS.of(reading.codebook).fullmatch(label)
        or _GOES_ON.of(reading.codebook).match(label)
        or len(label) > LONGEST
        or not any(c.isalpha() for c in label)
        or any(m.start == 0 and m.end == len(label) for m in reading.names.mentions(label))
    ):
        return None
    return label


def is_work(reading: Reading, cue: Cue, stated: tuple[Stated, ...]) -> bool:
    """Tell whether what a plan's themes or chapters are called is work: most of it is known to care."""
    if cue.entry in _OF_NOTHING_ELSE:
        return are_all_care(reading, stated, _FEWEST_IN_SENTENCE if "list" in cue.entry else _FEWEST)
    return cue.entry not in _OF_KNOWN_THINGS or are_known(reading, stated)


def are_all_care(reading: Reading, stated: tuple[Stated, ...], fewest: int) -> bool:
    """Tell whether enough things are stated, each short and known to care, half of them of a topic."""
    rows = tuple(row for row, _ in stated)
    enough = len(rows) >= fewest and 2 * _with_topic(rows) >= len(rows)
    return enough and all(len(row.label) <= _SHORT and _is_care(reading, row) for row in rows)


def are_known(reading: Reading, stated: tuple[Stated, ...]) -> bool:
    """Tell whether two or more things are stated of which most are known to care, and one has a topic."""
    return known_rows(reading, tuple(row for row, _ in stated))


def known_rows(reading: Reading, rows: tuple[Priority, ...]) -> bool:
    """Tell whether there are two or more rows of which most are known to care, and one has a topic."""
    known = sum(_is_care(reading, row) for row in rows)
    return len(rows) > 1 and _with_topic(rows) > 0 and 2 * known >= len(rows)


def _is_care(reading: Reading, row: Priority) -> bool:
    if row.topics != _OTHER or is_known(row.label, reading.codebook):
        return True
    return reading.codebook.reading["care_themes"].matches(row.label.lower())


def _with_topic(rows: tuple[Priority, ...]) -> int:
    return sum(row.topics != _OTHER for row in rows)


def from_items(source: Announced, lead: Line) -> Iterator[Stated]:
    """Yield what the items below a line name."""
    for position, line in enumerate(listed_below(source.reading, lead), 1):
        sentence = source.reading.by_line[line.index][0]
        label = _title(source.reading.document.at(line.block.content)) or sentence.passage.text
        yield from source.rows(label, position, sentence)


def _title(item: str) -> str | None:
    """Return the first line of a list item where it is a title of its own and sentences follow it."""
    first, _, rest = (part.strip() for part in item.strip().partition("\n"))
    titled = rest[:1].isupper() and rest.endswith(".") and first[-1:].isalpha()
    return first if titled and len(first) <= _LONGEST_TITLE else None
