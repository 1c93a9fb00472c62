"""People with leading posts, as sentences name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Wording
from placebench.coding.members.holder_employers import employer_behind, is_former_employer
from placebench.coding.members.lines_of_posts import is_of_the_name_below, is_short, posts_come_first
from placebench.coding.members.named_body import PARTNERSHIP, is_foreign, named_body, of_partnership, unnamed
from placebench.coding.members.people_behind import people_behind
from placebench.coding.members.placed_posts import placed
from placebench.coding.members.starts import starting
from placebench.coding.organisations_of_places import is_in_a_career
from placebench.coding.reading import Reading
from placebench.coding.reasons import HEADED
from placebench.coding.scope import Located
from placebench.documents import Quote
from placebench.extract.gazetteer import PARTNERSHIP as NAMED_PARTNERSHIP
from placebench.extract.gazetteer import PLACE, SYSTEM
from placebench.extract.organisations import Organisations
from placebench.extract.people import Person, is_name, people
from placebench.model import Role

CHAIRS = frozenset({"chair", "co_chair", "vice_chair"})
_TABLE = "roles"
_SHORT = 120
_ARTICLE = re.compile(r"(?:The|Our) ")
_CHAIR_ALONE = re.compile(
    r"(?:(?:Independent|Interim|Acting) )?(?:[Vv]ice[- ]|[Dd]eputy[- ]|[Cc]o-)?[Cc]hair(?:man|woman|person)?"
)
_JOINT = "_"
_ASIDE = ", "
_BESIDE = 12
_WORDS = "people_in_posts"
_OF_PLACES = frozenset({"place_director", "clinical_lead", "programme_director"})
_OF_PLACE = re.compile(r"\b[Dd]irectors? (?:of|for) [Pp]lace\b")
_IN_HEALTH = Wording(_WORDS, r"\b<in_health>\b")
_AT_PLACE = Wording(_WORDS, r"\b<at_place>\b", re.IGNORECASE)
_OF_OTHERS = Wording(
    _WORDS, r"\b<post_of_others>,? (?:(?:for|of|at) )?(?:the )?(?:[\w'&-]+ ){0,5}?<body_of_others>\b"
)
_FOR = Wording(_WORDS, r"\b<post> (?:for|of) (?:the )?(?!<field>)[A-Z]")


def people_in_posts(reading: Reading, organisations: Organisations) -> Iterator[tuple[Role, Quote]]:
    """Yield the people whom sentences name with a leading post of the partnership."""
    # A short line that names an author is taken for a heading.
    said = (s for s in reading.sentences if reading.unstated(s) in (None, HEADED))
    for sentence in said:
        for person in _people(reading, sentence):
            own = person.start == 0 or person.post.lower().startswith("our ")
            labelled = own and of_partnership(reading)
            strange = not labelled and (
                _leads_another(reading, person) or _is_of_the_council(reading, sentence, person)
            )
            strange |= _OF_OTHERS.of(reading.codebook).match(sentence.passage.text, person.start) is not None
            if strange and person.role in CHAIRS:
                strange = not _leads_the_named(reading, sentence, person)
            if not reading.names.mentions(person.name) and not strange:
                row = _person(reading, organisations, sentence, person)
                yield starting(reading, sentence, row), _quote(reading, sentence, person)


def _people(reading: Reading, sentence: Located) -> Iterator[Person]:
    """Yield the people in posts that a sentence names; a post alone on a line is of the name beside it."""
    posts, line = reading.codebook.posts, sentence.passage.line
    above = reading.lines[line.index - 1].text.strip() if line.index else ""
    alone = sentence.passage.start == 0 and len(line.text) <= _SHORT and not line.text.endswith(".")
    labelled = alone and line.index > 0 and is_of_the_name_below(reading, line.index - 1)
    below = [*_below_a_post(reading, sentence, above)] if labelled else []
    free = is_name(above, posts) and not reading.names.mentions(above)
    if alone and free and not posts_come_first(reading, line.index - 1):
        shown = f"{above}, "
        for person in people_among(reading, shown + sentence.passage.text):
            if person.name == above:
                yield attrs.evolve(person, start=max(0, person.start - len(shown)))
    elif below:
        yield from below
    else:
        found = [*people_among(reading, sentence.passage.text)]
        yield from found or people_behind(reading, sentence)
        yield from _of_named_partnerships(reading, sentence, {person.name for person in found})
        yield from _of_places(reading, sentence, {person.name for person in found})


def _below_a_post(reading: Reading, sentence: Located, above: str) -> Iterator[Person]:
    """Yield who stands on a line below a post: "Place lead:", then "Jane Example, Example Trust"."""
    post, text = _ARTICLE.sub("", above.rstrip(": ")), sentence.passage.text
    alone = _CHAIR_ALONE.fullmatch(post) is not None and _is_the_partnerships(reading, sentence)
    whole = f"{post} of the partnership" if alone else post
    if is_short(post):
        for person in people_among(reading, f"{whole}: {text}"):
            if person.post == whole and text.startswith(person.name):
                yield attrs.evolve(person, start=0, post=post)


def _is_the_partnerships(reading: Reading, sentence: Located) -> bool:
    """Tell whether "Chair" alone above a name is that of the partnership: no other body heads it."""
    line = sentence.passage.line
    above = [reading.lines[index].text for index in (line.index - 2,) if index >= 0]
    told = (unnamed(reading, text).lower() for text in (*above, *line.block.path[-1:]))
    named = {named_body(text, reading.codebook) for text in told}
    return of_partnership(reading) and named <= {None, PARTNERSHIP}


def people_among(reading: Reading, text: str) -> Iterator[Person]:
    """Yield the people in posts that a text names; the name of a place of two words is none of a person."""
    for person in people(_joined(reading, text), reading.codebook):
        yield attrs.evolve(
            person,
            name=_parted(person.name),
            organisation=_parted(person.organisation) if person.organisation else None,
            text=_parted(person.text),
            post=_parted(person.post),
        )


def _joined(reading: Reading, text: str) -> str:
    for mention in reading.names.mentions(text):
        name = text[mention.start : mention.end]
        if mention.name.kind == PLACE and (_ASIDE in name or is_name(name, reading.codebook.posts)):
            name = name.replace(_ASIDE, _JOINT * len(_ASIDE)).replace(" ", _JOINT)
            text = f"{text[: mention.start]}{name}{text[mention.end :]}"
    return text


def _parted(text: str) -> str:
    return text.replace(_JOINT * len(_ASIDE), _ASIDE).replace(_JOINT, " ")


def _of_named_partnerships(reading: Reading, sentence: Located, known: set[str]) -> Iterator[Person]:
    """Yield people whose post is of a partnership by its own name: "chair of One Alpha"."""
    text = sentence.passage.text
    plain = unnamed(reading, text)
    for person in people_among(reading, plain) if plain != text else ():
        if person.name not in known:
            yield attrs.evolve(person, start=min(person.start, len(text) - 1))


def _of_places(reading: Reading, sentence: Located, known: set[str]) -> Iterator[Person]:
    """Yield people whose post is joined to the name of a place alone: "Managing Director, Alpha"."""
    text = sentence.passage.text
    plain = placed(reading, text)
    for person in people_among(reading, plain) if plain != text else ():
        if person.name not in known and person.role in _OF_PLACES:
            yield attrs.evolve(person, start=min(person.start, len(text) - 1), post="")


def _quote(reading: Reading, sentence: Located, person: Person) -> Quote:
    """Return a sentence as a quote, with the line above it where the name or the post stands there."""
    index = sentence.passage.line.index
    labelled = person.start == 0 and bool(person.post) and person.post not in sentence.passage.text
    if person.name in sentence.passage.text and not (labelled and index):
        return reading.quote(sentence)
    return reading.document.quote(reading.lines[index - 1].block.content, sentence.passage.span)


def _leads_another(reading: Reading, person: Person) -> bool:
    """Tell whether a post is of another body, or of a place that is not the system's."""
    if person.role not in CHAIRS:
        return is_elsewhere(reading, person.text)
    texts = (person.post, person.text)
    told = ((text, named_body(unnamed(reading, text).lower(), reading.codebook)) for text in texts)
    text, named = next(((text, body) for text, body in told if body), (person.text, None))
    own = any(mention.name.kind == NAMED_PARTNERSHIP for mention in reading.names.mentions(person.text))
    return not (named == PARTNERSHIP or (named is None and own)) or is_foreign(
        reading, unnamed(reading, text)
    )


def _leads_the_named(reading: Reading, sentence: Located, person: Person) -> bool:
    """Tell whether a chair is of a partnership by a name that the post breaks: "Alpha Together chair"."""
    plain = unnamed(reading, sentence.passage.text)
    named = people_among(reading, plain) if plain != sentence.passage.text else ()
    same = [each for each in named if (each.name, each.role) == (person.name, person.role)]
    return any(not _leads_another(reading, each) for each in same)


def _is_of_the_council(reading: Reading, sentence: Located, person: Person) -> bool:
    """Tell whether a "director of place" is a council's, for its streets, as far as the words go."""
    if of_partnership(reading) or not _OF_PLACE.search(person.text):
        return False
    text, start = sentence.passage.text, sentence.passage.text.find(person.text.strip())
    around = text[max(0, start - _BESIDE) : start + len(person.text) + _BESIDE]
    placed = any(mention.name.kind != SYSTEM for mention in reading.names.mentions(around))
    return not placed and not _IN_HEALTH.of(reading.codebook).search(text)


def is_elsewhere(reading: Reading, text: str) -> bool:
    """Tell whether a post is "for" something with a name that is none of the system's."""
    found = _FOR.of(reading.codebook).search(text)
    return found is not None and not reading.names.mentions(text[found.start() :])


def _person(reading: Reading, organisations: Organisations, sentence: Located, person: Person) -> Role:
    told = _employer_told(reading, sentence, person)
    named = told or ""
    board_paper = reading.document.metadata.get("document_type") == "board_paper"
    if not named and person.role == "executive_lead" and board_paper:
        named = reading.document.metadata.get("publisher", "")
    organisation = _whole_employer(sentence, told) or employer_behind(
        reading.codebook, organisations, sentence.passage.text, person.name
    )
    named = named or organisation or ""
    sectors = organisations.sectors(named) if named else ()
    place = _place_of(reading, person)
    columns = reading.columns(sentence, person.start)
    of_system = place is None and person.role in CHAIRS and bool(reading.names.mentions(person.text))
    if columns["place_id"] is None and _is_employed_by_the_system(reading, sentence, person):
        columns |= _default(reading)
    if of_system:
        columns |= {"place_id": None, "applies_to": "system"}
    elif place:
        columns |= {"place_id": place, "applies_to": "place"}
    elif len(sentence.scope.places) != 1 and columns["place_id"] is None:
        columns |= {"place_id": None, "applies_to": "system"}
    return Role(
        **columns,
        status=person.status,
        rule=f"{_TABLE}.{person.role}",
        role=person.role,
        holder=person.name,
        organisation=organisation,
        sector=sectors[0] if sectors else None,
        body_kind="system" if of_system or person.role == "executive_lead" else PARTNERSHIP,
    )


def _employer_told(reading: Reading, sentence: Located, person: Person) -> str | None:
    """Return the employer that a sentence gives a person; whom he or she worked for before is none."""
    named = person.organisation
    former = named and is_former_employer(reading.codebook, sentence.passage.text, named)
    return None if former else named


def _whole_employer(sentence: Located, named: str | None) -> str | None:
    """Return an employer with all of its name where that begins with the system's, which has an "and"."""
    start = sentence.passage.text.find(named) if named else -1
    if named is None or start < 0:
        return named
    within = (m for m in sentence.mentions if m.name.kind == SYSTEM and m.start < start < m.end)
    return next((sentence.passage.text[m.start : start + len(named)] for m in within), named)


def _is_employed_by_the_system(reading: Reading, sentence: Located, person: Person) -> bool:
    """Tell whether the system only employs the holder of a post at place: "Place Lead, NHS North"."""
    behind = bool(sentence.mentions) and all(
        m.name.kind == SYSTEM and m.start > person.start for m in sentence.mentions
    )
    return behind and _AT_PLACE.of(reading.codebook).search(person.text) is not None


def _default(reading: Reading) -> dict[str, str]:
    places = reading.default.places
    return {"place_id": places[0], "applies_to": "place"} if len(places) == 1 else {}


def _place_of(reading: Reading, person: Person) -> str | None:
    for words in (person.post, person.text):
        named = (m for m in reading.names.mentions(words) if m.name.kind != SYSTEM)
        found = {m.name.id for m in named if not is_in_a_career(reading.codebook, words, m)}
        if len(found) == 1:
            return found.pop()
    return None
