"""Screens: expressions that match wherever another matches, and say much sooner where it does not.

An engine that tells counts apart, as for `[^.]{3,260}`, keeps a state for each, and makes them anew for each
text. A screen lets what is counted stand any number of times.
"""

from __future__ import annotations

import re
from functools import cache

_COUNTED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|\{(?P<least>\d+),\d*\}", re.DOTALL)
_ANCHOR = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|(?P<anchor>[\^$])", re.DOTALL)
_GROUP = re.compile(r"\(\?P?<\w+>")


# Each is asked for by the index of all expressions and by the set of its pattern.
@cache
def screen(expression: str) -> str:
    """Return an expression that matches every text that another matches, and some more."""
    return _COUNTED.sub(_uncounted, expression)


def _uncounted(found: re.Match[str]) -> str:
    least = found.group("least")
    if least is None:
        return found.group()
    return "+" if int(least) else "*"


def screen_of_parts(expression: str) -> str:
    """Return one without groups that matches in every text of which another matches a part, and in more."""
    loose = _ANCHOR.sub(lambda found: "" if found["anchor"] else found.group(), screen(expression))
    return _GROUP.sub("(?:", loose)


def screen_of_lines(expression: str) -> str:
    """Return one without groups that matches in every line of a text that another matches, and in more."""
    return f"(?m){_GROUP.sub('(?:', screen(expression))}"
