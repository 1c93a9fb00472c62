"""Who holds the same post in each of several places: lists, tables and running text that pair names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Wording
from placebench.coding.headed_tables import tables_by_row
from placebench.coding.members.lines_of_posts import is_short
from placebench.coding.reading import Reading
from placebench.coding.reasons import HEADED
from placebench.coding.scope import Located
from placebench.coding.table_kinds import Column, TableKind
from placebench.documents import HEADING, ITEM, Cell, Quote
from placebench.extract.cells import text_of
from placebench.extract.gazetteer import SYSTEM
from placebench.extract.people import NAME, is_name, leading_posts
from placebench.model import Role

_TABLE = "roles"
_WORDS = "posts_by_place"
_PLURAL = Wording(_WORDS, r"\b<posts>\b")
# Chairs of several places need no other words than the places: "the chairs are Jo Bell in Alpha and ...".
_CHAIRS = Wording(
    _WORDS,
    r"^(?:the |our |their )?(?:(?:current|present|new|independent) )*chairs"
    r"(?: of (?:the|our|its|these) [^.;,:]{3,60})? (?:are|include):? "
    r"|^(?:the |our )?(?:<kind_of_body> )*<bodies>(?: [^.;,:]{3,40})? are (?:now |currently )?chaired by "
    r"|^they are (?:now |currently )?chaired by ",
)
_ONE = re.compile(NAME)
# Of the places in general: "four new directors across our places", "a lead for each place".
_OF_PLACES = Wording(
    _WORDS,
    r"(?:^|\b(?:<some>|<number>|<new>) )(?P<post><general>)"
    r"(?! (?:of|for|at|from|in) (?!(?:the |our |its |all )?(?:(?:<some>|<number>) )?<places>))\b.*?\b<places>"
    r"|\b(?:an?|one|its own|their own) (?:<new> )*(?:place )?(?P<each><general_one>) (?:for|in|of|at) <each>"
    r"|\b<each> <has_one> (?:<new> )*(?:place )?(?P<own><general_one>)\b",
)
_THEN_NAME = Wording(
    _WORDS,
    r"(?: \(<rank>\))?(?:(?:'s)?(?: place)?:| -| \||,? (?:<has>|is|will be)|,? (?:is|will be) <led> by"
    r"|,? (?:(?:the |this |that )?<post> )?(?:<goes> to|(?:is|was|will be|has been) <held> (?:by|to))"
    r"|,? (?:the |this |that )?<post> is) ",
)
_THEN_PLACE = Wording(
    _WORDS, r"(?: \(<rank>\))?(?: \(| - | \| |: | (?:for|in|at|to|<serves>) )(?:the )?(?:place of )?"
)
# "Jo Bell, who led the hub, takes up the position for Alpha", "Jo Bell joins as interim director for Alpha".
_TAKES_POST = Wording(
    _WORDS,
    r"(?:, [^.;]{3,90},)? (?:<takes> (?:the |this |her |his )<post>"
    r"|<becomes>(?: as)? (?:the |an? |its |our )?(?:<new> )*<general_one>)"
    r" (?:for|in|at|of) (?:the )?(?:place of )?",
)
_BESIDE = re.compile(r", (?:the )?")
_NAME_ALONE = Wording(_WORDS, rf"(?P<name>{NAME})(?: \(<rank>\))?")
_NAME_GOES_ON = Wording(_WORDS, r"'s\b| (?:of )?(?!<area>\b)[A-Z]")
# "Jo Bell (Alpha) and Ann Lee (Beta) are in post as place directors": the post behind them.
_ARE_IN_POST = Wording(
    _WORDS, r"\b(?:are|were|have been) (?:now |both |all )?(?:<in_post> )?(?:the |our |its )?$"
)
_LATER = Wording(_WORDS, r"\b(?:will|(?:is|are) (?:to|due to|set to)) <begin>\b")
_SAYS_WHO = Wording(_WORDS, r"\b(?:are|who|<announces>)\b|:(?: |$)")
_APPOINTS = Wording(
    _WORDS, r"\b<appoints>\b|<places>(?: are)?(?::| as follows)|<places> are [a-z]+ [a-z]+ [(f]"
)
_UNFINISHED = re.compile(r"\w$")
_REACH = 8
KIND = TableKind(
    "places and who holds a post in each",
    (_TABLE,),
    needs=(
        Column(
            "post",
            "the holders of a leading post",
            lambda book: lambda header: next(leading_posts(header, book), None),
            "[posts.post] place_lead",
        ),
    ),
)


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
        announced, below = _announced(reading, sentence), _on_lines(reading, sentence)
        if announced is not None:
            post, start = announced
        elif post is not None and below is not None:
            post = attrs.evolve(post, line=line.index + 1)
        elif post is not None and (line.index - post.line > _REACH or _closes(post, sentence)):
            post = None
        if post is not None:
            later = post.later or _LATER.of(reading.codebook).search(sentence.passage.lower) is not None
            for name, place in _pairs(reading, sentence, start):
                yield _row(reading, post.role, name, place, later=later), reading.quote(sentence)
            if below is not None:
                name, place, quote = below
                yield _row(reading, post.role, name, place, later=later), quote


def _announced(reading: Reading, sentence: Located) -> tuple[_Post, int] | None:
    """Return the post that a sentence gives several people, and where its words end."""
    line, lower, book = sentence.passage.line, sentence.passage.lower, reading.codebook
    headed = line.block.kind == HEADING or (is_short(line.text) and _UNFINISHED.search(line.text) is not None)
    if not headed and not _SAYS_WHO.of(book).search(lower):
        return None
    chairs = _CHAIRS.of(book).search(lower)
    if chairs is not None and line.block.kind != HEADING:
        pairs = {place for _, place in _pairs(reading, sentence, chairs.end())}
        return (_Post("chair", line.index - _REACH, 0, later=False), chairs.end()) if len(pairs) > 1 else None
    level = (line.block.level or 1) if line.block.kind == HEADING else 0
    later = _LATER.of(book).search(lower) is not None
    for role, found in leading_posts(lower, book):
        if not _PLURAL.of(book).search(lower, found.start, found.end):
            continue
        if book.posts["before"]["ended"].matches(lower[: found.start]):
            continue
        behind = _ARE_IN_POST.of(book).search(lower[: found.start]) and len(_pairs(reading, sentence, 0)) > 1
        return _Post(role, line.index, level, later), 0 if behind else found.end
    general = _OF_PLACES.of(book).search(lower)
    if general is None or not (headed or _APPOINTS.of(book).search(lower)):
        return None
    noun = general.lastgroup or ""
    if book.posts["before"]["ended"].matches(lower[: general.start(noun)]):
        return None
    return _Post(_role_of(general[noun]), line.index, level, later), general.end()


def _role_of(post: str) -> str:
    """Return the code of a post that a text gives to places in general: "directors", "lead"."""
    kinds = {"director": "place_director", "chair": "chair"}
    return next((role for noun, role in kinds.items() if post.startswith(noun)), "place_lead")


def _closes(post: _Post, sentence: Located) -> bool:
    """Tell whether a heading ends what an announcement is about."""
    block = sentence.passage.line.block
    pairs = ":" in sentence.passage.text or " - " in sentence.passage.text
    # A name that was read with the place above it may look like a heading too.
    told = sentence.passage.line.index <= post.line
    return block.kind == HEADING and not pairs and not told and (block.level or 1) <= (post.level or 1)


def _on_lines(reading: Reading, sentence: Located) -> tuple[str, str, Quote] | None:
    """Return the name on the line below a place that is a line of its own, the place, and both lines."""
    line = sentence.passage.line
    places = [m for m in sentence.mentions if m.name.kind != SYSTEM]
    alone = len(places) == 1 and places[0].end - places[0].start == len(line.text.strip(" :"))
    if not alone or line.index + 1 == len(reading.lines):
        return None
    below = reading.lines[line.index + 1]
    found = _NAME_ALONE.of(reading.codebook).fullmatch(below.text.strip())
    if not found or not is_name(found["name"], reading.codebook.posts) or reading.names.mentions(below.text):
        return None
    quote = reading.document.quote(sentence.passage.span, below.block.content)
    return found["name"], places[0].name.id, quote


def _pairs(reading: Reading, sentence: Located, start: int) -> list[tuple[str, str]]:
    """Yield name and place where a text joins them: "Alpha: Jo Bell", "Jo Bell for Alpha"."""
    text, book = sentence.passage.text, reading.codebook
    then_name, goes_on = _THEN_NAME.of(book), _NAME_GOES_ON.of(book)
    joined = [one.of(book) for one in (_THEN_PLACE, _TAKES_POST)]
    names = [m for m in _ONE.finditer(text, start) if is_name(m.group(), book.posts)]
    names = [m for m in names if not reading.names.mentions(m.group())]
    places = [
        m
        for m in sentence.mentions
        if m.name.kind != SYSTEM and m.start >= start and not goes_on.match(text, m.end)
    ]
    found = [
        (name.group(), place.name.id)
        for place in places
        for name in names
        if name.start() > place.end and then_name.fullmatch(text, place.end, name.start())
    ]
    behind = [(name, place) for name in names for place in places if place.start > name.end()]
    found = found or [
        (name.group(), place.name.id)
        for name, place in behind
        if any(one.fullmatch(text, name.end(), place.start) for one in joined)
    ]
    beside = [
        (name.group(), place.name.id)
        for name, place in behind
        if _BESIDE.fullmatch(text, name.end(), place.start)
    ]
    # In running text one comma may part a person from another place, which commas of a list do not.
    listed = sentence.passage.line.block.kind in (ITEM, HEADING) or len(beside) > 1
    return found or (beside if listed else [])


def _in_tables(reading: Reading) -> Iterator[tuple[Role, Quote]]:
    """Yield the holders in the column of a post, with the place that their row names."""
    for headed in tables_by_row(reading):
        for column, header in headed.headers.items():
            role = next((r for r, _ in leading_posts(header.lower(), reading.codebook)), None)
            if role is None:
                continue
            for row in headed.table.rows[1:]:
                places = {place for cell in row for place in _places(reading, cell)}
                for cell in row:
                    name = _named_in(reading, cell) if cell.column == column else None
                    if name is not None and len(places) == 1:
                        spans = (span for each in row for span in each.spans)
                        yield (
                            _row(reading, role, name, next(iter(places)), later=False),
                            reading.document.quote(*spans),
                        )


def _named_in(reading: Reading, cell: Cell) -> str | None:
    """Return the name that fills a cell, apart from a rank in brackets: "Jo Bell (interim)"."""
    found = _NAME_ALONE.of(reading.codebook).fullmatch(_text(reading, cell))
    return found["name"] if found and is_name(found["name"], reading.codebook.posts) else None


def _places(reading: Reading, cell: Cell) -> set[str]:
    text, goes_on = _text(reading, cell), _NAME_GOES_ON.of(reading.codebook)
    return {
        m.name.id
        for m in reading.names.mentions(text)
        if m.name.kind != SYSTEM and not goes_on.match(text, m.end)
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
    return text_of(reading.document, cell).strip(" .,;")
