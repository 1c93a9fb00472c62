"""Names of places that do not say whom a sentence is about: in those of organisations, and in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import PLACE, SYSTEM, Mention

# The partnership of a place, as the subject of a sentence, is no organisation that only carries its name.
_WORDS = "organisations_of_places"
_PARTNERSHIP = Wording(_WORDS, r" (?:Integrated )?<of_care>(?: (?:and|&) Wellbeing)? <partnership>\b")
OPENING = re.compile(r"(?:(?:[Tt]he|[Ii]n|[Aa]t|[Aa]cross|[Ww]ithin) )*")
_ORGANISATION = Wording(_WORDS, r" <organisation>\b")
# "North, East and West Alpha Clinical Commissioning Group" is one organisation, with places in its name.
_IN_A_ROW = Wording(
    _WORDS,
    r"(?:(?:, | and | & |, and )[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)*(?: [A-Z][\w'-]+)? <of_several_places>\b",
)
_HOSPITALS_OF = Wording(_WORDS, r"\b(?:<of_a_place> of(?: the)?|<before_a_place>) $")


# "The trust (which serves Alpha and Beta)" says of the trust where it works, and of the sentence nothing.
_TOLD_ASIDE = Wording(_WORDS, r"\(<told_aside>\b[^()]*$")
_TRUST = Wording(_WORDS, r"(?: (?:<in_its_name>|[A-Z][\w'-]+))* <trust>\b")
# Who comes from a place speaks of the place that they came to.
_VISITOR = Wording("scope", r"\b<visitors> from (?:the )?$")
# "Jo Bell, who has worked for Beta Council for ten years, leads": where somebody came from.
_CAREER = Wording(_WORDS, r", <career>\b[^,.;]*$")


def is_in_passing(codebook: Codebook, before: str) -> bool:
    """Tell whether a place is named behind these words as where somebody comes from or meets."""
    venue = any(end == len(before) for _, end in codebook.reading["venue"].spans(before))
    passing = (_VISITOR, _TOLD_ASIDE)
    return venue or any(words.of(codebook).search(before) for words in passing)


def are_organisations(codebook: Codebook, text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether all places that a text names are but parts of the names of organisations."""
    places = (m for m in mentions if m.name.kind != SYSTEM)
    return all(m.name.kind == PLACE and is_organisation(codebook, text, m) for m in places)


def are_trusts(codebook: Codebook, text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether all places that a text names are but parts of the names of trusts, of many places each."""
    trust = _TRUST.of(codebook)
    places = [m for m in mentions if m.name.kind != SYSTEM]
    return bool(places) and all(m.name.kind == PLACE and trust.match(text, m.end) for m in places)


def without_others(
    codebook: Codebook, text: str, mentions: tuple[Mention, ...], places: Sequence[str]
) -> tuple[Mention, ...]:
    """Return the names in a sentence on places without those of organisations elsewhere.

    "Alpha is home to Beta United" speaks of Alpha. Where a sentence names another place by itself, all stay
    but for those that tell of somebody's career.
    """
    mentions = tuple(m for m in mentions if not is_in_a_career(codebook, text, m))
    if len({mention.name.id for mention in mentions if mention.name.kind != SYSTEM}) <= 1:
        return mentions
    own = tuple(mention for mention in mentions if not is_organisation(codebook, text, mention))
    named = {mention.name.id for mention in own if mention.name.kind != SYSTEM}
    return own if named and named <= set(places) else mentions


def is_in_a_career(codebook: Codebook, text: str, mention: Mention) -> bool:
    """Tell whether a name is of an organisation that somebody, as an aside tells, works or worked for."""
    told = _CAREER.of(codebook).search(text[: mention.start].lower()) is not None
    return told and mention.name.kind == PLACE and is_organisation(codebook, text, mention)


def is_organisation(codebook: Codebook, text: str, mention: Mention) -> bool:
    """Tell whether a name is but a part of that of an organisation: "Alpha Hospitals"."""
    following = text[mention.end :]
    if OPENING.fullmatch(text[: mention.start]) and _PARTNERSHIP.of(codebook).match(following):
        return False
    in_one_name = _ORGANISATION.of(codebook).match(following) or _IN_A_ROW.of(codebook).match(following)
    return bool(in_one_name or _HOSPITALS_OF.of(codebook).search(text[: mention.start]))
