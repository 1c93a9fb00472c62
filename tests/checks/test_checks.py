"""What the host verifies of every fact."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from placebench.checks import RULES, UNKNOWN_REFERENCE, Checked, check, digest, own_rows_fault
from placebench.documents import PARAGRAPH, Block, Document, Quote, Span
from placebench.importer import Fact, GapFound
from placebench.model import (
    ROW_RULES,
    Delegation,
    Footprint,
    Framework,
    Gap,
    Governance,
    Membership,
    Outcome,
    Partnership,
    Place,
    Priority,
    Rejection,
    Source,
    System,
)

TEXT = "The Dale board meets.   \nIt is chaired jointly and serves 40,000 people."
DOCUMENT = Document(
    TEXT,
    "ab" * 32,
    "text/plain",
    "paper.txt",
    blocks=(Block(PARAGRAPH, Span(0, len(TEXT)), Span(0, len(TEXT)), path=("Places",)),),
    metadata={"published": "2023-03"},
)
ALL = (DOCUMENT.span,)
WON = dict.fromkeys(("governance", "frameworks", "themes", "outcomes", "priorities", "memberships"), ALL)
WON |= dict.fromkeys(("delegations", "footprints", "places", "systems", "partnerships"), ALL)
QUOTE = DOCUMENT.quote(Span(0, 21))
BOARD = Governance(system_id="vale", place_id="vale/dale", feature="board", value="Dale Board")
FACT = Fact(BOARD, (QUOTE,))


@attrs.frozen
class Private(Governance):
    """A class of a plugin that takes the name of a table."""


def of(**columns: Any) -> Fact:
    return Fact(attrs.evolve(BOARD, **columns), (QUOTE,))


def outcome(value: object) -> Fact:
    return Fact(Outcome(system_id="vale", measure="visits", value=value, unit="percent"), (QUOTE,))


def quoted(start: int, end: int, text: str | None = None) -> Fact:
    span = Span(start, end)
    return Fact(BOARD, (QUOTE, Quote((span,), (DOCUMENT.at(span) if text is None else text,))))


@pytest.fixture
def importer(toy: type) -> Any:
    return toy()


CORRUPTIONS: dict[str, list[object]] = {
    "not-a-fact": [
        BOARD,
        {"feature": "board"},
        None,
        attrs.evolve(FACT, quotes=QUOTE),
        attrs.evolve(FACT, quotes=("The Dale board meets.",)),
        attrs.evolve(FACT, quotes=(Quote((Span(0, 21),), ()),)),
        attrs.evolve(FACT, quotes=(Quote((Span("0", "21"),), ("The Dale board meets.",)),)),
        attrs.evolve(FACT, quotes=[QUOTE]),
    ],
    "unknown-table": [
        Fact("a board", (QUOTE,)),
        Fact(Private(system_id="vale", feature="board"), (QUOTE,)),
        Fact(Source(source_id="0" * 16, sha256="0" * 64, media_type="x", characters=1, path="x"), (QUOTE,)),
        Fact(Gap(table="roles", what="a name", reason="absent"), (QUOTE,)),
        GapFound("role", "a name", "absent", (QUOTE,)),
        GapFound(["roles"], "a name", "absent", (QUOTE,)),
    ],
    "null-in-required": [of(feature=None), of(feature=" "), of(status=None), of(system_id="")],
    "wrong-type": [
        of(value=5),
        of(value=("Dale Board",)),
        of(as_of="2023-03-21", as_of_precision="day"),
        of(as_of=dt.datetime(2023, 3, 21, tzinfo=dt.UTC), as_of_precision="day"),
        of(value="half a pair \ud800"),
        outcome("5"),
        outcome(value=True),
        outcome(float("nan")),
        outcome(float("inf")),
        Fact(Footprint(system_id="vale", level="place", count=2**63, text="many"), (QUOTE,)),
        Fact(Footprint(system_id="vale", level="place", count=2.0, text="two"), (QUOTE,)),
        Fact(Priority(system_id="vale", label="Falls", topics=[None], position=1), (QUOTE,)),
    ],
    "unknown-code": [
        of(feature="bord"),
        of(status="planed"),
        of(body_kind="board"),
        Fact(Membership(system_id="vale", sectors=["acute", "hospitals"]), (QUOTE,)),
        GapFound("governance", "a name", "lost", (QUOTE,)),
    ],
    "bad-pattern": [of(place_id="vale/The Dale"), of(system_id="Vale"), of(place_id="vale/dale\n")],
    "unknown-system": [
        of(system_id="moor"),
        Fact(System(system_id="moor", name="Moor"), (QUOTE,)),
        Fact(Framework(framework_id="moor/ladder", name="Ladder", system_id="moor"), (QUOTE,)),
    ],
    "unknown-place": [
        of(place_id="vale/hill"),
        of(place_id="moor/dale"),
        Fact(Place(place_id="vale/hill", system_id="vale", name="Hill"), (QUOTE,)),
        Fact(Partnership(partnership_id="vale/hill/one", place_id="vale/hill", name="One"), (QUOTE,)),
    ],
    "place-has-applies-to": [of(applies_to="system"), of(place_id=None, applies_to="place")],
    "derived-has-rule": [of(basis="derived")],
    "date-has-precision": [of(as_of=dt.date(2023, 3, 21))],
    "value-fits-feature": [of(feature="chairing", value="alone")],
    "none-is-absent": [Fact(Delegation(system_id="vale", extent="none"), (QUOTE,))],
    "has-a-sector": [Fact(Membership(system_id="vale", sectors=()), (QUOTE,))],
    "quote-missing": [attrs.evolve(FACT, quotes=()), attrs.evolve(FACT, quotes=(Quote((), ()),))],
    "quote-out-of-range": [
        quoted(-3, 4),
        quoted(10, len(TEXT) + 1),
        quoted(9, 3, ""),
        quoted(len(TEXT) + 1, len(TEXT) + 5),
    ],
    "quote-empty": [quoted(5, 5), quoted(21, 25)],
    "quote-differs": [
        quoted(0, 21, "The Dale Board meets."),
        quoted(1, 22, "The Dale board meets."),
        quoted(0, 21, "The Dale board meets"),
        quoted(0, 21, ""),
    ],
}


@pytest.mark.parametrize(
    ("rule", "found"), [(rule, found) for rule, cases in CORRUPTIONS.items() for found in cases]
)
def test_wrong_rows_are_rejected_by_name(rule: str, found: object, importer: Any) -> None:
    rejected = check(found, DOCUMENT, importer, WON)
    assert isinstance(rejected, Rejection)
    assert rejected.rule == rule
    assert rejected.message.startswith("paper.txt: expected ")
    assert rejected.importer == "vale@1.0"
    assert rejected.source_id == DOCUMENT.source_id
    rejected.message.encode()
    rejected.row.encode()


def test_every_rule_of_the_host_is_listed() -> None:
    assert {*CORRUPTIONS, "not-claimed"} <= set(RULES)
    assert {rule.name for rule in ROW_RULES} <= set(RULES)
    assert list(RULES)[-1] == UNKNOWN_REFERENCE


@pytest.mark.parametrize(
    ("won", "holds"),
    [
        ({"governance": (Span(0, 21),)}, True),
        ({"governance": (Span(0, 20),)}, False),
        ({"governance": (Span(0, 10), Span(12, 30))}, False),
        ({"roles": ALL}, False),
        ({}, False),
    ],
)
def test_quotes_lie_in_what_the_importer_won(won: dict[str, Any], *, holds: bool, importer: Any) -> None:
    result = check(FACT, DOCUMENT, importer, won)
    assert isinstance(result, Checked) if holds else result.rule == "not-claimed"


def test_rejection_shows_the_row_without_the_texts_of_strangers(importer: Any) -> None:
    rejected = check(of(value=object()), DOCUMENT, importer, WON)
    assert rejected.row == (
        "Governance(system_id='vale', place_id='vale/dale', applies_to='place', status='in_place', "
        "basis='stated', feature='board', value=object, body_kind='partnership')"
    )
    assert rejected.message == "paper.txt: expected str in value, found object"


def test_a_broken_rule_is_told_with_the_values_that_clash(importer: Any) -> None:
    footprint = Footprint(
        system_id="vale",
        place_id="vale/dale",
        level="place",
        text="x",
        population_min=50_000,
        population_max=30_000,
    )
    rejected = check(Fact(footprint, (QUOTE,)), DOCUMENT, importer, WON)
    assert isinstance(rejected, Rejection)
    assert rejected.message.endswith("found population_min 50000 and population_max 30000")


def checked(found: object, importer: Any) -> Checked:
    result = check(found, DOCUMENT, importer, WON)
    assert isinstance(result, Checked), result
    return result


def test_host_fills_in_its_columns(importer: Any) -> None:
    row = checked(of(fact_id="mine", source_id="mine", importer="mine"), importer).row
    assert isinstance(row, Governance)
    assert (row.source_id, row.importer) == ("ab" * 8, "vale@1.0")
    assert len(row.fact_id) == 16
    assert int(row.fact_id, 16) >= 0


def test_date_is_the_document_s_where_the_importer_gives_none(importer: Any) -> None:
    dated = checked(of(as_of=dt.date(2022, 1, 1), as_of_precision="year"), importer).row
    assert (dated.as_of, dated.as_of_precision) == (dt.date(2022, 1, 1), "year")
    undated = checked(FACT, importer).row
    assert (undated.as_of, undated.as_of_precision) == (dt.date(2023, 3, 1), "month")


def test_fact_id_depends_on_key_source_and_position_alone(importer: Any, toy: type) -> None:
    same = [FACT, of(note="seen twice"), attrs.evolve(FACT, quotes=(QUOTE, DOCUMENT.quote(Span(25, 40))))]
    assert len({checked(found, importer).row_id for found in same}) == 1
    assert checked(FACT, toy(version="2.0")).row_id == checked(FACT, importer).row_id
    moved = attrs.evolve(FACT, quotes=(DOCUMENT.quote(Span(25, 40)),))
    different = [FACT, of(value="Other"), of(status="planned"), moved]
    assert len({checked(found, importer).row_id for found in different}) == len(different)


def test_whole_numbers_become_floats_in_columns_of_floats(importer: Any) -> None:
    whole, point = checked(outcome(5), importer), checked(outcome(5.0), importer)
    assert whole == point
    assert isinstance(whole.row.value, float)


def test_reference_rows_keep_their_own_identifier(importer: Any) -> None:
    framework = Framework(framework_id="vale/ladder", name="Ladder")
    result = checked(Fact(framework, (QUOTE,)), importer)
    assert (result.row, result.row_id) == (framework, "vale/ladder")


def test_gaps_belong_to_the_table_that_rows_are_missing_from(importer: Any) -> None:
    result = checked(GapFound("themes", "name of theme 2", "boundary_lost", (QUOTE,)), importer)
    assert isinstance(result.row, Gap)
    assert (result.row.gap_id, result.row.source_id) == (result.row_id, DOCUMENT.source_id)
    elsewhere = check(GapFound("roles", "a chair", "absent", (QUOTE,)), DOCUMENT, importer, WON)
    assert isinstance(elsewhere, Rejection)
    assert elsewhere.rule == "not-claimed"


def test_digest_tells_values_apart() -> None:
    assert digest("a", "b") == digest("a", "b") != digest("ab")
    assert digest("a", None) != digest("a", "None")
    assert len(digest(dt.date(2023, 1, 1), "ü")) == 16


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ({"system": "vale"}, "str"),
        ({"places": ("vale/dale",)}, "str"),
        ({"places": (Place(place_id="moor/dale", system_id="moor", name="Dale"),)}, "'moor'"),
        ({"places": (Place(place_id="vale/dale", system_id="vale", name=None),)}, "NoneType"),
        ({"partnerships": (Partnership(partnership_id="x", place_id="vale/hill", name="X"),)}, "'vale/hill'"),
        ({"organisations": (BOARD,)}, "Governance"),
    ],
)
def test_rows_that_an_importer_declares_are_checked_too(
    importer: Any, own: dict[str, Any], found: str
) -> None:
    class Declaring(type(importer)):
        system, places = importer.system, importer.places

    for name, value in own.items():
        setattr(Declaring, name, value)
    assert own_rows_fault(importer) is None
    fault = own_rows_fault(Declaring())
    assert fault is not None
    assert fault[1] == found
