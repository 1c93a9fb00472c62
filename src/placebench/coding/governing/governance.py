"""Governance features, from the cues of the coding frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bodies import body_of
from placebench.coding.governing.alliances import with_alliances_named_once
from placebench.coding.governing.authors import (
    is_of_another,
    speaks_of_its_authors,
    speaks_of_place,
)
from placebench.coding.governing.board_names import is_of_others, stated_boards
from placebench.coding.governing.boards import with_boards_settled
from placebench.coding.governing.contrast import (
    ended_next,
    not_accepted,
    others_without,
    places_before,
)
from placebench.coding.governing.presupposed import presupposed
from placebench.coding.governing.subgroups import announced_groups
from placebench.coding.governing.titled import captioned_chairs, headed_boards, titled_bodies
from placebench.coding.names import organisations_of
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import kind_of_name
from placebench.documents import HEADING
from placebench.extract.enumerations import items
from placebench.extract.force import NOTHING
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, SYSTEM, Mention
from placebench.extract.quantities import number
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Governance
from placebench.model.vocabularies import FEATURES

TABLE = "governance"
_OTHER_LISTS = frozenset({"list", "asked", "resolved", "asked_of_each"})
_SEVERAL = frozenset({"strategy_alignment"})
_THERE_ALREADY = frozenset({"board", "subcommittees", "shared_plan", "executive_team"})
_OF_THE_PARTNERSHIP = frozenset({"icb_committee", "joint_committee", "lead_provider"})
_OF_A_BODY = frozenset(
    {"scheme_of_delegation", "subcommittees", "meeting_frequency", "chairing", "public_transparency"}
)
_OF_A_MEETING = _OF_A_BODY | {"terms_of_reference", "accountable_to", "decision_process", "board"}
_OF_ITS_TEAM = frozenset({"dedicated_staff", "host"})
_SHARED = frozenset(
    {
        "shared_vision",
        "shared_plan",
        "communications_plan",
        "executive_team",
        "clinical_leadership",
        "leadership_development",
        "risk_sharing",
        "population_health_management",
        "co_location",
        "joint_posts",
    }
)
_OF_ONE_PARTNER = re.compile(
    r"\b(?:trust|council|icb|integrated care board|hospital|university|ccg|college|charity|system|ics"
    r"|government|nhs england|federation|practice)(?:'s|s')(?: own)? (?:[\w-]+ ){0,2}$"
)
_ONE_PARTNER = re.compile(
    r"(?:the |an? )?(?:[\w-]+ ){0,3}(?:trust|council|icb|hospital|university|college|practice)"
    r"(?: (?:in|of|for) [\w-]+)? (?:has|had|shares?|shared|runs|uses) "
)
_WITH_ANOTHER = re.compile(
    r"\b(?:with|to) (?:the |its |local |other )?(?:[\w-]+ ){0,3}(?:nhs|icb|trusts?|councils?|partners"
    r"|partnership|hospitals?|health|ccg|gps|care)\b"
)
_NAMES_IT = frozenset({"clinical_leadership", "executive_team"})
_FEWEST_FORMS = 2
_LONGEST_NAME = 80
_NO_NAME = re.compile(r"(?:which|that|who|it|they|we|this|each|both|nobody|no one|nor|not)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|provides?|which)\b")
_AND_ANOTHER = re.compile(
    r"(?<=strategy) and |(?<=plan) and |(?<=strategies) and |(?<=board) and |(?<=icp) and |(?<=ics) and "
    r"| and (?:also )?(?:with|to|from) ",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?|its|their|our|each|every|this|that|both|any|no|all) ", re.IGNORECASE)
_TWICE = re.compile(r"\b([\w-]{3,}) \1\b")
# In a list that its lead calls groups, names need not say so: "four boards: Start Well, Age Well".
_OF_GROUPS = re.compile(r"\b(?:groups|sub-?groups|boards|committees|sub-?committees)\b[^.;:]*: $")
_GROUP_NAME = re.compile(r"(?:group|committee|forum|board|team|network|cabinet|panel|cell)s?$", re.IGNORECASE)
_NAME_GOES_ON = re.compile(
    r"(?: (?:and|of|for) |, (?:and )?)(?:[A-Z][\w'-]+(?:,? and |, | ))*"
    r"(?:Partnership|Board|Trust|Council|Committee|Alliance|Service|ICB)\b"
)
_WHOLE_NAME = re.compile(r"(?:Partnership|Board|Trust|Council|Committee|Alliance|Service|ICB)$")
_OF_ITS_OWN = re.compile(r"(?:place|partnership|alliance|borough|locality)\b")
_WITH_ITS_COUNCIL = re.compile(
    r"^(?:the|our) council and\b|^[\w' ]{3,60} and (?:the|our) council\b"
    r"|\b(?:the|our) (?:\w+ )?council and (?:the )?(?:nhs|icb|integrated care board)\b"
    r"|\b(?:nhs|icb|integrated care board) and (?:the|our) (?:\w+ )?council\b"
)
_OPTION = re.compile(r"option (?:\d+|[a-h]|one|two|three|four|five|six|seven)\b")
_ALLIANCE = re.compile(
    r"(?: (?:Integrated|Health|Social|Care|Place|Provider|and|&))* Alliance\b(?! (?:NHS|of)\b)"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w'&-]+ (?:and |of )?$")
_THE_ONE = re.compile(r"\b(?:the|this|our) $")
_WEIGHED = re.compile(
    r"[^,.;]{0,60}? (?:was|were|had been|has been|have been) (?:[\w-]+ly )?(?:considered|examined|weighed"
    r"|looked at|explored)\b(?! and (?:\w+ )?(?:approved|agreed|adopted|accepted|endorsed|signed))"
)
_A_FORM = re.compile(r"\b(?:an?|any|another|such an?) (?:[\w'-]+ ){0,2}$")
_BEGINS_WITH_A_BODY = re.compile(
    r"(?:the |our |this |an? )?(?:[\w'&-]+ ){0,6}?(?:board|committee|partnership|alliance|forum|group)\b"
)
_NO_MASTER = re.compile(r"(?:members|public|residents|patients|people|communit(?:y|ies)|us|you|them|staff)\b")
_EXCEPT = r"(?:beyond|other than|apart from|aside from|except(?: for)?|besides|save(?: for)?|outside)"
_BUT_FOR = re.compile(rf"[^,.;]{{0,30}}? {_EXCEPT} ")
_BUT_FOR_FIRST = re.compile(rf"{_EXCEPT} ")
_ITS_AUTHORS = re.compile(
    r"(?:the|this) (?:icb )?(?:board|committee|meeting)\b|(?:board|committee) meetings?\b"
)


def code_governance(reading: Reading) -> Iterator[Fact]:
    """Yield the governance features that a document states."""
    named = (
        *_named_alliances(reading),
        *_named_boards(reading),
        *titled_bodies(reading),
        *captioned_chairs(reading),
        *headed_boards(reading),
    )
    found = [*_stated(reading), *_numbered_options(reading), *named, *announced_groups(reading)]
    kept = [fact for fact in found if not _is_of_others(reading, fact)]
    # A board that is a committee of another is no group under itself.
    boards = {_said_of(fact, "board") for fact in kept}
    settled = [
        f for f in kept if _said_of(f, "subcommittees") is None or _said_of(f, "subcommittees") not in boards
    ]
    yield from with_boards_settled(with_alliances_named_once(settled))


def _said_of(fact: Fact, feature: str) -> tuple[str | None, str] | None:
    """Return the place and the name that a fact of some feature is about; None for another feature."""
    row = fact.row
    if not isinstance(row, Governance) or row.feature != feature or row.value is None:
        return None
    return row.place_id, row.value.lower()


def _is_of_others(reading: Reading, fact: Fact) -> bool:
    """Tell whether a board is another body's by its name, or who advises is a group and no partnership."""
    row = fact.row
    if isinstance(row, Governance) and row.value == "consultative_forum":
        return row.body_kind == "subgroup"
    if not isinstance(row, Governance) or row.feature != "board" or row.body_kind != PARTNERSHIP:
        return False
    return row.value is not None and kind_of_name(reading, row.value) != PARTNERSHIP


def _stated(reading: Reading) -> Iterator[Fact]:
    """Yield what the cues of the coding frame find."""
    another = is_of_another(reading)
    for cue, sentence, found, status in reading.cued(TABLE, clauses=True):
        if _lists_something_else(reading, sentence) or _of_its_authors(reading, cue, sentence):
            continue
        if another and _is_of_its_meeting(cue, sentence, found):
            continue
        if cue.entry in _SHARED and _is_one_partners(sentence, found):
            continue
        known = _status(reading, cue, sentence, found, status)
        if known is None:
            continue
        for value in _values(reading, cue, sentence, found):
            row = _row(reading, cue, sentence, found, known, value)
            without = list(others_without(reading, sentence, found))
            within = [place_id for place_id, stating in without if stating is sentence]
            for place_id in (
                places_before(sentence, found) if within and not row.place_id else (row.place_id,)
            ):
                applies_to = "place" if place_id else row.applies_to
                yield reading.fact(attrs.evolve(row, place_id=place_id, applies_to=applies_to), sentence)
            for place_id, stating in without:
                absent = attrs.evolve(row, place_id=place_id, applies_to="place", status="absent", body=None)
                yield reading.fact(absent, stating)


def _is_of_its_meeting(cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether minutes of another body speak of that body's own board, rules or work programme."""
    if cue.entry in _OF_A_MEETING and speaks_of_its_authors(sentence, found):
        return True
    return cue.entry == "shared_plan" and cue.value == "work" and not speaks_of_place(sentence)


def _numbered_options(reading: Reading) -> Iterator[Fact]:
    """Yield the forms that short lines offer, which look like headings: "Option 2 Committee of the ICB"."""
    for sentence in reading.sentences:
        if sentence.passage.line.block.kind != HEADING or not _OPTION.match(sentence.passage.lower):
            continue
        for cue, one, found, _ in reading.cued_in(TABLE, sentence):
            if cue.entry == "arrangement":
                row = _row(reading, cue, one, found, "option", cue.value)
                yield reading.fact(row, one)


def _status(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str | None:
    """Return how far the thing is there, given what the clause says; None where nothing is said of it."""
    if (
        cue.entry == "arrangement"
        and status in ("in_place", "expected", "planned")
        and _alternative(reading, sentence)
    ):
        return "option"
    if cue.entry == "arrangement" and status == "in_place" and _is_weighed(sentence, found):
        return "option"
    if status == "absent" and _is_all_but(sentence, found):
        return None
    if cue.entry in _THERE_ALREADY and cue.status is None and status != "shadow":
        return presupposed(reading, cue, sentence, found, status)
    if status == "in_place" and ended_next(reading, sentence, found):
        return "ended"
    return "emerging" if status == "in_place" and not_accepted(reading, sentence) else status


def _is_weighed(sentence: Located, found: Match) -> bool:
    """Tell whether a form "was considered" and no more: it is one that partners looked at."""
    lower = sentence.passage.lower
    _, high = clause_at(lower, found.start, found.end)
    return bool(_A_FORM.search(lower[: found.start]) and _WEIGHED.match(lower, found.end, high))


def _is_all_but(sentence: Located, found: Match) -> bool:
    """Tell whether what is not there is named with an exception: "no pooled budget beyond the fund"."""
    lower = sentence.passage.lower
    return bool(_BUT_FOR.match(lower, found.end) or _BUT_FOR_FIRST.match(lower))


def _named_alliances(reading: Reading) -> Iterator[Fact]:
    """Yield the form of a partnership whose own name says that it is an alliance."""
    for sentence in reading.statements:
        for mention in sentence.mentions:
            tail = _ALLIANCE.match(sentence.passage.text, mention.end)
            told = reading.status(sentence, mention.start, tail.end() if tail else mention.end)
            if _is_an_alliance(sentence, mention) and told not in ("ended", "absent", NOTHING):
                row = Governance(
                    system_id=reading.profile.system.system_id,
                    place_id=mention.name.id,
                    status=told,
                    rule=f"{TABLE}.arrangement",
                    feature="arrangement",
                    value="alliance",
                    body=mention.name.text if mention.name.kind == PARTNERSHIP else None,
                )
                yield reading.fact(row, sentence)


def _is_an_alliance(sentence: Located, mention: Mention) -> bool:
    """Tell whether the name of a partnership, or the words after a place's, say that it is an alliance."""
    if mention.name.kind == PARTNERSHIP:
        return mention.name.text.endswith(" Alliance")
    text = sentence.passage.text
    inside = _NAME_BEFORE.search(text[: mention.start])
    return mention.name.kind == PLACE and not inside and bool(_ALLIANCE.match(text, mention.end))


def _named_boards(reading: Reading) -> Iterator[Fact]:
    """Yield the boards whose names begin with that of a place, and the form that such a name tells of."""
    cue = reading.codebook.entry(TABLE, "board")
    for sentence, found, mention, status in stated_boards(reading):
        row = _row(reading, cue, sentence, found, status, _without_article(found.groups["value"] or ""))
        yield reading.fact(attrs.evolve(row, place_id=mention.name.id, applies_to="place"), sentence)


def _row(
    reading: Reading, cue: Cue, sentence: Located, found: Match, status: str, value: str | None
) -> Governance:
    body, kind = body_of(reading, sentence, found) if cue.entry != "board" else (None, "partnership")
    if cue.entry == "board" and _is_named_for_the_system(sentence, found):
        kind = "system"
    own = cue.case or _OF_ITS_OWN.match(sentence.passage.lower, found.start)
    names_it = cue.entry in _NAMES_IT and (kind == "subgroup" or (own and kind == "partner"))
    if names_it or (value in _OF_THE_PARTNERSHIP and kind in ("system", "partner", "subgroup")):
        body, kind = None, "partnership"
    if cue.entry in _OF_ITS_TEAM and kind in ("system", "partner", "programme"):
        body, kind = None, "partnership"
    kind = cue.body_kind or kind
    columns = reading.partnership_columns(sentence, found.start, kind)
    places = reading.default.places
    if columns["place_id"] is None and len(places) == 1 and _WITH_ITS_COUNCIL.search(sentence.passage.lower):
        columns |= {"place_id": places[0], "applies_to": "place"}
    if (
        columns["place_id"] is None
        and len(places) == 1
        and cue.entry == "board"
        and _is_the_one(sentence, found)
    ):
        columns |= {"place_id": places[0], "applies_to": "place"}
    if kind == "system" and (cue.entry in _OF_A_BODY or cue.entry == "board"):
        columns |= {"place_id": None, "applies_to": "system"}
    return Governance(
        **columns,
        status=status,
        rule=cue.rule,
        feature=cue.entry,
        value=value,
        body=cue.body or _written(sentence, found, "body") or body,
        body_kind=kind,
    )


def _is_named_for_the_system(sentence: Located, found: Match) -> bool:
    """Tell whether a board's name holds that of the system: it is not a place's."""
    if found.groups.get("value") is None:
        return False
    start, end = found.spans["value"]
    named = [m for m in sentence.mentions if start < m.end and m.start < end]
    return bool(named) and named[0].name.kind == SYSTEM


def _is_the_one(sentence: Located, found: Match) -> bool:
    """Tell whether a board needs no place's name to be known: "it passed to the Locality Board"."""
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    return bool(_THE_ONE.search(sentence.passage.lower[:start]))


def _written(sentence: Located, found: Match, group: str) -> str | None:
    """Return the words of a group of a match as the document writes them."""
    if found.groups.get(group) is None:
        return None
    start, end = found.spans[group]
    return _without_article(sentence.passage.text[start:end])


def _lists_something_else(reading: Reading, sentence: Located) -> bool:
    """Tell whether the sentence is an item of a list of priorities or recommendations."""
    cues = reading.codebook.cues
    leads = reading.leads(sentence.passage.line)
    lists = [c for c in (*cues["priorities"], *cues["recommendations"]) if c.entry in _OTHER_LISTS]
    return any(
        c.match.matches(lead) and not (c.unless and c.unless.matches(lead))
        for lead in leads[:1]
        for c in lists
    )


def _of_its_authors(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether "the Board" that a sentence begins with is the system's own, in a paper of the system."""
    of_places = sentence.scope.applies_to == "place" or reading.default.applies_to == "place"
    return cue.entry in _OF_A_BODY and not of_places and bool(_ITS_AUTHORS.match(sentence.passage.lower))


def _alternative(reading: Reading, sentence: Located) -> bool:
    """Tell whether a sentence names several forms with "or" between them."""
    lower = sentence.passage.lower
    stretches = [
        (found.start, found.end)
        for c in reading.codebook.cues[TABLE]
        if c.entry == "arrangement"
        for found in c.match.finditer(lower)
    ]
    if len(stretches) < _FEWEST_FORMS:
        return False
    low, high = min(low for low, _ in stretches), max(high for _, high in stretches)
    return re.search(r"\bor\b|/or\b", lower[low:high]) is not None


def _values(reading: Reading, cue: Cue, sentence: Located, found: Match) -> list[str | None]:
    value = _value(cue, sentence, found)
    if value is None:
        return [None] if cue.value is None and "value" not in found.groups else []
    if cue.entry == "board":
        after = sentence.passage.text[found.spans["value"][1] :]
        return [] if is_of_others(value, after) else [_whole_name(sentence, found, value)]
    if cue.entry == "host" and _NO_NAME.match(value.lower()):
        return []
    if cue.entry == "accountable_to" and not _is_master(reading, sentence, found, value):
        return []
    if cue.entry == "subcommittees" and cue.case and cue.body_kind is None:
        listed = _OF_GROUPS.search(sentence.passage.text[: found.spans["value"][0]])
        bare = listed and not _GROUP_NAME.search(value)
        parts = [value[low:high] for low, high in items(value)] if bare else _rejoined(value)
        groups = [_without_article(part) for part in parts]
        named = [g for g in groups if _GROUP_NAME.search(g) or (listed and g.istitle())]
        return [g for g in named if " " in g and len(g) <= _LONGEST_NAME and not _VERB.search(g)]
    return [*_other_sides(reading, value)] if cue.entry in _SEVERAL else [value]


def _is_master(reading: Reading, sentence: Located, found: Match, value: str) -> bool:
    """Tell whether a body is accountable to what a match names, and "it" is a body named just before."""
    told = sentence.passage.lower[found.start : found.end]
    if told.startswith("it "):
        before = reading.before(sentence)
        if before is sentence or not _BEGINS_WITH_A_BODY.match(before.passage.lower):
            return False
    return "report" not in told or not _NO_MASTER.match(value.lower())


def _is_one_partners(sentence: Located, found: Match) -> bool:
    """Tell whether what partners may share is one partner's own: "the trust's vision", "the trust has"."""
    lower = sentence.passage.lower
    if _OF_ONE_PARTNER.search(lower[: found.start]):
        return True
    shared_plan = "plan" in lower[found.start : found.end]
    return not shared_plan and bool(_ONE_PARTNER.match(lower)) and not _WITH_ANOTHER.search(lower)


def _other_sides(reading: Reading, value: str) -> Iterator[str]:
    """Yield with whom strategies are aligned: others, never the partnership itself."""
    if any(mention.name.kind == PARTNERSHIP for mention in reading.names.mentions(value)):
        return
    organisations = organisations_of(reading.profile, reading.codebook)
    subject = (
        value.rpartition(", ")[0].lower().startswith(("while", "although", "as "))
        or len(value) > _LONGEST_NAME
    )
    parts = [value[low:high] for low, high in items(value)] if subject else _AND_ANOTHER.split(value)
    for name in map(_without_article, parts):
        if not subject or (organisations.sectors(name) and not _VERB.search(name)):
            yield name


def _rejoined(value: str) -> list[str]:
    """Return the items of a list of groups: "a clinical and professional forum" is one."""
    parts: list[tuple[int, int]] = []
    for low, high in items(value):
        last = value[slice(*parts[-1])] if parts else ""
        joined = _ARTICLE.match(last) or (last[:1].isupper() and value[parts[-1][1] : low] == " and ")
        if joined and not _GROUP_NAME.search(last) and not _ARTICLE.match(value[low:high]):
            parts[-1] = (parts[-1][0], high)
        else:
            parts.append((low, high))
    return [value[low:high] for low, high in parts]


def _whole_name(sentence: Located, found: Match, name: str) -> str:
    """Return the name of a board from the beginning of the place's name in it: "A and B Board"."""
    start, end = found.spans["value"]
    begins = min((m.start for m in sentence.mentions if m.start < start < m.end), default=None)
    return name if begins is None else _without_article(sentence.passage.text[begins:end])


def _value(cue: Cue, sentence: Located, found: Match) -> str | None:
    if cue.value is not None:
        return cue.value
    if found.groups.get("value") is None:
        return None
    start, end = found.spans["value"]
    text = sentence.passage.text
    goes_on = None if _WHOLE_NAME.search(text[start:end]) else _NAME_GOES_ON.match(text, end)
    written = text[start : goes_on.end() if goes_on and cue.entry in ("accountable_to", "host") else end]
    coded = cue.code(written)
    if coded is not None and FEATURES[cue.entry].holds == "number":
        figure = number(coded)
        return f"{figure:g}" if figure is not None else None
    return _without_article(coded) if coded else None


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", _TWICE.sub(r"\1", name).strip())
