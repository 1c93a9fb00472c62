"""The reader of Word documents (.docx)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from placebench.documents import media
from placebench.documents.counting import MOST_ROMAN, in_superscript, roman
from placebench.documents.office.metadata import office_metadata
from placebench.documents.office.package import Package, Relation
from placebench.documents.reading import Reading, joined
from placebench.documents.word.layout import HEADER, WordLayout
from placebench.documents.word.numbering import Numbering
from placebench.documents.word.plain import read_typed
from placebench.documents.word.styles import Styles
from placebench.documents.word.xml import attribute, child, children, flattened, name, relation_id

_MAIN = "word/document.xml"
_UNREAD = {
    "relIds": "diagrams (SmartArt)",
    "chart": "charts",
    "OLEObject": "embedded objects",
    "altChunk": "documents within the document",
}
_UNSEEN_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(data: bytes, name: str) -> Reading:
    """Read a Word document.

    Labels of lists and headings are counted as Word counts them and stand before their text. Tracked
    insertions are kept and deletions left out; a footnote follows the paragraph or table that refers to it.
    Headers are furniture at the beginning, footers at the end. A document of nothing but typed lines is read
    as plain text.

    Raises:
        UnreadableDocument: The file is damaged, encrypted, too large, or made to do harm.
    """
    return _WordFile(Package(data, name, media.DOCX)).read()


class _WordFile:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main or _MAIN
        self._relations = package.relations(self._main)
        self._styles = Styles(self._part("styles"))
        self._notes = {kind: self._note_elements(kind) for kind in ("footnote", "endnote")}

    def read(self) -> Reading:
        body = child(self._package.xml(self._main), "body")
        if body is None:
            raise self._package.refusal(f"no body in {self._main!r}")
        content = read_typed(body, self._styles) or self._laid_out(body)
        parts = joined((self._furniture(body, "header"), content, self._furniture(body, "footer")))
        about = _of_kind(self._package.relations(""), "core-properties")
        metadata = {**content.metadata, **office_metadata(self._xml(about))}
        return attrs.evolve(parts, metadata=metadata, warnings=_unread(body))

    def _laid_out(self, body: etree._Element) -> Reading:
        layout = WordLayout(self._styles, Numbering(self._part("numbering"), self._styles))
        counts = dict.fromkeys(self._notes, 0)
        for element in flattened(body):
            layout.add_element(element)
            while layout.notes:
                named, layout.notes = layout.notes, []
                for kind, identifier in named:
                    note = self._notes[kind].pop(identifier, None)
                    if note is not None:
                        counts[kind] += 1
                        layout.add_note(note, _mark(kind, counts[kind]))
        read = layout.finish()
        return attrs.evolve(read, metadata={"title": layout.title}) if layout.title else read

    def _furniture(self, body: etree._Element, kind: str) -> Reading:
        """Read the headers or footers of all sections, each wording once."""
        found: dict[str, Reading] = {}
        for target in self._furniture_parts(body, kind):
            layout = WordLayout(self._styles, Numbering(None, self._styles))
            layout.add(self._package.xml(target), HEADER)
            reading = layout.finish()
            found.setdefault(reading.text, reading)
        return joined(found.values())

    def _furniture_parts(self, body: etree._Element, kind: str) -> Iterator[str]:
        seen: set[str] = set()
        for section in body.iter(f"{{{body.nsmap[body.prefix]}}}sectPr"):
            for reference in children(section, f"{kind}Reference"):
                relation = self._relations.get(relation_id(reference))
                if relation and relation.target in self._package and relation.target not in seen:
                    seen.add(relation.target)
                    yield relation.target

    def _note_elements(self, kind: str) -> dict[str, etree._Element]:
        root = self._part(f"{kind}s")
        notes = children(root, kind) if root is not None else ()
        return {
            attribute(note, "id") or "": note
            for note in notes
            if attribute(note, "type") not in _UNSEEN_NOTES
        }

    def _part(self, kind: str) -> etree._Element | None:
        return self._xml(_of_kind(self._relations, kind))

    def _xml(self, relation: Relation | None) -> etree._Element | None:
        known = relation is not None and relation.target in self._package
        return self._package.xml(relation.target) if relation and known else None


def _unread(body: etree._Element) -> tuple[str, ...]:
    """Return what the body holds that has words of its own and is not read."""
    found = set(map(name, body.iter(tag=etree.Element)))
    kinds = [said for tag, said in _UNREAD.items() if tag in found]
    return (f"{' and '.join(kinds)} were not read; save it as PDF to have their words read",) if kinds else ()


def _of_kind(relations: Mapping[str, Relation], kind: str) -> Relation | None:
    return next((one for one in relations.values() if one.kind == kind), None)


def _mark(kind: str, count: int) -> str:
    if kind == "endnote" and count <= MOST_ROMAN:
        return roman(count)
    return in_superscript(str(count))
