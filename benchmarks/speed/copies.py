"""Documents made from others by substitution, and larger coding frames, to measure growth with."""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Iterator

from placebench.codebook import Additions, parse_additions
from placebench.codebook.loading import package_texts
from placebench.model import FACT_TABLES

_NUMBER = re.compile(r"\d")
_CAPITALS = re.compile(r"\[A-Z")


def copies(text: str, seed: int = 0) -> Iterator[str]:
    """Yield a text again and again, each time with other digits, so that no document is met twice."""
    numbers = random.Random(seed)  # noqa: S311 - documents, not secrets
    while True:
        yield _NUMBER.sub(lambda _: str(numbers.randrange(10)), text)


def idle_cues(times: int) -> Additions:
    """Return the package's cues so many times again, needing the same words and never matching."""
    lines: list[str] = []
    cued = ((table, text) for table, text in package_texts().items() if table in FACT_TABLES)
    for table, text in cued:
        entries = tomllib.loads(text)
        for number in range(times):
            for entry, cues in entries.items():
                for cue in cues:
                    match = [f"(?:{expression}) zyzzyva {number}" for expression in cue["match"]]
                    # An addition that asks for capitals has to say so, whether it ever matches or not.
                    case = json.dumps(cue.get("case", False) or any(map(_CAPITALS.search, cue["match"])))
                    lines += [f"[[{table}.{entry}]]", f"match = {json.dumps(match)}", f"case = {case}"]
    return parse_additions("idle.toml", "\n".join(lines))
