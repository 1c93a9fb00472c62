"""Named programmes of joint work that the source does not call a priority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.coding.reading import Reading
from placebench.documents import HEADING
from placebench.importer import Fact
from placebench.model import Programme

TABLE = "programmes"
_ARTICLE = re.compile(r"^(?:The|This|That|Our|A|An|Its|Each|Place|Joint|In|At|Throughout|ongoing|ICB|NHS) ")
_COMMON = frozenset(
    (
        "",
        "Work",
        "Joint",
        "Development",
        "Leadership",
        "Delivery",
        "Improvement",
        "Transformation",
        "Vaccination",
        "This",
        "The",
    )
)


def code_programmes(reading: Reading) -> Iterator[Fact]:
    """Yield the programmes that a document names."""
    for sentence in reading.sentences:
        if sentence.passage.line.block.kind == HEADING:
            continue
        for cue, _, found, status in reading.cued_in(TABLE, sentence):
            national = next(c for c in reading.codebook.cues[TABLE] if c.entry == "national")
            start, end = found.spans.get("name", (-1, -1))
            if (
                cue.entry != "named"
                or start < 0
                or national.match.matches(sentence.passage.lower[start : end + 12])
            ):
                continue
            name = _name(sentence.passage.text[start:end])
            if not name or name.removesuffix("Programme").strip() in _COMMON or _is_body(reading, name):
                continue
            row = Programme(
                **reading.columns(sentence, start),
                status=status,
                rule=cue.rule,
                name=name,
                text=sentence.passage.text,
            )
            yield reading.fact(row, sentence)


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
