"""Numbers of people who live in the system, a place or a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from placebench.codebook import Codebook, Wording
from placebench.coding.organisations_of_places import is_organisation
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.quantities import bound
from placebench.model import Footprint

TABLE = "footprints"
OF_THE_SYSTEM: dict[str, Any] = {"place_id": None, "applies_to": "system"}
_UNKNOWN = "unknown"
# Parts and multiples of a million as they are written.
_MILLIONS = {
    "a quarter of a": 0.25,
    "a third of a": 0.333,
    "half a": 0.5,
    "three quarters of a": 0.75,
    "a": 1,
    "the": 1,
    "one": 1,
    "one and a half": 1.5,
    "two": 2,
    "two and a half": 2.5,
    "three": 3,
}
_FIGURE = (
    r"(\d{1,3}(?:,\d{3})+|\d{4,}|\d+(?:\.\d+)?(?: ?million|m\b)|\d{2,3}(?:,000|k)\b"
    rf"|(?:{'|'.join(sorted(_MILLIONS, key=len, reverse=True))}) million)"
)
# What stands in every sentence that one of the figures above or below stands in.
_FIGURES = re.compile(r"\d|million")
_MILLION = r"(\d+(?:\.\d+)?(?: ?million|m\b)|(?:half a|a|one|two|three) million)"
_DWELLING = r"(?:of|in|within|across|who live in|living in)\b"
_PEOPLE = r"(?:(?:local|registered) )?<people>\b"
# "All 148,000 residents" are those who live there.
_ROUGHLY = "(?:all (?:of )?(?:the |its |our )?)?(?:<roughly> )?"
_RANGE = Wording(TABLE, rf"(?:between )?{_FIGURE} ?(?:\b(?:to|and)\b|-) ?{_FIGURE}(?: <counted>)?")
# "30-50k" leaves the thousands of the first figure to the second.
_THOUSANDS = Wording(TABLE, r"(?<![\d,.])(\d{2,3}) ?(?:to|-) ?(\d{2,3}(?:k|,000))\b(?: <counted>)?")
_UP_TO = Wording(TABLE, rf"<at_most> {_FIGURE}")
_ABOUT = Wording(
    TABLE,
    rf"population(?: of [\w' -]{{2,40}}?| (?:that |which )?<ours>)?(?: size)?"
    rf"(?:,|:| <amounts_to>)* {_ROUGHLY}{_FIGURE}"
    rf"|^(?:number of )?(?:<citizens>|population)(?: \([^()]{{2,30}}\))? ?(?::|\|) ?{_ROUGHLY}{_FIGURE}\b"
    rf"|{_FIGURE} <dwellers>(?:, [^,;.\d]{{3,60}},)? <live>\b"
    rf"|<is_home_to> (?:a population of )?{_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\bthere (?:are|were) {_ROUGHLY}{_FIGURE} {_PEOPLE}(?= (?:in|living|who live|across)\b|[.,;]|$)"
    rf"|\b<body>(?!\w)[^.;,]{{0,30}}? <given>(?: \w+){{0,4}}? (?:to|for) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\beach\b[^.;,]{{0,30}}? <for_each> {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|\b<area> (?:of|with) {_ROUGHLY}{_FIGURE} {_PEOPLE}"
    rf"|(?:\b(?:its|our)|'s) {_ROUGHLY}{_FIGURE} <citizens>\b"
    rf"|\b(?:its|our) {_ROUGHLY}{_FIGURE} population\b|\bthe {_ROUGHLY}{_FIGURE} {_PEOPLE} <ours>\b"
    rf"|\b(?:the |(?=the million )){_ROUGHLY}{_FIGURE} {_PEOPLE} {_DWELLING}"
    rf"|{_MILLION} {_PEOPLE} {_DWELLING}"
    rf"|\b<cared_for> (?:the )?{_ROUGHLY}{_FIGURE} {_PEOPLE}(?= (?:in|across|of|living|who live)\b|,|\.|$)"
    rf"|\b<area_of>\b[^.;,]{{0,60}}, which (?:is|has) {_ROUGHLY}{_FIGURE} {_PEOPLE}",
)
_YEARS = re.compile(r"(?:between )?(?:19|20)\d\d ?(?:to|and|-) ?(?:19|20)\d\d")
_COUNTED = Wording(TABLE, rf"^{_ROUGHLY}{_FIGURE} {_PEOPLE}")
_LEVELS = (
    ("neighbourhood", Wording(TABLE, "<neighbourhood>")),
    ("locality", Wording(TABLE, "<locality>")),
    ("place", Wording(TABLE, "<place>")),
    ("system", Wording(TABLE, "<system>")),
)
# "The 320,000 residents of the borough" are the borough's, whatever the sentence names before them.
_WHOSE_PEOPLE = Wording(TABLE, r"(?: (?:of|in))? (?:the |our |this )?(?:whole )?<home_area>\b")
_ALL_OF_THEM = re.compile(r"\bthe (?:\w+ )?[\d,.]+(?:k|m| million)? \w+$")
# A place that parts lie in does not change their level: "seven neighbourhoods across Alpha".
_PARTS_OF = Wording(TABLE, "<parts>(?: in total| altogether)? <throughout> (?:the )?$")
# A figure is of each place only where the words say so; else it is what they have together.
_OF_EACH = Wording(TABLE, r"\b<of_each>\b")
_EACH_HAS = Wording(TABLE, r", each <each_has> [^.;,\d]{3,60}, ")
# No system and no place of one has more people: a larger figure is of several, or of the country.
_MOST = {"place": 2_000_000, "system": 4_000_000}
_FEWEST = {"place": 20_000, "system": 100_000, "locality": 1_000, "neighbourhood": 1_000}
_LIES_IN = Wording(TABLE, r"\b(?:within|part of|in) (?:the |our )?(?:[\w'&-]+ ){0,5}<of_the_system>\b")
# "It is one of three places in North, and serves 200,000 people": the people are the place's.
_ONE_OF = Wording(
    TABLE,
    r"\bone of (?:the |its |our )?(?:[\w-]+ ){0,4}?<places> "
    r"(?:of|in|within|across|(?:that |which )?mak(?:e|es|ing) up) (?:the |our )?",
)
_SYSTEM_GOES_ON = Wording(TABLE, r"(?: \([^()]*\))?(?: <of_the_system>\b)?(?: \([^()]*\))?")
_WHICH = re.compile(r", (?:which|whose)\b")
# "Five teams, each serving 50,000 people": the figure is that of each team.
_FOR_EACH = Wording(
    TABLE, r"(?:,| and|, and|, with|\()? ?\beach (?:(?:is |are )?<for_each>\b(?: <nearly>)* ?)?$"
)
_WHERE = re.compile(r" (?:\([^()]*\)|(?:across|in|of|within|throughout|for) [\w' &-]{2,50})$")
_MADE = Wording(TABLE, r" (?:have been|were|are|have now been) <made>\b.*$")
_EACH_OF = (
    ("neighbourhood", Wording(TABLE, "<neighbourhoods>$")),
    ("locality", Wording(TABLE, "<localities>$")),
    ("place", Wording(TABLE, "<places>$")),
)
_AREA = Wording(TABLE, r"\b(?:<area>|<of_an_area>|<neighbourhood>)\b")
# "Neighbourhoods would be of 50,000 to 100,000 people" says of itself of what it speaks.
_OF_PARTS = Wording(TABLE, r"<neighbourhood>[^.;]{0,80}? (?:to|and|-) ?\d{1,3}(?:,\d{3}|k)\b <counted>")
_POPULATION = Wording(TABLE, r"(?:the |our |total |local |resident |registered |estimated )*population\b")
# "The trust serves 500,000 people": a provider's patients live in more than a place, and in less.
_PROVIDER = Wording(TABLE, r"\b<provider>(?:'s)?\b")
# "12,000 people live in areas ranked ..." are a part of those who live here.
_SOME_OF_THEM = Wording(TABLE, r"[^.;,]{0,60}?\b<some_of_them>\b")
# "The NHS employs 70,000", "The hospital in Alpha serves 600,000", "120,000 people living with diabetes".
_EMPLOYS = Wording(TABLE, r"\b<employs> (?:[\w-]+ ){0,2}$")
_NO_PEOPLE = Wording(TABLE, r"\b<no_people>\b[^.;:,]{0,50} (?:from|of|between|to) $")
_AT_A_RATE = Wording(TABLE, r"(?: <no_people>)? <at_a_rate>\b")
_SERVES = Wording(TABLE, r"\b<provider> [^.;,]{0,40}\b<serves> (?:[\w-]+ ){0,6}$")
_WITH = re.compile(r" with (?:a |an )?(?!in\b)")
# "The population will reach 400,000 by 2040."
_WILL_BE = Wording(
    TABLE,
    r"\b<will_be> (?:\w+ ){0,2}(?:reach|grow|rise|increase|exceed|be) [\w. ]{0,20}(?:[\d,.]+\D{0,12})?$",
)
# "Practices improve the lives of 40,000 residents who live in that neighbourhood".
_LIVE_THERE = Wording(TABLE, r" <live_there>\b")
# "Our name for an area of 50,000 people" tells how large something is, which another line names.
_DEFINES = Wording(TABLE, r"\b<defines>\b")
_RECKONED = Wording(TABLE, r"\b<reckoned> $")
_LIVE_IN = re.compile(r"(?: who)?(?: live| living)? (?:in|across|of|within) (?:the )?(?:\w+ of )?")
_AND = re.compile(r",? (?:and|&|to) |, ")
_PLACE_WHERE = re.compile(r"places? (?:where|to|in which)\b")
_NAMED_BODY = Wording(TABLE, r"(?:The )?(?:[A-Z][\w'-]+ ){1,4}<named_body>\b")
_SPEAKS_OF_PEOPLE = Wording(TABLE, "<speaks_of_people>")


def populations(reading: Reading, sentence: Located) -> Iterator[Footprint]:
    """Yield the numbers of people that a sentence says live somewhere."""
    lower = sentence.passage.lower
    if not _FIGURES.search(lower) or not _SPEAKS_OF_PEOPLE.of(reading.codebook).search(lower):
        return
    line = sentence.passage.line
    lives_here = reading.codebook.entry(TABLE, "lives_here").match
    above = [*reading.leads(line)[:1], *(heading.lower() for heading in line.block.path[-1:])]
    counted = bool(above) and lives_here.matches(above[0])
    # A point of a list says of whom it is only where it speaks of the population itself, or of parts by name.
    of_population = _POPULATION.of(reading.codebook).match(lower) or _OF_PARTS.of(reading.codebook).search(
        lower
    )
    if reading.leads(line) and not counted and not of_population:
        return
    patterns = [_THOUSANDS, _RANGE, _UP_TO, _ABOUT, *((_COUNTED,) if counted else ())]
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for found in pattern.of(reading.codebook).finditer(lower):
            if any(found.start() < high and low < found.end() for low, high in taken):
                continue
            if _is_of_others(reading, sentence, found.start(), found.end()):
                continue
            row = _population(reading, sentence, pattern, found)
            if row is not None:
                taken.append(found.span())
                yield row


def _population(
    reading: Reading, sentence: Located, pattern: Wording, found: re.Match[str]
) -> Footprint | None:
    """Return the row of a number of people; None where it is nobody's, or too small for its level."""
    codebook, lower = reading.codebook, sentence.passage.lower
    low, high = _ends(pattern, [group for group in found.groups() if group])
    figure = found.start(found.lastindex or 0)
    at_least = bound(lower[:figure]) == "at_least"
    level = (
        _level_of_each(codebook, sentence, found.start())
        or _level_of_each(codebook, sentence, figure)
        or _level(codebook, sentence, found.start(), found.end())
    )
    nobodys = level == "place" and columns_of(reading, sentence, found.start())["place_id"] is None
    if nobodys and _behind_its_system(codebook, sentence, found.start()) is not None:
        return None
    defined = level == "system" and _DEFINES.of(codebook).search(lower[: found.start()])
    if level == _UNKNOWN or defined or (high or low or 0) < _FEWEST[level]:
        return None
    if _YEARS.fullmatch(found.group()):
        return None
    columns = columns_of(reading, sentence, found.start())
    behind = _place_behind(sentence, found.end())
    if behind is not None and len(sentence.scope.places) > 1:
        level, columns = "place", columns | {"place_id": behind, "applies_to": "place"}
    elif _is_of_several(sentence, found.start()):
        # "Home to 800,000 people from Alpha to Beta": what they have together is that of neither.
        if not any(mention.name.kind == SYSTEM for mention in sentence.mentions):
            return None
        level, columns = "system", columns | OF_THE_SYSTEM
    one = low == high and columns["place_id"] is None
    if level == "place" and one and not _OF_EACH.of(codebook).search(_EACH_HAS.of(codebook).sub(", ", lower)):
        level = "system"
    if (low or 0) > _MOST.get(level, low or 0):
        return None
    return Footprint(
        **columns | (OF_THE_SYSTEM if level == "system" else {}),
        rule=f"{TABLE}.population",
        level=level,
        population_min=low,
        population_max=None if at_least and pattern in (_UP_TO, _ABOUT, _COUNTED) else high,
        text=sentence.passage.text,
    )


def _place_behind(sentence: Located, end: int) -> str | None:
    """Return the one place that stands right behind a figure: "300,000 people live in Alpha and ..."."""
    text = sentence.passage.text
    named = [mention for mention in sentence.mentions if mention.start >= end]
    if not named or named[0].name.kind == SYSTEM or not _LIVE_IN.fullmatch(text[end : named[0].start]):
        return None
    listed = len(named) > 1 and _AND.fullmatch(text[named[0].end : named[1].start])
    return None if listed else named[0].name.id


def _is_of_several(sentence: Located, start: int) -> bool:
    """Tell whether a figure stands before the first of several places that a sentence speaks of."""
    places = [mention.start for mention in sentence.mentions if mention.name.kind != SYSTEM]
    return len(sentence.scope.places) > 1 and start < min(places, default=start)


def columns_of(reading: Reading, sentence: Located, position: int) -> dict[str, Any]:
    """Return whom a count is about: of each place only where the sentence says so itself."""
    columns = reading.columns(sentence, position)
    own = reading.default.places
    if columns["applies_to"] == "each_place" and not sentence.scope.named and len(own) == 1:
        columns |= {"place_id": own[0], "applies_to": "place"}
    return columns


def _is_of_others(reading: Reading, sentence: Located, start: int, end: int) -> bool:
    """Tell whether a figure is that of a provider, of another body or of some of those who live here."""
    codebook, text, lower = reading.codebook, sentence.passage.text, sentence.passage.lower
    whole = _ALL_OF_THEM.search(lower[:end]) and _WHOSE_PEOPLE.of(codebook).match(lower, end)
    if whole or _LIVE_THERE.of(codebook).match(lower, end):
        return False
    if any(words.of(codebook).search(lower[:start]) for words in (_EMPLOYS, _SERVES, _NO_PEOPLE)):
        return True
    if _WITH.match(lower, end) or any(
        words.of(codebook).match(lower, end) for words in (_SOME_OF_THEM, _AT_A_RATE)
    ):
        return True
    if _WILL_BE.of(codebook).search(lower[:end]) or _RECKONED.of(codebook).search(lower[:start]):
        return True
    stranger = _NAMED_BODY.of(codebook).match(text)
    if stranger and not sentence.scope.places:
        return not any(m.start < stranger.end() and stranger.start() < m.end for m in sentence.mentions)
    providers = [found.end() for found in _PROVIDER.of(codebook).finditer(lower[:start])]
    before = [mention for mention in sentence.mentions if mention.start < start]
    named = [mention.start for mention in before if not is_organisation(codebook, text, mention)]
    others = [found.start() for found in _AREA.of(codebook).finditer(lower[:start])]
    return bool(providers) and max(providers) > max((*named, *others), default=-1)


def _ends(pattern: Wording, figures: list[str]) -> tuple[int | None, int | None]:
    if pattern is _THOUSANDS:
        figures = [f"{figures[0]}k", figures[1]]
    values = [_people(figure) for figure in figures]
    if pattern is _UP_TO:
        return None, values[0]
    return values[0], values[-1]


def _people(figure: str) -> int:
    """Return the number that a figure or words for one stand for: "1.2 million", "1.2m", "half a million"."""
    many = re.fullmatch(r"(.+?)(?: ?million|m)", figure)
    if many is None:
        return int(figure.replace(",", "").replace("k", "000"))
    return round((_MILLIONS.get(many[1]) or float(many[1])) * 1_000_000)


def _without_what_it_lies_in(
    codebook: Codebook, lower: str, named: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """Return what is named without the system that a subject lies in: "Alpha is a place within the ICS"."""
    around = [found.span() for found in _LIES_IN.of(codebook).finditer(lower)]
    kept = [one for one in named if not any(low <= one[0] < high for low, high in around)]
    return kept if any(code == "place" for _, code in kept) else named


def _level_of_each(codebook: Codebook, sentence: Located, start: int) -> str | None:
    """Return the level of what a figure is "each" one's; None where the words are no such distribution."""
    lower = sentence.passage.lower
    shared = _FOR_EACH.of(codebook).search(lower[:start])
    if shared is None:
        return None
    subject = lower[: shared.start()].rstrip(" ,(")
    for words in (subject, _WHERE.sub("", subject), _MADE.of(codebook).sub("", subject)):
        level = next((code for code, noun in _EACH_OF if noun.of(codebook).search(words)), None)
        if level is not None:
            return level
    named = any(mention.end == len(subject) for mention in sentence.mentions)
    return "place" if named and not _WHERE.search(subject) else _UNKNOWN


def _behind_its_system(codebook: Codebook, sentence: Located, start: int) -> str | None:
    """Return whose a figure is behind the system of a place: "one of three places in North, and serves".

    "North, which serves" tells of the system, whatever stands before it.
    """
    lower, goes_on = sentence.passage.lower, _SYSTEM_GOES_ON.of(codebook)
    for mention in sentence.mentions:
        last = mention.name.kind == SYSTEM and mention.end < start
        if last and not any(mention.start < m.start < start for m in sentence.mentions):
            within = goes_on.match(lower, mention.end)
            if within and _WHICH.match(lower, within.end()):
                return "system"
    one_of = _ONE_OF.of(codebook).search(lower[:start])
    if one_of is None:
        return None
    named = next((m.end for m in sentence.mentions if m.start == one_of.end()), one_of.end())
    within = goes_on.match(lower, named)
    return "place" if within and one_of.end() < within.end() <= start else None


def _level(codebook: Codebook, sentence: Located, start: int, end: int) -> str:
    """Return the level of what the sentence names last before a figure, else first after it."""
    lower = sentence.passage.lower
    if _WHOSE_PEOPLE.of(codebook).match(lower, end):
        return "place"
    behind = _behind_its_system(codebook, sentence, start)
    if behind is not None:
        return behind
    partnerships = [(m.start, m.end) for m in sentence.mentions if m.name.kind == PARTNERSHIP]
    named = [
        (mention.start, "system" if mention.name.kind == SYSTEM else "place")
        for mention in sentence.mentions
        if not _PARTS_OF.of(codebook).search(lower[: mention.start])
    ]
    # "System" may be part of a system's name, whose level it does not change, or of a partnership's.
    named += [
        (found.start(), code)
        for code, words in _LEVELS
        for found in words.of(codebook).finditer(lower)
        if not _PLACE_WHERE.match(lower, found.start())
        and not _PARTS_OF.of(codebook).search(lower[: found.start()])
        and not any(low <= found.start() < high for low, high in partnerships)
    ]
    before = _without_what_it_lies_in(codebook, lower, [one for one in named if one[0] < start])
    after = [one for one in named if one[0] >= end]
    if before or after:
        return max(before)[1] if before else min(after)[1]
    headed = " ".join(sentence.passage.line.block.path[-1:]).lower()
    by_heading = next((code for code, words in _LEVELS if words.of(codebook).search(headed)), None)
    if by_heading is not None:
        return by_heading
    return "place" if sentence.scope.places or sentence.scope.applies_to != "system" else "system"
