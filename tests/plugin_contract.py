"""What every plugin of the project is held to, with the data of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from placebench.coding import SystemImporter
from placebench.importer import Importer
from placebench.model import FACT_TABLES

ARTICLE = "nhs-providers-place-governance.txt"


class PluginContract:
    """A plugin is found, knows its codes, and reads its own examples and no others.

    Attributes:
        importer: The importer of the plugin.
        codes: ODS and GSS code by name of system or organisation.
        footprints: GSS codes of councils by place.
        examples: Tables that each example of the system fills, by its path.
    """

    importer: ClassVar[SystemImporter]
    codes: ClassVar[Mapping[str, tuple[str | None, str | None]]]
    footprints: ClassVar[Mapping[str, tuple[str, ...]]]
    examples: ClassVar[Mapping[str, set[str]]]

    def test_is_found_among_the_plugins(self, importers: Mapping[str, Importer]) -> None:
        assert importers[self.importer.name] == self.importer

    def test_codes_are_those_of_the_registers(self, codes_of: Callable[..., Any]) -> None:
        assert codes_of(self.importer) == self.codes
        assert {place.place_id: place.footprint for place in self.importer.places} == self.footprints

    def test_its_own_examples_are_read_and_the_others_refused(self, read_examples: Any) -> None:
        assert read_examples.paths(self.importer) == set(self.examples)

    def test_tables_that_examples_fill(self, read_examples: Any) -> None:
        lacking = {
            path: tables - read_examples.tables(self.importer, path) for path, tables in self.examples.items()
        }
        assert not any(lacking.values()), lacking


class SharedArticle:
    """A plugin reads its own section of the article that several systems share.

    Attributes:
        importer: The importer of the plugin.
        place: The place that the section is about.
        heading: What the heading of the section holds.
    """

    importer: ClassVar[SystemImporter]
    place: ClassVar[str]
    heading: ClassVar[str]

    def test_article_gives_its_own_section_only(self, read_documents: Any) -> None:
        assert {"governance", "memberships", "places"} <= read_documents.tables(self.importer, ARTICLE)
        rows = [row for table in FACT_TABLES for row in read_documents.rows(self.importer, ARTICLE, table)]
        assert {row["place_id"] for row in rows} <= {self.place, None}
        own = {row["fact_id"] for row in rows}
        sections = {quote["section"] for quote in read_documents.quotes(ARTICLE) if quote["fact_id"] in own}
        assert all(self.heading in section for section in sections)
