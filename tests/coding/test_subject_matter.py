"""Which pages that name a system or a place speak of joint work in its health and care."""

from __future__ import annotations

import pytest

from placebench.codebook import SystemProfile, load_codebook
from placebench.coding.names import names_of
from placebench.coding.territory import territory
from placebench.documents import read_document

SYSTEMS_OWN = {"publisher": "NHS North"}


def is_read(profile: SystemProfile, title: str, text: str, **metadata: str) -> bool:
    document = read_document(f"{title}\n\n{text}\n".encode(), "page.txt", {"title": title, **metadata})
    return bool(territory(document, names_of(profile, load_codebook()), load_codebook()).spans)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("How it works", "Our vision is a fair start in life. It is part of our joint forward plan."),
        ("In numbers", "1.1 million people, three places, six local authorities, 31 primary care networks."),
        ("Involving residents", "A citizens' panel advises us, and each place has a plan."),
        ("Alpha", "Our vision is that all of Alpha keeps well. Our plan says what we invest in."),
    ],
)
def test_page_of_the_system_is_read_where_it_tells_how_care_is_planned(
    profile: SystemProfile, title: str, text: str
) -> None:
    assert is_read(profile, title, text, **SYSTEMS_OWN)
    assert not is_read(profile, title, text, publisher="NHS Delta")


@pytest.mark.parametrize(
    "title", ["Place self-assessment results in North", "North: the place maturity framework in use"]
)
def test_title_on_the_maturity_of_places_is_enough(profile: SystemProfile, title: str) -> None:
    assert is_read(profile, title, "The table shows the stage that each gave itself.")
    assert not is_read(profile, "A self-assessment of North", "The table shows what each gave.")


@pytest.mark.parametrize(
    "title",
    [
        "Alpha Provider Alliance",
        "Alpha Locality Board",
        "Gamma Wellbeing Collaborative",
        "Gamma Accountable Care Board",
        "Gamma Local Care Organisation",
        "Gamma Community Care Forum",
        "Gamma Cares",
    ],
)
def test_title_with_the_form_of_a_bodys_name_is_enough(profile: SystemProfile, title: str) -> None:
    assert is_read(profile, title, "It meets monthly. It has agreed to hire a nurse.")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Two sides in Alpha", "The NHS and the council in Alpha share a vision and have pooled money."),
        ("Care in Alpha", "Health and care work as one in Alpha. Partners have a joint plan."),
    ],
)
def test_page_of_a_place_needs_both_sides_of_care(profile: SystemProfile, title: str, text: str) -> None:
    assert is_read(profile, title, text)
    one_side = text.replace(" and the council", "").replace("Health and care", "The NHS and its wards")
    assert not is_read(profile, title, one_side)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("New ward in Alpha", "The hospital in Alpha worked together with its partners, the builders."),
        ("Waiting times in North", "Patients wait 14 weeks. If your illness grows worse, ring your GP."),
        ("Flu jabs", "In Alpha and Beta the NHS gives free jabs. Book at your surgery."),
        ("Alpha safeguarding partnership", "The council, the police and the NHS meet monthly as partners."),
        ("Alpha community safety partnership", "The council and the NHS share priorities and a board."),
        ("Planning committee", "The NHS and Alpha council share a plan and a vision for a clinic."),
        (
            "Alpha by-election",
            "An alliance of parties and the NHS will work together on priorities.",
        ),
        ("North becomes a Marmot county", "The NHS and the council are partners in Alpha with one vision."),
        ("Alpha Hospice", "The NHS and the council are partners of our place-based work in Alpha."),
        ("Two practices in Alpha merge", "The NHS and the council are partners with one vision."),
        ("Homelessness in Alpha", "The NHS and the council are partners with one vision."),
        ("Trust runs surgeries in Alpha", "The NHS, GPs and the council are partners with one vision."),
        ("Cancer alliance: our board", "The NHS and the council of Alpha are partners with priorities."),
        ("Children's trust for Alpha", "The NHS and the council are partners with pooled budgets."),
        ("Safer Alpha Partnership", "The NHS and the council are partners with one plan."),
        ("Alpha town deal", "The NHS and the council are partners with one vision and a board."),
        ("Visit from Wales", "Wales has partnership boards of the NHS and councils. Alpha has a vision."),
    ],
)
@pytest.mark.parametrize("publisher", ["Alpha Council", "NHS North"])
def test_page_of_another_subject_is_refused(
    profile: SystemProfile, title: str, text: str, publisher: str
) -> None:
    assert not is_read(profile, title, text, publisher=publisher)


def test_a_paragraph_without_a_title_is_of_what_its_first_sentence_says(profile: SystemProfile) -> None:
    text = (
        "Each place has its own board. In the year the Audit Committee met six times. In Alpha the place "
        "partnership agreed a plan for frailty and mental health; Beta appointed a place director."
    )
    assert is_read(profile, "NHS North: the year", text, publisher="NHS North")


@pytest.mark.parametrize(("later", "read"), [("", False), (" The ICB is to take part.", True)])
def test_paper_of_a_local_strategic_partnership_is_of_another_time(
    profile: SystemProfile, later: str, *, read: bool
) -> None:
    text = "The Alpha health and care partnership answers for a theme of the Local Strategic Partnership."
    text += " The NHS and the council report to it on the Local Area Agreement."
    assert is_read(profile, "Alpha health and care partnership: new rules", text + later) == read


def test_partnership_of_all_public_services_of_a_borough_is_refused(profile: SystemProfile) -> None:
    text = (
        "The partnership of Alpha works for the economic, social and environmental wellbeing of the borough."
    )
    text += " Its executive has heads of the council, the NHS trust, GPs, the police and the college on it."
    assert not is_read(profile, "Alpha Partnership", text)
    assert is_read(profile, "Alpha Partnership", f"{text} It oversees integrated health and care.")


def test_page_on_the_boards_for_health_and_wellbeing_of_each_council_is_refused(
    profile: SystemProfile,
) -> None:
    text = "In Alpha health and care heads of the NHS and the council meet, for integration and partnership."
    assert is_read(profile, "Boards for health and care", text)
    assert not is_read(profile, "Health and wellbeing boards", text)


def test_page_of_another_system_that_names_this_one_is_refused(profile: SystemProfile) -> None:
    text = "Each of our five places has a place partnership. Delta borders on North."
    assert not is_read(profile, "Our places", text, publisher="NHS Delta")
    assert is_read(profile, "Places in North", text, publisher="NHS Delta")


@pytest.mark.parametrize(
    ("title", "text", "read"),
    [
        ("Case study: joining up care in Alpha", "Alpha Together tackles health inequalities.", True),
        ("A year in Alpha", "Alpha Together, our place partnership, met patients in four towns.", True),
        ("Case study: joining up care in Beta", "Alpha Together tackles health inequalities.", False),
        ("Road works in Alpha", "Alpha Together, a choir, sang as the road was opened.", False),
        ("Swimming in Alpha", "Alpha Together and the NHS opened a leisure centre for all sports.", False),
    ],
)
def test_account_of_a_place_that_names_its_partnership_once_is_read(
    profile: SystemProfile, title: str, text: str, *, read: bool
) -> None:
    before = "It took many months and much effort of all who live there, and of those who come by.\n\n" * 6
    assert is_read(profile, title, before + text) == read


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Minutes",
            "The Strategic Commissioning Board of Alpha met. The CCG sent apologies to the clinical lead.",
        ),
        (
            "Sub-committee in Alpha",
            "A Health & Care Board is to commission for the hospital and for social care.",
        ),
        ("One boss for Alpha", "The CCG will share its chief executive with Alpha council, closer together."),
        ("Teams in Alpha", "Partners work together in integrated neighbourhood teams, jointly with carers."),
    ],
)
def test_page_on_joint_commissioning_posts_or_teams_is_read(
    profile: SystemProfile, title: str, text: str
) -> None:
    assert is_read(profile, title, f"In Alpha. {text}")


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Integrating health and social care: the story of Alpha", True),
        ("Integrated ward teams in Alpha", True),
        ("A year of roads in Alpha", False),
    ],
)
def test_a_title_may_say_by_itself_that_a_page_is_on_joint_care(
    profile: SystemProfile, title: str, *, read: bool
) -> None:
    assert is_read(profile, title, "Alpha is a town of hills. Alpha has many who walk." * 3) == read


@pytest.mark.parametrize(
    "text", ["In Alpha, partners need patience.", "Carers in Alpha told us their vision."]
)
def test_page_of_the_systems_own_partnership_needs_but_one_word_of_joint_work(
    profile: SystemProfile, text: str
) -> None:
    told = f"{text} Patients and the NHS gain."
    assert is_read(profile, "A year of ours", told, publisher="North Health and Care Partnership")
    assert not is_read(profile, "A year of ours", told, publisher="North Choirs")


def test_where_all_kinds_of_partners_are_named_one_word_of_joint_work_will_do(profile: SystemProfile) -> None:
    text = "In Alpha the CCG, the council, GPs and the hospital, in partnership, see to care homes."
    assert is_read(profile, "Calls at night", text)
    assert not is_read(profile, "Calls at night", text.replace(", in partnership", ""))


JOINT = "In Alpha the NHS, the council, GPs and the hospital work in partnership. Our plan has priorities."


@pytest.mark.parametrize(
    "title",
    [
        "Alpha NHS Trust to merge with Oak Hospitals Trust",
        "Our Acute Services Partnership",
        "A new Social Care Hub in Alpha",
        "The Alpha Community Trust's five-year Volunteering Strategy",
    ],
)
def test_page_on_a_merger_of_trusts_a_hub_or_a_trusts_own_strategy_is_not_read(
    profile: SystemProfile, title: str
) -> None:
    assert is_read(profile, "Working together in Alpha", JOINT)
    assert not is_read(profile, title, JOINT)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("The Harbour Alliance is a partnership between the NHS trusts in Alpha and Beta.", False),
        ("The Harbour Alliance is a partnership between the trusts and councils in Alpha and Beta.", True),
        ("Alpha Together works with it. Harbour Alliance is a partnership between NHS trusts.", True),
    ],
)
def test_page_that_begins_with_a_body_of_providers_alone_is_not_read(
    profile: SystemProfile, told: str, *, read: bool
) -> None:
    assert is_read(profile, "Better together", f"{told}\n\n{JOINT}") == read


GROWTH = (
    "Alpha Tomorrow is a partnership for the local economy. On its board are the council, the NHS, the "
    "chamber of commerce and an employer. Its groups are for skills, business and health. A plan was agreed."
)


def test_page_on_a_partnership_for_growth_or_safety_is_not_read(profile: SystemProfile) -> None:
    assert not is_read(profile, "Alpha Tomorrow update", GROWTH)
    crime = (
        "Alpha's partnership of police, NHS and council met. Crime fell, policing is up, offenders do less."
    )
    assert not is_read(profile, "Alpha partners against crime", crime)


def test_page_that_the_places_own_partnership_heads_is_whatever_it_works_on(profile: SystemProfile) -> None:
    assert is_read(profile, "Alpha Together update", GROWTH.replace("Alpha Tomorrow", "Alpha Together"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Joint Commissioning Board",
            "The Partnership heard of its section 75 agreement. The S.75 grew. The better care fund did not.",
        ),
        (
            "Health & Wellbeing Board",
            "Health & wellbeing was discussed. Borough partnerships are key to the integrated care system.",
        ),
        (
            "Health and Wellbeing Board",
            "Members congratulated the place director, now with SYICB. Health & care.",
        ),
        ("Local news", "Local Area Partnerships (LAPs) of GPs, hospitals and public health begin in Alpha."),
    ],
)
def test_words_by_which_councils_write_of_joint_care_count(
    profile: SystemProfile, title: str, text: str
) -> None:
    assert is_read(profile, title, text, publisher="Alpha Council")
