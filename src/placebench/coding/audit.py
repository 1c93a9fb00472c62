"""Which sentences hold words that signal a fact and gave none, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.codebook import Codebook, Cue
from placebench.coding import reasons
from placebench.coding.bodies import body_of
from placebench.coding.coverage import Marked, prose
from placebench.coding.hearing import Heard
from placebench.coding.members.listings import RULE
from placebench.coding.members.scored_members import scores
from placebench.coding.reading import Reading
from placebench.coding.scope import Located
from placebench.documents import CELL, HEADING, ITEM, Document, Span
from placebench.extract.folding import fold_block
from placebench.extract.gazetteer import PARTNERSHIP
from placebench.extract.passages import Line, Passage, lines, passages

_OF_PLACES = frozenset({"priorities"})
_TELLING = frozenset({"governance", "roles", "delegations"})
_OF_BODIES = frozenset({"governance", "roles", "memberships"})


@attrs.frozen
class Silence:
    """A sentence that holds the words of a cue and gave no fact.

    Attributes:
        span: Where it stands.
        rule: `<table>.<entry>` of the cue.
        reason: A key of `reasons.REASONS`.
        detail: What more there is to say, such as the signs that spoke; empty where there is nothing.
    """

    span: Span
    rule: str
    reason: str
    detail: str = ""


def silent_in(
    reading: Reading, quoted: Marked, by_table: Mapping[str, Marked] | None = None
) -> Iterator[Silence]:
    """Yield the cues of the sentences that a reading looked at and that no quote touches.

    Args:
        reading: The reading.
        quoted: The quotes.
        by_table: The quotes by table; with them also cues that hold in a sentence which gave facts of other
            tables alone.
    """
    led_by = {line.lead for line in reading.own_lines if quoted.touch(line.block.span)}
    yield from _too_few_points(reading, quoted)
    yield from _below_headings(reading, quoted)
    # Words that introduce a list give their facts in its items.
    leads = {found[-1].passage.span for index, found in reading.by_line.items() if index in led_by}
    for sentence in reading.sentences:
        span, unstated = sentence.passage.span, reading.unstated(sentence)
        if unstated == reasons.HEADED or span in leads:
            continue
        if quoted.touch(span):
            yield from _partly(reading, sentence, by_table) if by_table and not unstated else ()
            continue
        signals = _signals(reading.held(sentence.passage))
        for table, rules in signals.items():
            why = {} if unstated else _heard(reading, table, sentence)
            for rule in rules:
                heard = why.get(rule)
                reason = unstated or (heard.reason if heard else None)
                reason = reason or _no_row(reading, table, rule, sentence)
                detail = f"“{heard.words}”" if heard and heard.words else ""
                if reason == reasons.NO_ROW:
                    detail = reasons.MUST_HAVE.get(table, "")
                yield Silence(span, rule, reason, detail)


def _too_few_points(reading: Reading, quoted: Marked) -> Iterator[Silence]:
    """Yield the lists of organisations that have signs of members, and too few points."""
    for listing, scored in scores(reading):
        span = listing.located.passage.span
        if 0 < scored.points < scored.threshold and not quoted.touch(span):
            yield Silence(span, RULE, reasons.POINTS, str(scored))


def _below_headings(reading: Reading, quoted: Marked) -> Iterator[Silence]:
    """Yield the lines of lists below a heading on priorities where the whole list gave nothing."""
    spoken, others = (reading.codebook.entry("priorities", name).match for name in ("announces", "others"))
    lists: dict[int, list[Line]] = {}
    for line in reading.own_lines:
        if line.block.kind == ITEM and line.lead is not None:
            lists.setdefault(line.lead, []).append(line)
    for lead, listed in lists.items():
        heading = reading.lines[lead]
        told = heading.block.kind == HEADING and spoken.matches(heading.folded.lower)
        silent = not any(quoted.touch(line.block.span) for line in listed)
        if told and silent and not others.matches(heading.folded.lower):
            yield from (Silence(line.block.content, "priorities.heading", reasons.BELOW) for line in listed)


def _partly(reading: Reading, sentence: Located, by_table: Mapping[str, Marked]) -> Iterator[Silence]:
    """Yield the cues whose conditions hold in a sentence and of whose table it gave nothing."""
    span = sentence.passage.span
    for table, rules in _signals(reading.held(sentence.passage)).items():
        if table in by_table and by_table[table].touch(span):
            continue
        why = _heard(reading, table, sentence)
        # Cues of other tables of the package are short words that stand in most sentences.
        telling = [rule for rule in rules if table in _TELLING or "@" in rule]
        yield from (
            Silence(span, rule, reasons.PARTLY) for rule in telling if rule not in why or not why[rule].reason
        )


def silent_cells(document: Document, codebook: Codebook, quoted: Marked) -> Iterator[Silence]:
    """Yield the cues of the cells of tables that are not read as text, and that no quote touches."""
    read = {line.block.span for line in lines(document)}
    for block in document.blocks:
        if block.kind == CELL and block.span not in read and not quoted.touch(block.span):
            line = Line(-1, block, fold_block(document, block), None, None)
            yield from _held(passages(line), codebook, reasons.TABLE)


def silent_prose(
    document: Document,
    codebook: Codebook,
    spans: Iterable[Span],
    quoted: Marked,
    reason: str,
    but: Marked | None = None,
) -> Iterator[Silence]:
    """Yield the cues of the sentences in some parts of a document that no quote touches, for one reason.

    Args:
        document: The document.
        codebook: The coding frame.
        spans: The parts.
        quoted: The quotes.
        reason: A key of `reasons.REASONS`.
        but: Parts to leave out.
    """
    inside = Marked(spans)
    for passage in prose(document):
        span = passage.span
        if inside.touch(span) and not quoted.touch(span) and not (but and but.touch(span)):
            yield from _held([passage], codebook, reason)


def _heard(reading: Reading, table: str, sentence: Located) -> Mapping[str, Heard]:
    why: dict[str, Heard] = {}
    for heard in reading.heard(table, sentence, clauses=True):
        # Of several cues of one rule the one that came nearest to a fact tells most.
        if heard.cue.rule not in why or why[heard.cue.rule].reason is not None:
            why[heard.cue.rule] = heard
    return why


def _no_row(reading: Reading, table: str, rule: str, sentence: Located) -> str:
    """Return why words that count give no row: they may be about no place, or of another body."""
    if table in _OF_BODIES:
        heard = (one for one in reading.heard(table, sentence, clauses=True) if one.cue.rule == rule)
        kinds = {body_of(reading, sentence, one.found)[1] for one in heard if one.found is not None}
        return reasons.BODY if kinds and PARTNERSHIP not in kinds else reasons.NO_ROW
    if table not in _OF_PLACES or sentence.scope.applies_to != "system":
        return reasons.NO_ROW
    return reasons.LEVEL if sentence.scope.named else reasons.NO_SUBJECT


def _held(some: Iterable[Passage], codebook: Codebook, reason: str) -> Iterator[Silence]:
    for passage in some:
        for rules in _signals(codebook.cues_in(passage.text, passage.lower)).values():
            for rule in rules:
                yield Silence(passage.span, rule, reason)


def _signals(held: Mapping[str, Iterable[Cue]]) -> dict[str, tuple[str, ...]]:
    """Return the rules of cues by table, each once."""
    return {table: tuple(dict.fromkeys(cue.rule for cue in cues)) for table, cues in held.items()}
