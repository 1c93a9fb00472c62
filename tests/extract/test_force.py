"""Force: how far a clause says that a thing, in brackets here, is there."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.extract.force import force

STATED = [
    ("The partnership has [a shared vision].", "in_place"),
    ("The Board will continue to meet [monthly].", "in_place"),
    ("The chair will remain [independent].", "in_place"),
    ("[The board] replaced the shadow board in 2022.", "in_place"),
    ("The board not only has [a plan], it uses it.", "in_place"),
    ("The review took place in May 2023 and [a plan] was agreed.", "in_place"),
    ("The paper was approved without discussion of [the plan].", "in_place"),
    ("The group developed a plan to find people and [a forum].", "in_place"),
    ("It was replaced by [an alliance].", "in_place"),
    ("The group would go on meeting [weekly].", "in_place"),
    ("Two [chairs] were confirmed, in line with the preferred model.", "in_place"),
    ("Partners will work towards one [vision].", "in_place"),
]
ABSENT = [
    ("There is no [joint committee].", "absent"),
    ("Partners have not yet agreed [a shared vision].", "absent"),
    ("[Terms of reference] have not been agreed.", "absent"),
    ("The board is not [a committee of the ICB].", "absent"),
    ("Partners considered [a lead provider] and rejected it.", "absent"),
    ("They decided against [a joint committee].", "absent"),
    ("There are no plans for [a pooled budget].", "absent"),
    ("Without [a pooled budget] little can change.", "absent"),
    ("Blackpool has [a plan].", "in_place"),
    ("[A lead provider] was examined and set aside.", "absent"),
    ("The proposal for [a pooled budget] was dropped.", "absent"),
]
ENDED = [
    ("[The alliance] was wound up in 2021.", "ended"),
    ("[The pooled fund] no longer exists.", "ended"),
    ("The board used to meet [weekly].", "ended"),
    ("The board met [weekly] during the pandemic.", "ended"),
    ("[The lead provider model] was abandoned.", "ended"),
    ("It replaces the [memorandum of 2021].", "ended"),
]
OPTIONS = [
    ("The board may become [a joint committee].", "option"),
    ("[A joint committee] is one possibility.", "option"),
    ("Members compared the merits of [a joint committee].", "option"),
    ("Somebody wondered whether [a lead provider] would help.", "option"),
    ("[A joint committee] would follow if the council agreed.", "option"),
    ("Witnesses called for [a pooled budget].", "option"),
    ("[A joint committee] would be looked at from April.", "option"),
    ("Members agreed to explore [a lead provider].", "option"),
]
EMERGING = [
    ("[A joint committee] is being developed.", "emerging"),
    ("[A memorandum] is subject to approval.", "emerging"),
    ("Partners are in discussions about [a pooled budget].", "emerging"),
    ("The ICB is considering whether to have [a lead provider].", "emerging"),
    ("We want to extend [the pool].", "emerging"),
    ("[The agreement] is awaiting signature.", "emerging"),
    ("We are exploring [a lead provider].", "emerging"),
]
EXPECTED = [
    ("Partnerships must have [a scheme of delegation].", "expected"),
    ("Each place should agree [a plan].", "expected"),
    ("Places will need to have [a board].", "expected"),
    ("Each place board will publish [a plan].", "expected"),
    ("The board shall meet [monthly].", "expected"),
]
PLANNED = [
    ("Proposals will be considered by [the joint committee].", "emerging"),
    ("The board will adopt [a scheme of delegation] by June.", "planned"),
    ("The ICB decided to delegate [a budget] from April.", "planned"),
    ("It was reported that [a chair] would be appointed.", "planned"),
    ("An [independent chair] is being recruited.", "planned"),
    ("Partners plan to launch [a shared record].", "planned"),
    ("The work plan for 2024 names [two priorities].", "in_place"),
]
SHADOW = [
    ("[The board] runs in shadow form.", "shadow"),
    ("A shadow [place board] has met twice.", "shadow"),
    ("After a year as a shadow board [the board] meets formally.", "in_place"),
]
NOTHING = [
    ("The ICB chose a forum rather than [a joint committee].", "none"),
    ("Unlike [the joint committee] this has no vote.", "none"),
]
CLAUSES = [
    ("There is no chair, but [the board] meets monthly.", "in_place"),
    ("The board has no budget and meets [monthly].", "in_place"),
    ("The board may change; [its plan] is agreed.", "in_place"),
    ("[A joint committee] is drafted and is subject to approval.", "emerging"),
    ("Members weighed up the two options: [a forum] and a committee.", "option"),
    ("The options are: a joint committee; a forum; [a lead provider].", "option"),
    ("The board has a budget: it is pooled; [a plan] is agreed.", "in_place"),
    ("[The plan] is agreed (a second one may follow next year).", "in_place"),
]


def status(sentence: str, *leads: str) -> str:
    start = sentence.index("[")
    end = sentence.index("]") - 1
    plain = sentence.replace("[", "").replace("]", "").lower()
    return force(plain, start, end, load_codebook(), leads)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*STATED, *ABSENT, *ENDED, *OPTIONS, *EMERGING, *EXPECTED, *PLANNED, *SHADOW, *NOTHING, *CLAUSES],
)
def test_the_words_of_the_clause_decide(sentence, expected):
    assert status(sentence) == expected


@pytest.mark.parametrize(
    ("lead", "item", "expected"),
    [
        ("the partnership has:", "[a plan]", "in_place"),
        ("options for the future are:", "[a joint committee]", "option"),
        ("each partnership must have:", "[a plan]", "expected"),
        ("options for the future are:", "[a lead provider], which was rejected earlier", "option"),
        ("the partnership will have:", "[a plan], though it may take two years", "planned"),
        ("each partnership must have:", "no [plan] as yet", "absent"),
    ],
)
def test_an_item_takes_the_force_of_its_list_unless_it_says_something_stronger(lead, item, expected):
    assert status(item, lead) == expected


def test_what_a_requirement_will_include_is_required_too():
    assert status("[a plan]", "this will include:", "each partnership must have the following:") == "expected"
