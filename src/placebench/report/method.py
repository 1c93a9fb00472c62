"""The method section: what the page rests on, so that it can be cited and made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version

import attrs
import polars as pl

from placebench.codebook.frame import Section as Entry
from placebench.codebook.frame import sections
from placebench.codebook.maturity_file import load_maturity_rules
from placebench.dataset import Dataset
from placebench.report.content import FactLine, Term


@attrs.frozen
class Method:
    """What the page rests on.

    Attributes:
        dataset_id: Identifier of the dataset.
        about: Label and value of each version and number.
        notes: What is to be said of the choice of facts.
        terms: Entries of the coding frame behind the facts of the page, the most used first.
        cite: How to cite the page.
    """

    dataset_id: str
    about: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    terms: tuple[Term, ...]
    cite: str


def method(dataset: Dataset, facts: Iterable[FactLine], title: str, notes: Iterable[str] = ()) -> Method:
    """Say what a page rests on.

    Args:
        dataset: The dataset.
        facts: The facts of the page.
        title: Heading of the page.
        notes: What is to be said of the choice of facts.
    """
    listed = list(facts)
    made = version("placebench")
    about = (
        ("Dataset", dataset.id),
        ("Schema", dataset.schema_version),
        ("placebench", made),
        ("Importers", ", ".join(_importers(dataset))),
        ("Documents", str(dataset["sources"].num_rows)),
        ("Facts", str(len(listed))),
    )
    cite = f"{title}. Made with placebench {made} from dataset {dataset.id[:16]}."
    return Method(dataset.id, about, tuple(notes), tuple(terms(listed)), cite)


def terms(facts: Iterable[FactLine]) -> list[Term]:
    """Return the entries of the coding frame that facts name as their rule, with their number."""
    counts = Counter(fact.rule for fact in facts if fact.rule)
    definitions = _definitions()
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [Term(rule, number, definitions.get(rule, "")) for rule, number in ordered]


def _definitions() -> dict[str, str]:
    found: dict[str, str] = {rule.rule: rule.reason for rule in load_maturity_rules().rules}
    for entry in sections():
        for rule in (*entry.names, *entry.rules):
            # A rule of a feature is a rule of its table too; the entry of the feature says more of it.
            if rule not in found or entry.entry.group != "tables":
                found[rule] = _says(entry)
    return found


def _says(entry: Entry) -> str:
    return entry.says or entry.entry.code.replace("_", " ")


def _importers(dataset: Dataset) -> list[str]:
    claims = dataset.frame("claims").filter(pl.col("importer").is_not_null())
    names = claims.select(pl.col("importer").cast(pl.String)).unique().collect()["importer"]
    return list(names.sort())
