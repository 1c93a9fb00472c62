"""What pages say that is no news of a place: of the country, of trusts, of meetings, of addresses."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code, Read

TITLE = "Alpha news"


def features(code: Code, text: str, feature: str, title: str = TITLE) -> list[str]:
    rows = code(f"{title}\n\n{text}\n", "governance", title=title, published="2023-05-01")
    return [row.status for row in rows if row.feature == feature]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        (
            "A white paper on care, which sets out a shared vision for better services, was read.",
            "shared_vision",
        ),
        ("Partners share a vision for joined-up care across England.", "shared_vision"),
        ("Since July, ICSs comprise boards and partnerships that write a joint strategy.", "shared_plan"),
        ("The BCF was defined as one pooled budget for health and social care.", "pooled_budget"),
        ("A pooled budget is to be held between CCGs and councils.", "pooled_budget"),
        ("The aim of the NNHIP is to build integrated neighbourhood teams.", "integrated_teams"),
        ("Some have existed for a decade as informal partnerships, others are new.", "arrangement"),
        ("There is new emphasis on the role of integrated neighbourhood teams.", "integrated_teams"),
    ],
)
def test_what_is_said_of_the_whole_country_is_no_places(code: Code, text: str, feature: str) -> None:
    assert not features(code, text, feature)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("A pooled budget is held between the council and the CCG in Alpha.", "pooled_budget"),
        ("With help from the NNHIP, Alpha runs integrated neighbourhood teams.", "integrated_teams"),
        ("Alpha's Better Care Fund is a pooled budget of nine million pounds.", "pooled_budget"),
    ],
)
def test_what_a_place_does_under_a_national_scheme_is_its_own(code: Code, text: str, feature: str) -> None:
    assert features(code, text, feature) == ["in_place"]


@pytest.mark.parametrize(
    ("text", "feature", "status"),
    [
        (
            "The board signed a memorandum of understanding with a trust and agreed that rents should fall.",
            "arrangement",
            "in_place",
        ),
        (
            "The board spoke of a joint committee and agreed that it should be set up.",
            "arrangement",
            "expected",
        ),
        (
            "Alpha's place plan goes with the council's, the former for care and the latter for all.",
            "shared_plan",
            "in_place",
        ),
        ("Alpha will go on and refresh our place plan each spring.", "shared_plan", "in_place"),
        ("Alpha sought to create an integrated neighbourhood team.", "integrated_teams", "planned"),
        ("Alpha has integrated teams of nurses who could help at any hour.", "integrated_teams", "in_place"),
        ("Alpha would be run either by a joint committee or by a lead provider.", "arrangement", "option"),
        (
            "The team will be responsible for the oversight of the BCF plan and its pooled budget.",
            "pooled_budget",
            "in_place",
        ),
        ("The team will be responsible for making a pooled budget.", "pooled_budget", "planned"),
        (
            "The adoption of population health management was urged.",
            "population_health_management",
            "expected",
        ),
        ("After talks with partners, Alpha has a pooled budget.", "pooled_budget", "in_place"),
    ],
)
def test_how_far_a_thing_is_there_is_told_of_that_thing(
    code: Code, text: str, feature: str, status: str
) -> None:
    assert set(features(code, text, feature)) == {status}


def test_a_vision_that_is_being_written_is_none_under_its_heading_either(code: Code) -> None:
    page = "<html><title>Alpha</title><body><h1>Alpha Together</h1><h2>Our vision</h2><p>{}</p></body></html>"
    told = [
        [row.status for row in code(page.format(text), "governance", title="Alpha Together")]
        for text in (
            "Our vision is being developed by all partners.",
            "Our vision is that all people are well.",
        )
    ]
    assert told == [["emerging"], ["in_place"]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Teams came together, with the Oak NHS Trust (which serves Alpha, Beta and Gamma) the first.",
            "alpha",
        ),
        ("Alpha, Beta and Gamma have a pooled budget.", "each"),
    ],
)
def test_a_bracket_on_where_a_trust_works_changes_no_subject(read: Read, text: str, subject: str) -> None:
    scope = next(one.scope for one in read(f"Alpha news\n\n{text}\n").sentences if one.passage.text == text)
    assert (scope.places or (scope.applies_to,))[0].endswith(subject) or scope.applies_to.startswith(subject)


@pytest.mark.parametrize(
    ("line", "subject"),
    [("4 May, Rose Room, Town Hall, Alpha", "system"), ("Alpha Together board, 4 May, Rose Room", "place")],
)
def test_where_people_meet_is_not_whom_a_paper_speaks_of(read: Read, line: str, subject: str) -> None:
    assert read(f"Board\n\n{line}\n\nThe pooled budget was noted.\n").default.applies_to == subject


def test_a_sentence_that_names_but_a_trust_leaves_a_text_on_the_system_there(read: Read) -> None:
    told = read("North ICS\n\nNorth cares for all.\n\nStaff of the Gamma NHS Foundation Trust will move.\n")
    assert told.sentences[-1].scope.applies_to == "system"


@pytest.mark.parametrize("name", ["Beta Alliance", "Alpha Care Alliance"])
def test_an_alliance_in_a_row_of_organisations_is_named_and_no_more(code: Code, name: str) -> None:
    listed = f"Anchors are Oak NHS Foundation Trust, Elm Council, {name}, Ash Council."
    assert not features(code, listed, "arrangement", title="North news")
    assert features(
        code, f"The {name} brings partners in health and care together.", "arrangement", "North news"
    )


def test_trusts_that_share_leaders_give_a_place_no_team_of_its_own(code: Code) -> None:
    assert not features(
        code, "The two foundation trusts work with a shared leadership team.", "executive_team"
    )
    assert features(code, "Alpha Together has a shared leadership team.", "executive_team")


def test_what_is_planned_with_people_for_one_trust_is_no_places(code: Code) -> None:
    text = "We will co-produce with local people the culture of the new Trust."
    assert not features(code, text, "resident_involvement")


def test_words_in_quotes_above_the_name_of_a_national_paper_are_its_own(code: Code) -> None:
    quoted = '"Every area has a partnership board, drawn from councils and trusts."\n\n- NHS Long Term Plan'
    assert not features(code, quoted, "board")


def test_rules_of_a_scrutiny_committee_are_not_those_of_a_partnership_named_behind(code: Code) -> None:
    text = "The terms of reference were welcomed, to reflect the area of Alpha Together."
    assert not features(code, text, "terms_of_reference", "Health scrutiny committee")


def test_urgent_business_is_a_form_of_words(code: Code) -> None:
    text = "Urgent business - section 75 agreement. To consider items which the chair has agreed to have."
    assert not features(code, text, "pooled_budget")


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Sam Hale, Service Director, Schools in his place, sent a note.", "roles"),
        ("Kim Oak, Programme Director, New Elm Hospital Programme, spoke.", "roles"),
        ("In 2027 we'll be celebrating the anniversary of the town.", "milestones"),
        ("All such agreements nationally must be signed by 31 October 2027.", "milestones"),
        ("In June 2027 the two CCGs decided that knees would wait.", "milestones"),
        ("To do so, we've prioritised three important projects:", "priorities"),
        ("Members heard of the Oak Research Link, the national initiative for councils.", "programmes"),
        ("Patients travel far, for lack of capacity in the present buildings.", "statements"),
        ("It requires time as well as strong relationships between those who give care.", "statements"),
    ],
)
def test_other_rows_that_say_nothing_of_a_partnership(code: Code, text: str, table: str) -> None:
    assert not code(f"{TITLE}\n\n{text}\n", table, title=TITLE, published="2023-05-01")


def test_what_the_system_is_now_called_is_no_news_of_a_place(code: Code) -> None:
    rows = code(f"{TITLE}\n\nThe STP is now known as the North ICS.\n", "events", title=TITLE)
    assert {row.applies_to for row in rows} <= {"system"}


def test_who_stayed_away_from_the_meeting_of_others_is_no_member(code: Code) -> None:
    who = "Oak NHS Trust, Alpha CCG, Elm Hospital Trust, Action Alpha, Healthwatch Alpha and Alpha Police"
    title = "Alpha Health and Wellbeing Formal Board"
    assert not code(f"{title}\n\nApologies came from {who}.\n", "memberships", title=title)
