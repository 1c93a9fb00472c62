from __future__ import annotations

from placebench.coding import SystemImporter
from placebench.coding.spoken import spoken_of
from placebench.documents import read_document


def test_names_of_a_profile_are_counted_in_title_and_text(profile):
    document = read_document(
        b"Update\n\nAlpha and the North ICB met. Beta was there, and Alpha Together.\n\nAlpha agreed.",
        "paper.txt",
        {"title": "Alpha in spring"},
    )
    found = spoken_of(document, SystemImporter("north", "1", profile))
    assert [(one.kind, one.id, one.count) for one in found] == [
        ("system", "north", 1),
        ("place", "north/alpha", 3),
        ("partnership", "north/alpha", 1),
        ("place", "north/beta", 1),
    ]


def test_another_importer_is_asked_for_its_places(toy):
    found = spoken_of(read_document(b"Update\n\nDale and Ford of Vale. Dale.", "paper.txt"), toy())
    assert [(one.kind, one.id, one.count) for one in found] == [
        ("system", "vale", 1),
        ("place", "vale/dale", 2),
        ("place", "vale/ford", 1),
    ]
