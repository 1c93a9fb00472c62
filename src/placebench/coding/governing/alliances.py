"""Partnerships that are alliances: a place's is one alliance, by whatever names a document calls it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from placebench.codebook import Codebook, Match, Wording
from placebench.coding.bare_names import is_bare_name
from placebench.coding.governing.status import status_of_a_name
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.extract.force import NOTHING
from placebench.extract.gazetteer import PARTNERSHIP, PLACE, Mention
from placebench.extract.sentences import clause_at
from placebench.importer import Fact
from placebench.model import Governance

_WORDS = "alliances"
_ALLIANCE = Wording(_WORDS, r"(?: (?:<of_care>|and|&))* Alliance\b(?! (?:of|<of_another>)\b)")
# What only carries the name of an alliance says nothing of a form: "the Alpha Alliance website".
_OF_IT = Wording(_WORDS, r"(?:'s)? <bears_its_name>s?\b")
_NAME_BEFORE = Wording(
    _WORDS,
    r"\b(?!(?:The|This|Our|In|At|By|For|Both|While|When|As|One|<praise>) )[A-Z][\w'&-]+ (?:and |of )?$",
)
# "Anchor organisations are Alpha Trust, Beta Council, Gamma Alliance": it is named beside others.
_LISTED_BEFORE = Wording(
    _WORDS,
    r"\b<listed_beside>(?: \([^)]*\))?,(?: [A-Z][\w'&-]+(?: (?:and |of )?[A-Z][\w'&-]+)* <listed_beside>,)*"
    r"(?: and)?(?: the)?(?: [A-Z][\w'&-]+(?: and)?){0,4} ?$",
)
_FORMED_BY = Wording(
    "provider_bodies",
    r"^[;:, ]*(?:(?:(?!and )[\w'-]+) ){0,5}<alone> (?:have|has|had|are|were|formed|form|set) ?[\w ]{0,30}$",
)
_GOES_INTO = Wording(_WORDS, r"\b<goes_into> (?:(?:the|an?|its|our|their|another) )?(?:[\w'&()-]+ ){0,6}$")
_WENT_INTO = Wording(
    _WORDS,
    r"(?:,? (?:which|that))?(?: (?:has|have|had|will|would|also|then|later|since|now|soon|itself|to))*"
    r" <went_into>\b",
)


def goes_into_another(codebook: Codebook, sentence: Located, start: int, end: int) -> bool:
    """Tell whether an alliance is what another body goes into or is replaced by, or goes itself."""
    lower = sentence.passage.lower
    before, behind = _GOES_INTO.of(codebook), _WENT_INTO.of(codebook)
    return bool(before.search(lower[:start]) or behind.match(lower, end))


def is_of_one_kind(codebook: Codebook, sentence: Located, start: int, end: int) -> bool:
    """Tell whether an alliance is formed by bodies of one kind: "Our federations formed one"."""
    lower = sentence.passage.lower
    low, _ = clause_at(lower, start, end)
    return _FORMED_BY.of(codebook).search(lower[low:start]) is not None


def is_in_a_list(codebook: Codebook, sentence: Located, start: int, end: int) -> bool:
    """Tell whether an alliance stands in a row of organisations, which says nothing of its form."""
    text = sentence.passage.text
    listed = _LISTED_BEFORE.of(codebook).search(text[:start])
    return listed is not None and text[end : end + 1] in ("", ",", ".", ";")


def named_alliances(reading: Reading) -> Iterator[Fact]:
    """Yield the form of a partnership whose own name says that it is an alliance."""
    alliance = _ALLIANCE.of(reading.codebook)
    for sentence in reading.statements:
        for mention in () if is_bare_name(reading.codebook, sentence) else sentence.mentions:
            tail = alliance.match(sentence.passage.text, mention.end)
            start, end = mention.start, tail.end() if tail else mention.end
            if not _is_an_alliance(reading.codebook, sentence, mention) or goes_into_another(
                reading.codebook, sentence, start, end
            ):
                continue
            if is_in_a_list(reading.codebook, sentence, start, end):
                continue
            told = _status(reading, sentence, start, end)
            if told not in (None, "ended", "absent", NOTHING):
                row = Governance(
                    system_id=reading.profile.system.system_id,
                    place_id=mention.name.id,
                    status=told,
                    rule="governance.arrangement",
                    feature="arrangement",
                    value="alliance",
                    body=mention.name.text if mention.name.kind == PARTNERSHIP else None,
                )
                yield reading.fact(row, sentence)


def _status(reading: Reading, sentence: Located, start: int, end: int) -> str | None:
    """Return whether an alliance is there: "the Alpha Alliance hopes to grow" takes it for granted."""
    told = reading.status(sentence, start, end)
    if told in ("shadow", "ended", "absent", NOTHING):
        return told
    cue = reading.codebook.entry("governance", "arrangement")
    return status_of_a_name(reading, cue, sentence, Match(start, end, {}, {}), told)


def _is_an_alliance(codebook: Codebook, sentence: Located, mention: Mention) -> bool:
    """Tell whether the name of a partnership, or the words after a place's, say that it is an alliance."""
    text, alliance = sentence.passage.text, _ALLIANCE.of(codebook)
    if mention.name.kind == PARTNERSHIP:
        tail = alliance.match(text, mention.end)
        end = mention.end if mention.name.text.endswith(" Alliance") else tail.end() if tail else None
    else:
        name_before = _NAME_BEFORE.of(codebook)
        named = mention.name.kind == PLACE and not name_before.search(text[: mention.start])
        tail = alliance.match(text, mention.end) if named else None
        end = tail.end() if tail else None
    return end is not None and not _OF_IT.of(codebook).match(sentence.passage.lower, end)


def with_alliances_named_once(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts in which each alliance of a place goes by the name that the document gives it first."""
    names: dict[tuple[str | None, str], str] = {}
    for fact in facts:
        row = _alliance(fact)
        if row is not None and row.body is not None:
            names.setdefault((row.place_id, row.status), row.body)
    return [_renamed(fact, names) for fact in facts]


def _renamed(fact: Fact, names: dict[tuple[str | None, str], str]) -> Fact:
    row = _alliance(fact)
    if row is None or row.place_id is None:
        return fact
    body = names.get((row.place_id, row.status))
    return fact if body is None else attrs.evolve(fact, row=attrs.evolve(row, body=body))


def _alliance(fact: Fact) -> Governance | None:
    """Return the row of a fact if it says that a partnership is an alliance."""
    row = fact.row
    said = isinstance(row, Governance) and row.feature == "arrangement" and row.value == "alliance"
    return row if said and isinstance(row, Governance) and row.body_kind == "partnership" else None
