"""Who reads which part of a document."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placebench.claims import LOST, READ, TIED, merged, resolve, verified_claims
from placebench.documents import HEADING, PARAGRAPH, Block, Document, Span
from placebench.errors import PluginError
from placebench.importer import Claim, Expect


def claim(*spans: tuple[int, int], rank: int = 1, tables: tuple[str, ...] = ("roles",)) -> Claim:
    return Claim(tuple(Span(*span) for span in spans), frozenset(tables), rank, "known by its title")


def won(claims: dict[str, list[Claim]], table: str = "roles") -> dict[str, list[tuple[int, int]]]:
    resolution = resolve(claims)
    parts = {name: resolution.won_by(name).get(table, ()) for name in claims}
    return {name: [(span.start, span.end) for span in spans] for name, spans in parts.items()}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param({"a": [claim((0, 9))]}, {"a": [(0, 9)]}, id="alone"),
        pytest.param(
            {"a": [claim((0, 9), rank=3)], "b": [claim((0, 9), rank=2)]},
            {"a": [(0, 9)], "b": []},
            id="the highest rank wins",
        ),
        pytest.param(
            {"a": [claim((0, 9))], "b": [claim((3, 5), rank=2)]},
            {"a": [(0, 3), (5, 9)], "b": [(3, 5)]},
            id="a part inside another",
        ),
        pytest.param(
            {"a": [claim((0, 6))], "b": [claim((4, 9))]},
            {"a": [(0, 4)], "b": [(6, 9)]},
            id="a tie takes only what both claim",
        ),
        pytest.param(
            {"a": [claim((0, 5))], "b": [claim((5, 9))]},
            {"a": [(0, 5)], "b": [(5, 9)]},
            id="parts that touch do not meet",
        ),
        pytest.param(
            {"a": [claim((0, 4)), claim((4, 9))]}, {"a": [(0, 9)]}, id="two claims of one importer that touch"
        ),
        pytest.param(
            {"a": [claim((0, 5)), claim((2, 9), rank=3)]},
            {"a": [(0, 9)]},
            id="two claims of one importer are no tie",
        ),
        pytest.param(
            {"a": [claim((0, 3), (6, 9))], "b": [claim((0, 9), tables=("events",), rank=3)]},
            {"a": [(0, 3), (6, 9)], "b": []},
            id="another table is another matter",
        ),
        pytest.param(
            {"a": [claim((0, 9), rank=2)], "b": [claim((0, 9), rank=2)], "c": [claim((0, 9))]},
            {"a": [], "b": [], "c": []},
            id="a lower rank gains nothing from a tie",
        ),
    ],
)
def test_who_wins(claims: dict[str, list[Claim]], expected: dict[str, list[tuple[int, int]]]) -> None:
    assert won(claims) == expected


def test_every_part_of_a_claim_has_a_fate() -> None:
    resolution = resolve({"a": [claim((0, 9))], "b": [claim((2, 4), rank=3)], "c": [claim((6, 7))]})
    fates = [(segment.span.start, segment.outcome) for segment in resolution.awards[0].segments]
    assert fates == [(0, READ), (2, LOST), (4, READ), (6, TIED), (7, READ)]
    assert not resolution.awards[0].whole("roles")
    assert not resolution.awards[2].won
    assert resolution.awards[1].whole("roles")


def test_readable_claim_leaves_out_what_is_lost() -> None:
    wide = claim((0, 9), (10, 20), tables=("roles", "events"))
    other = claim((5, 12), tables=("roles", "events"), rank=2)
    other_roles = claim((0, 20), tables=("roles",), rank=3)
    readable = resolve({"a": [wide], "b": [other], "c": [other_roles]}).awards[0].readable
    assert readable.spans == (Span(0, 5), Span(12, 20))
    assert readable.tables == {"events"}


def test_readable_claim_is_the_claim_where_nothing_is_lost() -> None:
    whole = claim((0, 4), (4, 9))
    assert resolve({"a": [whole]}).awards[0].readable is whole


def test_tie_names_contenders_part_tables_and_way_out() -> None:
    blocks = (
        Block(HEADING, Span(0, 5), Span(0, 5), level=1, path=("Place",)),
        Block(PARAGRAPH, Span(6, 20), Span(6, 20), path=("Place", "Chairs")),
    )
    document = Document("Place\n" + "x" * 14, "0" * 64, "text/plain", "paper.txt", blocks)
    both = claim((6, 20), rank=2, tables=("roles", "events"))
    (error,) = resolve({"bob": [both], "lsc": [both]}).ties(document)
    assert str(error) == (
        "paper.txt, characters 6 to 20 under “Place > Chairs”: expected one importer to know the part best "
        "for events, roles, found bob and lsc with equal rank; "
        "choose one with --importer bob or --importer lsc"
    )


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
any_claim = st.builds(
    Claim,
    st.lists(spans, min_size=1, max_size=3).map(tuple),
    st.frozensets(st.sampled_from(["roles", "events"]), min_size=1),
    st.integers(1, 3),
    st.just("known"),
)
any_claims = st.dictionaries(st.sampled_from("abcd"), st.lists(any_claim, max_size=3))


@given(any_claims)
def test_no_part_is_won_twice_and_no_claimed_part_is_forgotten(claims: dict[str, list[Claim]]) -> None:
    resolution = resolve(claims)
    for table in ("roles", "events"):
        read = [span for name in claims for span in resolution.won_by(name).get(table, ())]
        assert sum(len(span) for span in merged(read)) == sum(len(span) for span in read)
    for award in resolution.awards:
        for table in award.claim.tables:
            judged = [segment.span for segment in award.segments if segment.table == table]
            assert merged(judged) == merged(award.claim.spans)


@given(any_claims, st.randoms())
def test_the_order_of_importers_decides_nothing(claims: dict[str, list[Claim]], random: object) -> None:
    names = list(claims)
    random.shuffle(names)  # type: ignore[attr-defined]
    assert resolve({name: claims[name] for name in names}) == resolve(claims)


SOUND = claim((0, 9))


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("a claim", "a Claim"),
        (attrs.evolve(SOUND, spans=()), "parts with text"),
        (attrs.evolve(SOUND, spans=(Span(3, 3),)), "parts with text"),
        (attrs.evolve(SOUND, spans=(Span(-1, 3),)), "parts with text"),
        (attrs.evolve(SOUND, spans=(Span(0, 11),)), "within the 10 characters"),
        (attrs.evolve(SOUND, spans=Span(0, 4)), "parts with text"),
        (attrs.evolve(SOUND, tables="roles"), "names of tables"),
        (attrs.evolve(SOUND, tables=frozenset({"role"})), "names of tables"),
        (attrs.evolve(SOUND, rank=4), "a rank from 1 to 3"),
        (attrs.evolve(SOUND, rank="3"), "a rank from 1 to 3"),
        (attrs.evolve(SOUND, rank=True), "a rank from 1 to 3"),
        (attrs.evolve(SOUND, spans=(Span(0.0, 4.0),)), "parts with text"),
        (attrs.evolve(SOUND, why=5), "why as one line of text"),
        (attrs.evolve(SOUND, why="a title with \ud800"), "why as one line of text"),
        (attrs.evolve(SOUND, places=("moor/dale",)), "places of the importer"),
        (attrs.evolve(SOUND, expects={"role": Expect(1)}), "tables to Expect"),
    ],
)
def test_claims_that_the_host_cannot_act_on(toy: type, wrong: object, expected: str) -> None:
    document = Document("0123456789", "0" * 64, "text/plain", "paper.txt")
    with pytest.raises(PluginError, match=expected) as caught:
        verified_claims([SOUND, wrong], document, toy())
    assert caught.value.where == "vale, paper.txt"


def test_sound_claims_pass(toy: type) -> None:
    document = Document("0123456789", "0" * 64, "text/plain", "paper.txt")
    assert verified_claims(iter([SOUND]), document, toy()) == (SOUND,)
