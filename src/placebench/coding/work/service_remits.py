"""Which level does what for a service, as a sentence says it: "dentistry is planned once for the system"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Match
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.labels import label_of, listed
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Remit

_SAID = frozenset({"in_place", "planned", "expected"})
_LEVELS = ("system", "place")
_LONGEST = 60
_IN = re.compile(r"(?:in|across|within|for) (?:the )?")


def remits_in_prose(reading: Reading) -> Iterator[Fact]:
    """Yield one row for each service that a sentence says the system or the place plans or leads."""
    patterns = {level: reading.codebook.remits["prose"][level] for level in _LEVELS}
    lower = [sentence.passage.lower for sentence in reading.statements]
    saying = {level: pattern.among(lower) for level, pattern in patterns.items()}
    for number, sentence in enumerate(reading.statements):
        for level, pattern in patterns.items():
            found = pattern.search(sentence.passage.lower) if number in saying[level] else None
            if found is None:
                continue
            services = _services(reading, sentence, found.start)
            if services and reading.status(sentence, found.start, found.end) in _SAID:
                yield from _rows(reading, sentence, level, services, _status(found))


def _status(found: Match) -> str:
    # "Planned" says who plans a service, not that it is still to come.
    return "planned" if "will " in (found.groups.get("verb") or "") else "in_place"


def _services(reading: Reading, sentence: Located, verb: int) -> tuple[str, ...]:
    """Return the services named before a verb; none where one of the things named is no service."""
    prose = reading.codebook.remits["prose"]
    lower = sentence.passage.lower
    low = _after_separators(lower, clause_at(lower, verb, verb + 1)[0], verb)
    for mention in sentence.mentions:
        if _IN.fullmatch(lower[low : mention.start]):
            low = _after_separators(lower, mention.end, verb)
    while begins := prose["begins"].search(lower[low:verb]):
        low += begins.end
    parts = listed(reading.codebook, sentence.passage.text[low:verb].rstrip())
    names = tuple(label_of(sentence.passage.text[low:verb][start:stop]) for start, stop in parts)
    sound = all(
        len(name) <= _LONGEST
        and prose["service"].matches(name.lower())
        and not prose["vague"].matches(name.lower())
        for name in names
    )
    return names if sound else ()


def _after_separators(text: str, low: int, high: int) -> int:
    return high - len(text[low:high].lstrip(" ,;:"))


def _rows(
    reading: Reading, sentence: Located, level: str, services: tuple[str, ...], status: str
) -> Iterator[Fact]:
    columns = reading.columns(sentence)
    if columns["place_id"] is None:
        columns["applies_to"] = "each_place"
    for service in services:
        row = Remit(
            **columns,
            status=status,
            rule="remits.prose",
            service_area=service,
            grouping="service",
            level=level,
            text=sentence.passage.text,
        )
        yield reading.fact(row, sentence)
