"""Names of members: the organisation of a post, and one name for one organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from placebench.codebook import Codebook, Wording
from placebench.extract.organisations import Organisations
from placebench.model import Membership

_WORDS = "member_names"
_POST = r"(?:<rank> )*<post>"
_NAMED = r"(?=<one_word>\b|NHS [A-Z]|[A-Z][\w'&-]+ (?:[\w'&-]+ )*?<organisation>\b)"
_POST_OF = Wording(
    _WORDS, rf"^(?i:{_POST} (?:of|from|at) (?:both |the )*){_NAMED}|^(?i:{_POST}),? (?=NHS [A-Z])"
)
# "NHS Alpha Managing Director for Beta" is of NHS Alpha.
_POST_BEHIND = Wording(_WORDS, rf"^(?P<of>NHS [A-Z][\w' &-]*?) (?=[A-Z])(?i:{_POST})(?: (?:for|of|at) .+)?$")
# "Alpha Council chief executive Jo Bell" is of Alpha Council.
_PERSON_BEHIND = Wording(
    _WORDS, rf"^(?P<of>[A-Z][\w' &-]*?<organisation>)(?:'s)? (?i:{_POST})(?: [A-Z][\w'-]+){{1,4}}$"
)
_LED_UP_TO = Wording(
    _WORDS,
    r"^(?:(?:[a-z'-]+ ){0,3}<people> (?:at|in|from) (?:the )?"
    rf"{_NAMED})"
    r"|^(?:our|the|its|all|each|both|neighbouring) "
    rf"(?:[a-z'-]+ ){{1,4}}(?:at|in|from|of|,) (?:the )?{_NAMED}"
    rf"|^(?:in|through|via|at|by way of) (?:the )?{_NAMED}"
    r"|^(?:all|each|both)(?: of)? (?:the |our )?(?=[\w-]+ )",
)
_AMONG = re.compile(
    r"^(?:among (?:them|these|those)|including|such as|namely)(?: are| is)?"
    r" (?:(?:the|our|its) )?(?=\S)",
    re.IGNORECASE,
)
_KIND_BEFORE = Wording(_WORDS, r"^(?:[a-z-]+,? (?:and )?){0,6}<kind> (?=[A-Z])")
_PARTS_OF_NHS = re.compile(r"(?:the |our |local )*NHS \(([^()]+)\)")
_PART = re.compile(r", and |, | and | & |/")
_WHERE = Wording(
    _WORDS,
    r" \((?:where|if|when|as) <proviso>\)$| \(?x ?\d{1,2}\)?$"
    r"|(?<=\w) (?:in|since|from) (?:[A-Z][a-z]+ )?(?:19|20)\d\d$",
)
_JOINED = Wording(_WORDS, r"^(?:an? |the )?(?:[a-z]+ )?<joined> (?:of|between) (?:the )?(?=[A-Z])")
_IN_GENERAL = Wording(_WORDS, "(?:<describes> )*<in_general>")
_LISTED_IN_GENERAL = Wording(_WORDS, "(?:<describes> )*(?:<in_general>|<several_in_general>)")
_LISTED = "memberships.list"
_FEWEST_LISTED = 3

# A name of several capitals may begin with any word: "In Control Partnerships", "As One".
_BEGINS_NO_NAME = Wording(
    _WORDS,
    r"(?i:will|would|shall|should|may|might|can|could|must|cannot|is|are|was|were|be|been|being"
    r"|has|have|had|do|does|did|as|and|or|but|nor|if|when|whenever|where|while|because|although|though|since|unless|until"
    r"|that|which|who|whose|to|for|by|in|on|at|with|from|of|into|under|through|about|between|during|following"
    r"|subject|works?|elected(?! members| representatives)|employed) (?=[a-z])"
    r"|(?i:they|we|he|she|you) (?=[a-z])"
    r"|(?i:as|that|while|since|because|if|when|although) (?i:<person_title>)\b|other <other_things>\b"
    r"|(?i:<person_title>)\.? [A-Z][\w'-]+ [A-Z][\w'-]+ - ",
)
_TOLD_BEHIND = Wording(
    "stated_members",
    r"(?P<name>[A-Z].+?) \("
    r"(?P<told>(?:<does>|which|who|formerly) [^()]{3,}|[^()]{3,}\b<was_made>\b[^()]*"
    r"|(?:the|an?|our) [^()]{3,}\b<told_kind>)\)",
)
"""What brackets behind a name tell of it is no part of the name."""
_REPRESENTS = Wording("entries", r"(.+?) \(<stands_for> (?:the )?([^()]+)\)")
_BRACKETED = re.compile(r"\([^()]*\)")
_TOLD = re.compile(r"(?P<name>.*[\w')]) \((?P<told>[a-z][^()]* [^()]*)\)")
_DOING = re.compile(r"[a-z]+(?: [a-z]+)? [a-z]{3,}ing (?:to|from|by|into|at) ")
_SHARE = re.compile(r"\d ?%|\bper ?cent\b|[£$€] ?\d")
_FINITE = Wording(
    _WORDS,
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )(?<!\band )(?<!\bor )"
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|must|may|might|cannot|does|did|but|<acts>)\b",
)


def is_clause(codebook: Codebook, name: str) -> bool:
    """Tell whether words name no organisation: they hold a verb or a share, or begin as no name does."""
    if _SHARE.search(name) or _DOING.match(name):
        return True
    begins, finite = _BEGINS_NO_NAME.of(codebook), _FINITE.of(codebook)
    return bool(begins.match(name) or finite.search(_BRACKETED.sub("", name)))


def organisation_named(codebook: Codebook, name: str) -> str:
    """Return the organisation that a member's name is of, without a lead, the post in it and provisos."""
    name = _PERSON_BEHIND.of(codebook).sub(r"\g<of>", _POST_BEHIND.of(codebook).sub(r"\g<of>", name))
    name = _JOINED.of(codebook).sub("", _AMONG.sub("", name, count=1), count=1)
    return _WHERE.of(codebook).sub("", _POST_OF.of(codebook).sub("", name, count=1))


def name_and_told(name: str) -> tuple[str, str]:
    """Return a name and what brackets behind it tell of it: "Alpha Care (acute and community services)"."""
    found = _TOLD.fullmatch(name)
    return (found["name"], found["told"]) if found else (name, "")


def named_and_told(codebook: Codebook, organisations: Organisations, name: str, told: str) -> tuple[str, str]:
    """Return the name of a member, and the words that tell its kind where the name does not.

    Args:
        codebook: The coding frame.
        organisations: What is known of organisations.
        name: The words of the list.
        told: What words beside it tell of it.
    """
    represents = _REPRESENTS.of(codebook).fullmatch(name)
    name, told = represents.groups() if represents else (name, told)
    behind = _TOLD_BEHIND.of(codebook).fullmatch(name)
    if behind:
        name, of_it = behind["name"], behind["told"]
        return name, told or ("" if organisations.sectors(name) else of_it)
    short, of_it = name_and_told(name)
    if organisations.sectors(short):
        return short, told
    return (short, told or of_it) if organisations.sectors(of_it) else (name, told)


def without_kind(codebook: Codebook, name: str) -> str:
    """Return the name behind the kind that it is of: "acute provider Alpha NHS Trust"."""
    return _KIND_BEFORE.of(codebook).sub("", name)


def parts_of_nhs(name: str) -> tuple[str, ...]:
    """Return the kinds of care that brackets behind the NHS name: "NHS (primary, community)"."""
    found = _PARTS_OF_NHS.fullmatch(name)
    parts = [part.strip() for part in _PART.split(found[1])] if found else []
    return tuple(part if part.endswith(("care", "health")) else f"{part} care" for part in parts)


def proper_name(codebook: Codebook, said: str) -> str:
    """Return the name that lower-case words lead up to: "our colleagues at Alpha Council"."""
    return _LED_UP_TO.of(codebook).sub("", said, count=1)


def is_told_in_full(codebook: Codebook, row: Membership, others: Iterable[Membership]) -> bool:
    """Tell whether a conclusion about "the trust" is about the one trust that another row names in full."""
    short = (row.organisation or "").lower()
    if row.basis != "derived" or not _IN_GENERAL.of(codebook).fullmatch(short):
        return False
    same = (row.place_id, row.status, row.body_kind)
    full = {(o.organisation or "").lower() for o in others if (o.place_id, o.status, o.body_kind) == same}
    return sum(name.endswith(f" {short}") for name in full) == 1


def is_listed_by_name(codebook: Codebook, row: Membership, others: Iterable[Membership]) -> bool:
    """Tell whether "the council, universities" are those whom the list of members of a document names."""
    said = row.organisation or ""
    if _LISTED_IN_GENERAL.of(codebook).fullmatch(said) is None:
        return False
    same = (row.place_id, row.status, row.body_kind)
    named = [
        other.sectors
        for other in others
        if other.rule == _LISTED
        and (other.place_id, other.status, other.body_kind) == same
        and (other.organisation or "")[:1].isupper()
    ]
    return len(named) >= _FEWEST_LISTED and row.sectors in named
