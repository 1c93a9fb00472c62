"""A comparison read place by place: what sources state, and what they leave unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placebench.benchmark import Comparison
from placebench.cli.tables import shown

NOT_STATED = "not stated"
NO_SOURCE = "no document found"
_MOST_NAMED = 8

Answer = Mapping[str, Any]
Block = tuple[str, list[tuple[str, str]]]


def blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield a heading and its lines, pairs of item and answer, for each system and each of its places.

    What a source says of each place of a system stands once, under the system.
    """
    answers = comparison.frame.to_dicts()
    for system in dict.fromkeys(answer["system_id"] for answer in answers):
        own = [answer for answer in answers if answer["system_id"] == system]
        general = [answer for answer in own if answer["applies_to"] == "each_place"]
        if general:
            yield f"{system}, each of its places", list(_lines(comparison.item, general))
        for place in dict.fromkeys(answer["place_id"] for answer in own):
            here = [answer for answer in own if answer["place_id"] == place]
            if any(answer["status"] != "no_source" for answer in here):
                yield place, [*_lines(comparison.item, _particular(here)), *_unsaid(comparison.item, here)]


def without_source(comparison: Comparison) -> list[str]:
    """Return the places for which no source was read."""
    read = comparison.frame.filter(comparison.frame["status"] != "no_source")["place_id"].to_list()
    return [place for place in comparison.frame["place_id"].unique(maintain_order=True) if place not in read]


def _particular(answers: Sequence[Answer]) -> Sequence[Answer]:
    unknown = ("not_stated", "no_source")
    return [a for a in answers if a["applies_to"] != "each_place" and a["status"] not in unknown]


def _lines(item: str, answers: Sequence[Answer]) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(answer[item] for answer in answers):
        said: dict[str, list[str]] = {}
        for answer in answers:
            if answer[item] == name:
                subjects = said.setdefault(_force(answer), [])
                subjects += [s for s in _subjects(answer) if s not in subjects]
        yield name, "; ".join(f"{f}: {', '.join(s)}" if s else f for f, s in said.items())


def _force(answer: Answer) -> str:
    marks = [answer["basis"]] if answer["basis"] not in (None, "stated") else []
    marks += ["sources disagree"] if answer["conflict"] else []
    status = answer["status"].replace("_", " ")
    return f"{status} ({', '.join(marks)})" if marks else status


def _subjects(answer: Answer) -> list[str]:
    return [shown(answer["value"])] if answer["value"] else [shown(text) for text in answer["detail"]]


def _unsaid(item: str, answers: Sequence[Answer]) -> Iterator[tuple[str, str]]:
    for status, words in (("not_stated", NOT_STATED), ("no_source", NO_SOURCE)):
        items = [answer[item] for answer in answers if answer["status"] == status]
        if items:
            yield words, _counted(items, len({answer[item] for answer in answers}))


def _counted(items: Sequence[str], of: int) -> str:
    if len(items) == of:
        return f"all {of}"
    return f"{len(items)} of {of}" if len(items) > _MOST_NAMED else ", ".join(items)
