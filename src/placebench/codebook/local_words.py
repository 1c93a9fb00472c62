"""The words by which one system calls bodies that others call otherwise, as additions to the coding frame."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from placebench.codebook.additions import Additions, parse_additions

PARTNERSHIP = "partnership"
KINDS = (PARTNERSHIP, "system", "partner", "subgroup")
"""What local words may be for: the place partnership, or a body that only sounds like one."""


def local_words(name: str, words: Mapping[str, Iterable[str]]) -> Additions | None:
    """Return additions that tell what a system's own words mean; None where it has none.

    Args:
        name: What to call the file in messages.
        words: Words by kind of body, see `KINDS`.
    """
    lines: list[str] = []
    own = [_expression(text) for text in words.get(PARTNERSHIP, ())]
    if own:
        widened = json.dumps(f"(?:{'|'.join(own)}|<{PARTNERSHIP}>)")
        lines += ["[terms]", f"{PARTNERSHIP} = {widened}"]
        lines += ["[identify.identify]", f"{PARTNERSHIP} = {json.dumps(own)}"]
    bodies = {kind: [_expression(text) for text in words.get(kind, ())] for kind in KINDS}
    if any(bodies.values()):
        lines.append("[bodies.body]")
        lines += [f"{kind} = {json.dumps(found)}" for kind, found in bodies.items() if found]
    return parse_additions(name, "\n".join(lines)) if lines else None


def _expression(text: str) -> str:
    plural = "" if text.endswith("s") else "s?"
    return rf"\b{re.escape(text.lower())}{plural}\b".replace(r"\ ", "[ -]").replace(r"\-", "[ -]")
