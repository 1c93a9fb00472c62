"""`once`: what several coders ask of a document is found when first asked for, and kept with its reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from placebench.coding.located_text import LocatedText
from placebench.coding.scope import Located

Text = TypeVar("Text", bound=LocatedText)
T = TypeVar("T")


def once(find: Callable[[Text], T]) -> Callable[[Text], T]:
    """Let a function of a whole document be asked once for each."""

    @wraps(find)
    def found(text: Text) -> T:
        return text.kept((find,), lambda: find(text))

    return found


def once_a_sentence(find: Callable[[Text, Located], T]) -> Callable[[Text, Located], T]:
    """Let a function of a sentence be asked once for each and each subject that it is read with."""

    @wraps(find)
    def found(text: Text, sentence: Located) -> T:
        passage = sentence.passage
        at = (find, passage.line.index, passage.start, sentence.scope.places)
        return text.kept(at, lambda: find(text, sentence))

    return found
