"""Terms of reference in force: what they say that a body "will" do is how it works, and no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from placebench.codebook import Codebook, Wording
from placebench.documents import Document
from placebench.extract.passages import Line
from placebench.extract.sentences import clause_at

_WORDS = "rules_in_force"
_HEAD = 6
_LONGEST_TITLE = 100
_RULES = Wording(_WORDS, r"\b<rules>\b")
_UNSETTLED = Wording(_WORDS, r"\b<unsettled>\b")
_RULE = re.compile(r"\b(?:will|shall)\b")
# A rule says what is done again and again, not what is yet to be made or first to happen.
_NOT_YET = Wording(
    _WORDS,
    r"\b<not_yet>\b|\b<makes>\w* (?:an?|the|its|any|new)\b"
    r"|\b<dated> (?:(?:the|end of|start of|<month>|<season>) )*<year>",
)


def has_rules_in_force(document: Document, lines: Sequence[Line], codebook: Codebook) -> bool:
    """Tell whether a document is the terms of reference of a body, and neither draft nor proposed.

    Args:
        document: The document.
        lines: Its lines that are read.
        codebook: The coding frame.
    """
    title = document.metadata.get("title", "")
    head = [text.lower() for text in (title, *(line.text for line in lines[:_HEAD]))]
    named = any(len(text) <= _LONGEST_TITLE and _RULES.of(codebook).search(text) for text in head)
    return named and not any(map(_UNSETTLED.of(codebook).search, head))


def is_rule(lower: str, start: int, end: int, codebook: Codebook) -> bool:
    """Tell whether a clause says with "will" or "shall" what is so again and again.

    Args:
        lower: A folded sentence in lower case.
        start: Start of the words that name a thing.
        end: End of those words.
        codebook: The coding frame.
    """
    clause = lower[slice(*clause_at(lower, start, end))]
    return bool(_RULE.search(clause)) and not _NOT_YET.of(codebook).search(clause)
