"""Governance: the form of a partnership, its boards and their rules, and whose they are."""

from __future__ import annotations

import pytest

from tests.coding.governing.rows import of_alpha, shown

FORMS = [
    ("The Alpha Partnership is an informal arrangement between partners.", "arrangement:informal:in_place"),
    ("The partnership remains informal.", "arrangement:informal:in_place"),
    ("The partnership operates as a consultative forum.", "arrangement:consultative_forum:in_place"),
    (
        "The Place Board acts as an advisory forum to the ICB.",
        "arrangement:consultative_forum:in_place board:Place_Board:in_place",
    ),
    (
        "Alpha Together works through the executive authority of its members.",
        "arrangement:executive_authority:in_place",
    ),
    (
        "The Place Board is a formal committee of North ICB.",
        "arrangement:icb_committee:in_place board:Place_Board:in_place",
    ),
    (
        "The partnership is constituted as a sub-committee of the Integrated Care Board.",
        "arrangement:icb_committee:in_place",
    ),
    (
        "The Board is a consultative forum and is not a formal committee of NHS North or of the Council.",
        "arrangement:consultative_forum:in_place arrangement:icb_committee:absent",
    ),
    ("The Board is not a committee of the ICB.", "arrangement:icb_committee:absent"),
    (
        "The ICB has established the Alpha Place Committee as a committee of its board.",
        "arrangement:icb_committee:in_place board:Alpha_Place_Committee:in_place",
    ),
    (
        "From April 2025 the partnership will become a joint committee of the ICB and Alpha Council.",
        "arrangement:joint_committee:planned",
    ),
    ("A joint committee with the council has been established.", "arrangement:joint_committee:in_place"),
    ("Partners have not yet agreed to form a joint committee.", "arrangement:joint_committee:absent"),
    (
        "The partnership is considering whether to adopt a lead provider model.",
        "arrangement:lead_provider:emerging",
    ),
    ("Alpha Hospital Trust is the lead provider for the partnership.", "arrangement:lead_provider:in_place"),
    ("The lead provider arrangement ended in 2022.", "arrangement:lead_provider:ended"),
    ("Partners considered a lead provider model and rejected it.", "arrangement:lead_provider:absent"),
    ("Trusts and the council operate as committees in common.", "arrangement:committees_in_common:in_place"),
    ("Partners signed an alliance agreement in 2021.", "arrangement:alliance:in_place"),
    (
        "A memorandum of understanding has been signed by all partners.",
        "arrangement:memorandum_of_understanding:in_place",
    ),
    ("A partnership agreement is being drafted.", "arrangement:partnership_agreement:emerging"),
    (
        "The options are a joint committee, a lead provider or committees in common.",
        (
            "arrangement:committees_in_common:option arrangement:joint_committee:option "
            "arrangement:lead_provider:option"
        ),
    ),
    (
        "Members compared a joint committee and a lead provider.",
        "arrangement:joint_committee:option arrangement:lead_provider:option",
    ),
    (
        "In 2019 the partnership formed a provider alliance. It was wound up in 2022.",
        "arrangement:alliance:ended",
    ),
    (
        "Members compared two forms: a joint committee and a memorandum of understanding.",
        "arrangement:joint_committee:option arrangement:memorandum_of_understanding:option",
    ),
    ("Unlike Beta, Alpha has no joint committee.", "arrangement:joint_committee:absent"),
    ("A lead provider contract was examined and set aside.", "arrangement:lead_provider:absent"),
    (
        "Partners agreed to turn the partnership into a joint committee.",
        "arrangement:joint_committee:planned",
    ),
    (
        "The joint committee was replaced by an advisory forum.",
        "arrangement:consultative_forum:in_place arrangement:joint_committee:ended",
    ),
    (
        "The agreement replaces the memorandum of understanding of 2021.",
        "arrangement:memorandum_of_understanding:ended",
    ),
    ("Alpha Together is an alliance of six organisations.", "arrangement:alliance:in_place"),
    (
        "One director could decide for all partners under delegated authority.",
        "arrangement:executive_authority:option",
    ),
]


BODIES = [
    (
        "The partnership board has been operating in shadow form since April 2023.",
        "board:partnership_board:shadow",
    ),
    (
        "The Alpha Partnership Board brings together leaders of all partner organisations.",
        "board:Alpha_Partnership_Board:in_place",
    ),
    (
        "The Place Executive Group oversees delivery and meets fortnightly.",
        "executive_team::in_place meeting_frequency:fortnightly:in_place:subgroup",
    ),
    (
        (
            "The board is supported by three sub-groups: the Finance Group, the Quality Group and the "
            "Delivery Group."
        ),
        (
            "subcommittees:Delivery_Group:in_place subcommittees:Finance_Group:in_place "
            "subcommittees:Quality_Group:in_place"
        ),
    ),
    (
        "The partnership has four sub-groups covering finance, quality, estates and workforce.",
        "subcommittees::in_place",
    ),
    (
        "A Quality Sub-Committee will be established by June 2024.",
        "subcommittees:Quality_Sub-Committee:planned",
    ),
    ("The Delivery Group reports to the Board.", "subcommittees:Delivery_Group:in_place"),
    (
        "The ICB has delegated the community services budget to the Alpha Place Committee.",
        "board:Alpha_Place_Committee:in_place",
    ),
    (
        "The Alpha Health and Care Board replaced the shadow board in April 2022.",
        "board:Alpha_Health_and_Care_Board:in_place",
    ),
    (
        "The Place Board will oversee the Alpha Place Plan.",
        "board:Place_Board:in_place shared_plan::in_place",
    ),
    ("The Alpha Together Board gathers in the town hall.", "board:Alpha_Together_Board:in_place"),
    (
        "Partners are discussing whether the Alpha Locality Board should have a new chair.",
        "board:Alpha_Locality_Board:in_place",
    ),
    (
        "Two groups report to the Board: the Home First Group and the Estates Group.",
        "subcommittees:Estates_Group:in_place subcommittees:Home_First_Group:in_place",
    ),
    (
        "The Partnership has set up a Delivery Group and a Finance Group.",
        "subcommittees:Delivery_Group:in_place subcommittees:Finance_Group:in_place",
    ),
]


RULES = [
    ("The terms of reference were approved in March 2023.", "terms_of_reference:agreed:in_place"),
    ("The Board approved its revised terms of reference.", "terms_of_reference:refreshed:in_place"),
    ("The terms of reference have not yet been agreed.", "terms_of_reference:agreed:absent"),
    ("Terms of reference are being drafted.", "terms_of_reference:in_development:emerging"),
    ("The partnership has its own scheme of delegation.", "scheme_of_delegation::in_place"),
    ("A scheme of delegation will be drawn up by April.", "scheme_of_delegation::planned"),
    ("There is no scheme of delegation for the place.", "scheme_of_delegation::absent"),
    ("The board is co-chaired by the council and the trust.", "chairing:joint:in_place"),
    ("The chair rotates every six months between partners.", "chairing:rotating:in_place"),
    ("The Board has an independent chair.", "chairing:independent:in_place"),
    ("An independent chair is being recruited.", "chairing:independent:planned"),
    ("The partnership is accountable to the ICB for delivery.", "accountable_to:ICB:in_place"),
    ("The Board reports to the Integrated Care Board.", "accountable_to:Integrated_Care_Board:in_place"),
    ("The partnership team is employed by Alpha Council.", "host:Alpha_Council:in_place"),
    ("Alpha Council hosts the partnership's programme office.", "host:Alpha_Council:in_place"),
    (
        "The partnership is hosted by Beta Hospitals NHS Foundation Trust.",
        "host:Beta_Hospitals_NHS_Foundation_Trust:in_place",
    ),
    ("The partnership has a dedicated team of six staff.", "dedicated_staff:6:in_place"),
    ("Three full-time staff support the partnership.", "dedicated_staff:3:in_place"),
    ("The Board meets monthly.", "meeting_frequency:monthly:in_place"),
    (
        "The Board meets every other month in public.",
        "meeting_frequency:bimonthly:in_place public_transparency::in_place",
    ),
    ("The Board will continue to meet quarterly.", "meeting_frequency:quarterly:in_place"),
    ("The Board shall meet at least four times a year.", "meeting_frequency:quarterly:expected"),
    (
        "The partnership reports to the Health and Wellbeing Board and meets monthly.",
        "accountable_to:Health_and_Wellbeing_Board:in_place meeting_frequency:monthly:in_place",
    ),
    ("Meetings are held every six weeks.", "meeting_frequency:bimonthly:in_place"),
    ("Meetings are not held in public.", "public_transparency::absent"),
    ("The Board used to meet weekly during the pandemic.", "meeting_frequency:weekly:ended"),
    ("The Board met weekly during the pandemic.", "meeting_frequency:weekly:ended"),
    ("Decisions are made by consensus.", "decision_process::in_place"),
    ("Where consensus cannot be reached the matter is referred to the ICB.", "decision_process::in_place"),
    ("Each member has one vote and the chair has a casting vote.", "decision_process::in_place"),
    ("The place leadership team meets weekly.", "executive_team::in_place meeting_frequency:weekly:in_place"),
    ("The Board's papers are published on the council website.", "public_transparency::in_place"),
    ("It was noted that the Board meets monthly.", "meeting_frequency:monthly:in_place"),
    ("The partnership is accountable to the Board of the ICB.", "accountable_to:ICB:in_place"),
    (
        "The partnership reports quarterly to the Health and Wellbeing Board.",
        "accountable_to:Health_and_Wellbeing_Board:in_place",
    ),
    ("The council will host the programme office.", "host:council:planned"),
    (
        "She works for Alpha Hospital Trust, which hosts the partnership's team.",
        "host:Alpha_Hospital_Trust:in_place",
    ),
    ("A team of six, paid for by partners, supports the partnership.", "dedicated_staff:6:in_place"),
    ("The Board meets ten times per year.", "meeting_frequency:monthly:in_place"),
    ("Meetings have moved from monthly to quarterly.", "meeting_frequency:quarterly:in_place"),
    ("A dispute is taken to mediation.", "decision_process::in_place"),
    ("If members cannot settle it, the matter goes to the chief executives.", "decision_process::in_place"),
    ("You are welcome to watch our meetings.", "public_transparency::in_place"),
    ("A summary of decisions is put on the council's website.", "public_transparency::in_place"),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS)
def test_the_form_of_a_partnership(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(("sentence", "expected"), BODIES)
def test_boards_and_the_groups_under_them(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


@pytest.mark.parametrize(("sentence", "expected"), RULES)
def test_the_rules_of_the_house(code, sentence, expected):
    assert shown(code(of_alpha(sentence), "governance")) == expected


def test_the_head_of_terms_of_reference_names_the_board_and_their_approval(code):
    head = "ALPHA PARTNERSHIP BOARD\nTERMS OF REFERENCE\nApproved by the Board on 20 April 2023.\n"
    text = f"{head}\n1. Alpha is a place.\n"

    found = shown(code(text, "governance"))

    assert "board:Alpha_Partnership_Board:in_place" in found
    assert "terms_of_reference:agreed:in_place" in found


def test_the_head_of_another_bodys_minutes_names_no_board(code):
    head = "ALPHA HEALTH AND WELLBEING BOARD\nMinutes of the meeting held on 5 May 2023\n"
    text = f"{head}\nAlpha was discussed.\n"

    assert code(text, "governance") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The shared vision of the Alpha partnership will be determined by the strategy.", "planned"),
        ("The shared vision of the Alpha partnership would be shaped by its workshops.", "planned"),
        ("The shared vision of the Alpha partnership will guide what its members do.", "in_place"),
    ],
)
def test_a_vision_that_others_will_determine_is_not_there_yet(code, sentence, status):
    assert {row.status for row in code(sentence, "governance") if row.feature == "shared_vision"} == {status}


def test_a_list_of_options_makes_each_item_an_option(code):
    text = "Governance in Alpha\n\nOptions for the partnership are:\n- a joint committee\n- a lead provider\n"

    assert (
        shown(code(text, "governance"))
        == "arrangement:joint_committee:option arrangement:lead_provider:option"
    )


def test_a_list_of_requirements_makes_each_item_expected(code):
    text = "Places\n\nEach place-based partnership must have:\n- a scheme of delegation\n- a shared vision\n"

    assert {row.status for row in code(text, "governance")} == {"expected"}


def test_a_board_in_shadow_form_is_not_in_place_because_it_is_named_again(code):
    text = "The Alpha Place Board meets in shadow form. The Alpha Place Board heard a report."

    assert shown(code(of_alpha(text), "governance")) == "board:Alpha_Place_Board:shadow"


def test_minutes_name_the_sub_committees_that_act(code):
    head = "Alpha Health and Care Partnership Board\nMinutes of the meeting of 8 January 2024\n"
    text = f"{head}\n1. Money\nThe Finance and Contracts Sub-Committee did not advise it.\n"

    assert "subcommittees:Finance_and_Contracts_Sub-Committee:in_place" in shown(code(text, "governance"))


def test_the_head_of_terms_of_reference_of_a_partnership_says_that_they_were_approved(code):
    text = "ALPHA PARTNERSHIP\nTERMS OF REFERENCE\nApproved by the Partnership on 6 June 2024\n"

    assert shown(code(text, "governance")) == "terms_of_reference:agreed:in_place"


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Each Place Partnership", None),
        ("The Place-Based Partnerships", None),
        ("Beta Health and Care Partnership", "Beta Health and Care Partnership"),
    ],
)
def test_partnerships_in_general_have_no_name(code, subject, body):
    (row,) = code(f"Places\n\n{subject} meets monthly.\n", "governance")

    assert row.body == body


def test_a_word_written_twice_is_one_word_of_a_name(code):
    (row,) = code(of_alpha("The Alpha Alpha Place Board oversees the work."), "governance")

    assert row.value == "Alpha Place Board"


def test_the_committee_is_the_partnerships_where_that_was_named_last(code):
    text = "The Alpha Place Committee is new.\n\nThe Committee meets every month."
    (row,) = [row for row in code(of_alpha(text), "governance") if row.feature == "meeting_frequency"]

    assert (row.body, row.body_kind) == (None, "partnership")


def test_the_committee_of_another_body_stays_that_of_the_other(code):
    text = "The Health Scrutiny Committee heard this.\n\nThe Committee meets every month."
    rows = [row for row in code(of_alpha(text), "governance") if row.feature == "meeting_frequency"]

    assert "partnership" not in {row.body_kind for row in rows}


def test_a_board_has_one_name_in_a_document(code):
    text = "The Alpha Place Board hears this.\n\nThe Place Board will decide."
    rows = [row for row in code(of_alpha(text), "governance") if row.feature == "board"]

    assert {row.value for row in rows} == {"Alpha Place Board"}


@pytest.mark.parametrize(
    "text",
    [
        "The Place Board has two sub-groups. The Money Group looks at spending. The Care Forum gives advice.",
        "The Place Board has two sub-groups:\n\n- Money Group\n- Care Forum: gives advice",
    ],
)
def test_groups_are_named_after_they_are_announced(code, text):
    rows = [row for row in code(of_alpha(text), "governance") if row.feature == "subcommittees"]

    assert {row.value for row in rows} == {"Money Group", "Care Forum"}


GROUPS = [
    (
        "Our structure in Alpha",
        "Money Group\n\nThe Money Group looks at what services cost.",
        {"Money Group"},
    ),
    ("Our structure in Alpha", "Money Group\n\nEggs are dear.", set()),
    ("Our structure in Alpha", "Scrutiny Committee\n\nThis committee of the council asks questions.", set()),
    ("News of Alpha", "Money Group\n\nThe Money Group looks at what services cost.", set()),
]


@pytest.mark.parametrize(("title", "text", "expected"), GROUPS)
def test_a_page_on_structure_has_groups_for_headings(code, title, text, expected):
    page = f"{title}\n\nThe Alpha partnership joins up health and care with the NHS.\n\n{text}\n"
    rows = [row for row in code(page, "governance") if row.feature == "subcommittees"]

    assert {row.value for row in rows} == expected


@pytest.mark.parametrize("text", ["Board meeting in public", "The Board meets in public every month."])
def test_a_system_papers_own_board_is_no_partnerships(code, text):
    rows = code(f"NHS North Integrated Care Board\n\n{text}\n", "governance")

    assert not {"public_transparency", "meeting_frequency"} & {row.feature for row in rows}


def test_a_yearly_meeting_in_public_is_no_rhythm(code):
    rows = code(of_alpha("The Place Board also meets in public once a year."), "governance")

    assert "meeting_frequency" not in {row.feature for row in rows}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("There will be five Integrated Community Teams in Alpha.", ["planned"]),
        ("Alpha has five integrated community teams.", ["in_place"]),
    ],
)
def test_a_numbered_title_says_no_more_than_the_text_under_it(code, text, statuses):
    minutes = "Alpha Together\n\nThe Board met.\n\n1. Welcome\nAll were welcomed.\n\n"
    rows = code(f"{minutes}2. Integrated Community Teams\n{text} They meet often.\n", "governance")
    assert [row.status for row in rows if row.feature == "integrated_teams"] == statuses
