"""Who gives authority and who receives it: a partnership, a committee, an officer, a provider, a council."""

from __future__ import annotations

import re
from typing import Any

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.governing.values import written
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.gazetteer import SYSTEM

_WORDS = "delegations"
_BODY = r"((?:[A-Z][\w&'-]+ )*<giver>)"
_HANDS = Wording(
    _WORDS, rf"{_BODY} (?:(?:has|have|had|will|would|may|might|could|also|formally|now) )*<hands>"
)
_FROM = Wording(
    _WORDS, rf"\b(?:from|by) (?:the )?(?:{_BODY}|((?:[A-Z][\w'-]+ )*Health and Well-?being Board))\b"
)
_GIVER = Wording(_WORDS, rf"^(?:The )?{_BODY}")
_ANY_ICB = re.compile(r"\b((?:[A-Z][\w&'-]+ )*ICB)\b")
_RECEIVERS = {
    "partnership": Wording(
        _WORDS,
        # A name may hold "Health and Care", and end with the body of a partnership.
        r"\b((?:[A-Z][\w'-]+ (?:(?:and|&) (?=(?:Social )?(?:Care|Well-?being) ))?)*"
        r"(?:<partnership>(?: (?:Executive|Board)(?! [A-Z]))?|Locality Board)|partnerships?"
        r"|(?<!\bhis )(?<!\bher )(?<!took )(?<!take )place)\b",
    ),
    "committee": Wording(_WORDS, r"\b((?:[A-Z][\w'-]+ )*[Cc]ommittee)\b"),
    "officer": Wording(_WORDS, r"\b(<officer>)\b"),
    "provider": Wording(_WORDS, r"\b((?:[A-Z][\w'-]+ )*<provider>)\b"),
    "council": Wording(_WORDS, r"\b((?:[A-Z][\w'-]+ )*<council>(?: level)?)\b"),
}
# "Delegated to the Alpha Health" cuts a name whose "and" is its own.
_GOES_ON = Wording(
    _WORDS, r"(?<=\bHealth) (?:and|&) (?:Social )?Care <partnership>(?: (?:Executive|Board)\b(?! [A-Z]))?"
)
_GIVES = re.compile(
    r"(?:,[^,]{3,60},)? (?:has|have|had|will|would|may|might|could|did|does|is|delegat|devolv)"
)
_RECEIVED = (
    ("officer", Wording(_WORDS, r"\b<to_officer>s?\b")),
    ("committee", Wording(_WORDS, r"\b<to_committee>\b")),
    ("provider", Wording(_WORDS, r"\b<to_provider>\b")),
    ("council", Wording(_WORDS, r"\b<to_council>\b")),
    ("partnership", Wording(_WORDS, r"\b(?:[a-z]{3,}|us|it)\b")),
)
# "Since 2019 the council has bought services": who does so.
_SUBJECT = Wording(
    _WORDS,
    r"(?:[^,.;]{2,40}, |<when> [\w ]{2,12}? (?=the ))?(?P<body>[^,.;]{3,90}?) (?:<does>|[a-z]{3,}(?:s|ed))\b",
)
_TO_IT = re.compile(r" to it\b")


def parties_of(reading: Reading, sentence: Located, found: Match, fixed: dict[str, Any]) -> dict[str, Any]:
    """Return the columns `from_body`, `to_body` and `to_kind`, each None where nothing tells it.

    Args:
        reading: The document.
        sentence: The sentence.
        found: The match of the cue.
        fixed: The columns that the cue fixes, which count before any words.
    """
    told = sentence_of_receiver(reading, sentence, found)
    codebook = reading.codebook
    kind = fixed.get("to_kind")
    # A receiver that a cue names is of the kind that it says, or of none.
    if kind is None and "to_body" not in fixed:
        kind = _kind_received(codebook, found) or _kind_acting(codebook, sentence, found)
    if told is not sentence and kind == "partnership":
        kind = _kind_of_subject(codebook, told)
    return {
        "from_body": fixed.get("from_body")
        or written(sentence, found, "from_body")
        or _giver(codebook, sentence, found),
        "to_body": fixed.get("to_body")
        or _named_receiver(codebook, sentence, found)
        or (_receiver(codebook, told, kind) if kind else None),
        "to_kind": kind,
    }


def sentence_of_receiver(reading: Reading, sentence: Located, found: Match) -> Located:
    """Return the sentence that names the receiver: the one before for "delegated to it decisions on ..."."""
    first = "object" in found.groups and _TO_IT.search(sentence.passage.lower, found.start, found.end)
    return reading.before(sentence) if first else sentence


def _giver(codebook: Codebook, sentence: Located, found: Match) -> str | None:
    text = sentence.passage.text
    patterns = (*(each.of(codebook) for each in (_HANDS, _FROM, _GIVER)), _ANY_ICB)
    named = next((match for each in patterns if (match := each.search(text))), None)
    if named is None:
        systems = (m for m in sentence.mentions if m.name.kind == SYSTEM and m.start < found.end)
        system = next(systems, None)
        if system is not None and _GIVES.match(text, system.end):
            return text[system.start : system.end]
        named = _FROM.of(codebook).search(sentence.passage.line.text)
    return next(group for group in named.groups() if group).removeprefix("The ") if named else None


def _receiver(codebook: Codebook, sentence: Located, kind: str) -> str | None:
    # "The North Health and Care Partnership is to delegate" names who gives.
    systems = {mention.start for mention in sentence.mentions if mention.name.kind == SYSTEM}
    named = _RECEIVERS[kind].of(codebook).finditer(sentence.passage.text)
    found = next((match for match in named if match.start(1) not in systems), None)
    if found is None:
        return None
    return found.group(1).removesuffix("s") if kind == "officer" else found.group(1)


def _named_receiver(codebook: Codebook, sentence: Located, found: Match) -> str | None:
    if found.groups.get("receiver") is None:
        return None
    start, end = found.spans["receiver"]
    if found.groups["receiver"] == "it":
        return None
    goes_on = _GOES_ON.of(codebook).match(sentence.passage.text, end)
    return sentence.passage.text[start : goes_on.end() if goes_on else end].removeprefix("the ").strip()


def _kind_received(codebook: Codebook, found: Match) -> str | None:
    """Return what the words after "to" are: a committee, an officer, a partnership."""
    receiver = found.groups.get("receiver")
    if receiver is None:
        return None
    return next((kind for kind, pattern in _RECEIVED if pattern.of(codebook).search(receiver)), None)


def _kind_of_subject(codebook: Codebook, sentence: Located) -> str:
    """Return what the body is that a sentence begins with, which the next calls "it"."""
    subject = _SUBJECT.of(codebook).match(sentence.passage.lower)
    told = subject["body"] if subject else ""
    kinds = (kind for kind, pattern in _RECEIVED[:-1] if pattern.of(codebook).search(told))
    return next(kinds, "partnership")


def _kind_acting(codebook: Codebook, sentence: Located, found: Match) -> str:
    """Return what holds the authority where it is the subject: "the Place Committee holds the budget"."""
    before = sentence.passage.lower[: found.end]
    return next(
        (kind for kind, pattern in _RECEIVED[:2] if pattern.of(codebook).search(before)), "partnership"
    )
