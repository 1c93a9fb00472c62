"""The committee that speaks on a page of a council's committees."""

from __future__ import annotations

import re

from placebench.documents import Document

_BARE = re.compile(r"(?:the |this )?(\w+)", re.IGNORECASE)


def template_of(document: Document) -> str | None:
    """Return the family of pages that a document is one of and of which sort, such as `ModernGov meeting`."""
    return document.metadata.get("template")


def committee_of(document: Document) -> str | None:
    """Return the committee whose meeting or decision a page records, or None where it records none."""
    return document.metadata.get("committee")


def in_full(document: Document, name: str | None) -> str | None:
    """Return the name of the committee where a page says no more of it than "the Board".

    Args:
        document: The document.
        name: A body as the text names it.
    """
    committee, bare = committee_of(document), _BARE.fullmatch(name or "")
    if committee is None or bare is None or bare[1].lower() != committee.split()[-1].lower():
        return name
    return committee
