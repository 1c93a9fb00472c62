"""Lists of organisations that no cue tells: members where the points of their signs reach the threshold."""

from __future__ import annotations

import pytest

from placebench.coding.members.scored_members import scores

RULE = "memberships.signs"
FOUR = "Alpha Council, Alpha Hospital NHS Foundation Trust, Healthwatch Alpha and Age UK Alpha"
PAGE = "Alpha Together\n\nAlpha Together is a vanguard.\n\n"


def told(code, text, **metadata):
    return sorted(row.organisation for row in code(text, "memberships", **metadata) if row.rule == RULE)


def points(read, text, **metadata):
    ((_, scored),) = scores(read(text, **metadata))
    return scored.points


@pytest.mark.parametrize(
    "sentence",
    [
        f"Our vanguard stands on these shoulders: {FOUR}.",
        f"{FOUR} pool what they know in the care organisation.",
        f"The programme board was an idea of {FOUR}.",
    ],
)
def test_a_list_of_several_sectors_on_the_page_of_a_partnership(code, sentence):
    assert told(code, PAGE + sentence) == [
        "Age UK Alpha",
        "Alpha Council",
        "Alpha Hospital NHS Foundation Trust",
        "Healthwatch Alpha",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"The ICB works closely with staff of {FOUR}.",
        f"The review was published after conversations with {FOUR}.",
        f"The manager exists so that {FOUR} hear of us.",
        f"Patients were referred to a clinic by {FOUR}, who provide services.",
        "Alpha Council, Beta Council and Gamma Council mow the lawns.",
        "Our hub lies between Alpha Council and Age UK Alpha.",
        f"North Integrated Care Board was shaped by {FOUR}.",
    ],
)
def test_signs_against_outweigh_the_sectors(code, sentence):
    assert told(code, PAGE + sentence) == []


def test_the_same_list_on_a_page_of_others_is_none(code):
    sentence = f"Our vanguard stands on these shoulders: {FOUR}."
    title = "Health and Wellbeing Board and Scrutiny Committee"
    assert told(code, f"{title}\n\nMinutes\n\n{sentence}", title=title) == []


def test_a_list_of_the_system_is_given_to_no_place(code):
    sentence = "It will be an equal partnership of the NHS, councils, Healthwatch and charities."
    assert told(code, f"North ICS\n\n{sentence}", title="North Integrated Care System") == []


def test_what_a_cue_tells_is_left_to_the_cue(code):
    rows = code(f"{PAGE}Members of Alpha Together are {FOUR}.", "memberships")
    assert len(rows) == 4
    assert all(row.rule != RULE for row in rows)


def test_the_note_names_the_points_and_the_signs(code):
    rows = code(f"{PAGE}Our vanguard stands on these shoulders: {FOUR}.", "memberships")
    assert {row.basis for row in rows} == {"stated"}
    assert "points of 18: two_sectors +3, three_sectors +3, four_sectors +5" in rows[0].note


def test_lines_below_a_heading_count_as_one_list(code):
    lines = "\n".join(f"- {name}" for name in FOUR.replace(" and ", ", ").split(", "))
    text = f"{PAGE}The vanguard's shoulders\n\n{lines}\n"
    assert len(told(code, text)) == 4


def test_a_list_of_services_in_lines_is_none(code):
    services = (
        "Community health care",
        "GP and wider primary care",
        "Social care and housing",
        "Public health",
    )
    lines = "\n".join(f"- {each}." for each in services)
    assert told(code, f"{PAGE}Alpha Together gives partners these:\n\n{lines}") == []


def test_more_sectors_never_lower_the_points(read):
    two, three, four = (
        points(read, f"{PAGE}Here are {names}.")
        for names in (
            "Alpha Council and Age UK",
            "Alpha Council, Age UK and Healthwatch",
            "Alpha Council, Age UK, Healthwatch and Alpha Hospital",
        )
    )
    assert two < three < four


@pytest.mark.parametrize(
    ("told_as", "name"),
    [
        ("Alpha GP Alliance (represents 23 of 26 practices)", "Alpha GP Alliance"),
        ("Alpha Hospital NHS Trust (the local acute trust)", "Alpha Hospital NHS Trust"),
        ("Alpha Council (ABC)", "Alpha Council (ABC)"),
    ],
)
def test_what_brackets_tell_of_a_member_is_no_part_of_its_name(code, told_as, name):
    rows = code(f"Members of the Alpha partnership are {told_as} and the police.", "memberships")
    assert name in {row.organisation for row in rows}
