"""A board of the organisation that a sentence is about: "the trust runs two hospitals; its board is ..."."""

from __future__ import annotations

from placebench.codebook import Wording
from placebench.coding.members.cued import Cued
from placebench.extract.gazetteer import PARTNERSHIP

_WORDS = "owners_boards"
_ITS_BOARD = Wording(_WORDS, r"\b(?P<whose>its|whose) (?:own |(?:<kind_of_board> ))?<board>\b")
# The subject of the sentence, or the last name before "whose".
_OWNER = Wording(
    _WORDS,
    r"(?:[Tt]he |[Oo]ur |[Aa]n? )?(?:(?:[A-Z][\w'&-]+|of|and|for|&) ){0,7}?<organisation>"
    r"(?: \([^()]*\))?(?=[,.;]|$| (?!<no_organisation>\b)[a-z])"
    r"|(?:[Tt]he|[Oo]ur|[Aa]n?) (?:<kind> ){0,3}<organisation_in_general>\b",
)


def is_its_owners(cued: Cued) -> bool:
    """Tell whether the board that somebody chairs is that of one partner, such as a trust."""
    passage = cued.sentence.passage
    its = _ITS_BOARD.of(cued.book).search(passage.lower, 0, cued.found.end)
    if its is None:
        return False
    if its["whose"] == "whose":
        told = passage.text[: its.start()].rstrip(" ,")
        return any(found.end() == len(told) for found in _OWNER.of(cued.book).finditer(told))
    before = cued.reading.before(cued.sentence) if its.start() == 0 else cued.sentence
    told = before.passage.text
    owner = _OWNER.of(cued.book).match(told)
    if owner is None or (before is cued.sentence and its.start() < owner.end()):
        return False
    return not any(m.name.kind == PARTNERSHIP and m.start < owner.end() for m in before.mentions)
