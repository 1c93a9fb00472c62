"""A text that ends in the middle of a word: the name that it ends within is none."""

from __future__ import annotations

import pytest

from placebench.coding.cut_off import without_cut_names
from placebench.coding.system_importer import CODERS
from placebench.importer import Fact

LONG = "The Alpha Health and Care Partnership brings together hospitals, GP practices, Alpha Council"


def organisations(read, text):
    reading = read(text)
    found = without_cut_names(reading, CODERS["memberships"](reading))
    return {one.row.organisation for one in found if isinstance(one, Fact)}


@pytest.mark.parametrize(
    "cut", ["mental health servic", "the community tru", "social ca", "Healthwatch Alph"]
)
def test_the_last_name_of_a_text_that_breaks_off_is_no_member(read, cut):
    found = organisations(read, f"{LONG} and {cut}")
    assert "Alpha Council" in found
    assert cut.removeprefix("the ") not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{LONG} and mental health services", "mental health services"),
        (f"{LONG} and Healthwatch Alpha", "Healthwatch Alpha"),
        (f"{LONG} and Redlake Hospice.", "Redlake Hospice"),
        (
            "Members of the Alpha Partnership:\n\n- Alpha Council\n- Alpha NHS Trust\n- Age UK Redlake",
            "Age UK Redlake",
        ),
    ],
)
def test_a_whole_name_at_the_end_of_a_text_is_kept(read, text, name):
    assert name in organisations(read, text)
