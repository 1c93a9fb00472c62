"""Lean expressions: the same matches by a smaller machine, for expressions that count letters.

An engine has a copy of `[^.]` for each of the 260 letters of `[^.]{3,260}`, and makes new states for each
text. A lean expression lets the letters run on, in a group of their own, whose length is looked at after.
Where no such group is too long, an expression would have found the very same match: its ways to match are
some of the lean one's, in the same order of preference.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\.|(?P<set>\[\^?\]?(?:\\.|[^\]])*\])(?:\{(?P<least>\d+),(?P<most>\d+)\}(?P<lazy>\??))?"
    r"|(?P<open>\()|(?P<close>\))(?P<again>[*+{])?",
    re.DOTALL,
)
_FEWEST = 8
LIMITED = re.compile(r"most_(\d+)_\d+")
"""Names of the groups that may not be longer than the number in them."""


def lean(expression: str) -> str:
    """Return an expression with groups named as in `LIMITED`; itself where it counts no letters."""
    edits: list[tuple[int, int, str]] = []
    opened: list[int] = []
    for token in _TOKEN.finditer(expression):
        if token["open"]:
            opened.append(len(edits))
        elif token["close"] and opened:
            within = opened.pop()
            if token["again"]:  # Of a group that stands several times only the last is told.
                del edits[within:]
        elif token["most"] and int(token["most"]) >= _FEWEST:
            run = f"{token['set']}{{{token['least']},}}{token['lazy']}"
            edits.append((*token.span(), f"(?P<most_{token['most']}_{token.start()}>{run})"))
    for start, end, text in reversed(edits):
        expression = expression[:start] + text + expression[end:]
    return expression
