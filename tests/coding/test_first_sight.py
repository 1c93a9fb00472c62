"""What pages say that is no news of a place: of the country, of trusts, of meetings, of addresses."""

from __future__ import annotations

import pytest

from placebench.coding.about_others import without_others
from placebench.coding.system_importer import CODERS
from placebench.importer import Fact
from placebench.model import Governance
from tests.coding.conftest import Code, Read

TITLE = "Alpha news"


def features(code: Code, text: str, feature: str, title: str = TITLE) -> list[str]:
    rows = code(f"{title}\n\n{text}\n", "governance", title=title, published="2023-05-01")
    return [row.status for row in rows if isinstance(row, Governance) and row.feature == feature]


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


@pytest.mark.parametrize("parts", ["the borough's four localities", "the place's wards"])
def test_each_part_of_a_borough_is_of_that_borough_alone(code: Code, parts: str) -> None:
    text = f"{TITLE}\n\nAn integrated neighbourhood team works in each of {parts}.\n"
    rows = [row for row in code(text, "governance", title=TITLE) if "integrated_teams" in row.rule]
    assert [row.place_id for row in rows] == ["north/alpha"]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Our executive team meets every week.", "meeting_frequency"),
        ("Our strategy was co-produced with patients.", "resident_involvement"),
    ],
)
def test_what_a_trust_says_of_itself_is_no_partnerships(code: Code, text: str, feature: str) -> None:
    page = f"A year in Alpha\n\n{text}\n"
    told = [
        [
            row
            for row in code(page, "governance", title="A year in Alpha", publisher=by)
            if row.feature == feature
        ]
        for by in ("Oak NHS Foundation Trust", "Alpha Together")
    ]
    assert not told[0]
    assert told[1]


def test_the_chair_of_a_scrutiny_meeting_is_its_own(code: Code) -> None:
    text = "The chair rotates each year between the councils of the area."
    assert not features(code, text, "chairing", "Joint health scrutiny committee in Alpha")


def test_the_priorities_of_a_bare_board_are_those_of_whose_paper_it_is(read: Read) -> None:
    title = "Cabinet of Alpha"
    text = f"{title}\n\nAlpha Together was thanked.\n\nThe Board's two priorities are neglect and fraud.\n"
    reading = read(text, title=title)
    assert not [*without_others(reading, CODERS["priorities"](reading))]


def test_a_council_strategy_that_goes_with_another_says_nothing_of_a_partnership(code: Code) -> None:
    text = "The council's strategy for homes aligns with the Health and Wellbeing Strategy."
    assert not features(code, text, "strategy_alignment")


def test_what_any_partnership_of_a_place_is_names_no_members_of_one(code: Code) -> None:
    text = f"{TITLE}\n\nA place-based partnership brings together the NHS, councils and charities.\n"
    assert not code(text, "memberships", title=TITLE)


def test_an_alliance_of_bodies_of_one_kind_is_no_form_of_a_partnership(code: Code) -> None:
    assert not features(code, "Eight GP federations have formed an alliance.", "arrangement")
    assert features(code, "The council and the trust have formed an alliance.", "arrangement")


def test_what_partners_did_before_a_year_is_over(code: Code) -> None:
    assert features(code, "Before 2022 partners met informally.", "arrangement") in ([], ["ended"])


def test_the_page_of_a_system_that_comes_to_a_place_is_on_the_system(read: Read) -> None:
    told = "North one year on\n\nLeaders form the STP.\n\nThe board meets.\n\nAlpha's teams cut waits.\n"
    assert read(told, publisher="North Integrated Care System").default.applies_to == "system"


def test_what_it_was_agreed_to_enter_into_is_planned(code: Code) -> None:
    text = "It was agreed that the council should enter into a section 75 agreement with a pooled budget."
    assert set(features(code, text, "pooled_budget")) == {"planned"}


def test_a_plan_that_goes_with_the_strategy_of_another_board_is_that_boards(code: Code) -> None:
    text = "Members heard of the action plan, which would go with the strategy."
    assert not features(code, text, "shared_plan", "Alpha Health and Wellbeing Board")


HEADED = "<html><title>{0}</title><body><h1>{0}</h1><h2>{1}</h2><p>{2}</p></body></html>"


@pytest.mark.parametrize(("heading", "count"), [("Drug and Alcohol Partnership", 0), ("Alpha Together", 1)])
def test_the_partnership_under_the_name_of_a_theme_is_that_one(read: Read, heading: str, count: int) -> None:
    title = "Alpha update"
    page = HEADED.format(title, heading, "The partnership meets quarterly and keeps minutes.")
    reading = read(page, title=title)
    rows = [
        one.row for one in without_others(reading, CODERS["governance"](reading)) if isinstance(one, Fact)
    ]
    assert len([row for row in rows if row.rule == "governance.meeting_frequency"]) == count


@pytest.mark.parametrize(("publisher", "count"), [("Alpha Voluntary Action", 0), ("Alpha Together", 3)])
def test_our_priorities_are_those_of_the_one_that_publishes(read: Read, publisher: str, count: int) -> None:
    text = "What we do in Alpha\n\nOur three priorities are falls, frailty and loneliness.\n"
    reading = read(text, title="What we do in Alpha", publisher=publisher)
    assert len([*without_others(reading, CODERS["priorities"](reading))]) == count


def test_our_vision_on_a_page_on_a_trust_is_the_trusts(code: Code) -> None:
    text = 'She said: "Our vision is to be the best place to work."'
    assert not features(code, text, "shared_vision", "New chief for Alpha hospital trust")
    assert features(code, text, "shared_vision", "New chair for Alpha Together")
