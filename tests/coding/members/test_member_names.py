"""Names of members: whose post it is, and what a document names in general after it named it in full."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.coding.members.member_names import is_clause, organisation_named

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Chief Executives of Epsley NHS Foundation Trust", "Epsley NHS Foundation Trust"),
        ("chief executive of the Alpha Borough Council", "Alpha Borough Council"),
        ("Chair of Healthwatch Alpha", "Healthwatch Alpha"),
        ("non-executive director of NHS North", "NHS North"),
        ("retired medical director of Alpha Hospice", "retired medical director of Alpha Hospice"),
        ("district councils (where applicable)", "district councils"),
        ("leaders from general practice", "leaders from general practice"),
        ("leader of the Council", "leader of the Council"),
        ("Chief Fire Officers Association", "Chief Fire Officers Association"),
    ],
)
def test_a_post_and_a_proviso_are_no_part_of_a_named_organisation(name, organisation):
    assert organisation_named(BOOK, name) == organisation


@pytest.mark.parametrize(
    ("others", "organisations"),
    [
        ("Epsley NHS Foundation Trust", {"Epsley NHS Foundation Trust"}),
        ("St Arno Hospice", {"St Arno Hospice", "foundation trust"}),
        (
            "Epsley NHS Foundation Trust and Arno NHS Foundation Trust",
            {"Epsley NHS Foundation Trust", "Arno NHS Foundation Trust", "foundation trust"},
        ),
    ],
)
def test_the_trust_is_the_one_that_was_named_in_full(code, others, organisations):
    text = (
        f"The partnership brings together {others}. Leads from the foundation trust help before a decision."
    )
    rows = code(f"Alpha Together: a place-based partnership\n\n{text}\n", "memberships")

    assert {row.organisation for row in rows} == organisations


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("NHS North Managing Director for Alpha", "NHS North"),
        ("NHS North", "NHS North"),
        ("Chairs of Alpha", "Chairs of Alpha"),
    ],
)
def test_a_post_behind_an_organisation_is_no_part_of_its_name(name, organisation):
    assert organisation_named(BOOK, name) == organisation


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("The Partnership reports to the Board of the ICB", True),
        ("will be the trust", True),
        ("As the council", True),
        ("other policies of the ICB", True),
        ("members of the trust are officers", True),
        ("Subject to the council", True),
        ("In Control Alpha", False),
        ("North ICB (formerly its work was done by Alpha CCG)", False),
        ("We Are With You", False),
        ("people who are carers", False),
        ("Office for the Police and Crime Commissioner", False),
        ("the May Trust", False),
    ],
)
def test_a_clause_is_no_organisation(said, clause):
    assert is_clause(BOOK, said) is clause


def test_a_clause_in_terms_of_reference_is_no_member(code):
    text = (
        "Alpha Together\n\nTerms of reference\n\n2.1 The members of the Partnership are:\n\n"
        "2.2 Alpha Council\n\n2.3 Epsley NHS Foundation Trust\n\n2.4 Healthwatch Alpha\n\n"
        "2.5 As the council decides, other policies of the ICB\n"
    )
    assert {row.organisation for row in code(text, "memberships")} == {
        "Alpha Council",
        "Epsley NHS Foundation Trust",
        "Healthwatch Alpha",
    }


@pytest.mark.parametrize(
    ("sentence", "organisations"),
    [
        (
            "The Partnership brings together NHS, local government and voluntary sector partners in Alpha.",
            {"NHS", "local government", "voluntary sector partners"},
        ),
        (
            "The Partnership brings together the council, Healthwatch and housing partners across Alpha.",
            {"council", "Healthwatch", "housing partners"},
        ),
        (
            "The Partnership brings together the council and primary care partners from Alpha.",
            {"council", "primary care partners"},
        ),
        (
            "The Partnership brings together the council and Partners in Care Alpha NHS Trust.",
            {"council", "Partners in Care Alpha NHS Trust"},
        ),
    ],
)
def test_where_partners_are_is_no_part_of_their_name(code, sentence, organisations):
    rows = code(f"Alpha Together: a place-based partnership\n\n{sentence}\n", "memberships")
    assert {row.organisation for row in rows} == organisations


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Alpha Together's members: Alpha Council, Quayside Health Solutions and Mossley Lives Limited.",
            {("Quayside Health Solutions", ("other",)), ("Mossley Lives Limited", ("other",))},
        ),
        (
            "Members of the Alpha Partnership:\n\n- Alpha Council\n- Mossley Ltd",
            {("Mossley Ltd", ("other",))},
        ),
        (
            "Members of Alpha Together:\n\n- Alpha Council\n- Mossley Neighbourhood CIC (GP federation)",
            {("Mossley Neighbourhood CIC", ("primary_care",))},
        ),
        ("The Alpha partnership heard from Mossley Limited, which repairs roofs.", set()),
        ("The Alpha partnership's report was printed by Mossley Ltd.", set()),
        ("In the Alpha partnership, which has Alpha Council and Alpha NHS Trust, time is limited.", set()),
    ],
)
def test_the_form_of_a_company_tells_of_an_organisation(code, text, members):
    rows = code(text, "memberships")
    assert {
        (r.organisation.partition(" (")[0], r.sectors) for r in rows if r.organisation[0] in "QM"
    } == members
