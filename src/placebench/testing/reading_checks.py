"""Checks on what an importer reads: its own documents, others', and damaged ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placebench.documents import Document
from placebench.errors import PluginError
from placebench.model import Rejection
from placebench.testing.damage import cuts, shuffled
from placebench.testing.keeping import keep_hint
from placebench.testing.subject import Subject
from placebench.testing.trying import Reading
from placebench.testing.verdict import Verdict, verdict

NO_DOCUMENTS = "no document of its own was given"
_SHUFFLES = 3
_NAMES = frozenset({"systems", "places", "partnerships", "organisations", "evidence", "rejections"})


def knows_its_own(subject: Subject) -> Verdict:
    """Every document of its own is claimed and gives at least one row."""
    if not subject.own:
        return Verdict(skipped=NO_DOCUMENTS)
    return verdict(
        f"{name}: expected rows, found {reading.error or 'no claim' if not reading.claims else 'none'}"
        for name, reading in subject.readings.items()
        if reading.error or not set(reading.rows) - _NAMES
    )


def refuses_others(subject: Subject) -> Verdict:
    """Documents that are not its own are not claimed, and do not make it fail."""
    return verdict(_strange(subject))


def _strange(subject: Subject) -> Iterator[str]:
    for found in subject.others:
        reading = subject.read_file(found)
        if reading.error:
            yield f"{found.name}: expected a refusal, found {reading.error}"
        elif reading.claims:
            hint = f"; {keep_hint(subject, found.name)}" if found.name in subject.unkept else ""
            yield f"{found.name}: expected a refusal, found a claim: {reading.claims[0].why}{hint}"


def evidence_verifies(subject: Subject) -> Verdict:
    """The host rejects no row: quotes stand where they are said to, and codes are those of the model."""
    if not subject.own:
        return Verdict(skipped=NO_DOCUMENTS)
    return verdict(fault for name, one in subject.readings.items() for fault in _rejected(name, one))


def expectations_hold(subject: Subject) -> Verdict:
    """Each of its documents gives as many rows of each table, and has the tables, that the importer says."""
    if not subject.own:
        return Verdict(skipped=NO_DOCUMENTS)
    declared = getattr(subject.importer, "expects", None) or any(
        claim.expects for reading in subject.readings.values() for claim in reading.claims
    )
    if not declared:
        return Verdict(skipped="neither the importer nor a claim of it declares numbers of rows")
    return verdict(
        str(error)
        for reading in subject.readings.values()
        for error in (*reading.unmet.values(), *(one.error for one in reading.lacking))
    )


def repeats_itself(subject: Subject) -> Verdict:
    """A document that is read a second time, after all the others, gives the same."""
    if not subject.own:
        return Verdict(skipped=NO_DOCUMENTS)
    first = {name: reading.fingerprint for name, reading in subject.readings.items()}
    return verdict(
        f"{name}: expected the rows of the first reading, found others in the second"
        for name, document in subject.documents.items()
        if subject.read(document).fingerprint != first[name]
    )


def survives_truncation(subject: Subject) -> Verdict:
    """Documents that end too early are read without failing, and with quotes that verify."""
    return _survives(subject, ((name, cuts(document)) for name, document in subject.documents.items()))


def survives_shuffling(subject: Subject) -> Verdict:
    """Documents with their blocks in another order are read too, with quotes that verify."""
    return _survives(
        subject,
        (
            (name, (shuffled(document, seed) for seed in range(_SHUFFLES)))
            for name, document in subject.documents.items()
        ),
    )


def _survives(subject: Subject, damaged: Iterable[tuple[str, Iterable[Document]]]) -> Verdict:
    if not subject.own:
        return Verdict(skipped=NO_DOCUMENTS)
    faults = []
    for name, documents in damaged:
        for document in documents:
            reading = subject.read(document)
            where = f"{name}, {len(document.text)} characters"
            # Half a word may be no code of the model; the host refuses that row, and no reader is misled.
            found = _rejected(where, reading, rules=("quote-", "not-"))
            # A document that is refused because a part of it is gone has not failed.
            failed = reading.error if isinstance(reading.error, PluginError) else None
            faults += [f"{where}: {failed}"] if failed else [*found]
    return verdict(dict.fromkeys(faults))


def _rejected(where: str, reading: Reading, rules: tuple[str, ...] = ("",)) -> Iterator[str]:
    for row in reading.rows.get("rejections", ()):
        if isinstance(row, Rejection) and row.rule.startswith(rules):
            yield f"{where}: {row.rule} of {row.table or 'no table'}: {row.message}"
