"""The organisation that a post is of."""

from __future__ import annotations

import re

from placebench.codebook import Codebook, Wording
from placebench.extract.organisations import Organisations

_OF = re.compile(r"\b(?:of|at|from|for) (?:the )?")
_WORDS = "employers"
_DEPARTMENT = Wording(_WORDS, r"<department> ?", re.IGNORECASE)
FIELD = Wording(_WORDS, r"<post_with_field> (?:of|for) [^,]+(?:, [^,]+)*$")
"""A post with its field, which may hold an "and": "Director of Adults and Health"."""
_FURTHER_POST = Wording(_WORDS, r" and (?:the )?(?:[\w-]+ )?<further_post>\b", re.IGNORECASE)
_PORTFOLIO = Wording(_WORDS, r"<portfolio> for (?!.*\b(?:of|at|from)\b)", re.IGNORECASE)
"""A councillor's post, behind whose "for" stands no organisation: "Portfolio Holder for Education"."""
DEPARTMENTS = frozenset({"public_health", "adult_social_care", "children_services"})
"""Sectors of which a part of a council is, whose names look like the field of a post."""
ARTICLE = re.compile(r"^(?:and |the |both |a |an |our |its )+", re.IGNORECASE)


def employer_in(codebook: Codebook, organisations: Organisations, holder: str) -> str | None:
    """Return the organisation that the words of a post name: "chair of Alpha Trust", "the trust's chair"."""
    further, department = _FURTHER_POST.of(codebook), _DEPARTMENT.of(codebook)
    named = (further.split(holder[found.end() :])[0] for found in _OF.finditer(holder))
    found = (
        _behind_field(organisations, name)
        for name in named
        if organisations.sectors(name) and not department.match(name)
    )
    whose = _whose(organisations, holder)
    return whose or (None if is_of_a_portfolio(codebook, holder) else next(found, "").strip() or None)


def _behind_field(organisations: Organisations, named: str) -> str:
    """Return the organisation behind the field of a post: "Operations at the community trust"."""
    field, at, behind = named.partition(" at ")
    told = at and organisations.sectors(behind) and not organisations.sectors(field)
    return ARTICLE.sub("", behind) if told else named


def is_of_a_portfolio(codebook: Codebook, words: str) -> bool:
    """Tell whether words are, or lead up to, the portfolio of a councillor, which is no organisation."""
    return _PORTFOLIO.of(codebook).search(words) is not None


def _whose(organisations: Organisations, holder: str) -> str | None:
    """Return the organisation whose post it is: "the trust's chief executive"."""
    name, possessive, _ = ARTICLE.sub("", holder).partition("'s ")
    return name if possessive and " by " not in name and organisations.sectors(name) else None
