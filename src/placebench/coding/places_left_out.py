"""Places that a sentence names to say of whom it does not speak: "all places but Alpha", "unlike Beta"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.organisations_of_places import is_organisation
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM, Mention
from placebench.extract.passages import Passage

_WORDS = "places_left_out"
_THOSE_IN = r"(?: (?:that|those|the <body>s?|what))?(?: is| are)?(?: in| for| at| of| from)?(?: the)? $"
_BUT_FOR = Wording(_WORDS, rf"(?:\b<but_for>|\b<all_of>(?: [\w-]+){{0,3}}? <places> but){_THOSE_IN}")
_UNLIKE = Wording(_WORDS, rf"\b<unlike>{_THOSE_IN}")
_LIKE = Wording(_WORDS, rf"\b<like>{_THOSE_IN}")
# "Like Alpha, we have one": the authors speak of their own place.
_OF_ONES_OWN = Wording(_WORDS, r"(?:^|, )(?:we|our|its?|the (?:[\w-]+ )?<body>)\b")
_AND = re.compile(r",? (?:and|or|nor|&) (?:in |for )?(?:the )?")
_COMMA = re.compile(r", (?:in |for )?")


def left_out(
    codebook: Codebook, passage: Passage, mentions: Sequence[Mention], *, of_place: bool
) -> tuple[Mention, ...]:
    """Return the names in a sentence of places that it does not speak of.

    Args:
        codebook: The coding frame.
        passage: The sentence.
        mentions: The names in it.
        of_place: Whether a sentence that names nobody speaks of one place there.
    """
    lower, found = passage.lower, list[Mention]()
    like = of_place and _OF_ONES_OWN.of(codebook).search(lower) is not None
    words = [_BUT_FOR, _UNLIKE, *([_LIKE] if like else [])]
    named = [m for m in mentions if m.name.kind != SYSTEM]
    for number, mention in enumerate(named):
        told = next(
            (each for one in words if (each := one.of(codebook).search(lower[: mention.start]))), None
        )
        if told is None or is_organisation(codebook, passage.text, mention):
            continue
        found.append(mention)
        for other in named[number + 1 :]:
            between = lower[found[-1].end : other.start]
            # What opens a sentence ends with its first comma: "unlike Alpha, Beta has one".
            if not (_AND.fullmatch(between) or (told.start() and _COMMA.fullmatch(between))):
                break
            found.append(other)
    return tuple(dict.fromkeys(found))


def is_excepted(codebook: Codebook, sentence: Located, mention: Mention) -> bool:
    """Tell whether a place that a sentence leaves out is one for which what holds of all others does not."""
    earlier = (m for m in sentence.left_out if m.start <= mention.start)
    return any(_BUT_FOR.of(codebook).search(sentence.passage.lower[: m.start]) for m in earlier)
