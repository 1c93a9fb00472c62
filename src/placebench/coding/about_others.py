"""Rows that are about another body than the partnership of a place: by its name, or as it wrote the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from placebench.codebook import Codebook, Wording
from placebench.coding.authors import is_of_another, paper_of
from placebench.coding.reading import Reading
from placebench.coding.shared_names import kind_of_name
from placebench.extract.gazetteer import PARTNERSHIP, SYSTEM
from placebench.importer import Fact, GapFound
from placebench.model import Governance, Membership, Priority, Role

_WORDS = "authors"
_PLACES_BODY = Wording(_WORDS, r"\b<places_body>\b")
_OF_A_PLACE = Wording(_WORDS, r"\b(?:<places_body>|<ours>)\b")
_CALLED = Wording(_WORDS, r" (?:<in_its_name> ){0,5}<called>\b")
_LISTS_WHO_MET = Wording(_WORDS, r"\W*(?:\d[\d.]* )?(?:<any_members> )*<who_met>\b")
_BARE_BOARD = Wording(_WORDS, r"(?:the|this|our) <itself>\b(?! of )")
_BARE = Wording(_WORDS, r"(?:(?:the|this|our) (?:<itself>|partnership)|it)\b(?! of )")
_OF_A_THEME = Wording("board_names", r"\b<theme>\b[\w' &-]{0,40}\b(?:partnership|board|alliance)\b")
_PUBLISHES = Wording(_WORDS, r"\b<publisher>\b")
_OURS = re.compile(r"(?:our|we)\b")
_CHAIRS = "memberships.chairs"
_LEADS_THE_BODY = frozenset({"chair", "co_chair", "vice_chair", "member_representative"})
_OF_ONE_BODY = frozenset(
    {
        "board",
        "subcommittees",
        "terms_of_reference",
        "scheme_of_delegation",
        "chairing",
        "accountable_to",
        "meeting_frequency",
        "decision_process",
        "shared_vision",
        "public_transparency",
    }
)
"""What every body has: its rules, its chair, its vision. Plans, money and teams may well be a place's."""


def without_others(reading: Reading, found: Iterable[Fact | GapFound]) -> Iterator[Fact | GapFound]:
    """Yield what a coder found, without the rows on a partnership that are about another body."""
    for one in found:
        about_others = isinstance(one, Fact) and (
            is_named_as_anothers(reading, one) or _is_its_authors_own(reading, one)
        )
        if not about_others:
            yield one


def is_named_as_anothers(reading: Reading, fact: Fact) -> bool:
    """Tell whether a board is another body's by its name, or who advises is a group and no partnership."""
    row = fact.row
    if isinstance(row, Governance) and row.value == "consultative_forum":
        return row.body_kind == "subgroup"
    if not isinstance(row, Governance) or row.feature != "board":
        return False
    if row.body_kind != PARTNERSHIP:
        # A page on one place mentions the boards of its system; what they are is said elsewhere.
        return row.body_kind == SYSTEM and len(reading.default.places) == 1
    return row.value is not None and kind_of_name(reading, row.value) != PARTNERSHIP


def _is_its_authors_own(reading: Reading, fact: Fact) -> bool:
    """Tell whether a row says of a partnership what the paper of another body says of that body.

    A health and wellbeing board's page calls it "the partnership", and lists its members and priorities.
    Where such a page names the partnership of a place too, its sentences tell the two apart.
    """
    if not _is_of_one_body(fact):
        return False
    block = reading.document.block_at(fact.quotes[0].spans[0].start)
    path = block.path if block else ()
    if _stands_under_another(reading, fact, path) or _are_the_publishers(reading, fact):
        return True
    if not is_of_another(reading, path):
        return False
    if not _speaks_of_partnership(reading, paper_of(reading, path)):
        return True
    if _tells_of_the_board(reading, fact):
        return True
    told = _tells_who_leads(fact) or _tells_who_met(reading, fact, path)
    return told and not _is_beside_a_place(reading, fact)


def _stands_under_another(reading: Reading, fact: Fact, path: Sequence[str]) -> bool:
    """Tell whether "the partnership" is the one of a theme that the heading above names."""
    heading = path[-1] if path else ""
    if not _OF_A_THEME.of(reading.codebook).search(heading.lower()) or reading.names.mentions(heading):
        return False
    return _BARE.of(reading.codebook).match(fact.quotes[0].text.lower()) is not None


def _are_the_publishers(reading: Reading, fact: Fact) -> bool:
    """Tell whether "our priorities" are those of the one organisation whose page it is."""
    told, publisher = fact.quotes[0].text.lower(), reading.document.metadata.get("publisher", "").lower()
    ours = isinstance(fact.row, Priority) and _OURS.match(told)
    if not ours or not _PUBLISHES.of(reading.codebook).search(publisher):
        return False
    title = reading.document.metadata.get("title", "").lower()
    return not any(_OF_A_PLACE.of(reading.codebook).search(text) for text in (told, title))


def _is_of_one_body(fact: Fact) -> bool:
    row = fact.row
    if isinstance(row, Priority):
        return True
    if not isinstance(row, Governance | Membership | Role) or row.body_kind != PARTNERSHIP:
        return False
    if isinstance(row, Role):
        return row.role in _LEADS_THE_BODY
    return isinstance(row, Membership) or row.feature in _OF_ONE_BODY


def _tells_who_leads(fact: Fact) -> bool:
    row = fact.row
    if not isinstance(row, Governance | Membership | Role) or row.status != "in_place":
        return False
    if isinstance(row, Governance):
        return row.feature in ("chairing", "public_transparency")
    return isinstance(row, Role) or row.rule == _CHAIRS


def _tells_of_the_board(reading: Reading, fact: Fact) -> bool:
    """Tell whether what comes first is that of a bare "the Board", whose meeting the paper is of."""
    told = fact.quotes[0].text.lower()
    own = _BARE_BOARD.of(reading.codebook).match(told) and not _OF_A_PLACE.of(reading.codebook).search(told)
    return isinstance(fact.row, Priority) and bool(own)


def _tells_who_met(reading: Reading, fact: Fact, path: Sequence[str]) -> bool:
    """Tell whether members are those at the meeting that the paper is of: under "Apologies", "Present:"."""
    if not isinstance(fact.row, Membership | Role) or fact.row.status != "in_place":
        return False
    text, start = reading.document.text, fact.quotes[0].spans[0].start
    line = text[text.rfind("\n", 0, start) + 1 : start] + fact.quotes[0].text
    listed = (one for one in reading.lines if one.block.span.start <= start < one.block.span.end)
    leads = [lead for one in listed for lead in reading.leads(one)]
    return any(lists_who_met(reading.codebook, words.lower()) for words in (line, *path[-1:], *leads))


def lists_who_met(codebook: Codebook, lower: str) -> bool:
    """Tell whether words in lower case begin as those do that list who came to a meeting, or did not."""
    return _LISTS_WHO_MET.of(codebook).match(lower) is not None


def _is_beside_a_place(reading: Reading, fact: Fact) -> bool:
    """Tell whether words on who leads, or what stands right above them, name a partnership or its board.

    In minutes of another body a chair without such words is that of the meeting.
    """
    text, start = reading.document.text, fact.quotes[0].spans[0].start
    above = text[: text.rfind("\n", 0, start) + 1].rstrip()
    told = " ".join(f"{text[above.rfind(chr(10)) + 1 : start]} {fact.quotes[0].text}".lower().split())
    if _OF_A_PLACE.of(reading.codebook).search(told):
        return True
    return any(mention.name.kind == PARTNERSHIP for mention in reading.names.mentions(fact.quotes[0].text))


def _speaks_of_partnership(reading: Reading, paper: str | None) -> bool:
    """Tell whether a paper, or the document where it is None, names the partnership of a place."""
    return reading.kept((_speaks_of_partnership, paper), lambda: _names_partnership(reading, paper))


def _names_partnership(reading: Reading, paper: str | None) -> bool:
    body, called = _PLACES_BODY.of(reading.codebook), _CALLED.of(reading.codebook)
    told = [s for s in reading.sentences if paper in (None, *s.passage.line.block.path)]
    return any(body.search(sentence.passage.lower) for sentence in told) or any(
        mention.name.kind == PARTNERSHIP
        or (mention.name.kind != SYSTEM and called.match(sentence.passage.lower, mention.end))
        for sentence in told
        for mention in sentence.mentions
    )
