"""Words of a feature that say nothing of a place: praise in general, one organisation's own, films."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code
from tests.coding.governing.rows import of_alpha, shown


@pytest.mark.parametrize(
    "sentence",
    [
        "Place-based working built on a shared vision can lead to better services.",
        "A shared vision is essential if partnerships are to succeed.",
        "Good partnerships need a common purpose and clear leadership.",
        "Effective integration depends on a shared care record and joint teams.",
        "Integrated teams can help people stay well.",
        "Pooled budgets are important to integration.",
        "Strong, mature partnerships rely on a clear shared vision.",
        "Integrated neighbourhood teams are one of the recommendations of the review.",
        "Successful place-based working requires a pooled budget.",
    ],
)
def test_what_is_said_of_partnerships_anywhere_is_in_no_place(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Our partnership needs a shared vision.", "shared_vision::expected"),
        ("The shared vision is key to all that the partnership does.", "shared_vision::in_place"),
        ("Integrated teams bring nurses and social workers together.", "integrated_teams::in_place"),
        ("Integrated teams in Alpha can see patients at home.", "integrated_teams::in_place"),
        ("A shared vision was agreed by partners in May.", "shared_vision::in_place"),
        ("Partnership working has led to a shared vision for the borough.", "shared_vision::in_place"),
    ],
)
def test_what_a_place_has_is_not_said_in_general(code: Code, sentence: str, rows: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Alpha has worked jointly for years, with the shared aim of keeping people well.",
        "Partners in Alpha have worked together with a common goal of improving lives.",
        "The council and the NHS held a fair in Alpha with the joint aim of recruiting carers.",
        "Our vision for community nursing is that nobody waits.",
    ],
)
def test_what_joint_work_is_for_is_no_vision(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The vision of Alpha Hospitals is to be the best place to work.",
        "The workforce plan of Alpha Hospitals was agreed.",
        "The primary care network has a shared vision with its practices.",
        "The nursing team has a shared vision.",
        "Our partners include the trust, which has its own five-year strategy.",
        "The children's trust had a new delivery plan.",
        "The joint leadership team of the two trusts in Alpha was announced.",
        "The Clinical Senate of North met in Alpha.",
        "The Alpha Learning Disability Partnership Board agreed its action plan.",
        "The Place Executive Lead for Alpha thanked the staff.",
        "The Place Executive Leads met the auditors.",
    ],
)
def test_what_one_organisation_or_post_has_is_no_partnerships(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The vision of the Alpha Partnership is that all live well.", "shared_vision::in_place"),
        ("The Alpha Partnership has a delivery plan.", "shared_plan:delivery:in_place"),
        ("The joint leadership team of the place oversees delivery.", "executive_team::in_place"),
        ("The place executive leads the work on falls in Alpha.", "executive_team::in_place"),
        ("The clinical and professional forum of Alpha met in May.", "clinical_leadership::in_place"),
        (
            "An executive draws together the partners' senior managers and runs the work week by week.",
            "executive_team::in_place",
        ),
    ],
)
def test_what_the_partnership_has_stays_its_own(code: Code, sentence: str, row: str) -> None:
    assert row in shown(code(of_alpha(sentence), "governance")).split()


@pytest.mark.parametrize(
    "sentence",
    [
        "You can watch the first video of the series on heart health on our website.",
        "Watch our meeting videos on sleep at Alpha Together's channel.",
        "You can watch a film about the Alpha Partnership here.",
        "Join our meetings on healthy eating in Alpha every Tuesday.",
        "You can attend the meeting of the walking group in Alpha.",
        "Thanks to our volunteers, who meet every week.",
    ],
)
def test_films_classes_and_clubs_are_no_meetings_of_a_partnership(code: Code, sentence: str) -> None:
    assert shown(code(of_alpha(sentence), "governance")) == ""


def test_who_may_watch_the_board_sees_its_meetings(code: Code) -> None:
    sentence = "You can watch the meetings of the Alpha Partnership Board on our website."
    assert "public_transparency::in_place" in shown(code(of_alpha(sentence), "governance")).split()


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Chief Officers meet fortnightly.", "Chief Officers"),
        ("The chairs and chief executives meet monthly.", "chairs and chief executives"),
        ("The chief executives of the partners meet every month.", "chief executives"),
        ("Directors of the council and the trust meet weekly.", "Directors"),
    ],
)
def test_people_by_their_posts_who_meet_are_a_group(code: Code, sentence: str, body: str) -> None:
    (row,) = code(of_alpha(sentence), "governance")
    assert (row.body, row.body_kind) == (body, "subgroup")


@pytest.mark.parametrize(
    ("sentence", "feature", "body"),
    [
        ("Leaders of Alpha Together meet monthly.", "meeting_frequency", "Alpha Together"),
        ("Partners meet monthly.", "meeting_frequency", None),
        ("Alpha Together meets monthly.", "meeting_frequency", "Alpha Together"),
        (
            "The Alpha Together Board has members from all partners and meets bi-monthly.",
            "meeting_frequency",
            "Alpha Together Board",
        ),
        ("I am the independent chair of the Alpha Partnership Board.", "chairing", "Alpha Partnership Board"),
        ("Jo Bell and Sam Cole are co-chairs of Alpha Together.", "chairing", "Alpha Together"),
    ],
)
def test_the_partnership_or_its_board_is_named(
    code: Code, sentence: str, feature: str, body: str | None
) -> None:
    (row,) = [row for row in code(of_alpha(sentence), "governance") if row.feature == feature]
    assert (row.body, row.body_kind) == (body, "partnership")


def test_a_partnership_and_its_board_are_one_that_meets(code: Code) -> None:
    text = of_alpha("Alpha Together meets monthly. The Alpha Together Board meets monthly. We meet monthly.")
    bodies = {row.body for row in code(text, "governance") if row.feature == "meeting_frequency"}
    assert bodies == {"Alpha Together Board"}


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Nina Bell has a new joint Council-NHS role as director of delivery in Alpha.", True),
        ("He holds a joint council and NHS post in Alpha.", True),
        ("Sam Cole has a dual role across the council and the ICB in Alpha.", True),
        ("A joint health and social care post was created in Alpha.", True),
        ("The joint council and NHS meeting was held in Alpha.", False),
        ("The joint council and NHS role of volunteers was praised in Alpha.", False),
    ],
)
def test_a_post_of_council_and_nhs_at_once_is_a_joint_one(code: Code, sentence: str, *, is_one: bool) -> None:
    features = {row.feature for row in code(of_alpha(sentence), "governance")}
    assert ("joint_posts" in features) is is_one


@pytest.mark.parametrize(
    ("caption", "rows"),
    [
        ("Jo Bell and Sam Cole, Alpha Together Co-Chairs", "chairing:joint:in_place"),
        ("Dr Jo Bell & Cllr Sam Cole, Co-Chairs of Alpha Together", "chairing:joint:in_place"),
        ("Jo Bell, Alpha Together Co-Chair", ""),
        ("Jo Bell and Sam Cole, Alpha Hospitals Co-Chairs", ""),
    ],
)
def test_a_caption_names_co_chairs(code: Code, caption: str, rows: str) -> None:
    assert shown(code(of_alpha(caption), "governance")) == rows


@pytest.mark.parametrize(
    ("sentence", "body", "place"),
    [
        (
            "This programme (which has a wider membership than the ICS) has pooled funding.",
            "This programme",
            "north/alpha",
        ),
        ("The Alpha Partnership (with the support of the ICB) meets monthly.", None, "north/alpha"),
        ("The Discharge Group (a sub-group of the ICB) meets weekly.", "Discharge Group", "north/alpha"),
        ("The North Integrated Care Board (ICB) meets monthly.", None, None),
    ],
)
def test_who_is_named_in_brackets_is_not_who_acts(
    code: Code, sentence: str, body: str | None, place: str | None
) -> None:
    (row,) = code(of_alpha(sentence), "governance")
    assert (row.body, row.place_id) == (body, place)
