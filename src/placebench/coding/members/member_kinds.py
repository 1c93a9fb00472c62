"""Kinds of tables of members and of posts, by what heads their columns."""

from __future__ import annotations

from placebench.coding.table_kinds import TableKind, by_rosters

_ORGANISATION = by_rosters("organisation", "organisations", "column", "organisation")
_NAME = by_rosters("name", "names", "column", "name")
_ROLE = by_rosters("role", "posts", "column", "role")
_ASIDE = tuple(
    by_rosters(label, label, "column", label) for label in ("vote", "standing", "seats", "attendance")
)
MEMBERS = TableKind(
    "members of a partnership",
    ("memberships", "roles"),
    needs=(_ORGANISATION,),
    may_have=(_NAME, _ROLE, *_ASIDE),
)
POSTS = TableKind("leading posts and who holds them", ("roles",), needs=(_ROLE, _NAME))
