"""Bodies whose members are none of a place's: the system's, a joint committee's, that of a page of others."""

from __future__ import annotations

from placebench.codebook import Codebook, Wording
from placebench.coding.members.named_body import earlier, is_of_others
from placebench.coding.members.spoken_body import speaks_of_a_board
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM

_GROUP = "other_bodies"
_OF_OTHERS = Wording(
    _GROUP,
    r"(?:(?! (?:and|which|who|that|in|for|on) ).)*? of (?:the |our |all )?(?:[\w&'-]+ ){0,6}?<others>\b",
)
_FAR = 90
_JOINT = Wording(_GROUP, r"\b<board>$")
_OF_A_PLACE = Wording(_GROUP, r"\b<of_a_place>\b")
_BARE = Wording(_GROUP, r"(?:the |this |its |our )?<board>")
_SUBJECT = Wording(
    _GROUP,
    r"(?:It|(?:The|This|Its|Our) (?i:(?:partnership )?(?:<board>|partnership)))(?:'s membership)?"
    r" (?:also |currently |now |will )*<has_members>\b",
)
_OF_A_KIND = Wording(_GROUP, r"\b(?i:<kind_of_work> <alliance>)\b(?=[^,;.]*\.?$)")
_BOARD_OF_A_KIND = Wording(_GROUP, r"\b(?i:<other_field> <board>)\b")
_BODY_FOR = Wording(_GROUP, r"\b(?i:<body_for>) (?:for|across|covering|serving) (?:the )?$")


def belongs_to_others(codebook: Codebook, spoken: str, behind: str) -> bool:
    """Tell whether a body is that of other bodies: "the joint committee of the CCGs".

    Args:
        codebook: The coding frame.
        spoken: The words for the body, in lower case.
        behind: What follows them.
    """
    joint = _JOINT.of(codebook).search(spoken) and not _OF_A_PLACE.of(codebook).search(spoken)
    return bool(joint) and _OF_OTHERS.of(codebook).match(behind[:_FAR]) is not None


def is_of_another_body(reading: Reading, sentence: Located, before: str) -> bool:
    """Tell whether words before a list of members speak of the whole system's body, or of the title's."""
    codebook, mentions = reading.codebook, reading.names.mentions(before)
    leads_on = _BODY_FOR.of(codebook)
    systems = any(m.name.kind == SYSTEM and leads_on.search(before[: m.start]) for m in mentions)
    if systems or _OF_A_KIND.of(codebook).search(before):
        return True
    return _SUBJECT.of(codebook).match(before) is not None and _is_titled(reading, sentence)


def is_that_of_the_title(reading: Reading, sentence: Located, spoken: str) -> bool:
    """Tell whether "the committee" is one of others, whose page a document is."""
    if _BARE.of(reading.codebook).fullmatch(spoken) is None:
        return False
    return _is_titled(reading, sentence) or _is_of_a_kind(reading, sentence, spoken)


def _is_of_a_kind(reading: Reading, sentence: Located, spoken: str) -> bool:
    """Tell whether "the forum" is one that sentences before name by its other field: "the housing forum"."""
    noun = spoken.rpartition(" ")[2]
    return any(
        noun in text.lower() and _BOARD_OF_A_KIND.of(reading.codebook).search(text)
        for text in earlier(reading, sentence)
    )


def _is_titled(reading: Reading, sentence: Located) -> bool:
    return is_of_others(reading) and not speaks_of_a_board(reading, sentence)
