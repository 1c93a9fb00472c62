from __future__ import annotations

import pytest

from placebench.nearest import did_you_mean, file_beside, nearest, such_as

KNOWN = ("Oxfordshire", "Buckinghamshire", "Berkshire West")


@pytest.mark.parametrize(
    ("found", "near"),
    [
        ("oxfordshire", ["Oxfordshire"]),
        ("OXFORSHIRE", ["Oxfordshire"]),
        ("Buckingham", ["Buckinghamshire"]),
        ("zzz", []),
    ],
)
def test_capitals_and_slips_do_not_hide_a_name(found, near):
    assert nearest(found, KNOWN, most=1) == near


PLACES = ("bob/oxfordshire", "bob/berkshire-west", "devon/north", "essex/north", "essex/mid")


@pytest.mark.parametrize(
    ("found", "near"),
    [
        ("bob/oxfrdshire", ["bob/oxfordshire"]),
        ("oxfordshire", ["bob/oxfordshire"]),
        ("essex/nort", ["essex/north", "devon/north"]),
        ("bob/swindon", []),  # of a known system, but like none of its places
    ],
)
def test_the_last_part_of_an_identifier_must_be_alike(found, near):
    assert nearest(found, PLACES) == near


def test_the_same_names_give_the_same_hint_in_any_order():
    assert nearest("shire", KNOWN) == nearest("shire", reversed(KNOWN))


def test_something_is_named_where_nothing_is_near():
    assert such_as("zzz", KNOWN) == "Berkshire West, Buckinghamshire, Oxfordshire"
    assert did_you_mean("zzz", KNOWN) is None
    assert did_you_mean("zzz", KNOWN, otherwise="see the list") == "see the list"
    assert did_you_mean("oxfordshir", KNOWN) == "did you mean Oxfordshire?"


def test_a_file_of_the_same_ending_beside_it_is_named(tmp_path):
    (tmp_path / "devon.toml").touch()
    (tmp_path / "devno.csv").touch()
    assert file_beside(tmp_path / "devno.toml") == f"did you mean {tmp_path / 'devon.toml'}?"
    assert file_beside(tmp_path / "none" / "devon.toml", otherwise="write one") == "write one"
