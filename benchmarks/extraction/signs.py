"""Fit the points of the signs of lists of members to coded documents, and say how well they do elsewhere.

For each sign: how many lists have it, what share of their organisations was coded as members, its points,
and the points that a logistic regression with a ridge penalty gives it. Below that, what the fitted weights
give for documents that were left out of their fit, fold by fold.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import numpy as np
from numpy.typing import NDArray

from benchmarks.extraction.__main__ import arguments, sets_of
from benchmarks.extraction.coded import SECTOR, Coded, CodedSet
from benchmarks.extraction.extracted import Extracted
from benchmarks.extraction.meeting import meets
from placebench.codebook import load_codebook
from placebench.codebook.signs import SIGNED
from placebench.coding import SystemImporter
from placebench.coding.members.listings import Listing
from placebench.coding.members.scored_members import scores
from placebench.pipeline import registry_with
from placebench.pipeline.files import find_documents
from placebench.pipeline.opening import opened

Numbers = NDArray[np.float64]
FOLDS, PENALTY, UNIT = 10, 3.0, 0.25
_ROUNDS = 25
_COMPARED = ("organisation", SECTOR)


@attrs.frozen
class Seen:
    """A list of organisations: its document, its signs, and which of its organisations were coded."""

    doc: str
    signs: frozenset[str]
    members: tuple[bool, ...]


def lists_of(coding: CodedSet) -> Iterator[Seen]:
    """Yield the lists of organisations of the coded documents of a set."""
    registry = registry_with([str(profile) for profile in coding.profiles], ())
    importers = [one for one in registry.importers.values() if isinstance(one, SystemImporter)]
    for found in find_documents([coding.documents]):
        if found.name not in coding.coded_documents:
            continue
        document = opened(found.read(), found.name, found.metadata)
        facts = [fact for fact in coding.facts if (fact.doc, fact.table) == (found.name, SIGNED)]
        for importer in importers:
            for claim in importer.identify(document):
                for listing, scored in scores(importer.read(document, claim.spans)):
                    signs = frozenset(sign.name for sign in scored.spoke)
                    yield Seen(found.name, signs, tuple(_coded(listing, found.name, facts)))


def fitted(marks: Numbers, share: Numbers, weight: Numbers) -> Numbers:
    """Return the weights of a logistic regression by Newton's method; the last one is the constant."""
    found = np.zeros(marks.shape[1])
    ridge = np.full(marks.shape[1], PENALTY)
    ridge[-1] = 1e-3
    for _ in range(_ROUNDS):
        chance = probability(marks, found)
        slope = marks.T @ (weight * (chance - share)) + ridge * found
        bend = (marks * (weight * chance * (1 - chance))[:, None]).T @ marks + np.diag(ridge)
        found = found - np.linalg.solve(bend, slope)
    return found


def probability(marks: Numbers, weights: Numbers) -> Numbers:
    """Return the probability of each list to be one of members."""
    return np.asarray(1 / (1 + np.exp(-np.clip(marks @ weights, -30, 30))))


def left_out(seen: Sequence[Seen], marks: Numbers, share: Numbers, weight: Numbers) -> Numbers:
    """Return the probability of each list by weights that were fitted without the documents of its fold."""
    fold = np.array([int(hashlib.sha256(one.doc.encode()).hexdigest(), 16) % FOLDS for one in seen])
    chance = np.zeros(len(seen))
    for number in range(FOLDS):
        out = fold == number
        chance[out] = probability(marks[out], fitted(marks[~out], share[~out], weight[~out]))
    return chance


def _coded(listing: Listing, doc: str, facts: Sequence[Coded]) -> Iterator[bool]:
    for row, quote in listing.rows:
        told = Extracted(doc, SIGNED, {"organisation": row.organisation, SECTOR: list(row.sectors)})
        words = _folded(quote.text)
        yield any(
            meets(told, attrs.evolve(fact, columns={c: v for c, v in fact.columns.items() if c in _COMPARED}))
            and (_folded(fact.because) in words or words in _folded(fact.because))
            for fact in facts
        )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _lines(seen: Sequence[Seen]) -> Iterator[str]:
    signs = load_codebook().signs.signs
    marks = np.array([[*(sign.name in one.signs for sign in signs), True] for one in seen], dtype=float)
    share = np.array([np.mean(one.members) for one in seen])
    weight = np.sqrt([len(one.members) for one in seen])
    weights = fitted(marks, share, weight)
    yield f"{'sign':24} {'lists':>6} {'members':>8} {'points':>7} {'fitted':>7}"
    for number, sign in enumerate(signs):
        has = marks[:, number] > 0
        members = f"{share[has].mean():.2f}" if has.any() else ""
        yield f"{sign.name:24} {has.sum():6} {members:>8} {sign.points:+7} {weights[number] / UNIT:+7.1f}"
    yield f"{'threshold at even odds':48} {-weights[-1] / UNIT:7.1f}"
    chance = left_out(seen, marks, share, weight)
    every = sum(sum(one.members) for one in seen)
    yield ""
    for least in (0.5, 0.6, 0.7, 0.8):
        kept = [one for one, odds in zip(seen, chance, strict=True) if odds >= least]
        right, rows = sum(sum(one.members) for one in kept), sum(len(one.members) for one in kept)
        yield f"left out, at {least:.1f}: {right} of {every} coded members in lists, {rows} rows"


def main() -> None:
    """Print the fit to the sets that are named."""
    with TemporaryDirectory() as scratch:
        sets = (coding for _, coding in sets_of(arguments().parse_args(), Path(scratch)) if coding)
        seen = [one for coding in sets for one in lists_of(coding)]
    for line in _lines(seen) if seen else ("No coded document has a list of organisations.",):
        print(line)


if __name__ == "__main__":
    main()
