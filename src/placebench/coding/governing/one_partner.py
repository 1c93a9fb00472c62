"""What one partner has or does by itself: "the trust's vision", "Healthwatch has a panel of residents"."""

from __future__ import annotations

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.extract.sentences import clause_at

# What partners may share, and what each of them may have too.
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
_OF_ANY_BODY = _SHARED | {
    "decision_process",
    "learning_network",
    "public_transparency",
    "resident_involvement",
}
# A council signs memoranda with many others.
_OF_ANY_BODY_BY_VALUE = frozenset({"memorandum_of_understanding"})
_WORDS = "one_partner"
_OF_ONE_PARTNER = Wording(_WORDS, r"\b<partner>(?:'s|s')(?: own)? (?:[\w-]+ ){0,2}$")
# "The council's and the trust's nurses" are of both.
_OF_TWO = Wording(
    _WORDS,
    r"\b<partner>(?:'s|s') (?:[\w'-]+ ){0,3}and (?:the )?(?:[\w'-]+ ){0,3}<partner>(?:'s|s') "
    r"(?:[\w'-]+ ){0,3}$",
)
# "The vision of Alpha Hospitals is ..."; what is "of the council and the NHS" is of both.
_OF_AN_ORGANISATION = Wording(
    _WORDS,
    r"\b<owned>\b of (?:the |our )?(?:(?!and |all |our |the )[\w&'-]+ ){0,4}?"
    r"<organisation>\b(?!,? and\b| partnership)",
)
# "The trust, which has its own five-year strategy": behind one organisation, and no two.
_HAS_ITS_OWN = Wording(
    _WORDS,
    r"(?:^|[^\w\s] |\b(?:but|while|include|includes|including|that) )(?:the |an? |our )?"
    r"(?:(?!and |with )[\w\x27&-]+ ){0,4}?<organisation>,? (?:(?:which|who) )?"
    r"<has_own> (?:(?:an?|its|their) (?:own )?)?(?:[\w-]+ ){0,4}$",
)
_HAS_ALONE = Wording(
    _WORDS, r"(?:the |an? )?(?:[\w-]+ ){0,3}<partner_alone>(?: (?:in|of|for) [\w-]+)? <has_alone> "
)
_WITH_ANOTHER = Wording(
    _WORDS, r"\b(?:with|to) (?:the |its |local |other )?(?:[\w-]+ ){0,3}<another_partner>\b"
)
# "The two foundation trusts share a leadership team": it is theirs, and no partnership's.
_OF_TRUSTS = Wording("provider_bodies", r"^[;:, ]*[^.;,]{0,80}\b<providers> (?:[\w-]+ ){1,4}$")
_OF_TRUSTS_BEHIND = Wording(
    "provider_bodies",
    r" (?:of|for|across|between|at) (?:(?:the|both|all|two|three) )*(?:[\w-]+ ){0,2}?<providers>\b(?! and\b)",
)
_OF_THEIR_HEADS = frozenset({"executive_team", "clinical_leadership", "joint_posts"})
# "Write with patients what the new Trust is to be like": it is done for that partner.
_FOR_ONE = Wording(_WORDS, r"[^.;,]{0,40} of (?:the|our|its|this) (?:new |merged |single )?<partner>\W*$")
_OWN = frozenset({" ", "'s ", "' ", "'s own "})
_IS_SUBJECT = Wording(
    _WORDS,
    r"(?:(?:the |our |all )?<staff> (?:at|of|from|in) )?(?:the |an? |each )?"
    r"(?:(?!and )[\w&-]+ ){0,3}?<organisation>(?:s'|'s)?"
    r"(?: (?:board|meetings?|governors|[\w-]+))?(?: (?:in|of|for) [\w-]+)? ",
)
_OTHERS = Wording(_WORDS, r"\b<others>\b")


def is_shared(cue: Cue) -> bool:
    """Tell whether a feature is one that partners have in common."""
    return cue.entry in _SHARED


def is_one_partners(cue: Cue, reading: Reading, sentence: Located, found: Match) -> bool:
    """Tell whether what partners may share is one partner's own: "the trust's vision", "the trust has".

    So too what a list says that begins with one partner: "The council is responsible for:".
    """
    codebook = reading.codebook
    if is_shared(cue) and _is_its_own(codebook, sentence, found):
        return True
    lower = sentence.passage.lower
    low, high = clause_at(lower, found.start, found.end)
    if cue.entry in _OF_THEIR_HEADS and (
        _OF_TRUSTS.of(codebook).search(lower[low : found.start])
        or _OF_TRUSTS_BEHIND.of(codebook).match(lower, found.end)
    ):
        return True
    if cue.entry == "resident_involvement" and _FOR_ONE.of(codebook).match(lower, found.end, high):
        return True
    if cue.entry not in _OF_ANY_BODY and cue.value not in _OF_ANY_BODY_BY_VALUE:
        return False
    leads = reading.leads(sentence.passage.line)
    return _is_said_of_one(codebook, sentence) or any(_begins_with_one(codebook, lead) for lead in leads[:1])


def _is_its_own(codebook: Codebook, sentence: Located, found: Match) -> bool:
    lower = sentence.passage.lower
    of_system = any(
        m.name.kind == SYSTEM and (lower[m.end : found.start] in _OWN or m.start < found.start < m.end)
        for m in sentence.mentions
    )
    before = lower[: found.start]
    of_one = _OF_ONE_PARTNER.of(codebook).search(before) and not _OF_TWO.of(codebook).search(before)
    _, high = clause_at(lower, found.start, found.end)
    behind = _OF_AN_ORGANISATION.of(codebook).search(lower, found.start, high)
    owns = _HAS_ITS_OWN.of(codebook).search(before) and not _WITH_ANOTHER.of(codebook).search(lower)
    if of_system or of_one or owns or (behind is not None and behind.start() < found.end):
        return True
    if "plan" in lower[found.start : found.end] or not _HAS_ALONE.of(codebook).match(lower):
        return False
    return not _WITH_ANOTHER.of(codebook).search(lower)


def _is_said_of_one(codebook: Codebook, sentence: Located) -> bool:
    """Tell whether a sentence begins with one organisation and names none that it could share with."""
    of_partnership = any(m.name.kind == PARTNERSHIP for m in sentence.mentions)
    return not of_partnership and _begins_with_one(codebook, sentence.passage.lower)


def _begins_with_one(codebook: Codebook, lower: str) -> bool:
    subject = _IS_SUBJECT.of(codebook).match(lower)
    return subject is not None and _OTHERS.of(codebook).search(lower, subject.end()) is None
