"""The organisation that a post is of."""

from __future__ import annotations

import re

from placebench.extract.organisations import Organisations

_OF = re.compile(r"\b(?:of|at|from|for) (?:the )?")
_DEPARTMENT = re.compile(
    r"(?:public health|adults?'?s?|children'?s?|integrat\w+|commissioning) ?", re.IGNORECASE
)
FIELD = re.compile(
    r"(?:[Dd]irector|[Mm]ember|[Hh]older|[Hh]ead|[Ll]ead|[Oo]fficer|[Mm]anager) (?:of|for) [^,]+(?:, [^,]+)*$"
)
"""A post with its field, which may hold an "and": "Director of Adults and Health"."""
_FURTHER_POST = re.compile(
    r" and (?:the )?(?:[\w-]+ )?(?:chief|chair|director|leader|officer|executive|head|lead)\b", re.IGNORECASE
)
_PORTFOLIO = re.compile(r"(?:member|holder) for (?!.*\b(?:of|at|from)\b)", re.IGNORECASE)
"""A councillor's post, behind whose "for" stands no organisation: "Portfolio Holder for Education"."""
_ARTICLE = re.compile(r"^(?:and |the |both |a |an |our |its )+", re.IGNORECASE)


def employer_in(organisations: Organisations, holder: str) -> str | None:
    """Return the organisation that the words of a post name: "chair of Alpha Trust", "the trust's chair"."""
    named = (_FURTHER_POST.split(holder[found.end() :])[0] for found in _OF.finditer(holder))
    found = (name for name in named if organisations.sectors(name) and not _DEPARTMENT.match(name))
    whose = _whose(organisations, holder)
    return whose or (None if is_of_a_portfolio(holder) else next(found, "").strip() or None)


def is_of_a_portfolio(words: str) -> bool:
    """Tell whether words are, or lead up to, the portfolio of a councillor, which is no organisation."""
    return _PORTFOLIO.search(words) is not None


def _whose(organisations: Organisations, holder: str) -> str | None:
    """Return the organisation whose post it is: "the trust's chief executive"."""
    name, possessive, _ = _ARTICLE.sub("", holder).partition("'s ")
    return name if possessive and " by " not in name and organisations.sectors(name) else None
