"""The importer author's toolkit: shapes that several publishers use, found with their positions.

Nothing here knows a table of the model or names a system; `placebench.coding` turns shapes into facts.
"""

from __future__ import annotations

from placebench.extract.dates import find_date, parse_date
from placebench.extract.enumerations import items
from placebench.extract.folding import Folded, fold
from placebench.extract.force import force
from placebench.extract.gazetteer import Gazetteer, Mention, Name, gazetteer
from placebench.extract.joined import Joined, join
from placebench.extract.matrix import Matrix, MatrixTheme, matrices
from placebench.extract.organisations import Known, Organisations
from placebench.extract.passages import Line, Passage, lines, passages
from placebench.extract.people import Person, people
from placebench.extract.quantities import bound, number
from placebench.extract.remit_tables import RemitRow, RemitTable, remit_tables
from placebench.extract.sentences import clause_at, sentences

__all__ = [
    "Folded",
    "Gazetteer",
    "Joined",
    "Known",
    "Line",
    "Matrix",
    "MatrixTheme",
    "Mention",
    "Name",
    "Organisations",
    "Passage",
    "Person",
    "RemitRow",
    "RemitTable",
    "bound",
    "clause_at",
    "find_date",
    "fold",
    "force",
    "gazetteer",
    "items",
    "join",
    "lines",
    "matrices",
    "number",
    "parse_date",
    "passages",
    "people",
    "remit_tables",
    "sentences",
]
