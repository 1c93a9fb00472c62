"""Values that are worked out once and kept."""

from __future__ import annotations

from placebench.documents.pdf.kept import kept


class Sheet:
    def __init__(self) -> None:
        self.asked = 0

    @kept
    def words(self) -> list[str]:
        """The words."""
        self.asked += 1
        return ["place"]


def test_a_value_is_worked_out_when_it_is_first_asked_for() -> None:
    sheet = Sheet()
    assert sheet.asked == 0
    assert sheet.words is sheet.words
    assert sheet.asked == 1


def test_each_instance_keeps_its_own() -> None:
    assert Sheet().words is not Sheet().words


def test_a_class_shows_what_a_value_says() -> None:
    assert Sheet.words.__doc__ == "The words."
