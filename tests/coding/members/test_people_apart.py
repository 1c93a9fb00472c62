"""Those present whom one line names one after another: what stands with one is not another's."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import MINUTES, members

LINES = {
    "Dr Jo Bell (Chair), Kit Moor, Ann Dale (Alpha Hospice)": (None, ["Alpha Hospice"]),
    "Jo Bell (Chair); Ann Dale, Alpha Hospice": (None, ["Alpha Hospice"]),
    "Jo Bell (Chair) and Ann Dale (Alpha Hospice)": (None, ["Alpha Hospice"]),
    "Jo Bell (Chair), Sound NHS Trust, Ann Dale (Alpha Hospice)": (
        "Sound NHS Trust",
        ["Alpha Hospice", "Sound NHS Trust"],
    ),
    "Ann Dale, Alpha Hospice, Jo Bell (Chair)": (None, ["Alpha Hospice"]),
    "Jo Bell (Chair), Finance Director, Alpha Hospice": ("Alpha Hospice", ["Alpha Hospice"]),
}


@pytest.mark.parametrize("label", ["Present:\n", "Present: ", "Members present\n"])
@pytest.mark.parametrize(("line", "told"), LINES.items(), ids=LINES)
def test_organisation_is_of_the_person_it_stands_with(code, label, line, told):
    text = f"{MINUTES}{label}{line}\n\n1. Welcome\n"
    (chair,) = [row for row in code(text, "roles") if row.role == "chair"]
    named = [name for name, _, _ in members(code, text, "")]
    assert (chair.holder.removeprefix("Dr "), chair.organisation, named) == ("Jo Bell", *told)


def test_two_who_share_a_post_stay_one_entry(code):
    text = f"{MINUTES}Present:\nJo Bell and Ann Dale, Alpha Hospice\n\n1. Welcome\n"
    assert members(code, text, "") == [("Alpha Hospice", "vcse", "in_place")]
