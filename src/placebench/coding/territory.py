"""Which parts of a document speak of a system's place partnerships, if any do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from placebench.codebook import Codebook
from placebench.documents import HEADING, Document, Span
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM, Gazetteer
from placebench.extract.passages import Line, lines

_TITLE_LINES = 5
_FEW_ELSEWHERE = 2
_FEWEST_HEALTH_WORDS = 3
_FEWEST_JOINT_WORDS = 3
_OTHER_WORDS_PER_HEALTH_WORD = 1.0


@attrs.frozen
class Territory:
    """The parts of a document that speak of a system.

    Attributes:
        spans: The parts; empty where nothing does.
        whole: Whether the document as a whole is about the system.
        places: place_ids that they name.
        why: What was recognised, for people.
    """

    spans: tuple[Span, ...]
    whole: bool
    places: tuple[str, ...]
    why: str


NOWHERE = Territory((), whole=False, places=(), why="")


def territory(document: Document, names: Gazetteer, codebook: Codebook) -> Territory:
    """Return the parts of a document that speak of the place partnerships of the system of these names."""
    all_lines = lines(document)
    if not _about_care(document, codebook):
        return NOWHERE
    head = names.mentions(" ".join(_head(document, all_lines)))
    if not _about_partnerships(document, names, codebook) and not (
        head and _about_joint_work(document, codebook)
    ):
        return NOWHERE
    if head and _speaks_of(all_lines, names):
        return _whole(document, all_lines, names, f"its head names {head[0].name.text}")
    own = [line for line in all_lines if names.mentions(line.text)]
    sections = _sections(document, all_lines, names, codebook)
    if sections and sum(1 for line in own if not _within(line, sections.spans)) < _FEW_ELSEWHERE:
        return sections
    if len(own) > 1 and _share(own, all_lines) and _about(own, codebook):
        named = names.mentions(own[0].text)[0].name.text
        return _whole(document, all_lines, names, f"it speaks of {named} throughout")
    return NOWHERE


def _head(document: Document, all_lines: Sequence[Line]) -> Iterator[str]:
    """Yield what is known of a document, and its first lines up to its first section."""
    yield document.metadata.get("title", "")
    yield document.metadata.get("publisher", "")
    kinds: list[str] = []
    for line in all_lines[:_TITLE_LINES]:
        begins_section = line.block.kind == HEADING and (len(kinds) > 1 or HEADING in kinds)
        if begins_section and kinds[-1] != HEADING:
            return
        kinds.append(line.block.kind)
        yield line.text


def _about_partnerships(document: Document, names: Gazetteer, codebook: Codebook) -> bool:
    if codebook.identify["identify"]["partnership"].matches(document.text.lower()):
        return True
    return any(mention.name.kind == PARTNERSHIP for mention in names.mentions(document.text))


def _about_joint_work(document: Document, codebook: Codebook) -> bool:
    """Tell whether a text that names no partnership speaks of partners' work at a place all the same."""
    words = codebook.identify["identify"]["joint_working"].spans(document.text.lower())
    return sum(1 for _ in words) >= _FEWEST_JOINT_WORDS


@lru_cache(maxsize=4)
def _about_care(document: Document, codebook: Codebook) -> bool:
    """Tell whether a text is about health and care, not another programme with the same words."""
    lower = document.text.lower()
    identify, other = codebook.identify["identify"], codebook.identify["other"]
    health = sum(1 for _ in identify["health"].finditer(lower))
    if health < _FEWEST_HEALTH_WORDS:
        return False
    strangers = max((sum(1 for _ in pattern.finditer(lower)) for pattern in other.values()), default=0)
    return strangers < health * _OTHER_WORDS_PER_HEALTH_WORD


def _speaks_of(all_lines: Sequence[Line], names: Gazetteer) -> bool:
    return sum(len(names.mentions(line.text)) for line in all_lines) > 1


def _whole(document: Document, all_lines: Sequence[Line], names: Gazetteer, why: str) -> Territory:
    return Territory((document.span,), whole=True, places=_places(all_lines, names), why=why)


def _places(some: Sequence[Line], names: Gazetteer) -> tuple[str, ...]:
    found = {m.name.id for line in some for m in names.mentions(line.text) if m.name.kind != SYSTEM}
    return tuple(sorted(found))


def _sections(
    document: Document, all_lines: Sequence[Line], names: Gazetteer, codebook: Codebook
) -> Territory | None:
    """Return the sections whose heading names the system or one of its places."""
    spans: list[Span] = []
    own: list[Line] = []
    headings = [line for line in all_lines if line.block.kind == HEADING]
    for number, heading in enumerate(headings):
        if not names.mentions(heading.text):
            continue
        level = heading.block.level or 1
        end = next(
            (later.block.span.start for later in headings[number + 1 :] if (later.block.level or 1) <= level),
            len(document.text),
        )
        span = Span(heading.block.span.start, end)
        section = [line for line in all_lines if line.block.span in span]
        if _about(section, codebook):
            spans.append(span)
            own += section
    if not spans:
        return None
    why = f"a section is headed {own[0].text!r}"
    return Territory(tuple(spans), whole=False, places=_places(own, names), why=why)


def _within(line: Line, spans: Sequence[Span]) -> bool:
    return any(line.block.span in span for span in spans)


def _share(own: Sequence[Line], all_lines: Sequence[Line]) -> bool:
    """Tell whether most of a text, or its beginning and its partnership, are the system's."""
    prose = [line for line in all_lines if line.block.kind != HEADING]
    return len(own) * 4 >= len(prose)


def _about(some: Sequence[Line], codebook: Codebook) -> bool:
    lower = "\n".join(line.folded.lower for line in some)
    return codebook.identify["identify"]["partnership"].matches(lower) or "partnership" in lower
