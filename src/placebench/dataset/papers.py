"""The same paper in several formats, told from the words that the rows of each source quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from placebench.model import FACT_TABLES

_FEWEST = 5
"""Quotes that a source must have; of fewer, too many may happen to agree."""
_SHORTEST = 20
"""Characters of a quote that counts; names and labels stand in many papers."""
_MOST_SOURCES = 20
"""Sources that share a quote; more share a form of words."""
_OF_THE_SMALLER, _OF_THE_LARGER = 0.8, 0.6
_RATED = "assessments"
_BETWEEN = r"[^\p{L}\p{N}]+"

Frames = Callable[[str], pl.LazyFrame]
"""Gives a table by name."""


def same_papers(frame: Frames) -> Mapping[str, str]:
    """Return, by source, the source that is the same paper in another format and stands for it.

    Two sources are the same paper where their formats differ, their dates do not (as far as both are known),
    and nearly all that is quoted of the one is quoted of the other, folded to letters and digits. The one
    with more quotes stands for both. Editions of a paper have dates of their own, and stay apart.

    Args:
        frame: Gives `sources` and `evidence`.
    """
    sources = frame("sources").select("source_id", "media_type", "published").collect()
    asked = _in_several_formats(sources)
    if asked.is_empty():
        return {}
    quotes = _quotes(frame("evidence"), asked).collect(engine="streaming")
    counts = quotes.group_by("source_id").len().filter(pl.col("len") >= _FEWEST)
    shared = _shared(quotes.join(counts, on="source_id", how="semi"))
    pairs = shared.join(asked.join(counts, on="source_id"), on="source_id").join(
        asked.join(counts, on="source_id"), left_on="other", right_on="source_id", suffix="_other"
    )
    same = pairs.filter(
        pl.col("media_type") != pl.col("media_type_other"),
        (pl.col("published") == pl.col("published_other")).fill_null(value=True),
        pl.col("shared") >= _OF_THE_SMALLER * pl.min_horizontal("len", "len_other"),
        pl.col("shared") >= _OF_THE_LARGER * pl.max_horizontal("len", "len_other"),
    )
    return _standing_for(same, dict(counts.iter_rows()))


def _in_several_formats(sources: pl.DataFrame) -> pl.DataFrame:
    """Return the sources beside which there is one of another format that may have its date."""
    if sources["published"].null_count():
        return sources if sources["media_type"].n_unique() > 1 else sources.clear()
    return sources.filter(pl.col("media_type").n_unique().over("published") > 1)


def _quotes(evidence: pl.LazyFrame, asked: pl.DataFrame) -> pl.LazyFrame:
    """Return the quotes of each source, folded, each once; the cells of a rating tell something together."""
    kept = evidence.join(asked.lazy().select("source_id"), on="source_id", how="semi")
    table = pl.col("table").cast(pl.String)
    stated = kept.filter(table.is_in([one for one in FACT_TABLES if one != _RATED]))
    together = pl.col("quote").sort_by("start").str.join(" ")
    rated = kept.filter(table == _RATED).group_by("source_id", "fact_id").agg(together)
    both = pl.concat([stated.select("source_id", "quote"), rated.select("source_id", "quote")])
    folded = pl.col("quote").str.normalize("NFKC").str.to_lowercase().str.replace_all(_BETWEEN, "")
    return (
        both.with_columns(folded)
        .filter(pl.col("quote").str.len_chars() >= _SHORTEST)
        .unique()
        .filter(pl.len().over("quote") <= _MOST_SOURCES)
    )


def _shared(quotes: pl.DataFrame) -> pl.DataFrame:
    """Return how many quotes each two sources share."""
    other = quotes.rename({"source_id": "other"})
    both = quotes.join(other, on="quote").filter(pl.col("source_id") < pl.col("other"))
    return both.group_by("source_id", "other").agg(pl.len().alias("shared"))


def _standing_for(same: pl.DataFrame, quotes: Mapping[str, int]) -> Mapping[str, str]:
    papers: dict[str, set[str]] = {}
    for one, other in same.select("source_id", "other").iter_rows():
        together = papers.get(one, {one}) | papers.get(other, {other})
        papers |= dict.fromkeys(together, together)
    first = {one: min(paper, key=lambda each: (-quotes[each], each)) for one, paper in papers.items()}
    return {one: first[one] for one in sorted(first) if first[one] != one}
