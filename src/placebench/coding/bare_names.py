"""List items that are but the name of an organisation: they say nothing more, whatever words it has."""

from __future__ import annotations

from placebench.codebook import Codebook, Wording
from placebench.coding.scope import Located
from placebench.documents import ITEM

# "Alpha Care Alliance Community Interest Company": capitals, and a form of organisation at the end.
_NAME = Wording(
    "bare_names",
    r"(?:the )?(?:[A-Z][\w.'&-]*,? (?:(?:and|&|of|for|the|in|on) )*){1,12}<form>(?: \([^()]+\))?[.,;]?",
)
_ITS_OWN = Wording("bare_names", r"\b<its_own>\b")


def is_bare_name(codebook: Codebook, sentence: Located) -> bool:
    """Tell whether a sentence is a list item that holds no more than the name of an organisation."""
    passage = sentence.passage
    if passage.line.block.kind != ITEM or _ITS_OWN.of(codebook).search(passage.text):
        return False
    return _NAME.of(codebook).fullmatch(passage.text) is not None
