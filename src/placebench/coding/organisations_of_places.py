"""Organisations with the name of a place in theirs, which does not say whom a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.extract.gazetteer import PLACE, SYSTEM, Mention

# The partnership of a place, as the subject of a sentence, is no organisation that only carries its name.
_PARTNERSHIP = re.compile(
    r" (?:Integrated )?(?:Health (?:and|&) (?:Social )?Care|Health|Care|Wellbeing|Place[- ][Bb]ased|Place"
    r"|Locality|Local Care|Community|City|County)(?: (?:and|&) Wellbeing)?"
    r" (?:Partnership|Alliance|Collaborative)\b"
)
OPENING = re.compile(r"(?:(?:[Tt]he|[Ii]n|[Aa]t|[Aa]cross|[Ww]ithin) )*")
_ORGANISATION = re.compile(
    r" (?:Group|Healthcare|Health|University|County|NHS|Foundation|Trust|Council|Hospitals?|Teaching"
    r"|Metropolitan|City|Police|Fire|Ambulance|Clinical Commissioning|CCG|CVS|Primary Care|Medical Services"
    r"|GP (?:Federation|Alliance)|United|Airport|College|Museum|Cathedral)\b"
)
# "North, East and West Alpha Clinical Commissioning Group" is one organisation, with places in its name.
_IN_A_ROW = re.compile(
    r"(?:(?:, | and | & |, and )[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)*"
    r"(?: [A-Z][\w'-]+)?"
    r" (?:Clinical Commissioning Group|CCG|NHS (?:Foundation )?Trust|Foundation Trust|Hospitals)\b"
)
_HOSPITALS_OF = re.compile(r"\b(?:Hospitals?|University|Healthwatch|Borough|Council) of $|\bHealthwatch $")


def are_organisations(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether all places that a text names are but parts of the names of organisations."""
    return all(m.name.kind == PLACE and is_organisation(text, m) for m in mentions if m.name.kind != SYSTEM)


def is_organisation(text: str, mention: Mention) -> bool:
    """Tell whether a name is but a part of that of an organisation: "Alpha Hospitals"."""
    following = text[mention.end :]
    if OPENING.fullmatch(text[: mention.start]) and _PARTNERSHIP.match(following):
        return False
    in_one_name = _ORGANISATION.match(following) or _IN_A_ROW.match(following)
    return bool(in_one_name or _HOSPITALS_OF.search(text[: mention.start]))
