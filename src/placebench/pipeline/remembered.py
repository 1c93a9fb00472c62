"""What became of documents in earlier runs: taken from a cache where nothing changed that it depends on."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from placebench.cache import Receipt, Store, fingerprints, reading_code, rows_from_json, rows_to_json
from placebench.dataset.part import Part, digest
from placebench.documents.limits import Limits
from placebench.errors import UsageError
from placebench.model import Source
from placebench.pipeline.again import Again
from placebench.pipeline.answers import answer_from_json, answer_to_json
from placebench.pipeline.files import Found
from placebench.pipeline.one import Work
from placebench.pipeline.rejected import BrokenRule
from placebench.pipeline.report import OK, REFUSED, DocumentReport, Outcome

_OF_PROCESSES = ("timeout", "memory")
_CHANGES_READING = ("table_nesting",)
_DAMAGE = (LookupError, TypeError, ValueError)


@attrs.frozen(eq=False)
class Remembered:
    """The outcomes of earlier runs that hold for one work.

    Attributes:
        store: Where they are.
        work: What is done with each document.
        importers: Digest of each importer that is asked, by name.
        again: What is read again in any case.
    """

    store: Store
    work: Work
    importers: Mapping[str, str]
    again: Again | None = None

    @classmethod
    def of(cls, folder: Path, work: Work, again: Again | None) -> Remembered:
        """Return the outcomes in a folder that hold for a work.

        Raises:
            UsageError: The folder is a file.
        """
        if folder.exists() and not folder.is_dir():
            raise UsageError("a folder for the cache", "a file", where=str(folder))
        made_of = fingerprints(work.registry, work.importer)
        # Who is made of nobody knows what is asked in every run.
        importers = {name: code or uuid.uuid4().hex for name, code in made_of.items()}
        return cls(Store(folder), work, importers, again)

    def find(self, found: Found) -> Outcome | Found:
        """Return the outcome of a document; where it has to be read, what importers said of it before."""
        entry = self.store.get(self._key(found)) if found.sha256 and self.again != "all" else None
        if entry is None:
            return found
        receipt, content = entry
        if not self._holds(receipt):
            return found
        try:
            if receipt.importers == self.importers:
                return _outcome(content)
            same = {name for name, code in self.importers.items() if receipt.importers.get(name) == code}
            answers = {n: answer_from_json(a) for n, a in content["answers"].items() if n in same}
        except _DAMAGE:
            return found
        return attrs.evolve(found, answers=answers)

    def keep(self, found: Found, outcome: Outcome) -> None:
        """Remember an outcome, unless the document was out of reach or changed while it was read.

        Raises:
            DatasetError: The disk refuses.
        """
        if not outcome.lasting or found.sha256 is None or _sha256(outcome) != found.sha256:
            return
        rows = sum(outcome.report.rows.values())
        limits = attrs.asdict(self.work.limits)
        receipt = Receipt(found.name, outcome.report.outcome, rows, self.importers, limits)
        self.store.put(self._key(found), receipt, _content(outcome))

    def _key(self, found: Found) -> str:
        limits = attrs.asdict(self.work.limits)
        depends = [found.sha256, found.name, dict(found.metadata), self.work.importer, reading_code()]
        return digest([*depends, [limits[name] for name in _CHANGES_READING]])

    def _holds(self, receipt: Receipt) -> bool:
        """Tell whether a document would come to the same within the limits that hold now."""
        now = attrs.asdict(self.work.limits)
        if receipt.outcome in (OK, REFUSED):
            # Who was read whole within some limits is so within wider ones, and has taken its time already.
            kept = attrs.fields_dict(Limits).keys() - {*_OF_PROCESSES}
            return all(receipt.limits.get(name, now[name] + 1) <= now[name] for name in kept)
        return self.again is None and receipt.limits == now


def _sha256(outcome: Outcome) -> str | None:
    sources = outcome.parts[0].rows["sources"] if outcome.parts else ()
    return next((row.sha256 for row in sources if isinstance(row, Source)), None)


def _content(outcome: Outcome) -> dict[str, Any]:
    host, *read = outcome.parts
    return {
        "report": attrs.asdict(outcome.report),
        "host": {"key": host.key, "rows": rows_to_json(host.rows)},
        "parts": dict(zip(_readers(outcome), (part.key for part in read), strict=True)),
        "answers": {name: answer_to_json(answer) for name, answer in outcome.answers.items()},
    }


def _readers(outcome: Outcome) -> Sequence[str]:
    """Return the importers whose rows were kept, in the order of the parts."""
    return [name for name, one in outcome.answers.items() if one.rows is not None and not one.failed]


def _outcome(content: dict[str, Any]) -> Outcome:
    report = content["report"]
    texts = {name: tuple(report[name]) for name in ("importers", "problems")}
    broken = tuple(BrokenRule(**one) for one in report["broken"])
    host = Part(content["host"]["key"], rows_from_json(content["host"]["rows"]))
    read = [
        Part(key, rows_from_json(content["answers"][name]["rows"])) for name, key in content["parts"].items()
    ]
    return Outcome((host, *read), DocumentReport(**{**report, **texts, "broken": broken}))
