"""Words by which text in tables is known, from `words.toml`: of rows, of columns, at the start of cells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_MOST_WORDS = 6


def is_known_label(said: str) -> bool:
    """Tell whether a label is one of cover sheets, terms of reference or minutes."""
    return _is_short(said) and _labels().match(said.lower()) is not None


def heads_prose(said: str) -> bool:
    """Tell whether a header is that of a column of prose."""
    return _is_short(said) and _of_columns("prose").search(said.lower()) is not None


def leads_a_list(said: str) -> bool:
    """Tell whether a header leads up to what stands below it: "What the board decided"."""
    return _of_columns("leads").fullmatch(said.lower().rstrip(":? ")) is not None


def labels_a_list(said: str) -> bool:
    """Tell whether a header is that of labels which only sort what stands beside them: "Area"."""
    return _of_columns("labels").fullmatch(said.lower().rstrip(": ")) is not None


def heads_labels(said: str) -> bool:
    """Tell whether a header is that of labels, beside which stands what they head: "Item"."""
    return _of_columns("of_details").fullmatch(said.lower().rstrip(": ")) is not None


def heads_details(said: str) -> bool:
    """Tell whether a header is that of what stands beside labels: "Detail"."""
    return _of_columns("details").fullmatch(said.lower().rstrip(": ")) is not None


def explains_a_list(said: str) -> bool:
    """Tell whether a header is that of a remark on each entry of a list: "What it means for you"."""
    return _of_columns("remarks").fullmatch(said.lower().rstrip(":? ")) is not None


def heads_title(said: str) -> bool:
    """Tell whether a label is that of the title of a paper, on its cover sheet."""
    return _is_short(said) and _title().fullmatch(said.lower().rstrip(" :")) is not None


def heads_no_statements(said: str) -> bool:
    """Tell whether a header or a heading is of data that state nothing of what is there: "Risk register"."""
    return _of_columns("no_statements").search(said.lower()) is not None


def heads_what_is_to_come(said: str) -> bool:
    """Tell whether a header is that of what is to come, or is lacking: "Next steps"."""
    return _of_columns("to_come").search(said.lower()) is not None


def is_of_a_body(said: str) -> bool:
    """Tell whether a row begins with a body, which its cells go on to tell of: "Delivery Group"."""
    return _bodies().search(said.lower()) is not None


def opens_no_statement(said: str) -> bool:
    """Tell whether a cell begins as one that says what may be: "Opportunities for joint teams"."""
    return _openings().match(said.lower()) is not None


def _is_short(said: str) -> bool:
    return len(said.split()) <= _MOST_WORDS


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(label for group in _words()["labels"].values() for label in group)
    return re.compile(rf"(?:\d{{1,2}}[.)]?\s+)?(?:the )?(?:{labels})(?:s|\(s\))?\b")


@cache
def _of_columns(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['columns'][kind])})\b")


@cache
def _title() -> re.Pattern[str]:
    return re.compile("|".join(_words()["cover"]["title"]))


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['cells']['body'])})$")


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?:an? |the |any )?(?:{'|'.join(_words()['cells']['no_statement'])})\b")


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    file = resources.files(__package__).joinpath("words.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
