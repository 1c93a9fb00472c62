"""What stands beside members and posts, and is no part of them: brackets, people, aims, other posts."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import members

TITLE = "Health and care in Alpha"


def told(code, sentence, title=TITLE):
    return members(code, f"{title}\n\n{sentence}\n", head="", title=title)


def names(rows):
    return [name for name, _, _ in rows]


def posts(code, text):
    return [(row.role, row.holder) for row in code(f"{TITLE}\n\n{text}\n", "roles")]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Elm NHS Trust (acute, specialist and community care)", "Elm NHS Trust"),
        ("Alpha Council (including its housing service)", "Alpha Council"),
        ("Alpha Council (ABC)", "Alpha Council (ABC)"),
    ],
)
def test_brackets_that_tell_of_a_member_are_no_part_of_its_name(code, said, name):
    assert name in names(told(code, f"Alpha Together is made up of {said}, Healthwatch and charities."))
    assert name.removesuffix(" (ABC)") in names(members(code, f"Partners:\n\n- {said}\n- Age UK Alpha\n"))


def test_a_person_behind_an_organisation_is_no_part_of_its_name(code):
    rows = told(code, "Elm NHS Trust chief executive Jo Bell will join the Alpha Together board in May.")
    assert names(rows) == ["Elm NHS Trust"]


def test_a_post_at_an_organisation_is_no_part_of_its_name(code):
    text = "Members:\n\n- Jo Bell, Divisional Director of Operations at Elm NHS Trust\n- Age UK Alpha\n"
    assert names(members(code, text)) == ["Age UK Alpha", "Elm NHS Trust"]


def test_an_organisation_that_will_be_near_is_a_member_today(code):
    text = "Key partners:\n\n- Elm integrated care board, which will have an Alpha office\n- Age UK Alpha\n"
    assert [(name, status) for name, _, status in members(code, text)] == [
        ("Age UK Alpha", "in_place"),
        ("Elm integrated care board", "in_place"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha Together is an alliance of the council and the trust which are committed to doing better.",
        "Alpha Together, which brings the council and the trust together, has committed to doing better.",
    ],
)
def test_aims_behind_a_list_of_members_leave_them_members(code, sentence):
    assert {status for _, _, status in told(code, sentence)} == {"in_place"}


def test_what_organisations_set_up_ends_their_names(code):
    rows = told(code, "In 2014, Alpha Council, Elm CCG and Elm NHS Trust established an alliance to plan.")
    assert all(" established" not in name for name in names(rows))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Alpha partnership also includes services and support such as housing, education and leisure.",
        "We held partnership events in Alpha, collaborating with 40 charities, 12 councils and 9 practices.",
        "Alpha Together began with a plan. At the heart of it are GP practices, hospitals and social care.",
        "The Alpha Health and Wellbeing Board is a partnership between Alpha Council, the NHS and charities.",
        "The Alpha Housing Forum met in May. Members of the forum include Oak Homes and Alpha Council.",
    ],
)
def test_lists_of_services_and_of_other_bodies_are_none_of_members(code, sentence):
    assert told(code, sentence) == []


def test_a_page_that_says_what_the_partnership_is_makes_it_no_partner_of_its_own(code):
    text = (
        "<h1>Alpha Together</h1><h2>Partners</h2><p>Alpha Trust Together is a partnership organisation."
        " We work for our partners.</p><ul><li>Elm NHS Trust</li><li>Alpha Council</li></ul>"
    )
    assert "Alpha Trust Together" not in names(members(code, text, head=""))


@pytest.mark.parametrize(
    "sentence",
    [
        "Consisting of members from the council, the NHS and charities, the Alpha Together Board meets.",
        "The members of Alpha Together, the council, the NHS and charities share one budget.",
    ],
)
def test_members_before_their_body_and_members_who_share(code, sentence):
    assert [sector for _, sector, _ in told(code, sentence)] == ["nhs_trust", "vcse", "local_authority"]


def test_partnerships_in_each_borough_are_those_of_the_places(code):
    text = "Beside North will be partnerships in each of its boroughs, made up of the council and charities."
    rows = code(f"North Integrated Care System\n\n{text}\n", "memberships")
    assert {(row.applies_to, row.body_kind) for row in rows} == {("each_place", "partnership")}


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        (
            "The Director for People is also the NHS Place Director.",
            ("place_director", "Director for People"),
        ),
        ("I am proud to be the independent chair of the Alpha Together Board.", ("chair", None)),
        (
            "Alpha Together met. Jo Bell, the leader of Alpha Council, was unanimously confirmed as Chair.",
            ("chair", "Jo Bell"),
        ),
        (
            "Alpha Together met. It met, with Sam Oak, the chair of Elm Trust, elected as vice-chair.",
            ("vice_chair", "Sam Oak"),
        ),
    ],
)
def test_a_post_besides_another_post(code, text, told_as):
    assert posts(code, text) == [told_as]


@pytest.mark.parametrize(
    "text",
    [
        "The partnership will be led by Alpha's local authorities, who run public health.",
        "Alpha Together is led by Alpha Council, Elm NHS Trust and Healthwatch Alpha.",
    ],
)
def test_an_organisation_that_leads_holds_no_post(code, text):
    assert posts(code, text) == []


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("Ann Smith, Alpha Place Director at NHS North ICB, said it helps.", ("place_director", "Ann Smith")),
        ("Ann Smith, Alpha Place Lead at North ICB, presented the report.", ("place_lead", "Ann Smith")),
        ("Jo Bell, clinical director for Alpha Place, said it helps.", ("clinical_lead", "Jo Bell")),
        ("Jo Bell has been announced as the new chair of the Alpha Care Partnership.", ("chair", "Jo Bell")),
    ],
)
def test_posts_at_place_whoever_employs_their_holder(code, text, told_as):
    assert posts(code, text) == [told_as]


def test_a_post_of_the_systems_body_is_none_at_place(code):
    assert posts(code, "Jo Bell, our managing director at NHS North ICB, said it helps.") == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Alpha Council has joined Alpha Together.", ["Alpha Council"]),
        ("Jo Pitt has joined Alpha Together from Beta Council as director.", []),
        (
            "Alpha Together was formed by Alpha Council, Elm NHS Trust and Alpha CVS in 2018.",
            ["Alpha Council", "Elm NHS Trust", "Alpha CVS"],
        ),
        (
            "Alpha Together (a partnership of Alpha Council, Elm NHS Trust and Alpha CVS) has a new service.",
            ["Alpha Council", "Elm NHS Trust", "Alpha CVS"],
        ),
    ],
)
def test_members_by_the_partnerships_own_name(code, sentence, named):
    assert names(told(code, sentence)) == sorted(named)


def test_one_partnership_across_several_places_is_the_systems(code):
    text = "We are a partnership of the NHS, councils and charities in Alpha, Beta and Gamma."
    rows = code(f"Health and care partnership\n\n{text}\n", "memberships")
    assert {(row.place_id, row.body_kind) for row in rows} == {(None, "system")}


def test_places_in_the_names_of_members_are_none_across_which_they_work(code):
    text = "There is an alliance between Alpha Council, Beta Hospitals Trust and Gamma Care for one and all."
    rows = code(f"Health and care\n\nThe Alpha Care Partnership was set up in Alpha. {text}\n", "memberships")
    assert "system" not in {row.body_kind for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "Our board is made up of:\n\n- Alpha Council\n- Elm NHS Trust\n- Age UK Elm\n",
        "Jo Bell and Sam Oak, Alpha Council's cabinet member for adults, are joint chairs.\n",
    ],
)
def test_members_and_chairs_of_the_systems_own_board_are_none_of_a_place(code, text):
    assert code(f"About our board\n\n{text}", "memberships", title="North Integrated Care System") == []


def test_a_list_without_places_that_the_systems_board_publishes_is_none_of_a_place(code):
    text = "About our board\n\nOur board is made up of:\n\n- Elm NHS Trust\n- Age UK Elm\n- Elm Hospice\n"
    assert code(text, "memberships", publisher="NHS North") == []
