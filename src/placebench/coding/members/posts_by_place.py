"""Who holds the same post in each of several places: lists, tables and running text that pair names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.coding.reading import Reading
from placebench.coding.reasons import HEADED
from placebench.coding.scope import Located
from placebench.documents import HEADING, ITEM, Cell, Quote
from placebench.extract.folding import fold
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.people import NAME, is_name, leading_posts
from placebench.model import Role

_TABLE = "roles"
_PLURAL = re.compile(r"\b(?:directors|leads|leaders|managers)\b")
_ONE = re.compile(NAME)
_THEN_NAME = re.compile(
    r"(?:(?:'s)?(?: place)?:| -| \||,? (?:will have|will get|has|gets|goes to|falls to|is|will be)"
    r"|,? (?:is|will be) (?:taken on|covered|led|run|looked after|held|filled) by"
    r"|,? (?:the |this |that )?(?:role|post|position|job) (?:(?:goes|falls|passes|went|has gone) to"
    r"|(?:is|was|will be|has been) (?:held|filled|taken(?: on| up)?|given) (?:by|to)|is)) "
)
_THEN_PLACE = re.compile(
    r"(?: \(| - | \| |: | (?:for|in|at|to|covers|covering|will cover|leads(?: in)?|takes(?: on)?|gets|has) )"
    r"(?:the )?(?:place of )?"
)
_BESIDE = re.compile(r", (?:the )?")
_NAME_GOES_ON = re.compile(r"'s\b| (?:of )?(?!Place\b|Borough\b)[A-Z]")
_LATER = re.compile(
    r"\b(?:will|(?:is|are) (?:to|due to|set to)) (?:be|have|get|become|take|cover|lead|start)\b"
)
_SAYS_WHO = re.compile(
    r"\b(?:are|appointed|named|confirmed|announced|chosen|selected|recruited|introduc\w+|welcom\w+|meet|who)\b|:$"
)
_REACH = 8


@attrs.frozen
class _Post:
    """A post that a document says several people hold."""

    role: str
    line: int
    level: int
    later: bool


def posts_by_place(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield the holders of a post that a document announces for several places, each with the place."""
    yield from _in_tables(reading)
    post: _Post | None = None
    for sentence in reading.sentences:
        if reading.unstated(sentence) not in (None, HEADED):
            continue
        line, start = sentence.passage.line, 0
        announced = _announced(reading, sentence)
        if announced is not None:
            post, start = announced
        elif post is not None and (line.index - post.line > _REACH or _closes(post, sentence)):
            post = None
        if post is not None:
            later = post.later or _LATER.search(sentence.passage.lower) is not None
            for name, place in _pairs(reading, sentence, start):
                yield _row(reading, post.role, name, place, later=later), reading.quote(sentence)


def _announced(reading: Reading, sentence: Located) -> tuple[_Post, int] | None:
    """Return the post that a sentence gives several people, and where its words end."""
    line, lower = sentence.passage.line, sentence.passage.lower
    if line.block.kind != HEADING and not _SAYS_WHO.search(lower):
        return None
    for role, found in leading_posts(lower, reading.codebook.posts):
        if not _PLURAL.search(lower, found.start, found.end):
            continue
        if reading.codebook.posts["before"]["ended"].matches(lower[: found.start]):
            continue
        level = (line.block.level or 1) if line.block.kind == HEADING else 0
        return _Post(role, line.index, level, _LATER.search(lower) is not None), found.end
    return None


def _closes(post: _Post, sentence: Located) -> bool:
    """Tell whether a heading ends what an announcement is about."""
    block = sentence.passage.line.block
    pairs = ":" in sentence.passage.text or " - " in sentence.passage.text
    return block.kind == HEADING and not pairs and (block.level or 1) <= (post.level or 1)


def _pairs(reading: Reading, sentence: Located, start: int) -> Iterator[tuple[str, str]]:
    """Yield name and place where a text joins them: "Alpha: Jo Bell", "Jo Bell for Alpha"."""
    text, posts = sentence.passage.text, reading.codebook.posts
    names = [m for m in _ONE.finditer(text, start) if is_name(m.group(), posts)]
    names = [m for m in names if not reading.names.mentions(m.group())]
    places = [
        m
        for m in sentence.mentions
        if m.name.kind != SYSTEM and m.start >= start and not _NAME_GOES_ON.match(text, m.end)
    ]
    listed = sentence.passage.line.block.kind in (ITEM, HEADING)
    found = [
        (name.group(), place.name.id)
        for place in places
        for name in names
        if name.start() > place.end and _THEN_NAME.fullmatch(text, place.end, name.start())
    ]
    yield from found or [
        (name.group(), place.name.id)
        for name in names
        for place in places
        if place.start > name.end()
        and (
            _THEN_PLACE.fullmatch(text, name.end(), place.start)
            or (listed and _BESIDE.fullmatch(text, name.end(), place.start))
        )
    ]


def _in_tables(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield the holders in the column of a post, with the place that their row names."""
    for table in reading.document.tables:
        if not table.rows or not any(span.overlaps(table.span) for span in reading.spans):
            continue
        for header in table.rows[0]:
            role = next(
                (r for r, _ in leading_posts(_text(reading, header).lower(), reading.codebook.posts)), None
            )
            if role is None:
                continue
            for row in table.rows[1:]:
                places = {place for cell in row for place in _places(reading, cell)}
                for cell in row:
                    name = _text(reading, cell)
                    fits = cell.column == header.column and is_name(name, reading.codebook.posts)
                    if fits and len(places) == 1:
                        spans = (span for each in row for span in each.spans)
                        yield (
                            _row(reading, role, name, next(iter(places)), later=False),
                            reading.document.quote(*spans),
                        )


def _places(reading: Reading, cell: Cell) -> set[str]:
    text = _text(reading, cell)
    return {
        m.name.id
        for m in reading.names.mentions(text)
        if m.name.kind != SYSTEM and not _NAME_GOES_ON.match(text, m.end)
    }


def _row(reading: Reading, role: str, name: str, place: str, *, later: bool) -> Role:
    return Role(
        system_id=reading.profile.system.system_id,
        place_id=place,
        applies_to="place",
        status="planned" if later else "in_place",
        rule=f"{_TABLE}.{role}",
        role=role,
        holder=name,
        body_kind="partnership",
    )


def _text(reading: Reading, cell: Cell) -> str:
    return " ".join(fold(reading.document.at(span)).text.strip() for span in cell.spans).strip(" .,;")
