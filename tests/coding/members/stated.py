"""What a test of members looks at."""

from __future__ import annotations

from placebench.model import Membership

HEAD = "Alpha Together: a place-based partnership\n\n"
MINUTES = "Alpha Together partnership board\n\nMinutes of the meeting held on 3 May 2023\n\n"


def members(code, text, head=HEAD, **metadata):
    rows = code(head + text, "memberships", **metadata)
    assert all(isinstance(row, Membership) for row in rows)
    return sorted({(row.organisation, row.sectors[0], row.status) for row in rows}, key=str)
