"""What earlier facts rest on is kept, moved, reworded or gone in a new edition."""

from __future__ import annotations

import pytest

from placebench.documents import read_document
from placebench.importer import Claim
from placebench.model import ClaimRecord, Evidence
from placebench.testing.anchors import Anchor, anchors_of
from placebench.testing.drift import claim_drift, drift

EARLIER = """<h1>Vale</h1><h2>How we are run</h2><p>The board meets every two months.</p>
<p>Chair: Ann Lee of the council</p>
<h2>Who leads</h2><table><tr><th>Post</th><th>Held by</th></tr>
<tr><td>Director</td><td>Bo Ray</td></tr></table>"""
QUOTES = ("The board meets every two months.", "Chair: Ann Lee of the council", "Bo Ray")


def document(text):
    return read_document(text.encode(), "page.html")


def evidence(page):
    for number, quote in enumerate(QUOTES):
        start = page.text.index(quote)
        yield Evidence(
            evidence_id=f"{number:016x}",
            fact_id=f"{number:016x}",
            table="governance",
            source_id=page.source_id,
            quote_number=1,
            part=1,
            section=page.section_at(start),
            start=start,
            end=start + len(quote),
            quote=quote,
        )


@pytest.fixture(scope="module")
def anchors():
    page = document(EARLIER)
    return anchors_of(evidence(page), page)


def states(anchors, edition):
    found = drift(anchors, document(edition))
    return {(one.anchor.kind, one.anchor.text): (one.state, one.now) for one in found if one.state != "kept"}


def test_anchors_are_what_quotes_stand_under_and_begin_with(anchors):
    assert {(anchor.kind, anchor.text): facts for anchor, facts in anchors.items()} == {
        ("heading", "Vale"): 3,
        ("heading", "How we are run"): 2,
        ("heading", "Who leads"): 1,
        ("table header", "Post"): 1,
        ("table header", "Held by"): 1,
        ("label", "Chair"): 1,
        ("label", "Director"): 1,
        **{("quote", quote): 1 for quote in QUOTES},
    }


def test_without_the_earlier_document_tables_are_unknown():
    kinds = {anchor.kind for anchor in anchors_of(evidence(document(EARLIER)), None)}
    assert kinds == {"heading", "label", "quote"}


def test_the_same_document_keeps_everything(anchors):
    assert states(anchors, EARLIER) == {}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("How we are", "1.2 How we are", {}),
        ("Held by", "Holder", {("table header", "Held by"): "vanished"}),
        ("Held by", "Held  by", {}),
        ("Chair: Ann", "Chaired by Ann", {("label", "Chair"), ("quote", QUOTES[1])}),
        (QUOTES[0], "", {("quote", QUOTES[0]): "vanished"}),
        ("<td>Director</td>", "<td>Lead</td>", {("label", "Director"): "vanished"}),
    ],
)
def test_what_a_change_touches(anchors, before, after, expected):
    found = states(anchors, EARLIER.replace(before, after))
    assert set(found) == set(expected)
    if isinstance(expected, dict):
        assert {key: state for key, (state, _) in found.items()} == expected


def test_words_much_alike_are_shown(anchors):
    edition = EARLIER.replace("every two months", "every three months").replace(
        "How we are run", "How we're run"
    )
    found = states(anchors, edition)
    assert found["quote", QUOTES[0]] == ("reworded", "“The board meets every three months.”")
    assert found["heading", "How we are run"] == ("reworded", "“How we're run”")
    assert found["quote", QUOTES[1]] == ("moved", "under “Vale > How we're run”")


def test_a_heading_under_another_one_moved(anchors):
    edition = EARLIER.replace("<h2>Who leads", "<h2>Annex</h2><h3>Who leads").replace(
        "leads</h2>", "leads</h3>"
    )
    assert states(anchors, edition)["heading", "Who leads"] == ("moved", "under “Vale > Annex”")


def test_a_quote_is_no_part_of_a_word():
    anchor = Anchor("quote", "Ray")
    assert states({anchor: 1}, "<p>An array of boards.</p>") == {("quote", "Ray"): ("vanished", None)}


def won(page, table, rank, why):
    return ClaimRecord(
        source_id=page.source_id,
        importer="vale@1.0",
        table=table,
        rank=rank,
        won=True,
        outcome="read",
        why=why,
        start=0,
        end=len(page.text),
    )


@pytest.mark.parametrize(("rank", "state"), [(3, "kept"), (2, "reworded"), (None, "vanished")])
def test_a_claim_that_no_longer_knows_the_edition_is_told(rank, state):
    page = document(EARLIER)
    claims = {"vale": [Claim((page.span,), frozenset({"governance"}), rank, "its family")] if rank else []}
    (found,) = claim_drift([won(page, "governance", 3, "its heading")], claims, list(evidence(page)))
    assert (found.state, found.facts) == (state, 3)


@pytest.mark.parametrize(
    ("gone", "states"),
    [(None, ["kept", "kept"]), ("a register", ["kept", "vanished"]), ("its name", ["vanished", "kept"])],
)
def test_two_claims_of_one_importer_are_each_known_again(gone, states):
    page = document(EARLIER)
    both = {"a register": ("roles", 3), "its name": ("governance", 2)}
    earlier = [won(page, table, rank, why) for why, (table, rank) in both.items()]
    now = [
        Claim((page.span,), frozenset({table}), rank, why)
        for why, (table, rank) in both.items()
        if why != gone
    ]
    found = list(claim_drift(earlier, {"vale": now}, list(evidence(page))))
    assert [(one.state, one.facts) for one in found] == list(zip(states, (3, 0), strict=True))
