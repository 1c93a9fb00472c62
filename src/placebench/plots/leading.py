"""What lies over the marks of a picture and leads to the facts behind them, where a page lists these."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

import polars as pl

from placebench.plots.grammar import Chart, Part, field

Led = Callable[[Sequence[Sequence[str]], str], str | None]
"""Returns the attributes of a link, from the facts behind a mark, by answer, and what the mark says."""

_LEADS = "leads"
_DRAWN = re.compile(r'<path aria-label="([^"|]*)\|([^"]*)"[^>]*?((?: transform="[^"]*")? d="[^"]*")[^>]*/>')
_LINK = re.compile(r'<a of="([^"]*)" says="([^"]*)">(.*?)</a>')


def leads(says: pl.Expr, facts: pl.Expr | None = None) -> pl.Expr:
    """Return the column of what marks lead to, for `over`.

    Args:
        says: What each mark says, in words.
        facts: The facts behind it, parted by spaces, and by commas where it has several answers; those of
            `fact_ids` unless given.
    """
    behind = pl.col("fact_ids").list.join(" ") if facts is None else facts
    return pl.format("{}|{}", behind, says).alias(_LEADS)


def over(
    rows: pl.DataFrame | None, *, mark: str = "rect", size: int | None = None, **channels: Part
) -> Chart:
    """Return what lies over the marks of a chart, unseen, and leads to their facts; see `Chart.under`.

    Args:
        rows: With the column of `leads`; None where the chart itself has it.
        mark: What it is drawn as.
        size: Of a point, in square pixels.
        channels: Where it lies.
    """
    sized = {} if size is None else {"size": size}
    with_facts = None if rows is None else rows.filter(~pl.col(_LEADS).str.starts_with("|"))
    unseen = Chart(with_facts).mark(mark, opacity=0, aria=True, **sized)
    return unseen.encode(**channels, description=field(f"{_LEADS}:N"))


def told(drawn: str) -> str:
    """Return a picture in which what leads to facts is a link that `linked` can complete."""
    return _DRAWN.sub(r'<a of="\1" says="\2"><path\3/></a>', drawn)


def links(drawn: str) -> int:
    """Return how many marks of a picture lead to facts."""
    return len(_LINK.findall(drawn))


def linked(drawn: str, led: Led) -> str:
    """Return a picture whose links are complete; those that lead nowhere are taken out.

    Args:
        drawn: The picture.
        led: Gives the attributes of a link.
    """

    def link(found: re.Match[str]) -> str:
        facts, says, within = found.groups()
        attributes = led([answer.split() for answer in facts.split(",")], unescape(says))
        return f"<a {attributes}>{within}</a>" if attributes else ""

    return _LINK.sub(link, drawn)
