"""What papers of other bodies say of those: their boards, rules and plans are not the partnership's."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.authors import is_of_another, names_a_places_body, names_another
from placebench.coding.governing.one_partner import is_shared
from placebench.coding.governing.whose import OF_A_BODY
from placebench.coding.publishers_own import is_its_publishers
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.dates import parse_date
from placebench.extract.gazetteer import SYSTEM

_OF_A_MEETING = frozenset(
    {
        "scheme_of_delegation",
        "subcommittees",
        "meeting_frequency",
        "chairing",
        "public_transparency",
        "terms_of_reference",
        "accountable_to",
        "decision_process",
        "board",
    }
)
# "The Joint Committee" of councils that scrutinise is itself the form that its minutes speak of.
_ITS_OWN_FORM = "joint_committee"
# What an organisation that publishes for itself may say of itself, beside what partners share.
_OF_ITS_OWN = frozenset({"meeting_frequency", "public_transparency", "resident_involvement"})
_IN_LISTS_OF_AIMS = frozenset({"strategy_alignment", "shared_plan", "shared_vision", "resident_involvement"})
_FIRST_YEAR = 2010
_OF_SOME_BODY = re.compile(r"\bterms of reference (?:of|for)\b")
# A work or workforce plan in the minutes of another body is hardly the partnership's.
_OF_ANY_BODY = frozenset({"work", "people"})
_ITS_CHAIR = re.compile(r"the chair\b(?! of\b)")
_ASIDE_BEHIND = re.compile(r"[,;] (?!and the |of the )")
_SUBJECT = 12
_WORDS = "authors"
# What the list of a body's aims is called by the words that lead to it.
_AIMS = Wording(_WORDS, r"\b<aims>\b")
_ITS_BODY = Wording(_WORDS, r"its (?:[\w-]+ ){0,2}<its_body>\b")
_BARE = Wording(_WORDS, r"\b(?:the|this|our) <bare>\b(?! of the (?:place|partnership|alliance))|^members\b")
_ITS_AUTHORS = Wording(_WORDS, r"(?:the|this) (?:icb )?<itself>\b|<own_board> meetings?\b")
_ITS_OWN = Wording(_WORDS, r"\b<its_own>'s (?:\w+ )?$")
_OF_PRACTICES = Wording(_WORDS, r"\b<of_practices>\b")
# "The action plan, which would go with the strategy": that of the board whose strategy it is.
_GOES_WITH_IT = Wording(_WORDS, r"\b(?:the|an|its) <goes_with_it>$")


def is_before_places(reading: Reading) -> bool:
    """Tell whether a document is older than any partnership of a place in health and care.

    The "partnership boards" of those years were local strategic partnerships, of all that a council does.
    """
    published = parse_date(reading.document.metadata.get("published", ""))
    return published is not None and published[0].year < _FIRST_YEAR


def is_its_authors_own(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether a feature is that of the body whose paper it is, and not of the partnership."""
    if _begins_with_its_authors(reading, cue, sentence) or _is_listed_of_another(reading, cue, sentence):
        return True
    if cue.entry == "shared_vision" and _is_titled_for_practices(reading):
        return True
    of_another = is_of_another(reading, sentence.passage.line.block.path)
    if of_another and _is_of_its_meeting(reading, cue, sentence, found):
        return True
    of_one = is_shared(cue) or cue.entry in _OF_ITS_OWN
    return of_one and is_its_publishers(reading, sentence.passage.lower, found)


def _begins_with_its_authors(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether "the Board" that a sentence begins with is the system's own, in a paper of the system."""
    of_places = sentence.scope.applies_to == "place" or reading.default.applies_to == "place"
    return (
        cue.entry in OF_A_BODY
        and not of_places
        and bool(_ITS_AUTHORS.of(reading.codebook).match(sentence.passage.lower))
    )


def _is_titled_for_practices(reading: Reading) -> bool:
    """Tell whether a page is on a body of general practices, whose vision it then gives."""
    title = reading.document.metadata.get("title", "").lower()
    return _OF_PRACTICES.of(reading.codebook).search(title) is not None


def _is_listed_of_another(reading: Reading, cue: Cue, sentence: Located) -> bool:
    """Tell whether a list is of what another body does: "The objectives of the scrutiny panel are:"."""
    lead = next(iter(reading.leads(sentence.passage.line)), "") if cue.entry in _IN_LISTS_OF_AIMS else ""
    if not _AIMS.of(reading.codebook).search(lead) or not names_another(reading.codebook, lead):
        return False
    return not names_a_places_body(reading.codebook, lead)


def _is_of_its_meeting(reading: Reading, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether minutes of another body speak of that body's own board, rules or work programme."""
    book, lower = reading.codebook, sentence.passage.lower
    if _is_of_the_place_before(reading, sentence):
        return False
    of_a_meeting = cue.entry in _OF_A_MEETING or cue.value == _ITS_OWN_FORM
    if of_a_meeting and _speaks_of_its_authors(book, sentence, found):
        return True
    if cue.entry == "chairing" and _ITS_CHAIR.match(lower) and not names_a_places_body(book, lower):
        return True
    # What the words behind a stop speak of is not whose rules they are.
    told = lower[: found.end] + _ASIDE_BEHIND.split(lower[found.end :], maxsplit=1)[0]
    if cue.entry == "terms_of_reference" and not names_a_places_body(book, told):
        return not _OF_SOME_BODY.search(lower)
    own_plan = _is_its_own(book, sentence, found) or not names_a_places_body(book, lower)
    named = any(mention.name.kind != SYSTEM for mention in sentence.mentions)
    behind = not named and _GOES_WITH_IT.of(book).search(lower[: found.end]) is not None
    return cue.entry == "shared_plan" and own_plan and (cue.value in _OF_ANY_BODY or behind)


def _is_of_the_place_before(reading: Reading, sentence: Located) -> bool:
    """Tell whether "its board" is that of the place with which the sentence before begins."""
    before = reading.before(sentence)
    if before is sentence or not _ITS_BODY.of(reading.codebook).match(sentence.passage.lower):
        return False
    return any(mention.start < _SUBJECT and mention.name.kind != SYSTEM for mention in before.mentions)


def _is_its_own(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether the words right before a match say that it is a body's own: "the committee's ..."."""
    return bool(_ITS_OWN.of(codebook).search(sentence.passage.lower[: found.start]))


def _speaks_of_its_authors(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether the words before a match name no body but "the Board", whose the document is."""
    bare = _BARE.of(codebook).search(sentence.passage.lower[: found.end])
    return bare is not None and not names_a_places_body(codebook, sentence.passage.lower)
