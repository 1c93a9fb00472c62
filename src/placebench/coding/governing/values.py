"""What the words at a cue name: the values of a governance feature, each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.governing.board_names import is_of_others
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.quantities import number
from placebench.model.vocabularies import FEATURES

_SEVERAL = frozenset({"strategy_alignment"})
_WORDS = "values"
_LONGEST_NAME = 80
_SHORTEST = 3
_JOINS = re.compile(r"(?:and|or) ")
# A name that joins its parts with "and" begins before the words of a cue.
_FROM_ITS_PLACE = re.compile(r"(?:'s)? (?:(?:[A-Z][\w&-]+|\d+|and|of|for|&) )*")
NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w'&-]+ )+(?:and|&) )+$")
# "The Integrated Care System (ICS) Partnership Board" has its short name within.
_SHORT_WITHIN = re.compile(r"(?:[A-Z][\w'&-]+ (?:(?:and|of|&) )?)+\([A-Z]{2,6}\) $")
_IS_A = Wording(
    _WORDS,
    r"(?:^|[.;:] )(?!<no_subject>\b)(?P<subject>[^.,;:]{2,80}?)"
    r" (?:is|was) (?:an?|the|our|its) (?:[\w-]+ ){0,4}$",
)
_BOARD = Wording(_WORDS, r"[A-Z][\w'&-]+ <board>$")
# "The Life Course Boards and Alpha Partnership Board": the last is one of its own.
_OTHERS_BEFORE = Wording(_WORDS, r"^.*\b<boards> and (?=[A-Z])")
# "Of Health Delivery Board" ends the name of a theme's: "Prevention and Causes of Health Delivery Board".
_LONGER_NAME = re.compile(r"\b[A-Z][\w'-]+ (?:and|&) (?:[A-Z][\w'-]+ )+of $")
# Who is named behind the verb of a move is the host: "passes to the trust as host for ...".
_MOVES_TO = re.compile(
    r"^.*\b(?:transferr?(?:ing|ed|s)?|mov(?:ing|ed|es)|pass(?:ing|ed|es)) (?:over )?to (?:the )?"
)
_NO_NAME = re.compile(r"(?:which|that|who|it|they|we|this|each|both|nobody|no one|nor|not)\b|.* but ")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|provides?|which)\b")
_AND = re.compile(r" and (?:(?:also )?(?:with|to|from) )?", re.IGNORECASE)
_SIDE = Wording(_WORDS, "<side>$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|its|their|our|each|every|this|that|both|any|no|all) ", re.IGNORECASE)
# "The Our Alpha Strategy": behind an article "Our" belongs to the name.
_BEHIND_ARTICLE = re.compile(r"\b[Tt]he $")
_LEFT_OPEN = re.compile(r" ?\([^()]*$| \((?:soon|formerly|previously|now|to be|to become|which)\b[^()]*\)$")
_TWICE = re.compile(r"\b([\w-]{3,}) \1\b")
_OF_GROUPS = Wording(_WORDS, r"\b<groups>\b[^.;:]*: $")
_GROUP_NAME = Wording(_WORDS, "<group>s?$", re.IGNORECASE)
_NAME_GOES_ON = Wording(
    _WORDS, r"(?: (?:and|of|for) |, (?:and )?)(?:[A-Z][\w'-]+(?:,? and |, | ))*<organisation>\b"
)
_WHOLE_NAME = Wording(_WORDS, "<organisation>$")
_BEGINS_WITH_A_BODY = Wording(_WORDS, r"(?:the |our |this |an? )?(?:[\w'&-]+ ){0,6}?<body>\b")
_IS_A_BODY = Wording(_WORDS, "<no_strategy>$", re.IGNORECASE)
# The strategy of a health and wellbeing board is the board's, though it bears the partnership's name.
_OF_A_BOARD = Wording(
    _WORDS,
    r"(?:[\w'-]+ ){0,4}?(?:<partnership_name> )?(?:joint |local )*<strategy_of_a_board>\b",
    re.IGNORECASE,
)
# "Aligned to our priorities" names no other side.
_NO_OTHER_SIDE = Wording(_WORDS, "(?:<own> )*<own_aims>(?: and <verb_of_aims>\\b.*)?")
# "To the ICB and to the health and wellbeing board": each is one to whom a body is accountable.
_AND_TO = re.compile(
    r" (?:and|as well as) (?:(?:also|in turn|through it) )*(?:(?:in)?to |(?=the ))(?:the )?", re.IGNORECASE
)
_ANOTHER_MASTER = Wording(
    _WORDS,
    r",? (?:and |as well as )?(?:(?:also|in turn) )?(?:(?:in)?to )?(?:the |its |our |their )?"
    r"(?P<name>(?:(?!and\b|to\b|the\b|by\b|for\b|of\b)[\w'&-]+ (?:(?:and|&) (?=[Ww]ell))?){0,5}?<master>)"
    r"(?=[.;,]|$| and (?:the |to |into )| <stops>\b)(?!, (?:which|who|whose|where)\b)",
)
_BARE = Wording(_WORDS, "<bare>")
# "Alpha Health and Wellbeing Board" is one.
_CUT = re.compile(r"[Ww]ell-?being Board|Care (?:Board|Committee)")
_NO_MASTER = Wording(_WORDS, r"(?:<no_master>|us|you|them|it)\b")
# Partners who answer to the others have none above them.
_EACH_OTHER = Wording(_WORDS, r"(?:all )?(?:the )?<each_other>\b")


def written(sentence: Located, found: Match, group: str) -> str | None:
    """Return the words of a group of a match as the document writes them."""
    if found.groups.get(group) is None:
        return None
    start, end = found.spans[group]
    return plain_name(sentence.passage.text[start:end])


def values_of(reading: Reading, cue: Cue, sentence: Located, found: Match) -> list[str | None]:
    """Return each value that the words at a cue give; None alone where the cue asks for none."""
    codebook = reading.codebook
    value = _value(codebook, cue, sentence, found)
    if value is None:
        return [None] if cue.value is None and "value" not in found.groups else []
    if cue.entry == "board":
        return _boards(codebook, sentence, found, value)
    if cue.entry == "host":
        return (
            []
            if _NO_NAME.match(value.lower())
            else [_named_before(reading, sentence, _MOVES_TO.sub("", value))]
        )
    if cue.entry == "accountable_to":
        # "To the ICB's" is cut off, as by a line that a page breaks.
        masters = (name for name in map(plain_name, _AND_TO.split(value)) if not name.endswith(("'s", "s'")))
        further = (name for name in _further_masters(codebook, sentence, found) if not _CUT.fullmatch(name))
        return [*masters, *further] if _is_master(reading, sentence, found, value) else []
    if cue.entry == "subcommittees" and cue.case and cue.body_kind is None:
        group_name = _GROUP_NAME.of(codebook)
        listed = _OF_GROUPS.of(codebook).search(sentence.passage.text[: found.spans["value"][0]])
        bare = listed and not group_name.search(value)
        parts = [value[low:high] for low, high in items(value)] if bare else _rejoined(codebook, value)
        groups = [plain_name(part) for part in parts]
        named = [g for g in groups if group_name.search(g) or (listed and g.istitle())]
        return [g for g in named if " " in g and len(g) <= _LONGEST_NAME and not _VERB.search(g)]
    return [*_strategies(reading, value)] if cue.entry in _SEVERAL else [value]


def _named_before(reading: Reading, sentence: Located, value: str) -> str:
    """Return the name that a document gave to what it now calls "the Trust"; else the words alone."""
    if not _BARE.of(reading.codebook).fullmatch(value):
        return value
    before = reading.document.text[: sentence.passage.span.start]
    names = re.findall(rf"\b(?:[A-Z][\w'&-]+ (?:(?:and|of|&) )?){{1,8}}{value}\b(?! [A-Z])", before)
    return plain_name(names[-1]) if names else value


def _boards(codebook: Codebook, sentence: Located, found: Match, name: str) -> list[str | None]:
    """Return the whole name of a board, if it is one of the partnership."""
    text, (start, end) = sentence.passage.text, found.spans["value"]
    if _LONGER_NAME.search(text[:start]) or is_of_others(codebook, name, text[end:]):
        return []
    kind_of = _IS_A.of(codebook).search(text[:start]) if name.islower() else None
    if kind_of is not None:
        # "The Alpha Board is the strategic partnership board" says what kind of board it is.
        subject = plain_name(kind_of["subject"])
        return [subject] if _BOARD.of(codebook).search(subject) else []
    whole = _OTHERS_BEFORE.of(codebook).sub("", _whole_name(sentence, found, name))
    return [] if is_of_others(codebook, whole, "") else [whole]


def _is_master(reading: Reading, sentence: Located, found: Match, value: str) -> bool:
    """Tell whether a body is accountable to what a match names, and "it" is a body named just before."""
    codebook, told = reading.codebook, sentence.passage.lower[found.start : found.end]
    if told.startswith("it "):
        before = reading.before(sentence)
        if before is sentence or not _BEGINS_WITH_A_BODY.of(codebook).match(before.passage.lower):
            return False
    if _EACH_OTHER.of(codebook).match(value.lower()):
        return False
    return "report" not in told or not _NO_MASTER.of(codebook).match(value.lower())


def _further_masters(codebook: Codebook, sentence: Located, found: Match) -> Iterator[str]:
    """Yield to whom else a body is accountable: "to the cabinet, the ICB and the council"."""
    at, text = found.spans["value"][1], sentence.passage.text
    while told := _ANOTHER_MASTER.of(codebook).match(text, at):
        yield told["name"]
        at = told.end()


def _strategies(reading: Reading, value: str) -> list[str]:
    """Return with what strategies are aligned; a body that stands beside a strategy is none."""
    sides, body = list(_other_sides(reading, value)), _IS_A_BODY.of(reading.codebook)
    return [name for name in sides if not body.search(name)] or sides


def _other_sides(reading: Reading, value: str) -> Iterator[str]:
    """Yield with whom strategies are aligned: others, never the partnership itself."""
    codebook = reading.codebook
    own = any(mention.name.kind == PARTNERSHIP for mention in reading.names.mentions(value))
    if own and not (_OF_A_BOARD.of(codebook).match(value) and " and joint" not in value.lower()):
        return
    organisations = organisations_of(reading.profile, codebook)
    subject = (
        value.rpartition(", ")[0].lower().startswith(("while", "although", "as "))
        or len(value) > _LONGEST_NAME
    )
    parts = [value[low:high] for low, high in items(value)] if subject else _sides(codebook, value)
    own_aims = _NO_OTHER_SIDE.of(codebook)
    for name in (*parts[:1], *map(plain_name, parts[1:])):
        if (
            len(name) < _SHORTEST
            or _VERB.match(name)
            or _JOINS.match(name)
            or own_aims.fullmatch(name.lower())
        ):
            continue
        if not subject or (organisations.sectors(name) and not _VERB.search(name)):
            yield name


def _sides(codebook: Codebook, value: str) -> list[str]:
    """Return what "and" joins where each is a side of its own: "the ICS strategy and the council plan"."""
    side, parts, start = _SIDE.of(codebook), [], 0
    for found in _AND.finditer(value):
        if found.group().strip().lower() != "and" or side.search(value[: found.start()]):
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _rejoined(codebook: Codebook, value: str) -> list[str]:
    """Return the items of a list of groups: "a clinical and professional forum" is one."""
    group_name = _GROUP_NAME.of(codebook)
    parts: list[tuple[int, int]] = []
    for low, high in items(value):
        last = value[slice(*parts[-1])] if parts else ""
        joined = _ARTICLE.match(last) or (last[:1].isupper() and value[parts[-1][1] : low] == " and ")
        if joined and not group_name.search(last) and not _ARTICLE.match(value[low:high]):
            parts[-1] = (parts[-1][0], high)
        else:
            parts.append((low, high))
    return [value[low:high] for low, high in parts]


def _whole_name(sentence: Located, found: Match, name: str) -> str:
    """Return the name of a board from the beginning of the place's name in it: "A and B Board"."""
    start, end = found.spans["value"]
    text = sentence.passage.text
    longer = NAME_BEFORE.search(text[:start]) or _SHORT_WITHIN.search(text[:start])
    at_place = [m for m in sentence.mentions if m.end < start and m.name.kind != SYSTEM]
    if at_place and _FROM_ITS_PLACE.fullmatch(text, at_place[-1].end, start):
        return plain_name(text[at_place[-1].start : end])
    begins = min((m.start for m in sentence.mentions if m.start < start < m.end), default=None)
    if begins is None and longer is not None:
        low = longer.start()
        begins = min((m.start for m in sentence.mentions if m.start < low < m.end), default=low)
    return name if begins is None else plain_name(sentence.passage.text[begins:end])


def _value(codebook: Codebook, cue: Cue, sentence: Located, found: Match) -> str | None:
    if cue.value is not None:
        return cue.value
    if found.groups.get("value") is None:
        return None
    start, end = found.spans["value"]
    text = sentence.passage.text
    if cue.entry in ("accountable_to", "host"):
        # The name of a system may hold commas: "A, B and C Integrated Care Board".
        end = max((m.end for m in sentence.mentions if start <= m.start < end < m.end), default=end)
    whole = _WHOLE_NAME.of(codebook).search(text[start:end])
    goes_on = None if whole else _NAME_GOES_ON.of(codebook).match(text, end)
    written = text[start : goes_on.end() if goes_on and cue.entry in ("accountable_to", "host") else end]
    coded = cue.code(written)
    if coded is not None and FEATURES[cue.entry].holds == "number":
        figure = number(coded)
        return f"{figure:g}" if figure is not None else None
    if coded and coded.startswith("Our ") and _BEHIND_ARTICLE.search(text[:start]):
        return coded
    return plain_name(coded) if coded else None


def plain_name(name: str) -> str:
    """Return a name without article, a word that stands twice, and brackets that stay open or tell of it."""
    return _ARTICLE.sub("", _TWICE.sub(r"\1", _LEFT_OPEN.sub("", name)).strip())
