"""Word documents made for a test by python-docx, with XML of their own where it has no way to say it."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from placebench.documents import Document, read_document
from tests.documents.soundness import check


def read(word: WordDocument, name: str = "plan.docx") -> Document:
    file = io.BytesIO()
    word.save(file)
    document = read_document(file.getvalue(), name)
    check(document)
    return document


def of_body(*elements: str) -> WordDocument:
    """Return a document with these elements of WordprocessingML in its body."""
    word = docx.Document()
    last = word.element.body[-1]
    for element in elements:
        last.addprevious(xml(element))
    return word


def xml(element: str):
    start, close, rest = element.partition(">")
    slash = "/" if start.endswith("/") else ""
    return parse_xml(f"{start.removesuffix('/')} {nsdecls('w', 'wp', 'a', 'r')} {MORE}{slash}{close}{rest}")


MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, text: str, *more: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{"".join(more)}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{360 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def add_list(
    word: WordDocument, number: int, *levels: str, overrides: str = "", of: int | None = None
) -> None:
    """Add a list with a number of its own; `of` makes it a restart or continuation of another."""
    numbering = word.part.numbering_part.element
    first = next(iter(numbering.iterchildren("{*}num")))
    if of is None:
        first.addprevious(xml(f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'))
    abstract = number if of is None else of
    numbering.append(
        xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>')
    )


def seen(document: Document, *kinds: str) -> list[tuple[str | None, int | None, str]]:
    """Return label, level and content of the blocks of some kinds."""
    return [(b.label, b.level, document.at(b.content)) for b in document.blocks if b.kind in kinds]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.at(block.content)) for block in document.blocks]


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]
