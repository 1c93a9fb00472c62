"""Names of members: the organisation of a post, and one name for one organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from placebench.model import Membership

_POST = (
    r"(?:joint |interim |acting |deputy )*(?:chief (?:executive|operating|finance|nursing) ?(?:officer)?s?"
    r"|(?:medical|managing|finance|(?:non-)?executive) directors?|leaders?|chairs?)"
)
_NAMED = (
    r"(?=Healthwatch\b|NHS [A-Z]|[A-Z][\w'&-]+ (?:[\w'&-]+ )*?(?:Trust|Council|ICB|Board|Hospitals?"
    r"|Hospice|University|Federation|Network|Service|Limited|CIC)\b)"
)
_POST_OF = re.compile(rf"^(?i:{_POST} (?:of|from|at) (?:both |the )*){_NAMED}")
# "NHS Alpha Managing Director for Beta" is of NHS Alpha.
_POST_BEHIND = re.compile(rf"^(?P<of>NHS [A-Z][\w' &-]*?) (?=[A-Z])(?i:{_POST})(?: (?:for|of|at) .+)?$")
_LED_UP_TO = re.compile(
    r"^(?:our|the|its|all|each|both|neighbouring) "
    rf"(?:[a-z'-]+ ){{1,4}}(?:at|in|from|of|,) (?:the )?{_NAMED}"
    rf"|^(?:in|through|via|at|by way of) (?:the )?{_NAMED}"
    r"|^(?:all|each|both)(?: of)? (?:the |our )?(?=[\w-]+ )"
)
_AMONG = re.compile(
    r"^(?:among (?:them|these|those)|including|such as|namely)(?: are| is)?"
    r" (?:(?:the|our|its) )?(?=\S)",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(
    r"^(?:[a-z-]+,? (?:and )?){0,6}(?:provider|charity|federation|organisation|association|company) (?=[A-Z])"
)
_PARTS_OF_NHS = re.compile(r"(?:the |our |local )*NHS \(([^()]+)\)")
_PART = re.compile(r", and |, | and | & |/")
_WHERE = re.compile(
    r" \((?:where|if|when|as) (?:applicable|relevant|appropriate|required|needed|available)\)$"
)
_IN_GENERAL = re.compile(
    r"(?:(?:nhs|foundation|hospital|local|county|borough|city|district) )*"
    r"(?:trust|council|icb|integrated care board|hospice|healthwatch)"
)

# A name of several capitals may begin with any word: "In Control Partnerships", "As One".
_BEGINS_NO_NAME = re.compile(
    r"(?i:will|would|shall|should|may|might|can|could|must|cannot|is|are|was|were|be|been|being"
    r"|has|have|had|do|does|did|as|and|or|but|nor|if|when|whenever|where|while|because|although|though|since|unless|until"
    r"|that|which|who|whose|to|for|by|in|on|at|with|from|of|into|under|through|about|between|during|following"
    r"|subject|works?|elected|employed) (?=[a-z])"
    r"|(?i:as|that|while|since|because|if|when|although)"
    r" (?i:dr|cllr|councillor|mr|mrs|ms|professor|sir|dame)\b"
    r"|other (?:policies|matters|business|duties|functions|arrangements|documents|decisions|items)\b"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_FINITE = re.compile(
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )(?<!\band )(?<!\bor )"
    r"\b(?:is|are|was|were|has|have|had|will|would"
    r"|shall|should|must|may|might|cannot|does|did|(?:reports?|answers) (?:in)?to|meets|agrees|notes|receives"
    r"|approves|decides|oversees|covers|serves|provides|brings|offers|employs|but)\b"
)


def is_clause(name: str) -> bool:
    """Tell whether words name no organisation: they hold a verb, or begin as no name does."""
    return bool(_BEGINS_NO_NAME.match(name) or _FINITE.search(_BRACKETED.sub("", name)))


def organisation_named(name: str) -> str:
    """Return the organisation that a member's name is of, without a lead, the post in it and provisos."""
    name = _POST_BEHIND.sub(r"\g<of>", name)
    return _WHERE.sub("", _POST_OF.sub("", _AMONG.sub("", name, count=1), count=1))


def without_kind(name: str) -> str:
    """Return the name behind the kind that it is of: "acute provider Alpha NHS Trust"."""
    return _KIND_BEFORE.sub("", name)


def parts_of_nhs(name: str) -> tuple[str, ...]:
    """Return the kinds of care that brackets behind the NHS name: "NHS (primary, community)"."""
    found = _PARTS_OF_NHS.fullmatch(name)
    parts = [part.strip() for part in _PART.split(found[1])] if found else []
    return tuple(part if part.endswith(("care", "health")) else f"{part} care" for part in parts)


def proper_name(said: str) -> str:
    """Return the name that lower-case words lead up to: "our colleagues at Alpha Council"."""
    return _LED_UP_TO.sub("", said, count=1)


def is_told_in_full(row: Membership, others: Iterable[Membership]) -> bool:
    """Tell whether a conclusion about "the trust" is about the one trust that another row names in full."""
    short = (row.organisation or "").lower()
    if row.basis != "derived" or not _IN_GENERAL.fullmatch(short):
        return False
    same = (row.place_id, row.status, row.body_kind)
    full = {(o.organisation or "").lower() for o in others if (o.place_id, o.status, o.body_kind) == same}
    return sum(name.endswith(f" {short}") for name in full) == 1
