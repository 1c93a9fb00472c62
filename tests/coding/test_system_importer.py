"""An importer that needs no code: what it claims, what it refuses, and what it reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import attrs
import pytest

from placebench.codebook import SystemProfile, load_profile
from placebench.coding import CODERS, SystemImporter
from placebench.documents import Document, read_document
from placebench.importer import KNOWS_EDITION, KNOWS_FAMILY, Claim, Expect, Fact, GapFound, Importer
from placebench.model import FACT_TABLES, TABLES, broken_rules, table_of

SOUTH = """
[system]
id = "south"
name = "South"

[[place]]
id = "delta"
name = "Delta"
"""
EDITION = """
[[edition]]
name = "board paper"
match = "paper is for"
document_type = "board_paper"
expects = { recommendations = [1], remits = [0, 40] }
"""
PAPER = """\
Place-based partnerships in North

Paper is for: decision

The board is asked to:

- Note the progress that places have made
- Endorse the approach to delegation

Progress

- 1. The Alpha place-based partnership has agreed its terms of reference. It meets every month.
- 2. The ICB has not delegated any functions to the Beta partnership.

Its priorities for the year are:

- Frailty
- Hospital discharge

The work of the NHS, primary care and the hospital follows them.

Appendix A: Maturity of places

Theme\tEmerging\tDeveloping\tMature
Purpose. Partners know why.\tPartners talk.\tIt is drafted.\tIt is known.
Money\tBudgets are discussed.\tOne is aligned.\tMost are pooled.

Appendix B: Who does what

Service Area\tNorth-wide Remit\tPlace Remit
Maternity\tStandards\tNot delegated to Place.
Nursing\tContracts\tResponsibility delegated to Place.
"""
ARTICLE = """
<h1>Three ways to work together</h1>
<p>The NHS and primary care, hospital and patients: three ways.</p>
<h2>Alpha</h2>
<p>The Alpha place-based partnership has a shared vision. Its board meets every month.</p>
<h2>Delta</h2>
<p>The Delta place-based partnership has a pooled budget. Its board meets every quarter.</p>
<h2>What next?</h2>
<p>Integrated care needs time.</p>
"""
ELSEWHERE = """\
Place-based partnerships in Epsilon

The NHS in Epsilon has a place-based partnership. Its primary care and its hospital work for patients.
"""


@pytest.fixture
def north(profile: SystemProfile) -> SystemImporter:
    return SystemImporter("north", "1.0", profile)


@pytest.fixture
def south(tmp_path: Path) -> SystemImporter:
    (tmp_path / "south.toml").write_text(SOUTH + EDITION)
    return SystemImporter("south", "1.0", load_profile(tmp_path / "south.toml"))


def paper(text: str = PAPER, **metadata: str) -> Document:
    return read_document(text.encode(), "paper.txt", metadata)


def article() -> Document:
    return read_document(ARTICLE.encode(), "article.html")


def read(importer: SystemImporter, document: Document) -> list[Fact | GapFound]:
    (claim,) = importer.identify(document)
    return list(importer.extract(document, claim))


def rows(importer: SystemImporter, document: Document, table: str) -> list:
    facts = [found for found in read(importer, document) if isinstance(found, Fact)]
    return [fact.row for fact in facts if table_of(type(fact.row)) == table]


def test_is_an_importer_of_its_system(north: SystemImporter) -> None:
    assert isinstance(north, Importer)
    assert north.system.system_id == "north"
    assert [place.place_id for place in north.places] == ["north/alpha", "north/beta", "north/gamma"]
    assert [partnership.place_id for partnership in north.partnerships] == ["north/alpha", "north/beta"]
    assert set(CODERS) < set(TABLES)


class TestClaim:
    def test_own_document_is_claimed_as_a_whole(self, north: SystemImporter) -> None:
        document = paper()
        (claim,) = north.identify(document)
        assert (claim.spans, claim.rank, claim.expects) == ((document.span,), KNOWS_FAMILY, None)
        assert claim.places == ("north/alpha", "north/beta")
        assert claim.tables >= set(CODERS)

    def test_edition_is_known_better_and_must_give_its_rows(self, south: SystemImporter) -> None:
        text = PAPER.replace("North", "South").replace("Alpha", "Delta").replace("Beta", "Delta")
        (claim,) = south.identify(paper(text, document_type="board_paper"))
        assert (claim.rank, claim.why) == (KNOWS_EDITION, "board paper: its title names South")
        assert claim.expects == {"recommendations": Expect(1), "remits": Expect(0, 40)}
        (other,) = south.identify(paper(text, document_type="minutes"))
        assert (other.rank, other.expects) == (KNOWS_FAMILY, None)

    def test_article_is_shared_by_section(self, north: SystemImporter, south: SystemImporter) -> None:
        document = article()
        claims = [claim for importer in (north, south) for claim in importer.identify(document)]
        assert [document.at(c.spans[0]).split()[0] for c in claims] == ["Alpha", "Delta"]
        assert not claims[0].spans[0].overlaps(claims[1].spans[0])

    @pytest.mark.parametrize(
        "text",
        [
            "Nothing.",
            ELSEWHERE,
            ELSEWHERE + "\nA visitor from Alpha came to see it.\n",
            "Alpha and Beta have libraries. Alpha and Beta have parks.",
            PAPER.replace("North", "East").replace("Alpha", "Epsilon").replace("Beta", "Zeta"),
        ],
        ids=["nothing", "elsewhere", "visitor", "no partnership", "another system"],
    )
    def test_other_documents_are_refused(self, north: SystemImporter, text: str) -> None:
        assert list(north.identify(paper(text))) == []


class TestReading:
    def test_rows_of_every_kind_are_found(self, north: SystemImporter) -> None:
        facts = [found for found in read(north, paper()) if isinstance(found, Fact)]
        count = Counter(table_of(type(fact.row)) for fact in facts)
        exact = {"recommendations": 2, "remits": 4, "frameworks": 1, "themes": 2, "stages": 3, "criteria": 6}
        assert {table: count[table] for table in exact} == exact
        assert {"governance", "delegations", "priorities", "places"} <= set(count)

    def test_every_row_keeps_the_rules_and_quotes_the_document(self, north: SystemImporter) -> None:
        document = paper()
        for found in read(north, document):
            assert found.quotes
            for quote in found.quotes:
                assert tuple(document.at(span) for span in quote.spans) == quote.texts
            if isinstance(found, Fact) and table_of(type(found.row)) in FACT_TABLES:
                assert list(broken_rules(found.row)) == []
                assert found.row.rule

    @pytest.mark.parametrize(
        ("feature", "value", "place"),
        [("terms_of_reference", "agreed", "north/alpha"), ("meeting_frequency", "monthly", "north/alpha")],
    )
    def test_feature_belongs_to_its_place(
        self, north: SystemImporter, feature: str, value: str, place: str
    ) -> None:
        found = [(r.feature, r.value, r.place_id) for r in rows(north, paper(), "governance")]
        assert (feature, value, place) in found

    def test_refusal_to_delegate_is_a_row(self, north: SystemImporter) -> None:
        found = [(r.place_id, r.extent, r.status) for r in rows(north, paper(), "delegations")]
        assert ("north/beta", "none", "absent") in found

    def test_only_its_own_section_of_an_article_is_read(
        self, north: SystemImporter, south: SystemImporter
    ) -> None:
        frequencies = {
            importer.name: [
                (row.place_id, row.value)
                for row in rows(importer, article(), "governance")
                if row.feature == "meeting_frequency"
            ]
            for importer in (north, south)
        }
        assert frequencies == {"north": [("north/alpha", "monthly")], "south": [("south/delta", "quarterly")]}

    def test_places_are_those_that_the_document_names(self, north: SystemImporter) -> None:
        assert [place.place_id for place in rows(north, paper(), "places")] == ["north/alpha", "north/beta"]

    def test_reading_twice_gives_the_same(self, north: SystemImporter) -> None:
        assert read(north, paper()) == read(north, paper())

    def test_part_of_a_document_gives_nothing_from_elsewhere(self, north: SystemImporter) -> None:
        document = paper()
        (claim,) = north.identify(document)
        block = next(b for b in document.blocks if document.at(b.content).startswith("The ICB has not"))
        part: Claim = attrs.evolve(claim, spans=(block.span,))
        quotes = [quote for found in north.extract(document, part) for quote in found.quotes]
        assert quotes
        assert all(span in block.span for quote in quotes for span in quote.spans)
