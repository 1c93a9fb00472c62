"""A question that places are counted by, and the one way that it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import attrs
import polars as pl

from placebench.benchmark.counts.disclosure import withheld
from placebench.benchmark.counts.standing import CONFLICT, standings
from placebench.benchmark.counts.tally import tally
from placebench.benchmark.counts.wilson import SOURCE
from placebench.benchmark.result import Result
from placebench.benchmark.scope import Scope, Tables, scope_of, with_text_codes
from placebench.benchmark.stated import notes
from placebench.benchmark.stated.compare import denominators

_MEANT = (
    "Intervals are Wilson's of 95 % and take the places for a sample; bounds hold for these places. An "
    "answer that rests on statements on each place of a system alone has none: it is no sample."
)


@attrs.frozen(kw_only=True)
class Question:
    """What is asked of each place.

    Attributes:
        name: Short name of the count.
        title: What is counted.
        table: The fact table that answers it.
        items: Every item that is asked of a place, in order.
        subject: What a place would state, for "No place states ...".
        exclusive: Whether a place can have one value of an item at a time.
    """

    name: str
    title: str
    table: str
    items: Sequence[str]
    subject: str
    exclusive: bool = False


def count(
    dataset: Tables,
    question: Question,
    answers: pl.DataFrame,
    *,
    suppress_below: int | None = None,
    more: Sequence[str] = (),
) -> Result:
    """Count the places of each answer to a question.

    Args:
        dataset: The tables.
        question: What is asked.
        answers: Rows of `stated.answers.grouped` with `conflict`; items that the question does not list are
            an error of the caller.
        suppress_below: Withhold counts from 1 up to below this, and what would give them away.
        more: Further notes, left out where small counts are withheld.

    Raises:
        UsageError: `suppress_below` is below 2.
    """
    scope = scope_of(dataset)
    standing = standings(answers, exclusive=question.exclusive)
    frame = tally(standing, asked_of(scope, question), exclusive=question.exclusive)
    frame_notes = tuple(notes.silence(frame, question.subject, scope.sources_of(question.table)))
    result = Result(
        name=question.name,
        title=question.title,
        frame=frame,
        denominators=denominators(scope, question.table),
        notes=(*frame_notes, *about_places(dataset, scope), *([] if frame.is_empty() else [_MEANT])),
        source=SOURCE,
    )
    if suppress_below is not None:
        return withheld(result, suppress_below, exclusive=question.exclusive)
    # These count answers or name places, so they stand beside full figures only.
    said = chain(disputes(frame), result.notes, more, notes.each_place(answers))
    return attrs.evolve(result, notes=(*said, *notes.left_out(dataset, question.table)))


def asked_of(scope: Scope, question: Question) -> pl.DataFrame:
    """Return `place_id`, `item` and `read` for every place and item of a question, in the items' order."""
    items = pl.DataFrame({"item": list(question.items)}, schema={"item": pl.String})
    everyone = items.join(scope.places.select("place_id"), how="cross", maintain_order="left")
    read = scope.reads_of(question.table).select("place_id", pl.lit(value=True).alias("read"))
    return everyone.join(read, on="place_id", how="left", maintain_order="left").with_columns(
        pl.col("read").fill_null(value=False)
    )


def about_places(dataset: Tables, scope: Scope) -> Iterator[str]:
    """Say which places stand outside the counts, and which of those inside had ended."""
    outside = scope.places_of_systems - scope.places.height
    if outside:
        verb = "has no source and is" if outside == 1 else "have no source and are"
        yield f"{notes.counted(outside, 'place', 'places')} of these systems {verb} in no count."
    known = with_text_codes(dataset.frame("places")).select("place_id", "valid_to").collect()
    ended = scope.places.join(known.drop_nulls("valid_to"), on="place_id", how="semi").height
    if ended:
        one = (
            f"{notes.counted(ended, 'place', 'places')} among those counted {'has' if ended == 1 else 'have'}"
        )
        yield f"{one} ended since; the dates of a study can leave out them or their successors."


def disputes(frame: pl.DataFrame) -> Iterator[str]:
    """Name the places whose sources disagree, answer by answer."""
    for row in frame.filter(pl.col("status") == CONFLICT).iter_rows(named=True):
        answer = row["item"] if row["value"] is None else f"{row['item']} {row['value']}"
        places = ", ".join(row["place_ids"])
        yield f"Sources disagree on {answer} at {places}, which stands as `conflict` and in no other count."
