"""Delegations: what passes, to whom, and how far; an officer who acts at place is no partnership.

An expected row reads `scope:extent:to_kind:status`.
"""

from __future__ import annotations

import pytest

from placebench.model import Delegation

DELEGATIONS = [
    ("No functions have been delegated to the Board.", "functions:none:partnership:absent"),
    (
        "The ICB has not delegated any functions to the partnership and it holds no budget.",
        "budget:none:partnership:absent functions:none:partnership:absent",
    ),
    (
        "The Board has no delegated functions and holds no delegated budget.",
        "budget:none:partnership:absent functions:none:partnership:absent",
    ),
    (
        "The ICB has delegated the community services budget to the Alpha Place Committee.",
        "budget::committee:in_place",
    ),
    (
        "The ICB decided to delegate commissioning of community services to the place from April 2025.",
        "functions::partnership:planned",
    ),
    ("The ICB delegated its budget to the Place Director and not to the Board.", "budget::officer:in_place"),
    (
        "No authority has been delegated to the Alpha Place Committee by the ICB.",
        ":none:committee:absent",
    ),
    (
        "The ICB has not delegated any budget to the Alpha Place Committee.",
        "budget:none:committee:absent",
    ),
    ("Delegation to place is not planned.", ":none:partnership:absent"),
    ("Budgets may be devolved to place in time.", "budget::partnership:option"),
    ("The partnership is likely to be given a delegated budget.", "budget::partnership:emerging"),
    (
        "Responsibility for continuing healthcare has been delegated to the council under section 75.",
        "functions::council:in_place",
    ),
    ("The ICB has agreed to delegate £15m to Alpha from April 2024.", "budget::partnership:planned"),
    ("The Place Committee has delegated authority for primary care.", "decisions::committee:in_place"),
    ("Talks about a small budget for each place have begun.", "budget::partnership:emerging"),
    ("Specialised services are not delegated to the partnership.", "functions:none:partnership:absent"),
    ("No authority had been delegated to this Board.", ":none:partnership:absent"),
    ("Running cost budgets have not been delegated to place.", "budget:none:partnership:absent"),
    ("Commissioning budgets have not been delegated to place.", "budget:none:partnership:absent"),
    ("Hospital contracts have not been delegated to places.", "functions:none:partnership:absent"),
    ("Decisions about beds have not been delegated to place.", "decisions:none:partnership:absent"),
    (
        "Staff and funding have not yet been delegated to place.",
        "budget:none:partnership:absent staff:none:partnership:absent",
    ),
    ("These have not been delegated to place.", ":none:partnership:absent"),
    ("No functions of the ICB pass to the board.", "functions:none:partnership:absent"),
    ("The ICB keeps its functions; none is delegated to the Board.", "functions:none:partnership:absent"),
    ("It was likely that some delegation would follow.", ":partial:partnership:emerging"),
    ("The ICB may delegate functions to it if the partnership agrees.", "functions::partnership:option"),
    ("The Place Lead acts under the ICB's own scheme of delegation.", "::officer:in_place"),
    ("The Place Director can spend up to £100,000 without asking.", "decisions:partial:officer:in_place"),
    (
        "The ICB handed responsibility for a budget of £9 million to Alpha NHS Trust.",
        "budget::provider:in_place",
    ),
    ("The ICB delegated £12.5 million to the Place Committee.", "budget::committee:in_place"),
    ("The committee exercises functions delegated to it by North ICB.", "functions::committee:in_place"),
    ("The Board is not a decision-making body.", "decisions:none:partnership:absent"),
    (
        "Members can draw on the authority that their Boards have given to them for decisions in Alpha.",
        "decisions::None:in_place",
    ),
    ("Decision-making has been devolved to the Board.", "decisions::partnership:in_place"),
    ("The Board discussed whether budgets might be devolved.", "budget::partnership:emerging"),
    (
        "The ICB has delegated to the Place Committee most of its functions, together with the budget.",
        "budget:partial:committee:in_place functions:partial:committee:in_place",
    ),
    ("The ICB has delegated to the Board decisions on spending.", "decisions::partnership:in_place"),
    ("The Place Committee is new. The ICB delegated to it its functions.", "functions::committee:in_place"),
    (
        "The partnership has options: to stay without delegation, to delegate a budget, to delegate in full.",
        ":full:partnership:option :none:partnership:option budget::partnership:option",
    ),
]

NOTHING = [
    "The partnership has its own scheme of delegation.",
    "A scheme of delegation will be drawn up by April.",
    "The ICB's scheme of reservation and delegation sets out the limits.",
    "There is no scheme of delegation for the place.",
    "A scheme of delegation was discussed.",
    "Prescribing was delegated to the practice nurse.",
    "The ICB delegated authority to its Finance Committee.",
    "Members delegated authority to the Chair to sign off the minutes.",
    "Section 65Z5 of the 2022 Act allows bodies to delegate functions to the place.",
    "A nurse may delegate tasks to an assistant.",
    "Signing the agreement was delegated to the Executive Director for Community Services.",
    "Cabinet agreed it, with delegated authority to the Executive Director to finalise the wording.",
    "Authority was delegated to the Director of Adult Services at the council to sign the agreement.",
    "The partnership was asked if it had delegated budgets.",
    "The Scrutiny Committee is not a decision-making body.",
]


def shown(row: Delegation) -> str:
    return f"{row.scope or ''}:{row.extent or ''}:{row.to_kind}:{row.status}"


def of_alpha(sentence: str) -> str:
    return f"Place working in Alpha\n\n{sentence}\n"


@pytest.mark.parametrize(("sentence", "expected"), DELEGATIONS)
def test_what_passes_to_whom(code, sentence, expected):
    rows = code(of_alpha(sentence), "delegations")

    assert " ".join(sorted({shown(row) for row in rows})) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_delegation_to_place(code, sentence):
    assert code(of_alpha(sentence), "delegations") == []


def test_the_giver_and_the_receiver_are_named(code):
    (row,) = code(of_alpha("NHS North ICB delegated the budget to the Alpha Partnership."), "delegations")

    assert (row.from_body, row.to_body) == ("NHS North ICB", "Alpha Partnership")


@pytest.mark.parametrize(("committee", "number"), [("each committee", 0), ("each place committee", 1)])
def test_what_a_system_delegates_to_its_own_committees_is_none_of_a_place(code, committee, number):
    rows = code(f"Governance\n\nNHS North has delegated powers to {committee}.\n", "delegations")

    assert len(rows) == number


def test_who_is_to_delegate_is_not_who_receives(code):
    told = "Alpha is part of the North Health and Care Partnership, which has a commitment to delegate to"
    (row,) = code(of_alpha(f"{told} borough level."), "delegations")

    assert row.to_body is None


def test_any_delegated_functions_are_no_lack_of_them(code):
    assert (
        code(of_alpha("Rules for any delegated responsibilities are in the handbook."), "delegations") == []
    )


def test_the_power_is_read_from_the_section_of_the_act(code):
    (row,) = code(of_alpha("Commissioning was delegated to the council under section 75."), "delegations")

    assert row.power == "s75"


def test_one_officer_or_several_are_the_same_receiver(code):
    text = "The ICB will delegate functions to the Place Director. Functions go through the Place Directors."
    rows = code(f"Place working\n\n{text}\n", "delegations")

    assert {row.to_body for row in rows} == {"Place Director"}


@pytest.mark.parametrize(
    ("sentence", "giver", "kind"),
    [
        (
            "It forms the Alpha Locality Board, with delegated decision-making from North ICB and others.",
            "North ICB",
            "partnership",
        ),
        (
            "A joint committee, with delegated decision making on dentists, serves Alpha.",
            None,
            "committee",
        ),
        (
            "Alpha has a partnership with delegated decision-making powers from the council.",
            "council",
            "partnership",
        ),
    ],
)
def test_a_body_with_delegated_decisions(code, sentence, giver, kind):
    (row,) = code(of_alpha(sentence), "delegations")

    assert (row.scope, row.from_body, row.to_kind) == ("decisions", giver, kind)


def test_officers_with_delegated_decisions_are_no_partnership(code):
    rows = code(of_alpha("The committee of officers with delegated decision-making met."), "delegations")
    assert [row for row in rows if row.to_kind == "partnership"] == []


@pytest.mark.parametrize(
    ("receiver", "told"),
    [
        ("the Gamma Health and Care Partnership Executive", "Gamma Health and Care Partnership Executive"),
        ("the Gamma Health Committee and Care Partnership", "Gamma Health Committee"),
    ],
)
def test_the_receiver_has_its_whole_name(code, receiver, told):
    rows = code(f"North ICB has delegated the budget to {receiver}.", "delegations")
    assert {row.to_body for row in rows} == {told}


def test_what_the_system_delegates_to_the_joint_committee_of_the_papers_place(code):
    told = "NHS North has delegated its £38m budget for community services to the joint committee."
    (row,) = code(f"Alpha Together\n\n{told}\n", "delegations")
    assert (row.place_id, row.scope, row.to_kind) == ("north/alpha", "budget", "committee")


@pytest.mark.parametrize(
    "receiver", ["a joint committee with the council", "the joint committee of the ICB and the council"]
)
def test_a_council_that_shares_the_receiving_committee_receives_nothing_itself(code, receiver):
    told = f"North ICB has delegated its therapy budget to {receiver}."
    rows = code(f"Alpha Together\n\n{told}\n", "delegations")
    assert {row.to_kind for row in rows} == {"committee"}


@pytest.mark.parametrize(
    "text",
    [
        "The Alpha place partnership will not be given a budget.",
        "Alpha Together does not hold a budget of its own.",
        "No budget has been delegated to Alpha Together.",
        "There are no plans to delegate a budget to Alpha Together.",
        "The ICB decided not to give Alpha Together a budget.",
        "The ICB agreed not to devolve budgets to the place boards.",
        "Alpha Together will not hold budgets.",
        "Alpha Together has not been given a budget.",
    ],
)
def test_a_budget_that_is_not_given_or_not_to_be_given_is_none(code, text):
    rows = code(f"Alpha Together: report\n\n{text}\n", "delegations")
    assert {(row.scope, row.extent, row.status) for row in rows} == {("budget", "none", "absent")}


@pytest.mark.parametrize(
    "text",
    [
        "The communications team does not hold a budget of its own.",
        "Alpha Together does not hold a budget for travel.",
        "The board has not received the budget report.",
        "The trust will not be given a budget for the new wing.",
        "The partnership was not given a budget increase.",
        "If the partnership is not given a budget, it cannot act.",
    ],
)
def test_budgets_of_others_and_for_small_things_say_nothing(code, text):
    assert not code(f"Alpha Together: report\n\n{text}\n", "delegations")


def test_what_will_not_be_done_is_no_deliverable(code):
    text = "The ICB will not delegate budgets to Alpha Together in 2025."
    assert not code(f"Alpha Together: report\n\n{text}\n", "milestones", published="2024-05-01")
