"""Which parts of a document speak of a system's place partnerships, if any do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.elsewhere import others_in
from placebench.coding.subject_matter import SubjectMatter
from placebench.documents import HEADING, Document, Span
from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Mention
from placebench.extract.passages import Line, lines

_WORDS = "territory"
_BEARING = Wording(_WORDS, "<bearing>(?:ern)?")
_JOINED = re.compile(r"([A-Z][\w'-]+),? (?:and|&) $")
_HOSPITAL = Wording(_WORDS, r"(?: (?:[A-Z][\w'&-]+|and|&)){0,6} <hospital>\b")
_TITLE_LINES = 5
_LONGEST_TITLE = 120
_FEW_ELSEWHERE = 2
_OWN_SHARE = 4
_OFTEN = 3
_OFTENER = 2


@attrs.frozen
class Territory:
    """The parts of a document that speak of a system.

    Attributes:
        spans: The parts; empty where nothing does.
        whole: Whether the document as a whole is about the system.
        places: place_ids that they name.
        why: What was recognised, for people.
        sure: Whether more is named than places in passing: the system, a partnership, a place in a title.
    """

    spans: tuple[Span, ...]
    whole: bool
    places: tuple[str, ...]
    why: str
    sure: bool = True


NOWHERE = Territory((), whole=False, places=(), why="")


def territory(document: Document, names: Gazetteer, codebook: Codebook) -> Territory:
    """Return the parts of a document that speak of the place partnerships of the system of these names."""
    page = _Page(document, lines(document), names, codebook)
    if not page.names_it or not page.subject.is_joint_care():
        return NOWHERE
    found = page.by_title() or page.by_sections() or page.by_lead() or page.throughout() or NOWHERE
    return attrs.evolve(found, sure=page.names_it_surely)


@attrs.frozen(eq=False, slots=False)
class _Page:
    document: Document
    lines: Sequence[Line]
    names: Gazetteer
    codebook: Codebook

    def by_title(self) -> Territory | None:
        named = self._named([text for text in self._head if len(text) <= _LONGEST_TITLE])
        return self._whole(f"its title names {named}") if named and self._says_more else None

    def by_sections(self) -> Territory | None:
        found = _sections(self.document, self.lines, self.names, self.codebook)
        strays = [line for line in self._own if found and not _within(line, found.spans)]
        return found if found and len(strays) < _FEW_ELSEWHERE else None

    def by_lead(self) -> Territory | None:
        named = self._named(self._head)
        if not named:
            return None
        opening = next((line.text for line in self.lines if line.block.kind != HEADING), "")
        opens = self._named([opening]) and not self._others
        return self._whole(f"its first lines name {named}") if opens or len(self._mentions) > 1 else None

    def throughout(self) -> Territory | None:
        if len(self._own) < _FEW_ELSEWHERE or not _about(self._own, self.codebook):
            return None
        prose = [line for line in self.lines if line.block.kind != HEADING]
        if len(self._own) * _OWN_SHARE < len(prose) and not self._speaks_of_no_other:
            return None
        return self._whole(f"it speaks of {self._named([self._own[0].text])} throughout")

    @property
    def names_it(self) -> bool:
        """Tell whether a text names the system, or a place by more than a bearing or half of another's name.

        "Northern" alone is no place, nor is Alpha where all that is said is "East North and Alpha" or
        "Alpha Hospitals NHS Trust".
        """
        told = [self.document.metadata.get(key, "") for key in ("title", "publisher")]
        told += [line.text for line in self._own]
        return any(self._names_by_itself(text) for text in told)

    @property
    def names_it_surely(self) -> bool:
        """Tell whether a text names the system or a partnership of it, or a title one of its places."""
        if any(mention.name.kind != PLACE for mention in self._mentions):
            return True
        return any(self._names_by_itself(text) for text in self.subject.titles)

    def _names_by_itself(self, text: str) -> bool:
        mentions = self.names.mentions(text)
        ends = {mention.end for mention in mentions}
        for mention in mentions:
            joined = _JOINED.search(text[: mention.start])
            another = joined is not None and joined.end(1) not in ends
            hospital = _HOSPITAL.of(self.codebook).match(text, mention.end)
            if mention.name.kind != PLACE or not (
                another or hospital or _BEARING.of(self.codebook).fullmatch(mention.name.text)
            ):
                return True
        return False

    @cached_property
    def subject(self) -> SubjectMatter:
        """What the text is about, as far as its words tell."""
        title, publisher = (self.document.metadata.get(key, "") for key in ("title", "publisher"))
        titles = (title, publisher, self.lines[0].text if self.lines else "")
        mentions = tuple(self._mentions)
        return SubjectMatter(self.document, tuple(self._head), titles, mentions, self.names, self.codebook)

    @cached_property
    def _head(self) -> list[str]:
        return list(_head(self.document, self.lines))

    @property
    def _says_more(self) -> bool:
        """Tell whether a text that its head gives to the system names it again, or has it in its title."""
        if len(self._mentions) > 1:
            return True
        known = (self.document.metadata.get(key, "") for key in ("title", "publisher"))
        return bool(self.names.mentions(" ".join((*known, *(line.text for line in self.lines[:1])))))

    @property
    def _speaks_of_no_other(self) -> bool:
        """Tell whether a long text names the system often, and any other system or area seldom."""
        return len(self._own) >= _OFTEN and self._others * _OFTENER <= len(self._mentions)

    @cached_property
    def _others(self) -> int:
        return sum(others_in(line.text, self.names, self.codebook) for line in self.lines)

    @cached_property
    def _mentions(self) -> list[Mention]:
        return [mention for _, mentions in self._named_lines for mention in mentions]

    @cached_property
    def _own(self) -> list[Line]:
        return [line for line, _ in self._named_lines]

    @cached_property
    def _named_lines(self) -> list[tuple[Line, tuple[Mention, ...]]]:
        """The lines that name the system or something of it, with its names."""
        found = self.names.among([line.text for line in self.lines])
        return [(self.lines[number], mentions) for number, mentions in found.items()]

    def _named(self, texts: Sequence[str]) -> str | None:
        found = self.names.mentions(" ".join(texts))
        return found[0].name.text if found else None

    def _whole(self, why: str) -> Territory:
        return Territory((self.document.span,), whole=True, places=_places(self._mentions), why=why)


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


def _places(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.name.id for mention in mentions if mention.name.kind != SYSTEM}))


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
    places = _places(mention for line in own for mention in names.mentions(line.text))
    return Territory(tuple(spans), whole=False, places=places, why=why)


def _within(line: Line, spans: Sequence[Span]) -> bool:
    return any(line.block.span in span for span in spans)


def _about(some: Sequence[Line], codebook: Codebook) -> bool:
    lower = "\n".join(line.folded.lower for line in some)
    return codebook.identify["identify"]["partnership"].matches(lower) or "partnership" in lower
