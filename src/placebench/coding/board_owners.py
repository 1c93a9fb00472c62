"""Whose "the Partnership Board" is: the system's or a place's, by the full name that it was given last."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from placebench.codebook import Codebook, Wording
from placebench.extract.gazetteer import SYSTEM, Mention

_WORDS = "board_owners"
_NAMED = Wording(_WORDS, "<named>")
_NAME = Wording(_WORDS, r"(?:[A-Z][\w'&-]+,? (?:(?:and|of|for|&) )?)+<named>\b")
_ARTICLE = re.compile(r"(?:The|Our|This|Its) ")
_SPOKEN = Wording(_WORDS, r"^(?:the|our|this) ((?:[\w'&-]+ ){0,5}<spoken>)\b")
_OTHERS = "others"


@attrs.define
class BoardOwners:
    """The boards that a document has named so far, as it is read sentence by sentence.

    Attributes:
        codebook: The coding frame.
    """

    codebook: Codebook
    _named: dict[str, str] = attrs.field(factory=dict)

    def meet(self, text: str, mentions: Sequence[Mention]) -> None:
        """Take notice of the boards that a folded sentence names in full, with the names in it."""
        # Most sentences name none, and many capital letters begin one.
        named = _NAMED.of(self.codebook).search(text)
        for found in _NAME.of(self.codebook).finditer(text) if named else ():
            article = _ARTICLE.match(text, found.start())
            start = article.end() if article else found.start()
            within = [m for m in mentions if start <= m.start < found.end()]
            name = text[start : found.end()].lower()
            if within or " and " in name:
                # What was named last counts, so it stands last.
                self._named.pop(name, None)
                self._named[name] = within[0].name.kind if within else _OTHERS

    def systems(self, lower: str, *, of_place: bool = False) -> int:
        """Return where the words end with which a sentence begins, for a board that is the system's.

        Args:
            lower: The folded sentence in lower case.
            of_place: Whether the text speaks of a place, so that a bare "the Board" is that place's.

        Returns:
            The end of the words; 0 where it begins with none, or with a board that was named last otherwise.
        """
        spoken = _SPOKEN.of(self.codebook).match(lower)
        if spoken is None or (of_place and " " not in spoken[1]):
            return 0
        owners = [kind for name, kind in self._named.items() if name.endswith(f" {spoken[1]}")]
        return spoken.end() if owners[-1:] == [SYSTEM] else 0
