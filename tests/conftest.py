"""What several test modules need: any rows, an importer to play with, and reproducible property tests."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from placebench.documents import Document, Span
from placebench.hookspecs import hookimpl
from placebench.importer import API, Claim, Expect, Fact
from placebench.model import Column, Governance, Place, Row, System, columns_of

settings.register_profile("placebench", deadline=None, derandomize=True)
settings.load_profile("placebench")


@pytest.fixture(scope="session", autouse=True)
def _memory_of_plugins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is remembered of installed plugins apart from what the user of this machine has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def rows_of() -> Callable[[type[Row]], st.SearchStrategy[Row]]:
    """Return what gives any rows of a class that its columns allow."""

    def rows(kind: type[Row]) -> st.SearchStrategy[Row]:
        return st.builds(kind, **{column.name: _values(column) for column in columns_of(kind)})

    return rows


def _values(column: Column) -> st.SearchStrategy[object]:
    values = _single_values(column)
    if column.many:
        values = st.lists(values, max_size=3).map(tuple)
    return st.none() | values if column.nullable else values


def _single_values(column: Column) -> st.SearchStrategy[object]:
    if column.vocabulary:
        return st.sampled_from(list(column.vocabulary.codes))
    if column.pattern:
        return st.from_regex(column.pattern.expression, fullmatch=True)
    return {
        str: st.text(max_size=20),
        int: st.integers(-(2**63), 2**63 - 1),
        float: st.floats(allow_nan=False),
        bool: st.booleans(),
        dt.date: st.dates(),
    }[column.kind]


@attrs.define
class ToyImporter:
    """Reads lines such as `Dale: board, Dale Board` under `Partnerships of Vale`; a plugin in itself.

    `change` is applied to each fact before it is yielded, to make it wrong on purpose.
    """

    name: str = "vale"
    version: str = "1.0"
    api: int = API
    rank: int = 3
    tables: frozenset[str] = frozenset({"governance"})
    expects: Mapping[str, Expect] = {}
    claims_all: bool = False
    change: Callable[[Fact], object] = lambda fact: fact

    @property
    def system(self) -> System:
        return System(system_id=self.name, name=self.name.title())

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(
            Place(place_id=f"{self.name}/{slug}", system_id=self.name, name=slug.title())
            for slug in ("dale", "ford")
        )

    def identify(self, document: Document) -> Iterator[Claim]:
        section = re.search(rf"Partnerships of {self.name.title()}\n(?:.+(?:\n|$))*", document.text)
        if self.claims_all:
            yield Claim((document.span,), self.tables, self.rank, "all of it")
        elif section:
            yield Claim((Span(*section.span()),), self.tables, self.rank, "a section of its system")

    def extract(self, document: Document, claim: Claim) -> Iterator[object]:
        for span in claim.spans:
            for line in re.finditer(r"^(\w+): (\w+)(?:, (.+))?$", document.at(span), re.MULTILINE):
                place, feature, value = line.groups()
                row = Governance(
                    system_id=self.name,
                    place_id=f"{self.name}/{place.lower()}",
                    feature=feature,
                    value=value,
                )
                quote = document.quote(Span(span.start + line.start(), span.start + line.end()))
                yield self.change(Fact(row, (quote,)))

    @hookimpl
    def placebench_importers(self) -> list[ToyImporter]:
        return [self]


@pytest.fixture(scope="session")
def toy() -> type[ToyImporter]:
    """Return the class of a small importer that tests set up as they need it."""
    return ToyImporter


@pytest.fixture(scope="session")
def vale_text() -> str:
    """Return a document that speaks of two systems."""
    return (
        "Partnerships of Vale\nDale: board, Dale Board\nFord: shared_vision\n\n"
        "Partnerships of Moor\nDale: board, Moor Board\n"
    )
