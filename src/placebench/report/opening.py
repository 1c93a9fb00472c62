"""What a page opens with: how much it holds, of which places, and by what it can be filtered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import polars as pl

from placebench.benchmark.scope import Tables, at_places, with_text_codes
from placebench.benchmark.stated.notes import counted
from placebench.model import FACT_TABLES
from placebench.plots.marks import strongest_first
from placebench.report.content import FactLine, Section
from placebench.report.page import Filters


def subtitle(dataset: Tables, facts: Collection[FactLine], part: Tables | None = None) -> str:
    """Say how many facts, documents, systems and places a page is about.

    Args:
        dataset: The dataset.
        facts: All of its facts.
        part: The part that is compared; all of it where None.
    """
    systems = len({fact.system for fact in facts})
    documents = dataset.frame("sources").select(pl.len()).collect().item()
    said = f"{_amount(len(facts), documents, systems)}. {_places(dataset, facts)}"
    chosen = _chosen(part) if part is not None else None
    if chosen is None or chosen.height == len(facts):
        return said
    of_study = _amount(chosen.height, chosen["source_id"].n_unique(), chosen["system_id"].n_unique())
    return f"The study covers {of_study}. The lists of facts and sources have all of the dataset: {said}"


def filters(facts: Collection[FactLine], shown: Iterable[Section], names: Mapping[str, str]) -> Filters:
    """Return what a page can be filtered by: of places all that its facts or tables show.

    Args:
        facts: The facts that are listed.
        shown: The sections, with their tables.
        names: Names of systems and places, by identifier.
    """
    rows = [row for section in shown for table in section.tables for row in table.rows]
    systems = {fact.system for fact in facts}
    places = {fact.place_id for fact in facts} | {row.place for row in rows}
    return Filters(
        systems=tuple((one, names.get(one, one)) for one in sorted(systems)),
        places=tuple((one, names.get(one, one)) for one in sorted(places - {""})),
        statuses=tuple((one, one.replace("_", " ")) for one in strongest_first(f.status for f in facts)),
        bases=tuple((one, one) for one in sorted({fact.basis for fact in facts})),
    )


def _places(dataset: Tables, facts: Collection[FactLine]) -> str:
    own = {fact.place_id for fact in facts if fact.place_id}
    general = _by_statements_on_each(dataset) - own
    if not own | general:
        return "They speak of no place."
    total = counted(len(own | general | _of_systems(dataset, facts)), "place", "places")
    among = f"They speak of {len(own | general)} of the {total} that these systems have or had"
    if not general:
        return f"{among}, in statements of their own."
    return (
        f"{among}: {len(own) or 'none'} in statements of their own, {len(general)} only by what is said of "
        "each place of their system."
    )


def _of_systems(dataset: Tables, facts: Collection[FactLine]) -> set[str]:
    known = with_text_codes(dataset.frame("places")).select("system_id", "place_id").collect()
    systems = {fact.system for fact in facts}
    return {place for system, place in known.iter_rows() if system in systems}


def _by_statements_on_each(dataset: Tables) -> set[str]:
    spread = [
        at_places(dataset, table).filter(pl.col("applies_to") == "each_place").select("place_id")
        for table in FACT_TABLES
    ]
    return {place for one in pl.collect_all(spread) for place in one["place_id"]}


def _chosen(part: Tables) -> pl.DataFrame:
    about = [with_text_codes(part.frame(table)).select("source_id", "system_id") for table in FACT_TABLES]
    return pl.concat(pl.collect_all(about))


def _amount(facts: int, documents: int, systems: int) -> str:
    said = f"{counted(facts, 'fact', 'facts')} from {counted(documents, 'document', 'documents')}"
    return f"{said} on {counted(systems, 'system', 'systems')}"
