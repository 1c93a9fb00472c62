"""Names that a list joins: with a noun in common, with commas of their own, two in one entry."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook
from placebench.coding.members.joined_names import JoinedNames
from placebench.extract.organisations import Organisations
from tests.coding.members.stated import members

BOOK = load_codebook()
JOINED = JoinedNames(BOOK, Organisations((), BOOK.sectors))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Mossley and Ardle County Councils", ("Mossley County Council", "Ardle County Council")),
        ("Mossley City and Ferne District Councils", ("Mossley City Council", "Ferne District Council")),
        ("Mossley, Ferne and Ardle CCGs", ("Mossley CCG", "Ferne CCG", "Ardle CCG")),
        ("Ferne & Ardle Universities", ("Ferne University", "Ardle University")),
        ("acute and mental health trusts", ("acute trusts", "mental health trusts")),
        ("education and parish council leaders", ("education leaders", "parish council leaders")),
        ("North and South Ardle Councils", ("North and South Ardle Councils",)),
        ("Telford and Wrekin Councils", ("Telford and Wrekin Councils",)),
        ("acute and mental health trust", ("acute and mental health trust",)),
        ("Ferne and Ardle Council", ("Ferne and Ardle Council",)),
        ("public and voluntary bodies", ("public bodies", "voluntary bodies")),
        (
            "providers of community and mental health services",
            ("providers of community services", "providers of mental health services"),
        ),
    ],
)
def test_a_noun_in_the_plural_is_that_of_each(said, names):
    assert JOINED.each(said) == names


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        (
            (
                "The partnership includes NHS Mossley, Ferne & Upper Ardle Clinical Commissioning Group"
                " and a GP federation."
            ),
            ["GP federation", "NHS Mossley, Ferne & Upper Ardle Clinical Commissioning Group"],
        ),
        (
            "The partnership includes NHS Southern, Central & Eastern Ardle CCG and the hospices.",
            ["NHS Southern, Central & Eastern Ardle CCG", "hospices"],
        ),
        (
            (
                "Ann Lee, chief executive of Mid and South West Ardle NHS Foundation Trust, a mental"
                " health trust that is"
                " part of Alpha Together, agreed."
            ),
            ["Mid and South West Ardle NHS Foundation Trust"],
        ),
        (
            "The partnership brings together the acute, community and mental health trusts and the police.",
            ["acute trusts", "community trusts", "mental health trusts", "police"],
        ),
        (
            "The partnership brings together GPs and the faith, charity and social enterprise sectors.",
            ["GPs", "faith, charity and social enterprise sectors"],
        ),
        (
            (
                "The partnership brings together the council, Mossley City Council, the police and the"
                " fire service."
            ),
            ["Mossley City Council", "fire service", "police"],
        ),
        (
            (
                "The partnership brings together the police and the hospital trusts (Mossley NHS Trust and"
                " Ferne NHS Trust)."
            ),
            ["Ferne NHS Trust", "Mossley NHS Trust", "police"],
        ),
        (
            (
                "The partnership brings together three large hospital trusts, seven hospices and a vibrant"
                " voluntary sector."
            ),
            ["seven hospices", "three hospital trusts", "voluntary sector"],
        ),
        (
            (
                "The partnership brings together GPs and Ferne Council for dementia, frailty and mental"
                " health services."
            ),
            ["Ferne Council", "GPs"],
        ),
        (
            "The partnership includes community colleagues at Ferne NHS Trust, Age UK Alpha staff and GPs.",
            ["Age UK Alpha", "Ferne NHS Trust", "GPs"],
        ),
        (
            (
                "The partnership brings together GPs, hospices working in the north and private and voluntary"
                " organisations in Alpha."
            ),
            ["GPs", "hospices", "voluntary organisations"],
        ),
        (
            "The partnership includes stakeholders from the housing sector and services run by the council.",
            ["council", "housing sector"],
        ),
    ],
)
def test_names_in_a_sentence_are_whole_and_apart(code, text, organisations):
    assert [name for name, _, _ in members(code, text)] == organisations


def test_an_entry_that_is_two_names_is_two_members(code):
    listed = "- Ferne University and Ardle University\n- Jo Bell, Ferne and Ardle Councils\n"
    text = f"Members of the board\n\n{listed}"

    assert [name for name, _, _ in members(code, text)] == [
        "Ardle University",
        "Ferne University",
        "Ferne and Ardle Councils",
    ]


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        (
            "Alpha Together is joint work of some - including the council, GPs, universities and police.",
            [],
        ),
        ("The partnership brings together the council, universities and GPs.", ["council", "universities"]),
    ],
)
def test_what_a_list_names_is_not_told_again_in_general(code, sentence, again):
    listed = "- Mossley Council\n- Ferne Hospitals NHS Trust\n- Alpha CVS\n- Ardle University\n"
    named = {name for name, _, _ in members(code, f"{sentence}\n\nOur members:\n\n{listed}")}

    assert {"GPs", "Mossley Council", "Ardle University"} <= named
    assert sorted(named & {"council", "universities"}) == again


@pytest.mark.parametrize(
    ("entry", "organisations"),
    [
        ("Ann Tee - Strategic Director, Resident Services", []),
        ("Ann Tee, Head of Patient Safety, Ferne NHS Trust", ["Ferne NHS Trust"]),
        ("Ann Tee - Executive Director of Adult Social Care", ["Executive Director of Adult Social Care"]),
    ],
)
def test_a_unit_that_serves_patients_is_no_patient(code, entry, organisations):
    text = f"Members of the board\n\n- {entry}\n- Jo Bell, Alpha Council\n- Sam Reed, GP federation\n"

    named = {name for name, _, _ in members(code, text)} - {"Alpha Council", "GP federation"}
    assert named == set(organisations)
