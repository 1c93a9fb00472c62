"""Governance features, from the cues of the coding frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Cue, Match
from placebench.coding.bare_names import is_bare_name
from placebench.coding.governing.alignments import with_alignments_once
from placebench.coding.governing.alliances import (
    goes_into_another,
    is_in_a_list,
    is_of_one_kind,
    named_alliances,
    with_alliances_named_once,
)
from placebench.coding.governing.answers import answered_features
from placebench.coding.governing.authors_own import is_before_places, is_its_authors_own
from placebench.coding.governing.board_names import stated_boards
from placebench.coding.governing.boards import with_boards_settled
from placebench.coding.governing.feature_rows import features_of_rows
from placebench.coding.governing.feature_tables import tabled_features
from placebench.coding.governing.headed import headed_plans, headed_visions, is_title_of_what_is_to_come
from placebench.coding.governing.in_general import is_said_in_general
from placebench.coding.governing.levels import is_of_nobody
from placebench.coding.governing.mere_names import is_named_only
from placebench.coding.governing.named_once import with_bodies_named_once, with_masters_named_once
from placebench.coding.governing.one_partner import is_one_partners
from placebench.coding.governing.other_places import other_places
from placebench.coding.governing.others_groups import answers_to_others, is_only_heard
from placebench.coding.governing.overlaps import without_the_less_told
from placebench.coding.governing.status import (
    is_granted,
    status_of,
    with_the_granted,
    without_talks_of_what_is_there,
)
from placebench.coding.governing.subgroups import announced_groups, headed_groups
from placebench.coding.governing.systems_plans import without_the_systems_plans
from placebench.coding.governing.titled import captioned_chairs, headed_boards, titled_bodies
from placebench.coding.governing.values import plain_name, values_of
from placebench.coding.governing.whose import row_of
from placebench.coding.members.group_tables import tabled_groups
from placebench.coding.members.place_tables import frequencies_by_place
from placebench.coding.provider_bodies import names_providers
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import HEADING
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.importer import Fact
from placebench.model import Governance

TABLE = "governance"
_OTHER_LISTS = frozenset({"list", "asked", "resolved", "asked_of_each"})
_OPTION = re.compile(r"option (?:\d+|[a-h]|one|two|three|four|five|six|seven)\b")


def code_governance(reading: Reading) -> Iterator[Fact]:
    """Yield the governance features that a document states."""
    if is_before_places(reading):
        return
    named = (
        *named_alliances(reading),
        *_named_boards(reading),
        *titled_bodies(reading),
        *captioned_chairs(reading),
        *headed_boards(reading),
        *headed_visions(reading),
        *headed_plans(reading),
        *headed_groups(reading),
        *tabled_groups(reading),
        *frequencies_by_place(reading),
        *tabled_features(reading),
        *features_of_rows(reading),
        *answered_features(reading),
    )
    stated = with_the_granted(_stated(reading))
    found = [*stated, *_numbered_options(reading), *named, *announced_groups(reading)]
    kept = [*without_the_systems_plans(reading, found)]
    # A board that is a committee of another is no group under itself.
    boards = {_said_of(fact, "board") for fact in kept}
    settled = [
        f for f in kept if _said_of(f, "subcommittees") is None or _said_of(f, "subcommittees") not in boards
    ]
    named_once = with_bodies_named_once([*with_boards_settled(with_alliances_named_once(settled))])
    settled = [*without_talks_of_what_is_there(reading.codebook, [*named_once])]
    yield from with_alignments_once([*with_masters_named_once(settled)])


def _said_of(fact: Fact, feature: str) -> tuple[str | None, str] | None:
    """Return the place and the name that a fact of some feature is about; None for another feature."""
    row = fact.row
    if not isinstance(row, Governance) or row.feature != feature or row.value is None:
        return None
    return row.place_id, row.value.lower()


def _stated(reading: Reading) -> Iterator[tuple[Fact, bool]]:
    """Yield what the cues of the coding frame find, each with whether it is but taken for granted."""
    for cue, sentence, found, status in without_the_less_told(reading.cued(TABLE, clauses=True)):
        if _says_something_else(reading, cue, sentence, found):
            continue
        if is_its_authors_own(reading, cue, sentence, found):
            continue
        if is_one_partners(cue, reading, sentence, found) or is_named_only(
            reading.codebook, cue, sentence, found
        ):
            continue
        known = status_of(reading, cue, sentence, found, status)
        if known is None or is_title_of_what_is_to_come(reading, cue, sentence):
            continue
        granted = is_granted(reading, cue, sentence, found, known)
        for value in values_of(reading, cue, sentence, found):
            row = row_of(reading, cue, sentence, found, known, value)
            if is_of_nobody(reading.codebook, sentence, found, row) or _is_of_two_places(reading, row):
                continue
            others = [
                told for told in other_places(reading, sentence, found) if told.place_id != row.place_id
            ]
            yield reading.fact(row, sentence), granted
            for told in others:
                other = attrs.evolve(
                    row, place_id=told.place_id, applies_to="place", status=told.status, body=None
                )
                yield reading.fact(other, told.sentence), False


def _is_of_two_places(reading: Reading, row: Governance) -> bool:
    """Tell whether the body that a row names is of another place than the row: whose it is is not clear."""
    named = reading.names.mentions(row.body) if row.body and row.place_id else ()
    places = {mention.name.id for mention in named if mention.name.kind != SYSTEM}
    return bool(places) and row.place_id not in places


def _says_something_else(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether words are the name of an organisation, one of providers alone, or of a list of others."""
    if _lists_something_else(reading, sentence):
        return True
    if is_bare_name(reading.codebook, sentence) or is_said_in_general(reading, cue, sentence, found):
        return True
    if answers_to_others(reading, cue, sentence, found) or is_only_heard(reading, cue, sentence, found):
        return True
    if cue.value == "alliance" and (
        goes_into_another(reading.codebook, sentence, found.start, found.end)
        or is_in_a_list(reading.codebook, sentence, found.start, found.end)
        or is_of_one_kind(reading.codebook, sentence, found.start, found.end)
        or _is_in_a_name(sentence, found)
    ):
        return True
    return cue.entry == "arrangement" and names_providers(reading, sentence, found.start, found.end)


def _is_in_a_name(sentence: Located, found: Match) -> bool:
    """Tell whether a word for a form is the last of a partnership's own name, which is asked elsewhere."""
    named = (m for m in sentence.mentions if m.name.kind == PARTNERSHIP and m.name.text.endswith(" Alliance"))
    return any(m.start < found.start and found.end <= m.end for m in named)


def _numbered_options(reading: Reading) -> Iterator[Fact]:
    """Yield the forms that short lines offer, which look like headings: "Option 2 Committee of the ICB"."""
    for sentence in reading.sentences:
        if sentence.passage.line.block.kind != HEADING or not _OPTION.match(sentence.passage.lower):
            continue
        for cue, one, found, _ in reading.cued_in(TABLE, sentence):
            if cue.entry == "arrangement":
                row = row_of(reading, cue, one, found, "option", cue.value)
                yield reading.fact(row, one)


def _named_boards(reading: Reading) -> Iterator[Fact]:
    """Yield the boards whose names begin with that of a place, and the form that such a name tells of."""
    cue = reading.codebook.entry(TABLE, "board")
    for sentence, found, mention, status in stated_boards(reading):
        row = row_of(reading, cue, sentence, found, status, plain_name(found.groups["value"] or ""))
        yield reading.fact(attrs.evolve(row, place_id=mention.name.id, applies_to="place"), sentence)


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
