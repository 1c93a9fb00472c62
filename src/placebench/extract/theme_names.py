"""The name of a theme, out of a cell that runs name and description together."""

from __future__ import annotations

import re

_LINKS = frozenset(["and", "of", "for", "the", "in", "to", "&", "on", "with"])
_LONGEST_NAME = 12
_SHORTEST_DESCRIPTION = 4


def split_name(text: str) -> tuple[str | None, str | None]:
    """Split the folded text of a theme cell into name and description.

    A name ends at a full stop, or where a capital begins a sentence; a cell that is one sentence has no name.
    """
    text = text.strip()
    if not text:
        return None, None
    first, _, rest = text.partition(". ")
    if rest and len(first.split()) <= _LONGEST_NAME and _capital(first) is None:
        return first.strip(" ."), rest.strip()
    start = _capital(first)
    if start is not None:
        return text[:start].strip(" .:-"), text[start:].strip()
    if len(text.split()) <= _LONGEST_NAME and not text.endswith("."):
        return text, None
    if len(text.split()) <= _LONGEST_NAME // 2:
        return text.strip(" ."), None
    return None, text


def _capital(sentence: str) -> int | None:
    """Return where a capital inside a sentence begins the description, or None."""
    words = [(found.start(), found.group()) for found in re.finditer(r"\S+", sentence)]
    titled = _title_case_run(words)
    # In title case the last capital of the run begins the description; in sentence case, the next one.
    candidates = (
        [titled[-1]] if len(titled) > 1 else [i for i in range(1, len(words)) if _starts(words[i][1])]
    )
    for index in candidates:
        name, description = words[:index], words[index:]
        if 0 < len(name) <= _LONGEST_NAME and len(description) >= _SHORTEST_DESCRIPTION:
            return words[index][0]
    return None


def _title_case_run(words: list[tuple[int, str]]) -> list[int]:
    run: list[int] = []
    for index, (_, word) in enumerate(words):
        if word[:1].isupper():
            run.append(index)
        elif word.lower() not in _LINKS:
            break
    return run


def _starts(word: str) -> bool:
    return word[:1].isupper() and not word[:2].isupper()
