"""Golden files: what a document gave when a person last looked, fact by fact with its quotes.

Positions are kept beside quotes, so that words which moved to another page are told from a fact that changed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

import attrs

from placebench.errors import PluginError, UnclaimedDocument
from placebench.model import FACT_TABLES, TABLES, Evidence, Row, columns_of
from placebench.testing.keeping import golden_file, without_document, without_golden
from placebench.testing.subject import Subject
from placebench.testing.trying import Reading
from placebench.testing.verdict import Verdict

MISSING = "missing"
NEW = "new"
CHANGED = "changed"
REQUOTED = "requoted"
MOVED = "moved"
FAILED = "failed"
_LONGEST = 200
_MEND = "look for the cause in your importer's code; --timeout gives a slow one more time"
_TABLES = (*FACT_TABLES, "frameworks", "themes", "stages", "criteria", "gaps")

Fact = Mapping[str, Any]
"""`table`, `row` (column to value) and `quotes`, each with `text`, `page` and `start`."""


@attrs.frozen
class Difference:
    """One way in which a document gives something else than its golden file says.

    Attributes:
        kind: `missing`, `new`, `changed` (the same words, another value), `requoted` (the same value, other
            words), `moved` (the same value and words in another position) or `failed` (it gives nothing).
        says: What differs, in one line.
    """

    kind: str
    says: str

    @property
    def is_fault(self) -> bool:
        """Whether something else is stated; words that only moved state the same."""
        return self.kind != MOVED


def facts_of(reading: Reading) -> list[Fact]:
    """Return the facts of a reading, in the order of tables and of the document."""
    quotes: dict[tuple[str, str], dict[int, list[Evidence]]] = {}
    for row in reading.rows.get("evidence", ()):
        if isinstance(row, Evidence):
            quotes.setdefault((row.table, row.fact_id), {}).setdefault(row.quote_number, []).append(row)
    facts = [
        {
            "table": table,
            "row": _values(row),
            "quotes": [_quote(parts) for parts in quotes.get((table, _key(row)), {}).values()],
        }
        for table in _TABLES
        for row in reading.rows.get(table, ())
    ]
    return sorted(facts, key=lambda fact: (_TABLES.index(str(fact["table"])), _start(fact), _said(fact)))


def write_golden(
    subject: Subject, folder: Path, progress: Callable[[str, int, int], None] | None = None
) -> list[Path]:
    """Write the golden file of each of the subject's own documents.

    Args:
        subject: The importer and its documents.
        folder: Where the files are.
        progress: Called after each document with its name, the number of those that are done and that of all.

    Returns:
        The files that changed.

    Raises:
        PluginError: The importer failed on a document.
        UnclaimedDocument: It does not know one.
    """
    written = []
    for done, (name, reading) in enumerate(subject.read_each(), 1):
        if error := reading.error:
            hint = _MEND if isinstance(error, PluginError) else error.hint
            raise type(error)(error.expected, error.found, where=error.where, hint=hint)
        if not reading.claims:
            who = subject.importer.name
            hint = "remove the document, or see `placebench audit` for why it is not known"
            raise UnclaimedDocument(f"a document that {who} knows", "no claim", where=name, hint=hint)
        path = golden_file(folder, name)
        text = _as_text(facts_of(reading))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
        if progress is not None:
            progress(name, done, len(subject.own))
    return written


def _as_text(facts: Iterable[Fact]) -> str:
    """Return facts as JSON that a person can review: a row a line, and each of its quotes in another."""
    entries = []
    for fact in facts:
        row, *quotes = (json.dumps(one, ensure_ascii=False) for one in (fact["row"], *fact["quotes"]))
        said = "".join(f"{',' if number else ''}\n   {quote}" for number, quote in enumerate(quotes))
        entries.append(f' {{"table": "{fact["table"]}",\n  "row": {row},\n  "quotes": [{said}]}}')
    return "[\n" + ",\n".join(entries) + "\n]\n"


def against_golden(subject: Subject, folder: Path) -> Iterator[tuple[str, Difference]]:
    """Yield each difference between a golden file and what its document gives, with the document's name."""
    for name, reading in subject.readings.items():
        path = golden_file(folder, name)
        if reading.error:
            yield name, Difference(FAILED, str(reading.error))
            continue
        if not path.is_file():
            yield name, Difference(NEW, f"a document without a golden file, {path.name}")
            continue
        kept = json.loads(path.read_text(encoding="utf-8"))
        for difference in differences(kept, facts_of(reading)):
            yield name, difference
    for name, says in without_document(subject, folder):
        yield name, Difference(MISSING, says)


def matches_golden(subject: Subject) -> Verdict:
    """Each document gives the facts and the evidence that its golden file says."""
    if subject.golden is None:
        return Verdict(skipped="no golden file; `placebench golden update` writes them")
    found = list(against_golden(subject, subject.golden))
    said = [(f"{name}: {one.kind}: {one.says}", one.is_fault) for name, one in found]
    faults = [text for text, fault in said if fault]
    hint = (
        ["`placebench golden update` writes what documents give now, where that is right"] if faults else []
    )
    notes = [text for text, fault in said if not fault]
    notes += filter(None, [without_golden(subject)])
    return Verdict(tuple(faults), notes=(*notes, *hint))


def differences(kept: Sequence[Fact], given: Sequence[Fact]) -> Iterator[Difference]:
    """Yield how the facts of a document differ from those that were kept."""
    gone, new = list(kept), []
    for fact in given:
        same = _nearest([old for old in gone if _said(old) == _said(fact)], fact)
        if same is None:
            new.append(fact)
            continue
        gone.remove(same)
        yield from _in_evidence(same, fact)
    for fact in new:
        old = next((old for old in gone if old["table"] == fact["table"] and _share_words(old, fact)), None)
        if old is None:
            yield Difference(NEW, _in_words(fact))
        else:
            gone.remove(old)
            yield Difference(CHANGED, f"{_in_words(fact)}: {_columns_that_differ(old['row'], fact['row'])}")
    for fact in gone:
        yield Difference(MISSING, _in_words(fact))


def _nearest(same: Sequence[Fact], fact: Fact) -> Fact | None:
    return next((old for old in same if _texts(old) == _texts(fact)), same[0] if same else None)


def _in_evidence(old: Fact, fact: Fact) -> Iterator[Difference]:
    if _texts(old) != _texts(fact):
        before, after = (" … ".join(_texts(one)) or "nothing" for one in (old, fact))
        yield Difference(REQUOTED, f"{_in_words(fact)}: expected “{before}”, found “{after}”")
    elif old["quotes"] != fact["quotes"]:
        yield Difference(MOVED, f"{_in_words(fact)}: {_position(old)}, now {_position(fact)}")


def _columns_that_differ(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    names = [name for name in (*old, *(n for n in new if n not in old)) if old.get(name) != new.get(name)]
    return "; ".join(f"{name} expected {old.get(name)!r}, found {new.get(name)!r}" for name in names)


def _values(row: Row) -> dict[str, Any]:
    values = {one.name: getattr(row, one.name) for one in columns_of(type(row)) if not one.host}
    return {name: _plain(value) for name, value in values.items() if value is not None and value != ()}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _key(row: Row) -> str:
    return str(getattr(row, columns_of(type(row))[0].name))


def _quote(parts: Iterable[Evidence]) -> dict[str, Any]:
    ordered = sorted(parts, key=lambda part: part.part)
    first = ordered[0]
    text = " ".join(" ".join(part.quote for part in ordered).split())
    return {"text": text, "page": first.page, "section": first.section, "start": first.start}


def _said(fact: Fact) -> str:
    return json.dumps([fact["table"], fact["row"]], sort_keys=True)


def _texts(fact: Fact) -> list[str]:
    return sorted(quote["text"] for quote in fact["quotes"])


def _share_words(old: Fact, fact: Fact) -> bool:
    return bool(set(_texts(old)) & set(_texts(fact)))


def _start(fact: Fact) -> int:
    return min((quote["start"] for quote in fact["quotes"]), default=-1)


def _position(fact: Fact) -> str:
    quote = fact["quotes"][0]
    page = f"page {quote['page']}, " if quote["page"] else ""
    return f"{page}character {quote['start']}"


def _in_words(fact: Fact) -> str:
    kind = TABLES[str(fact["table"])]
    named = [column.name for column in columns_of(kind) if not column.host and column.name in fact["row"]]
    shown = ", ".join(f"{name}={fact['row'][name]}" for name in named if name not in ("system_id", "basis"))
    return f"{fact['table']} ({shorten(shown, _LONGEST, placeholder=' …')})"
