"""Expressions of the coders whose words stand in the coding frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from placebench.codebook.book import Codebook
from placebench.codebook.patterns import TERM, expand

_NOTHING = "(?!)"
_PLAIN = re.compile(r"(?:[\w &'’,./^-]|\\[bd.()]|\\w[+*]?|\(\?:|[)|?]|\[[\w \\-]+\]\+?)+")


@attrs.frozen(eq=False)
class Wording:
    """An expression of which the coding frame has the words and a coder the rest: look-around, order, groups.

    Attributes:
        group: Table of the files of `wording/` that has the words.
        expression: `<name>` in it stands for any of the words under that name, or for a shared term.
        flags: As `re.compile` takes them.
    """

    group: str
    expression: str
    flags: re.RegexFlag = re.NOFLAG

    def of(self, codebook: Codebook) -> re.Pattern[str]:
        """Return the expression with the words of a coding frame.

        Raises:
            KeyError: The frame has no words of a name.
        """
        try:
            return codebook.compiled[self]
        except KeyError:
            words = codebook.wording.get(self.group, {})
            terms = {
                name: _any_of(words[name]) if name in words else codebook.terms[name]
                for name in TERM.findall(self.expression)
            }
            known = codebook.compiled[self] = _compiled(expand(self.expression, terms), self.flags)
            return known


@cache
def _compiled(expression: str, flags: re.RegexFlag) -> re.Pattern[str]:
    # The frames of several systems have nearly all words in common, and the library remembers fewer.
    return re.compile(expression, flags)


def is_plain(word: str) -> bool:
    """Tell whether a word of `wording/` compiles, has no look-around and repeats nothing but letters.

    The time of the coders' expressions is not linear in the text, unlike that of cues.
    """
    try:
        re.compile(word)
    except re.error:
        return False
    return _PLAIN.fullmatch(word) is not None


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})" if words else _NOTHING
