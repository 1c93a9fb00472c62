"""Things that a sentence takes for granted: "falls will be raised at the joint committee" says there is one.

What is to come is then the rest of the sentence. A document that also says that the thing is to be made means
that one, so whether it is there is settled once all sentences are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Governance

# Features that are things with an article or owner, and not what partners do.
_THINGS = frozenset(
    {
        "arrangement",
        "integrated_teams",
        "pooled_budget",
        "population_health_management",
        "shared_care_record",
        "shared_plan",
        "shared_vision",
    }
)
_TO_COME = frozenset({"planned", "emerging", "option", "expected"})
_MADE_ANYWHERE = _TO_COME | {"shadow"}
_WORDS = "granted"
_NAME = r"(?:(?!<no_name>\b)[\w'&-]+ )"
_OWNED = rf"(?:(?:the|its|our|their|this|these|both) {_NAME}{{0,3}}|[\w&-]+'s? {_NAME}{{0,2}})"
# "Within the alliance", "set out in our plan": what the clause says is not said of the thing.
_BESIDE = Wording(_WORDS, rf"\b<beside> {_OWNED}$")
_BEGINS = r"^[ ,;:(-]*(?:(?:and|that|where|but|while|as|when) )*"
_SUBJECT = Wording(_WORDS, rf"{_BEGINS}{_OWNED}$")
# "Integrated teams aim to ...": those that hope for something are there, though nobody says whose they are.
_SUBJECT_THAT_HOPES = Wording(_WORDS, rf"{_BEGINS}(?:{_OWNED}|{_NAME})?$")
_WHERE = r"(?: (?:in|of|for|across) (?:[\w'&-]+ ){0,4}?[\w'&-]+)?"
_DOES = Wording(
    _WORDS,
    rf"{_WHERE} will (?:(?:also|now|then|next|all|soon|again|each) )*(?!be (?!<joined>)|<is_described>)",
)
_HOPES = Wording(_WORDS, rf"{_WHERE} (?:(?:all|also|each) )?<hopes> to (?!be |become )\w")
_MADE = Wording(_WORDS, r"\b<made>")
_NEW = Wording(_WORDS, r"\b<new>\b")


def is_granted(reading: Reading, cue: Cue, sentence: Located, found: Match, status: str) -> bool:
    """Tell whether a clause on what is to come takes the matched thing for granted."""
    if cue.entry not in _THINGS or cue.status is not None or status not in _TO_COME:
        return False
    if reading.leads(sentence.passage.line):
        return False
    lower, codebook = sentence.passage.lower, reading.codebook
    low, high = clause_at(lower, found.start, found.end)
    before, after = lower[low : found.start], lower[found.end : high]
    if _NEW.of(codebook).search(lower[max(0, found.start - 20) : found.end]):
        return False
    if _MADE.of(codebook).search(before) or _MADE.of(codebook).search(lower[found.end : found.end + 80]):
        return False
    if stands_beside(codebook, before):
        return True
    does = _SUBJECT.of(codebook).match(before) and _DOES.of(codebook).match(after)
    hopes = _SUBJECT_THAT_HOPES.of(codebook).match(before) and _HOPES.of(codebook).match(after)
    return bool(does or hopes)


def stands_beside(codebook: Codebook, before: str) -> bool:
    """Tell whether words before a thing only bring it in: "put to the ...", "within our ..."."""
    return _BESIDE.of(codebook).search(before) is not None


def with_the_granted(told: Iterable[tuple[Fact, bool]]) -> Iterator[Fact]:
    """Yield facts, of which those that are taken for granted are in place unless others are yet to make them.

    Args:
        told: Facts of one document, each with whether its sentence takes the thing for granted.
    """
    facts = list(told)
    to_make = {_what(fact) for fact, granted in facts if not granted} - {None}
    for fact, granted in facts:
        row = fact.row
        if granted and isinstance(row, Governance) and _what(fact) not in to_make:
            yield attrs.evolve(fact, row=attrs.evolve(row, status="in_place"))
        else:
            yield fact


def _what(fact: Fact) -> tuple[str | None, str, str | None] | None:
    """Return what is to come by a fact: of which place, feature and value."""
    row = fact.row
    if not isinstance(row, Governance) or row.status not in _MADE_ANYWHERE:
        return None
    return row.place_id, row.feature, row.value
