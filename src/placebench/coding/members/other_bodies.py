"""Bodies whose members are none of a place's: the system's, a joint committee's, that of a page of others."""

from __future__ import annotations

import re

from placebench.coding.members.named_body import is_of_others
from placebench.coding.members.spoken_body import speaks_of_a_board
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM

_OF_OTHERS = re.compile(
    r"(?:(?! (?:and|which|who|that|in|for|on) ).)*? of (?:the |our |all )?(?:[\w&'-]+ ){0,6}?"
    r"(?:CCGs?|[Cc]linical [Cc]ommissioning [Gg]roups?|ICSs?|[Ii]ntegrated [Cc]are [Ss]ystem|STP"
    r"|[Cc]ombined [Aa]uthority|[Tt]rusts?|[Cc]ouncils)\b"
)
_FAR = 90
_JOINT = re.compile(r"\b(?:committee|board|forum)$")
_OF_A_PLACE = re.compile(r"\b(?:place|partnership|locality|borough|alliance)\b")
_BARE = re.compile(r"(?:the |this |its |our )?(?:committee|board|forum)")
_SUBJECT = re.compile(
    r"(?:It|(?:The|This|Its|Our) (?:[Pp]artnership )?(?:[Bb]oard|[Cc]ommittee|[Ff]orum|[Pp]artnership))"
    r"(?:'s membership)? (?:also |currently |now |will )*(?:includes?|comprises?|consists?|brings?|draws?"
    r"|joins?|unites?|is made up|is composed|has (?:members|representatives))\b"
)
_OF_A_KIND = re.compile(
    r"\b(?i:cancer|maternity|stroke|provider|research|academic|economic|enterprise|climate)"
    r" (?i:alliance|partnership|collaborative|network)s?\b(?=[^,;.]*$)"
)
_BODY_FOR = re.compile(
    r"\b(?i:partnerships?|boards?|alliances?|committees?|forum|assembly)"
    r" (?:for|across|covering|serving) (?:the )?$"
)


def belongs_to_others(spoken: str, behind: str) -> bool:
    """Tell whether a body is that of other bodies: "the joint committee of the CCGs".

    Args:
        spoken: The words for the body, in lower case.
        behind: What follows them.
    """
    joint = _JOINT.search(spoken) and not _OF_A_PLACE.search(spoken)
    return bool(joint) and _OF_OTHERS.match(behind[:_FAR]) is not None


def is_of_another_body(reading: Reading, sentence: Located, before: str) -> bool:
    """Tell whether words before a list of members speak of the whole system's body, or of the title's."""
    mentions = reading.names.mentions(before)
    systems = any(m.name.kind == SYSTEM and _BODY_FOR.search(before[: m.start]) for m in mentions)
    if systems or _OF_A_KIND.search(before):
        return True
    return _SUBJECT.match(before) is not None and _is_titled(reading, sentence)


def is_that_of_the_title(reading: Reading, sentence: Located, spoken: str) -> bool:
    """Tell whether "the committee" is one of others, whose page a document is."""
    return _BARE.fullmatch(spoken) is not None and _is_titled(reading, sentence)


def _is_titled(reading: Reading, sentence: Located) -> bool:
    return is_of_others(reading) and not speaks_of_a_board(reading, sentence)
