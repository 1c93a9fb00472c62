"""What an assessment workbook is for, before anybody fills it in, and what it says of itself after."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from placebench.assessment import template as t
from placebench.assessment.framework import MaturityFramework
from placebench.assessment.sheets import SheetView, sheets_of
from placebench.documents import Document
from placebench.errors import DocumentError, UsageError
from placebench.model import Place, System
from placebench.nearest import did_you_mean

KINDS = ("self", "peer")
"""Kinds of assessment that people fill in."""


@attrs.frozen
class Form:
    """A workbook to write.

    Attributes:
        framework: The framework.
        system: The system.
        places: Its places, a sheet each.
        kind: `self` or `peer`.
        assessors: How many assessors fill in each sheet, side by side.

    Raises:
        UsageError: There are no places, or the kind is none of `KINDS`.
    """

    framework: MaturityFramework
    system: System
    places: Sequence[Place]
    kind: str = "self"
    assessors: int = 1

    def __attrs_post_init__(self) -> None:
        if not self.places:
            raise UsageError("at least one place", "none")
        if self.kind not in KINDS:
            raise UsageError(" or ".join(KINDS), f"“{self.kind}”")


@attrs.frozen(eq=False)
class FilledForm:
    """A workbook that came back.

    Attributes:
        about: The sheet that says what it is.
        framework_sheet: The sheet with the framework.
        places: The sheets of places.
    """

    about: SheetView
    framework_sheet: SheetView
    places: tuple[SheetView, ...]

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The places that the workbook was written for.

        Raises:
            DocumentError: It does not say.
        """
        return tuple(self.about.needed(t.PLACE_IDS_LABEL).split(", "))

    @property
    def kind(self) -> str:
        """`self` or `peer`.

        Raises:
            DocumentError: It is neither.
        """
        said = self.about.needed(t.KIND_LABEL)
        if said not in KINDS:
            at = self.about.beside(t.KIND_LABEL)
            raise self.about.error(" or ".join(KINDS), f"“{said}”", at, did_you_mean(said, KINDS))
        return said


def filled_form(document: Document) -> FilledForm | None:
    """Return a document as the workbook that it is, or None where it is none.

    Raises:
        DocumentError: A sheet is missing, or the workbook is of another version.
    """
    sheets = sheets_of(document)
    about = next((one for one in sheets if one.said(t.TEMPLATE_LABEL) == t.TEMPLATE), None)
    if about is None:
        if _was_one(sheets):
            expected = f"the sheet that says “{t.TEMPLATE_LABEL}: {t.TEMPLATE}”"
            hint = "show it, if it is hidden, or add it from the empty workbook"
            raise DocumentError(expected, "none", where=document.path, hint=hint)
        return None
    version = about.needed(t.VERSION_LABEL)
    if version != t.VERSION:
        at = about.beside(t.VERSION_LABEL)
        hint = "write a new workbook with `placebench workbook`, and copy the answers into it"
        raise about.error(f"template version {t.VERSION}", f"“{version}”", at, hint)
    framework = next((one for one in sheets if one.find(t.FRAMEWORK_COLUMNS[-1]) is not None), None)
    if framework is None:
        expected = f"a sheet with the columns {', '.join(t.FRAMEWORK_COLUMNS)}"
        raise DocumentError(expected, "none", where=document.path, hint="add it from the empty workbook")
    places = tuple(one for one in sheets if one.find(t.PLACE_ID_LABEL) is not None)
    return FilledForm(about, framework, places)


def _was_one(sheets: Sequence[SheetView]) -> bool:
    """Tell whether sheets hold a framework and a place as those of a workbook do."""
    framework = any(all(one.find(name) is not None for name in t.FRAMEWORK_COLUMNS) for one in sheets)
    return framework and any(one.find(t.PLACE_ID_LABEL) is not None for one in sheets)
