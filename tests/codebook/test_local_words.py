"""Words of one system for its bodies: what its partnerships are called, and what only sounds like one."""

from __future__ import annotations

import pytest

from placebench.codebook import load_codebook, parse_profile
from placebench.coding import SystemImporter
from placebench.coding.examples import ExampleReader
from placebench.errors import CodebookError
from placebench.model import Governance

SYSTEM = """
[system]
id = "vale"
name = "Vale"

[[place]]
id = "dale"
name = "Dale"
"""


def rhythm(words: str, text: str) -> list[tuple[str | None, str | None]]:
    """Body kind and value of each rhythm that a text gives in a system with these words."""
    profile = parse_profile("vale.toml", f"{SYSTEM}\n[words]\n{words}".encode())
    book = load_codebook((profile.words,) if profile.words else ())
    rows = [row for row in ExampleReader(book).rows(text, "governance") if isinstance(row, Governance)]
    return [(row.body_kind, row.value) for row in rows if row.feature == "meeting_frequency"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('partnership = ["place forum"]', "partnership"),
        ('system = ["place forum"]', "system"),
        ('partner = ["Place Forum"]', "partner"),
        ('subgroup = ["place forum"]', "subgroup"),
    ],
)
def test_a_body_is_what_the_system_means_by_its_word(words: str, kind: str) -> None:
    assert rhythm(words, "Alpha plans care. The place forum meets every month.") == [(kind, "monthly")]


def test_other_words_mean_what_they_mean_elsewhere() -> None:
    text = "The Alpha place-based partnership meets every month."
    assert rhythm('system = ["place forum"]', text) == rhythm("", text) == [("partnership", "monthly")]


def test_an_importer_reads_by_the_words_of_its_profile() -> None:
    profile = parse_profile("vale.toml", f'{SYSTEM}\n[words]\nsystem = ["place forum"]'.encode())
    importer = SystemImporter("vale", "1.0", profile)
    assert importer.codebook.digest != load_codebook().digest
    assert importer.version == "1.0"
    plain = SystemImporter("vale", "1.0", parse_profile("vale.toml", SYSTEM.encode()))
    assert plain.codebook is load_codebook()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('partnerships = ["x"]', "vale.toml, line 11: expected one of .* found the key partnerships"),
        ('system = "x"', "vale.toml, line 11: expected a list of texts"),
        ('system = ["x"]\npartner = ["X"]', "vale.toml, line 12: expected each of the words for one kind"),
    ],
)
def test_faults_are_told_with_their_line(words: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        parse_profile("vale.toml", f"{SYSTEM}\n[words]\n{words}".encode())
