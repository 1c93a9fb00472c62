"""The method section: what the page rests on, so that it can be cited and made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.metadata import version

import attrs
import polars as pl

from placebench.codebook.maturity_file import load_maturity_rules
from placebench.codebook.method import TABLE_OF, load_method
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
    return [
        Term(rule, number, definitions.get(rule) or definitions.get(rule.partition(".")[0], ""))
        for rule, number in ordered
    ]


def _definitions() -> Mapping[str, str]:
    """Return what each entry says, by the names that the `rule` of a fact can have."""
    found = {rule.rule: rule.reason for rule in load_maturity_rules().rules}
    for entry in load_method().entries:
        table, _ = TABLE_OF[entry.group]
        of_rules = {f"{entry.code}.{rule}": says for rule, says in entry.rules.items()}
        # A cue that has no entry of its own says what a row of its table says.
        found |= {f"{table}.{entry.code}": entry.definition, entry.code: entry.definition, **of_rules}
    return found


def _importers(dataset: Dataset) -> list[str]:
    claims = dataset.frame("claims").filter(pl.col("importer").is_not_null())
    names = claims.select(pl.col("importer").cast(pl.String)).unique().collect()["importer"]
    return list(names.sort())
