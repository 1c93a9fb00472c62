"""Governance features, from the cues of the coding frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bare_names import is_bare_name
from placebench.coding.bodies import body_of, is_no_one_body
from placebench.coding.governing.alignments import with_alignments_once
from placebench.coding.governing.alliances import named_alliances, with_alliances_named_once
from placebench.coding.governing.authors import (
    is_of_another,
    is_of_its_meeting,
    is_the_publishers,
)
from placebench.coding.governing.board_names import stated_boards
from placebench.coding.governing.boards import with_boards_settled
from placebench.coding.governing.contrast import (
    ended_next,
    not_accepted,
    others_without,
    places_before,
)
from placebench.coding.governing.doing_lists import is_deliverable, is_promised, status_of_list
from placebench.coding.governing.headed import headed_plans, headed_visions, is_title_of_what_is_to_come
from placebench.coding.governing.levels import (
    has_a_system_as_subject,
    is_board_of_the_system,
    is_of_places_in_general,
    is_of_several_places,
    is_of_unclear_level,
)
from placebench.coding.governing.mere_names import is_named_only
from placebench.coding.governing.presupposed import presupposed
from placebench.coding.governing.subgroups import announced_groups, headed_groups
from placebench.coding.governing.systems_plans import without_the_systems_plans
from placebench.coding.governing.titled import (
    captioned_chairs,
    headed_boards,
    titled_bodies,
)
from placebench.coding.governing.values import (
    NAME_BEFORE,
    is_one_partners,
    values_of,
    without_article,
    written,
)
from placebench.coding.provider_bodies import names_providers
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.coding.shared_names import shared_names
from placebench.documents import HEADING
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Governance

TABLE = "governance"
_OTHER_LISTS = frozenset({"list", "asked", "resolved", "asked_of_each"})
_THERE_ALREADY = frozenset({"board", "subcommittees", "shared_plan", "executive_team"})
_OF_THE_PARTNERSHIP = frozenset({"icb_committee", "joint_committee", "lead_provider"})
_OF_A_BODY = frozenset(
    {"scheme_of_delegation", "subcommittees", "meeting_frequency", "chairing", "public_transparency"}
)
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
_NAMES_IT = frozenset({"clinical_leadership", "executive_team"})
_FEWEST_FORMS = 2
_OR_ANOTHER = re.compile(r",? ?\bor (?!before|after|by|in|not|else\b|until)")
# In a list that its lead calls groups, names need not say so: "four boards: Start Well, Age Well".
_OF_ITS_OWN = re.compile(r"(?:place|partnership|alliance|borough|locality)\b")
_WITH_ITS_COUNCIL = re.compile(
    r"^(?:the|our) council and\b|^[\w' ]{3,60} and (?:the|our) council\b"
    r"|\b(?:the|our) (?:\w+ )?council and (?:the )?(?:nhs|icb|integrated care board)\b"
    r"|\b(?:nhs|icb|integrated care board) and (?:the|our) (?:\w+ )?council\b"
)
_POST = re.compile(r"(?:man|woman|person)?(?: and [^,.;]{3,40}?)? (?:of|for) [^,.;]{3,80},")
_OPTION = re.compile(r"option (?:\d+|[a-h]|one|two|three|four|five|six|seven)\b")
_THE_ONE = re.compile(r"\b(?:the|this|our) $")
_WEIGHED = re.compile(
    r"[^,.;]{0,60}? (?:was|were|had been|has been|have been) (?:[\w-]+ly )?(?:considered|examined|weighed"
    r"|looked at|explored)\b(?! and (?:\w+ )?(?:approved|agreed|adopted|accepted|endorsed|signed))"
)
_A_FORM = re.compile(r"\b(?:an?|any|another|such an?) (?:[\w'-]+ ){0,2}$")
_EXCEPT = r"(?:beyond|other than|apart from|aside from|except(?: for)?|besides|save(?: for)?|outside)"
_BUT_FOR = re.compile(rf"[^,.;]{{0,30}}? {_EXCEPT} ")
_BUT_FOR_FIRST = re.compile(rf"{_EXCEPT} ")
_ITS_INITIALS = re.compile(r" \([A-Z]{2,6}\) ")
# "We" of a paper about a system are those of the system.
_OURS = re.compile(r"(?:as an? [^,]{3,50},? )?(?:we|our)\b")
_ITS_AUTHORS = re.compile(
    r"(?:the|this) (?:icb )?(?:board|committee|meeting)\b|(?:board|committee) meetings?\b"
)


def code_governance(reading: Reading) -> Iterator[Fact]:
    """Yield the governance features that a document states."""
    named = (
        *named_alliances(reading),
        *_named_boards(reading),
        *titled_bodies(reading),
        *captioned_chairs(reading),
        *headed_boards(reading),
        *headed_visions(reading),
        *headed_plans(reading),
        *headed_groups(reading),
    )
    found = [*_stated(reading), *_numbered_options(reading), *named, *announced_groups(reading)]
    kept = [*without_the_systems_plans(reading, found)]
    # A board that is a committee of another is no group under itself.
    boards = {_said_of(fact, "board") for fact in kept}
    settled = [
        f for f in kept if _said_of(f, "subcommittees") is None or _said_of(f, "subcommittees") not in boards
    ]
    yield from with_alignments_once([*with_boards_settled(with_alliances_named_once(settled))])


def _said_of(fact: Fact, feature: str) -> tuple[str | None, str] | None:
    """Return the place and the name that a fact of some feature is about; None for another feature."""
    row = fact.row
    if not isinstance(row, Governance) or row.feature != feature or row.value is None:
        return None
    return row.place_id, row.value.lower()


def _stated(reading: Reading) -> Iterator[Fact]:
    """Yield what the cues of the coding frame find."""
    another = is_of_another(reading)
    for cue, sentence, found, status in reading.cued(TABLE, clauses=True):
        if _says_something_else(reading, cue, sentence, found):
            continue
        if another and is_of_its_meeting(reading, cue, sentence, found):
            continue
        partners = is_one_partners(reading.codebook, sentence, found)
        partners = partners or is_the_publishers(reading, sentence, found)
        if (cue.entry in _SHARED and partners) or is_named_only(reading.codebook, cue, sentence, found):
            continue
        known = _status(reading, cue, sentence, found, status)
        if known is None or is_title_of_what_is_to_come(reading, cue, sentence):
            continue
        for value in values_of(reading, cue, sentence, found):
            row = _row(reading, cue, sentence, found, known, value)
            if is_of_unclear_level(cue, sentence, row.body_kind):
                continue
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


def _says_something_else(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether words are the name of an organisation, one of providers alone, or of a list of others."""
    if _lists_something_else(reading, sentence) or _of_its_authors(reading, cue, sentence):
        return True
    if is_bare_name(reading.codebook, sentence):
        return True
    return cue.entry == "arrangement" and names_providers(reading, sentence, found.start, found.end)


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
    status = _told(reading, cue, sentence, found, status)
    if cue.entry == "arrangement" and (
        (status in ("in_place", "expected", "planned") and _alternative(reading, sentence))
        or (status == "in_place" and _is_weighed(sentence, found))
    ):
        return "option"
    if cue.entry == "chairing" and _POST.match(sentence.passage.lower, found.end):
        # Who is introduced as a chair is one, whatever they go on to say.
        return "in_place" if sentence.passage.text[: found.start].endswith(", ") else status
    if status == "absent" and _is_all_but(sentence, found):
        return None
    if cue.entry in _THERE_ALREADY and cue.status is None and status != "shadow":
        return presupposed(reading, cue, sentence, found, status)
    if status == "in_place" and ended_next(reading, sentence, found):
        return "ended"
    return "emerging" if status == "in_place" and not_accepted(reading, sentence) else status


def _told(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> str:
    """Return how far the thing is there by the words around it; a board in shadow may meet in public."""
    if status == "in_place":
        return status_of_list(reading, sentence, found, status)
    if status == "emerging" and is_deliverable(reading, sentence, found):
        # That a list of deliverables is only likely leaves its dates as plans.
        return "planned"
    if status == "expected" and is_promised(sentence):
        return "planned"
    return "in_place" if status == "shadow" and cue.entry == "public_transparency" else status


def _is_weighed(sentence: Located, found: Match) -> bool:
    """Tell whether a form "was considered" and no more: it is one that partners looked at."""
    lower = sentence.passage.lower
    _, high = clause_at(lower, found.start, found.end)
    return bool(_A_FORM.search(lower[: found.start]) and _WEIGHED.match(lower, found.end, high))


def _is_all_but(sentence: Located, found: Match) -> bool:
    """Tell whether what is not there is named with an exception: "no pooled budget beyond the fund"."""
    lower = sentence.passage.lower
    return bool(_BUT_FOR.match(lower, found.end) or _BUT_FOR_FIRST.match(lower))


def _named_boards(reading: Reading) -> Iterator[Fact]:
    """Yield the boards whose names begin with that of a place, and the form that such a name tells of."""
    cue = reading.codebook.entry(TABLE, "board")
    for sentence, found, mention, status in stated_boards(reading):
        row = _row(reading, cue, sentence, found, status, without_article(found.groups["value"] or ""))
        yield reading.fact(attrs.evolve(row, place_id=mention.name.id, applies_to="place"), sentence)


def _row(
    reading: Reading, cue: Cue, sentence: Located, found: Match, status: str, value: str | None
) -> Governance:
    body, kind = body_of(reading, sentence, found) if cue.entry != "board" else (None, "partnership")
    if cue.entry == "board" and (
        _is_named_for_the_system(reading, sentence, found)
        or is_board_of_the_system(reading.codebook, sentence, found)
    ):
        kind = "system"
    own = cue.case or _OF_ITS_OWN.match(sentence.passage.lower, found.start)
    names_it = cue.entry in _NAMES_IT and (kind == "subgroup" or (own and kind == "partner"))
    own_form = value in _OF_THE_PARTNERSHIP and not has_a_system_as_subject(reading, sentence)
    if names_it or (own_form and kind in ("system", "partner", "subgroup")):
        body, kind = None, "partnership"
    if cue.entry in _OF_ITS_TEAM and kind in ("system", "partner", "programme"):
        body, kind = None, "partnership"
    kind = cue.body_kind or ("system" if cue.entry == "board" and _is_no_places(reading, sentence) else kind)
    several = is_of_several_places(sentence, found)
    if kind == PARTNERSHIP and (several or _is_no_places(reading, sentence)):
        kind = SYSTEM
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
    if kind == "system" and (several or cue.entry in _OF_A_BODY or cue.entry == "board"):
        columns |= {"place_id": None, "applies_to": "system"}
    return Governance(
        **columns,
        status=status,
        rule=cue.rule,
        feature=cue.entry,
        value=value,
        body=cue.body or written(sentence, found, "body") or body,
        body_kind=kind,
    )


def _is_no_places(reading: Reading, sentence: Located) -> bool:
    """Tell whether a body is none of a place's: no words around it speak of a place or of each."""
    if is_no_one_body(reading, sentence):
        return True
    scope = sentence.scope
    if scope.applies_to != "system" or is_of_places_in_general(reading, sentence):
        return False
    of_place = bool(reading.default.places)
    return not of_place or (scope.named and not _WITH_ITS_COUNCIL.search(sentence.passage.lower))


def _is_named_for_the_system(reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether a board is named for the system or a body of the system: it is not a place's."""
    if found.groups.get("value") is None:
        return False
    start, end = found.spans["value"]
    if start < sentence.systems_board:
        return True
    if any(
        kind == SYSTEM and start <= low < high < end for low, high, kind in shared_names(reading, sentence)
    ):
        return True
    text = sentence.passage.text
    longer = NAME_BEFORE.search(text[:start])
    start = longer.start() if longer else start
    named = [m for m in sentence.mentions if start < m.end and m.start < end]
    just_before = (
        m for m in sentence.mentions if m.end <= start and _ITS_INITIALS.fullmatch(text[m.end : start])
    )
    named = named or list(just_before)
    return bool(named) and named[0].name.kind == SYSTEM


def _is_the_one(sentence: Located, found: Match) -> bool:
    """Tell whether a board needs no place's name to be known: "it passed to the Locality Board"."""
    start = found.spans["value"][0] if found.groups.get("value") else found.start
    return bool(_THE_ONE.search(sentence.passage.lower[:start]))


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
        for c in reading.held(sentence.passage).get(TABLE, ())
        if c.entry == "arrangement"
        for found in c.match.finditer(lower)
    ]
    if len(stretches) < _FEWEST_FORMS:
        return False
    # The "or" of one form's own words, "a committee of the ICB or of the council", parts no two forms;
    # that before the last of several does, though a cue begins with it or no known form follows.
    (_, low), (high, end) = min(stretches), max(stretches)
    last = _OR_ANOTHER.match(lower, high) or _OR_ANOTHER.match(lower, end)
    return last is not None or re.search(r"\bor\b|/or\b", lower[low:high]) is not None
