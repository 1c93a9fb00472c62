"""Posts that nobody holds, that are advertised, and that the sentence before speaks of."""

from __future__ import annotations

import pytest

from tests.coding.members.stated import HEAD


def roles(code, text, head=HEAD):
    return {(row.role, row.holder, row.status) for row in code(head + text, "roles")}


@pytest.mark.parametrize(
    "text",
    [
        "The partnership has two vacancies: a programme director and a vice chair.\n",
        "Two posts in the partnership are vacant. These are the programme director and the vice chair.\n",
    ],
)
def test_posts_that_are_vacant(code, text):
    assert roles(code, text) == {("programme_director", None, "absent"), ("vice_chair", None, "absent")}


def test_vacant_posts_of_others(code):
    assert roles(code, "The hospital's board has two vacancies: a vice chair and a nurse.\n") == set()


ADVERT = "VACANCY\nJob title: {title}\nWhere: {where}\n\n{more}\n"


def test_an_advert_tells_of_the_post_and_of_who_left_it(code):
    more = "After the retirement of Dr Omar Bell, who held this post for years, we look for a colleague."
    text = ADVERT.format(title="Clinical Lead", where="Alpha Together", more=more)
    assert roles(code, text, head="") == {
        ("clinical_lead", None, "planned"),
        ("clinical_lead", "Dr Omar Bell", "ended"),
    }


def test_an_advert_of_another_that_speaks_of_the_partnership(code):
    more = "Whoever we appoint will often work with Alpha Together."
    text = ADVERT.format(title="Clinical Lead, Stroke Unit", where="Sound Hospitals NHS Trust", more=more)
    assert roles(code, text, head="") == set()


@pytest.mark.parametrize(
    "behind",
    ["She is Jo Bell, from the council.", "Her name is Jo Bell.", "The job is held by Jo Bell."],
)
def test_who_holds_the_post_that_the_sentence_before_speaks_of(code, behind):
    text = f"The partnership has had a Programme Director since May. {behind}\n"
    assert ("programme_director", "Jo Bell", "in_place") in roles(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The trust's new Clinical Director spoke. She is Jo Bell.\n",
        "Ann Dale is the Programme Director of the partnership. Her name is Jo Bell.\n",
        "The partnership met in May. She is Jo Bell.\n",
    ],
)
def test_somebody_who_is_not_the_one_spoken_of(code, text):
    assert not any(holder == "Jo Bell" for _, holder, _ in roles(code, text))


def test_a_name_behind_a_post_is_its_holder(code):
    both = "The chair of the council, Ann Dale, and the trust's director, Omar Bell,"
    told = roles(code, f"{both} are co-chairs of Alpha Together.\n")
    assert told == {
        ("co_chair", "Ann Dale", "in_place"),
        ("co_chair", "Omar Bell", "in_place"),
    }


def test_who_follows_the_chair_of_the_body_named_before(code):
    text = "Alpha Together is to change. Its chair, Ann Dale, will retire in May."
    told = roles(code, f"{text} She will be followed by Jo Bell.\n")
    assert told == {
        ("chair", "Ann Dale", "in_place"),
        ("chair", "Jo Bell", "planned"),
    }
