"""What a clause promises, without what is done already: "has opened a hub and will open another by May"."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Wording

_WORDS = "milestones"
_TOLD = Wording(
    _WORDS,
    r"^(?:(?:it (?:was|is) (?:also |further )?<told> that"
    r"|as <referred_to> (?:above|below|earlier|previously)),? )+",
    re.IGNORECASE,
)
_HAVING = Wording(
    _WORDS, r"^(?:having|after) (?:(?!<promises>\b)[^,;]){3,120}, (?=.*\b<promises>\b)", re.IGNORECASE
)
# The subject, what it has done, and what it will do besides or who it is.
_WORD = r"(?:(?!<done>\b|<promises>\b|<subject_ends>\b)[\w'&()-]+)"
_DONE_BESIDES = Wording(
    _WORDS,
    rf"^(?P<subject>(?:<no_subject> (?:[\w-]+ )?\w+ed )?(?:{_WORD} ){{0,11}}?{_WORD})"
    r"(?:, (?:which|who) (?:\w+ )?<done>\b(?:(?!<promises>\b)[^,;]){2,120},"
    r"| <done>\b(?:(?!<promises>\b)[^;:]){2,200}?,? (?:and|but)(?: <besides>)?)"
    r" (?P<promise><promises>\b.+)$",
    re.IGNORECASE,
)
# "The integrated team has ...": what is done is not told by the first word that ends like it.
_NO_SUBJECT = Wording(_WORDS, r"(?:^|\b)<no_subject> ?$", re.IGNORECASE)


def deliverable(codebook: Codebook, clause: str, when: str) -> str:
    """Return what is to be there by a date, with whose or what it is, and nothing that is there already.

    Args:
        codebook: The coding frame.
        clause: The clause that promises it.
        when: The words for the date.
    """
    said = _HAVING.of(codebook).sub("", _TOLD.of(codebook).sub("", clause).strip(" ;,."))
    found = _DONE_BESIDES.of(codebook).match(said)
    if found is None or when not in found["promise"] or _NO_SUBJECT.of(codebook).search(found["subject"]):
        return said if when in said else clause.strip(" ;,.")
    return f"{found['subject'].strip()} {found['promise']}"
