"""Whether the codes of a part of the coding frame are those of the model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from placebench.codebook.book import Cue
from placebench.codebook.book_file import BookFile
from placebench.model import FACT_TABLES, TABLES, columns_of
from placebench.model.vocabularies import BODY_KIND, FEATURES, ROLE, SECTOR, STATUS, TOPIC
from placebench.nearest import such_as

_NOTHING = "none"
"""What a marker of force gives where nothing is asserted; it is no status of a row."""
_ANY_POST = "post"
"""Entry of the roles whose words hold any of the leading posts."""


def check_codes(file: BookFile) -> None:
    """Check the codes that a file gives.

    Raises:
        CodebookError: One is not in the vocabulary of its column.
    """
    for code, known, what in _codes(file):
        if code not in known:
            raise file.fault(f"{what}, such as {such_as(code, known)}", f"“{code}”", at=code)


def _codes(file: BookFile) -> Iterator[tuple[str, Collection[str], str]]:
    if file.stem in FACT_TABLES:
        for cue in file.cues():
            yield from _codes_of(file.stem, cue)
    elif file.stem == "force":
        yield from _each((m.status for m in file.markers()), {*STATUS.codes, _NOTHING}, "a status")
    elif file.stem == "topics":
        yield from _each(file.content, TOPIC.codes, "a topic")
        yield from _each((code for t in file.topics() for code in t.unless), TOPIC.codes, "a topic")
    elif file.stem == "sectors":
        yield from _each((sector.code for sector in file.sectors()), SECTOR.codes, "a sector")
    elif file.stem == "bodies":
        kinds = [kind for one in file.shared_names() for kind in (one.kind, one.before) if kind]
        yield from _each([*file.content.get("body", ()), *kinds], BODY_KIND.codes, "a kind of body")
    elif file.stem == "posts":
        yield from _each(file.content.get("post", ()), ROLE.codes, "a role")


def _each(
    codes: Iterable[str], known: Collection[str], what: str
) -> Iterator[tuple[str, Collection[str], str]]:
    yield from ((code, known, what) for code in codes)


def _codes_of(table: str, cue: Cue) -> Iterator[tuple[str, Collection[str], str]]:
    columns = {column.name: column for column in columns_of(TABLES[table])}
    yield from _each(cue.columns, columns, f"a column of {table}")
    given = {**cue.columns, "status": cue.status, "body_kind": cue.body_kind, "basis": cue.basis}
    for name, value in given.items():
        if value is not None and name in columns and (vocabulary := columns[name].vocabulary):
            yield str(value), vocabulary.codes, f"a code of {table}.{name}"
    if table == "roles":
        yield cue.entry, {*ROLE.codes, _ANY_POST}, "a role"
    if table == "governance":
        yield cue.entry, FEATURES, "a governance feature"
        feature = FEATURES[cue.entry]
        if feature.holds == "codes":
            values = (value for value in (cue.value, *(code for _, code in cue.codes)) if value is not None)
            yield from _each(values, feature.codes, f"a value of {cue.entry}")
