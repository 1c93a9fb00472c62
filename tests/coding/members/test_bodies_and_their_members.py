"""Members told beside their body: of each place, as one takes part, as a partnership is widened or joined."""

from __future__ import annotations

import pytest


def told(code, text: str) -> set[tuple[str | None, str, str]]:
    rows = code(text, "memberships")
    kept = (row for row in rows if row.body_kind == "partnership")
    return {(row.place_id or row.applies_to, row.organisation, row.status) for row in kept}


def of(place: str, *names: str, status: str = "in_place") -> set[tuple[str | None, str, str]]:
    return {(place, name, status) for name in names}


@pytest.mark.parametrize(
    "text",
    [
        "Place-based partnerships across North draw together councils, hospitals and charities.",
        "Place partnerships meet monthly. They bring together councils, hospitals and charities.",
        "NHS North has three place alliances. Each is made up of councils, hospitals and charities.",
        "Every locality has a locality board, made up of councils, hospitals and charities.",
        "Each borough has a partnership through which councils, hospitals and charities plan together.",
        "There are alliances in each borough, similarly made up of councils, hospitals and charities.",
    ],
)
def test_members_of_each_places_partnership(code, text):
    assert of("each_place", "councils", "hospitals", "charities") <= told(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As a partner in the Alpha Alliance, Oak Hospice supports carers.", {"Oak Hospice"}),
        ("Alpha Mind speaks for charities on the Alpha Place Board.", {"Alpha Mind"}),
        ("The chief officer of the federation represents GPs on the Alpha Place Board.", {"GPs"}),
        ("Oak Hospice is proud to be part of the Alpha Partnership.", {"Oak Hospice"}),
        ("Alpha Mind holds the voluntary seat on the Alpha Place Board.", {"Alpha Mind"}),
        ("The police and Oak Hospice attend the Alpha Place Board as members.", {"police", "Oak Hospice"}),
        (
            "Officers from the council, the ICB and Oak Hospice sit on the Alpha Place Board.",
            {"council", "ICB", "Oak Hospice"},
        ),
        ("The council and the hospital trust co-lead the Alpha Partnership.", {"council", "hospital trust"}),
        (
            "Alpha Council has teamed up with Oak Hospice and the GPs to launch the Alpha Partnership.",
            {"Alpha Council", "Oak Hospice", "GPs"},
        ),
        (
            "The Alpha Partnership Board is attended by the council, GPs and Oak Hospice.",
            {"council", "GPs", "Oak Hospice"},
        ),
        (
            "In the 'Alpha Care Alliance', council and health leaders plan together.",
            {"council", "health leaders"},
        ),
        (
            "The Alpha Place Board of directors of all partners: Alpha Council; Oak Hospice; GP federation.",
            {"Alpha Council", "Oak Hospice", "GP federation"},
        ),
        ("The Alpha Partnership has since grown to include housing associations.", {"housing associations"}),
        (
            "The Alpha Partnership is ours. Working together in it are the council, GPs and charities.",
            {"council", "GPs", "charities"},
        ),
        (
            "Alpha Together is your local NHS, council and charities working side by side.",
            {"NHS", "council", "charities"},
        ),
        ("Alpha Together is a joint venture between Alpha Council and GPs.", {"Alpha Council", "GPs"}),
        (
            "The Alpha Place Board comprises: Alpha Council x 2; Oak Hospice x 1; elected members.",
            {"Alpha Council", "Oak Hospice", "elected members"},
        ),
        (
            "Many organisations make up the Alpha Partnership. They are Alpha Council, Oak Hospice and GPs.",
            {"Alpha Council", "Oak Hospice", "GPs"},
        ),
    ],
)
def test_members_beside_their_body(code, text, expected):
    assert {("north/alpha", name, "in_place") for name in expected} <= told(code, text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It was agreed to co-opt Oak Hospice onto the Alpha Place Board.", "planned"),
        ("Oak Hospice has accepted an invitation to join the Alpha Place Board.", "planned"),
        ("Membership of the Alpha Place Board should be extended to include Oak Hospice.", "planned"),
        ("Oak Hospice was co-opted onto the Alpha Place Board.", "in_place"),
        ("There is still no Oak Hospice representative on the Alpha Place Board.", "absent"),
    ],
)
def test_changes_of_who_is_in_it(code, text, status):
    assert told(code, text) == of("north/alpha", "Oak Hospice", status=status)


@pytest.mark.parametrize(
    "text",
    [
        "What is the Alpha Home Service?\n\nIt is a partnership between the council, Age UK Alpha and GPs.",
        "The Alpha Youth Partnership is a partnership between Alpha Council, the police and schools.",
        "The hospital trust represents acute providers on the NHS North board.",
        "The trust's director is to represent the hospital on the Alpha Place Board.",
        "NHS North works with three councils. They bring together housing, schools and social care.",
        "Alpha Together is the local hub where GPs and the council are working together on falls.",
        "Alpha Council is your local team of housing officers and schools working together.",
        "Each place has a team, made up of nurses, council staff and charities.",
        "Alpha Council has teamed up with Alpha College and GPs to launch an academy.",
    ],
)
def test_other_bodies_have_other_members(code, text):
    assert told(code, text) == set()
