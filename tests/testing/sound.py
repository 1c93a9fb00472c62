"""An importer that does all that it should, for others to differ from in one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench import hookimpl
from placebench.documents import Document
from placebench.importer import API, KNOWS_EDITION, Claim, Fact
from placebench.model import Governance, Place, System

LINE = re.compile(r"(\w+): (\w+)(?:, (.+))?")


class Vale:
    """Reads lines such as `Dale: board, Dale Board` of documents that name the partnerships of Vale."""

    name = "vale"
    version = "1.0"
    api = API
    system = System(system_id="vale", name="Vale")
    places = tuple(
        Place(place_id=f"vale/{slug}", system_id="vale", name=slug.title()) for slug in ("dale", "ford")
    )
    expects = {}

    def identify(self, document: Document) -> Iterator[Claim]:
        if "Partnerships of Vale" in document.text:
            yield Claim((document.span,), frozenset({"governance", "roles"}), KNOWS_EDITION, "its heading")

    def extract(self, document: Document, claim: Claim) -> Iterator[object]:
        for block in document.blocks:
            line = LINE.fullmatch(document.at(block.content))
            if line and line[1] in ("Dale", "Ford"):
                row = Governance(
                    system_id="vale", place_id=f"vale/{line[1].lower()}", feature=line[2], value=line[3]
                )
                yield self.said(document, Fact(row, (document.quote(block.content),)))

    def said(self, document: Document, fact: Fact) -> object:
        return fact

    @hookimpl
    def placebench_importers(self) -> list[Vale]:
        return [self]


def noting(fact: Fact, note: str) -> Fact:
    return attrs.evolve(fact, row=attrs.evolve(fact.row, note=note))


IMPORTER = Vale()
