"""Where sources disagree about the same place and the same item, side by side.

What counts as a disagreement stands in `disagreement`; beside that, sources disagree that name different
people, or different posts, as chairs. A place that ended is another place than its successors, so what is
said of the one never meets what is said of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from placebench.benchmark.scope import Scope, Tables, scope_of, with_text_codes
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.answers import COLUMNS
from placebench.benchmark.stated.compare import stated_answers
from placebench.benchmark.stated.comparison import Comparison
from placebench.benchmark.stated.delegation import delegation_answers, delegation_facts
from placebench.benchmark.stated.disagreement import THERE
from placebench.benchmark.stated.governance import governance_answers, governance_facts
from placebench.benchmark.stated.leadership import role_facts
from placebench.benchmark.stated.membership import member_facts
from placebench.benchmark.stated.priorities import topic_facts
from placebench.codebook import Wording, load_codebook

# "Cllr Ann Reed" and "Councillor Ann Reed" are one.
_TITLES = Wording("entries", r"^(?:<title>\.? )+", re.IGNORECASE)
_ANSWER = ("place_id", "item", "value", "status", "basis", "applies_to")


def conflicts(dataset: Tables) -> Comparison:
    """List what sources say differently of the same place and item: one row a source and answer.

    Items are `<table>:<item>`. Beside the columns of every comparison, `source` is the file and
    `evidence_ids` are the quotes.
    """
    scope = scope_of(dataset)
    frame = pl.concat(
        [
            _rows(dataset, scope, table, facts)
            for table, facts in (
                ("governance", _disputed(governance_facts(dataset), governance_answers(dataset))),
                ("delegations", _disputed(delegation_facts(dataset), delegation_answers(dataset))),
                ("memberships", _disputed(member_facts(dataset), stated_answers(member_facts(dataset)))),
                ("priorities", _disputed(topic_facts(dataset), stated_answers(topic_facts(dataset)))),
                ("roles", _several_chairs(dataset)),
            )
        ]
    ).sort("place_id", "item", "as_of_last", "source", "status", "value")
    return Comparison(
        name="conflicts",
        title="Where sources disagree",
        item="item",
        frame=frame,
        denominators={
            "places": scope.places.height,
            "places_read": scope.reads["place_id"].n_unique(),
            "places_of_systems": scope.places_of_systems,
            "sources": scope.reads["source_id"].n_unique(),
        },
        notes=tuple(_notes(frame)),
    )


def _disputed(facts: pl.LazyFrame, answers: pl.DataFrame) -> pl.DataFrame:
    disputed = answers.filter("conflict").explode("fact_ids").rename({"fact_ids": "fact_id"})
    return facts.collect().join(disputed, on=["place_id", "item", "fact_id"], how="semi")


def _rows(dataset: Tables, scope: Scope, table: str, facts: pl.DataFrame) -> pl.DataFrame:
    """Bring facts that give one answer in one source together, with that source's words, dates and quotes."""
    evidence = with_text_codes(dataset.frame("evidence")).filter(pl.col("table") == table)
    quotes = evidence.group_by("fact_id").agg("evidence_id").collect()
    names = dataset.frame("sources").select("source_id", pl.col("path").alias("source")).collect()
    answers = (
        facts.join(quotes, on="fact_id", how="left")
        .group_by(*_ANSWER, "source_id")
        .agg(
            pl.col("as_of").min().alias("as_of_first"),
            pl.col("as_of").max().alias("as_of_last"),
            pl.col("fact_id").unique().sort().alias("fact_ids"),
            pl.col("detail").drop_nulls().unique().sort(),
            pl.col("evidence_id").explode().drop_nulls().unique().sort().alias("evidence_ids"),
        )
    )
    return (
        answers.join(scope.places, on="place_id")
        .join(scope.reads_of(table), on="place_id", how="left")
        .join(names, on="source_id", how="left")
        .with_columns(
            pl.format("{}:{}", pl.lit(table), "item").alias("item"),
            pl.concat_list("source_id").alias("sources"),
            pl.lit(1, pl.Int64).alias("n_sources"),
            pl.col("source").fill_null(pl.col("source_id")),
            conflict=pl.lit(value=True),
        )
        .select(*COLUMNS, "source", "evidence_ids")
    )


def _several_chairs(dataset: Tables) -> pl.DataFrame:
    """Find the chairs of partnerships for which several sources give different holders."""
    chairs = (
        role_facts(dataset)
        .filter(pl.col("role") == "chair", pl.col("status").is_in(THERE), pl.col("value").is_not_null())
        .with_columns(pl.lit(None, pl.String).alias("detail"))
        .collect()
    )
    holders = chairs.group_by("place_id").agg(pl.struct("source_id", "value").unique().alias("named"))
    disputed = [
        place
        for place, named in holders.iter_rows()
        if _differ({one["source_id"] for one in named}, {(one["source_id"], one["value"]) for one in named})
    ]
    return chairs.filter(pl.col("place_id").is_in(disputed))


def _differ(sources: set[str], named: set[tuple[str, str]]) -> bool:
    """Tell whether two sources share no holder: chairs whom one source names together are joint.

    A post and a name may be one chair's: posts differ from posts alone, and names from names.
    """
    book = load_codebook()
    of_posts, titles = book.posts["no_name"]["word"], _TITLES.of(book)
    holders = {(source, titles.sub("", holder).lower()) for source, holder in named}
    offices = {(source, holder) for source, holder in holders if of_posts.matches(holder)}
    people = holders - offices
    return any(
        one and other and not one & other
        for told in (people, offices)
        for one in _by_source(sources, told)
        for other in _by_source(sources, told)
    )


def _by_source(sources: set[str], told: set[tuple[str, str]]) -> list[set[str]]:
    return [{holder for source, holder in told if source == one} for one in sorted(sources)]


def _notes(frame: pl.DataFrame) -> Iterator[str]:
    if frame.is_empty():
        yield "No statements on the same place and item disagree."
        return
    items = frame.select("place_id", "item").unique().height
    places = frame["place_id"].n_unique()
    yield (
        f"Sources disagree on {notes.counted(items, 'item', 'items')} of "
        f"{notes.counted(places, 'place', 'places')}. "
        "Both stand here; in counts the later one decides, where dates say which that is."
    )
    if frame["item"].is_in(["roles:chair"]).any():
        yield "A chair whom one source names by post and another by name counts as one; read the quotes."
