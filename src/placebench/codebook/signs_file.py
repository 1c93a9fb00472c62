"""The file of signs of what a list of organisations is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placebench.codebook.book_file import BookFile
from placebench.codebook.signs import COUNTS, PARTS, SITUATIONS, Sign, Signs

_KEYS = frozenset({"name", "points", "in", "match", "unless", "least", "when", "from"})


def read_signs(file: BookFile) -> Signs:
    """Return the signs of a file; of two with one name the first counts, which is that of additions.

    Raises:
        CodebookError: A sign has an unknown key, asks for what nobody knows, or has no points.
    """
    by_name: dict[str, Sign] = {}
    for sign in _signs(file):
        by_name.setdefault(sign.name, sign)
    return Signs(file.content.get("threshold", 0), tuple(sign for sign in by_name.values() if sign.points))


def _signs(file: BookFile) -> Iterator[Sign]:
    for table in file.listed("sign"):
        for key in table:
            _known(file, key, sorted(_KEYS - {"from"}))
        name = file.needed(table, "name", f"[[{file.under}sign]]")
        sign = Sign(
            name=name,
            points=file.needed(table, "points", name),
            parts=tuple(_known(file, part, PARTS) for part in table.get("in", ())),
            match=file.pattern(table["match"]) if "match" in table else None,
            unless=file.pattern(table["unless"]) if "unless" in table else None,
            least={_known(file, what, COUNTS): n for what, n in table.get("least", {}).items()},
            when=tuple(_known(file, asked, SITUATIONS) for asked in table.get("when", ())),
        )
        if not isinstance(sign.points, int) or bool(sign.parts) != bool(sign.match):
            raise file.fault("whole points, and `match` with `in`", repr(_given(table)), at=name)
        yield sign


def _known(file: BookFile, found: str, among: Sequence[str]) -> str:
    if found not in among:
        raise file.fault(f"one of {', '.join(among)}", found, at=found)
    return found


def _given(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: table[key] for key in ("points", "in", "match") if key in table}
