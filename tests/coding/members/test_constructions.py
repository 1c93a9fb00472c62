"""Constructions in which pages state members: each form of the subject in each form of the sentence."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import members

NAMED = {
    "a name": "Alpha Together",
    "a name with its short form": "Beta Health and Care Partnership (BHCP)",
    "a place and common words": "Beta Place Partnership",
    "a place's": "Alpha's place-based partnership",
    "a board of a place": "The Alpha place board",
    "a board of a named partnership": "The Alpha Together Board",
}
BRANDS = ("Healthier Alpha", "One Alpha", "Connected Alpha")
SPOKEN = {
    "the kind": "The partnership",
    "ours": "Our partnership",
    "another kind": "The alliance",
    "it": "It",
}
OF_ANY = {
    "brings together": "{subject} brings together {members}.",
    "is made up of": "{subject} is made up of {members}.",
    "comprises": "{subject} comprises {members}.",
    "consists of": "{subject} consists of {members}.",
    "encompasses": "{subject} encompasses {members}.",
    "is a partnership of": "{subject} is a partnership of {members}.",
    "is a collaboration between": "{subject} is a collaboration between {members}.",
    "is of organisations, including": "{subject} is an alliance of organisations including {members}.",
    "representatives": "{subject} is made up of representatives from {members}.",
    "was set up to bring together": "{subject} was set up in 2019 to bring together {members}.",
}
OF_NOUNS = {
    "a clause that hangs on it": "{subject}, which brings together {members}, meets in May.",
    "words beside it": "{subject}, consisting of {members}, has a plan.",
    "partners in it": "Partners in {inner} include {members}.",
    "membership of it": "Membership of {inner} includes {members}.",
}
KINDS = "the council, the NHS, GPs and the voluntary sector"
SECTORS = ["local_authority", "nhs_trust", "primary_care", "vcse"]
FIRST_PERSON = (
    "We bring together {members}.",
    "We are a partnership of {members}.",
    "Together, we are made up of {members}.",
    "We are an alliance of organisations in Alpha, including {members}.",
)
OPENING = "Alpha Together was set up in 2019. "


def inner(subject):
    return subject[0].lower() + subject[1:] if subject.startswith(("The ", "Our ")) else subject


def stated(code, text, title="Health and care in Alpha"):
    return sorted({sector for _, sector, status in members(code, f"{title}\n\n{text}\n", head="")})


@pytest.mark.parametrize("form", (OF_ANY | OF_NOUNS).values(), ids=OF_ANY | OF_NOUNS)
@pytest.mark.parametrize("subject", NAMED.values(), ids=NAMED)
def test_a_named_partnership_has_members(code, subject, form):
    text = form.format(subject=subject, inner=inner(subject), members=KINDS)
    assert stated(code, text, title="Health and care") == SECTORS


@pytest.mark.parametrize("form", OF_ANY.values(), ids=OF_ANY)
@pytest.mark.parametrize("subject", SPOKEN.values(), ids=SPOKEN)
def test_the_partnership_of_the_sentence_before_has_members(code, subject, form):
    assert stated(code, OPENING + form.format(subject=subject, members=KINDS)) == SECTORS


@pytest.mark.parametrize("form", FIRST_PERSON)
def test_a_partnership_says_we(code, form):
    assert stated(code, form.format(members=KINDS), title="Alpha Together: about us") == SECTORS


@pytest.mark.parametrize("subject", ["The place-based partnership for Alpha", "The alliance across Alpha"])
@pytest.mark.parametrize("form", [*OF_ANY.values()][:-1])
def test_words_for_where_it_is_stand_behind_the_body(code, subject, form):
    assert stated(code, form.format(subject=subject, members=KINDS)) == SECTORS


@pytest.mark.parametrize("form", OF_ANY.values(), ids=OF_ANY)
@pytest.mark.parametrize("subject", BRANDS)
def test_a_brand_of_a_place_is_its_partnership(code, subject, form):
    assert stated(code, form.format(subject=subject, members=KINDS)) == SECTORS


@pytest.mark.parametrize("form", FIRST_PERSON[::2])
def test_we_on_a_page_of_somebody_else_are_no_partnership(code, form):
    assert stated(code, form.format(members=KINDS), title="Alpha Leisure Trust: about us") == []


@pytest.mark.parametrize(
    "text",
    [
        "The alliance (the council, Sound PCN, Alpha Hospice and the police) has a new plan.",
        "The alliance - the council, Sound PCN (SP), Alpha Hospice and the police - has a plan.",
        "Alpha Together, an alliance of the council, Sound PCN, Alpha Hospice and the police, met.",
        "The partners who work together on care are: the council; Sound PCN; Alpha Hospice; the police.",
        "The place agreement was signed by representatives of the council, Sound PCN, Mind and police.",
        "We are: Alpha Council; Sound PCN; Alpha Hospice; and Alpha Police.",
    ],
)
def test_members_beside_the_name_of_the_body(code, text):
    found = stated(code, OPENING + text if text[0] != "W" else text, title="Alpha Together: about us")
    assert found == ["local_authority", "police", "primary_care", "vcse"]


@pytest.mark.parametrize(
    "text",
    [
        "The partnership in Gorshire brings together the council, the NHS and the police.",
        "The alliance (formerly the council, the NHS and the police working apart) has a plan.",
        "The project brings together the council, the NHS and the police.",
        "Alpha Together, a partnership of ideas and places, has a plan.",
        "This is the first such partnership between a council and an NHS trust in the country.",
        "Jo Bell, Alpha City Council chief executive, was appointed the lead of Alpha Together.",
        "There were declarations of interest for the partnership, including those of the council leader.",
        "One Gorton brings together the council, the NHS and the police.",
    ],
)
def test_other_things_are_no_members(code, text):
    assert stated(code, OPENING + text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It is made up of Alpha Council and Cumbria, Northumberland, Tyne and Wear NHS Trust.",
            ["Alpha Council", "Cumbria, Northumberland, Tyne and Wear NHS Trust"],
        ),
        ("Members:\n- Jo Bell, Tees, Esk & Wear Valleys NHS Trust\n", ["Tees, Esk & Wear Valleys NHS Trust"]),
        ("Members:\n- Alpha Hospice; and\n- Sound PCN, and\n", ["Alpha Hospice", "Sound PCN"]),
        ("Members:\n- Jo Bell, Sound PCN, substituted by Kit Moor\n", ["Sound PCN"]),
        (
            "The partnership is made up of Sound PCN and voluntary groups coming together for better care.",
            ["Sound PCN", "voluntary groups"],
        ),
        (
            "The board brings together Sound PCN and the voluntary sector to more closely work on care.",
            ["Sound PCN", "voluntary sector"],
        ),
        (
            "The partnership is made up of Alpha Council and Low Care Alliance NHS Foundation Trust.",
            ["Alpha Council", "Low Care Alliance NHS Foundation Trust"],
        ),
    ],
)
def test_names_of_members_are_whole_and_no_more(code, text, names):
    assert [name for name, _, _ in members(code, text)] == names


def test_the_same_words_give_a_member_once(code):
    rows = code(
        "Alpha Together\n\nThe One Alpha alliance is a partnership between the NHS and Age UK.\n",
        "memberships",
    )
    assert sorted(row.organisation for row in rows) == ["Age UK", "NHS"]


BARE = "- Alpha Council\n- Sound PCN\n- Alpha Hospice\n- Alpha Police\n- Alpha Hospitals NHS Trust\n"


@pytest.mark.parametrize(
    ("above", "are_members"),
    [
        (
            "We hold meetings in public four times a year, and you can write to us at any time of the year.",
            True,
        ),
        ("Useful links", False),
        ("We also work closely with", False),
        ("We have commissioned:", False),
    ],
)
def test_a_bare_list_of_organisations_on_the_partnerships_own_page(code, above, are_members):
    assert bool(stated(code, f"{above}\n\n{BARE}", title="Alpha Together: about us")) == are_members


def test_a_bare_list_on_another_page_tells_nothing(code):
    text = f"The council meets in public four times a year, and you can write to us at any time.\n\n{BARE}"
    assert stated(code, text, title="Alpha Council: about us") == []


def test_what_a_systems_page_says_of_its_partners_is_the_systems(code):
    rows = code(
        "North Integrated Care System: about us\n\nOur partners include councils and GPs.\n", "memberships"
    )
    assert {(row.place_id, row.applies_to, row.body_kind) for row in rows} == {(None, "system", "system")}
