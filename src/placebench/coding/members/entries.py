"""Entries of lists of members and of those present: a person, a post, an organisation."""

from __future__ import annotations

import re
from typing import Any

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.members.employers import DEPARTMENTS
from placebench.coding.members.member_names import is_clause, name_and_told, proper_name
from placebench.documents import Quote
from placebench.extract.organisations import COMMA, Organisations
from placebench.extract.people import NAME, is_name, leading_posts
from placebench.model import Membership

_WORDS = "entries"
_INITIALS = re.compile(r" ?\([A-Z][A-Za-z]{1,3}\)")
_BRACKET = re.compile(r" ?\([^)]*\)")
_PART = re.compile(r"\s*(?:, | - |\s\|\s|; |: )\s*")
_EMPLOYER = re.compile(r"([^()]+) \(([A-Z][^()]+)\)")
_SEATS = re.compile(r" ?\((?:x ?)?(?:\d+|one|two|three|four)(?: \w+)?\)", re.IGNORECASE)
_LEADING_NAMES = (
    re.compile(rf"({NAME}) (?=[A-Z])"),
    re.compile(r"((?:[A-Z][a-z]+\.? )?[A-Z][\w'-]+ [A-Z][\w'-]+) (?=[A-Z])"),
    re.compile(r"([A-Z][\w'-]+ [A-Z][\w'-]+) (?=[A-Z])"),
)
_TITLED = Wording(_WORDS, r"(<title>\.? [A-Z][\w'-]+ [A-Z][\w'-]+) (?=[A-Z])")
_AND_POST = Wording(_WORDS, r",? and (?:<rank_behind_and> )*<post_behind_and>\b.*$")
_MARK_WITHIN = Wording(_WORDS, r" ?\(<rank_of_chair>*[Cc]hair\)(?= [A-Z])")
_POST_BEFORE = Wording(_WORDS, r"^(?:<rank> )*<post> (?=[A-Z])(?!<post>\b)")
_POST_AT = Wording(
    _WORDS, r"^(?:[A-Z][\w&'-]* |and |of |for ){0,4}<post>\b[^,()]*? (?:at|from) (?:the )?(?=[A-Z])"
)
_FOR = Wording(
    _WORDS,
    r"^(?:<stands_for> (?:the )?|(?:an?|one|<number>) (?:<seat> )?(?:of|from|for) (?:each |the )?(?=\w)"
    r"|(?:the )?(?:[\w-]+ )?<branch> of (?:the )?)",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"(.+?)(?: - |: )[a-z].*")
_IS_A = Wording(_WORDS, r"(.+?)( - |: |, )((?:an?|the) (?:[\w-]+ ){0,4}<kind>\b[^,;]*).*")
_KIND = Wording(
    _WORDS,
    r"(.+?)(?: - |: )((?:the |local |lead |main )*"
    r"(?:<kind_by_name>|(?:[\w-]+,? (?:and |& )?){0,4}<kind_of_care>))",
)
_WILL_HAVE = re.compile(r",? which will have [^,;]*")
_TOLD_BEHIND = Wording(_WORDS, r"(?: -)?,? (?:which|who|that|<does>) [a-z].*$")
_BEHIND = Wording(_WORDS, r",? and$|,? <stood_in> (?:for )?by .*$")
_NAMELY = re.compile(r"(?:including|such as|led by|namely|in|through|via|by way of) (?:the )?(?=[A-Z])")
_TOLD_OF = re.compile(r"(?:for|with|which|who|to which|a|an|the|including|from|in|on|or|based|serving|our) ")
_TELLS = Wording(
    _WORDS, r"(?:<stands_for>|speaking for|(?:the|an?|our|its)(?= <of_the_area>)) ", re.IGNORECASE
)
_OWN_NAME = re.compile(r"(?:The )?[A-Z][\w'&-]*(?: (?:and |of |for |in |& )?[A-Z][\w'&-]*)*")
# Parties to an agreement stand in it with their addresses: "Alpha Council of the Town Hall, High Street, ..."
_ADDRESS = Wording(_WORDS, r"(?<=\w),? <at_address> (?:the )?(?:[A-Z0-9][\w'.-]* ){0,4}<building>, .*$")
# What a person is, which names no organisation: "GP and clinical lead".
_POST_ALONE = Wording(
    _WORDS, r"(?:<field> )*<person>(?:(?:,| and| &| /)? (?:<field> )*<person>)*", re.IGNORECASE
)
# Whether somebody came, behind an entry of an attendance list.
_ATTENDED = Wording(_WORDS, r"(?:(?: ?\||,| -|:) ?<attended>\.?)+$", re.IGNORECASE)
_WHO_CHAIRS = Wording(
    _WORDS,
    r"(?:,| \(| -|,? and) ?(?:who )?<holds> (?:(?:the|its|our|an?) )?"
    r"(?P<chair>[\w -]*[Cc]hair(?:man|woman|person)?)\)?$",
)
# "Alpha Mind | mental health charity": a cell in small letters tells of the one before it.
_CELLS = re.compile(r"(?P<name>[A-Z][^|]*?) ?\| ?(?P<told>[a-z][^|]*)")
# "Jo Bell (Alpha Council, Chair)" has in brackets what others have behind commas.
_NAME_AND_BRACKET = re.compile(rf"(?P<name>{NAME}) \((?P<told>[^()]+, [^()]+)\)")
# Plain text keeps the columns of a list apart by tabs.
_TABS = re.compile(r"[ ,]*\t\s*")
_NAME_AND_SECTOR = 2
_LONGEST = 140


@attrs.frozen
class Entry:
    """Somebody or some body on a list.

    Attributes:
        columns: Whom the row is about.
        quote: The words of the list.
        organisation: The organisation, as the list names it; None where it names none.
        sectors: Its sectors.
        status: Whether it is a member.
        body_kind: Kind of the body that the list is of.
        holder: The person, or else the post.
        roles: Leading roles that the entry gives its holder.
        member: Whether the list is one of members, and not of those who lead.
        votes: Whether the list does not say that it has no vote.
    """

    columns: dict[str, Any]
    quote: Quote
    organisation: str | None
    sectors: tuple[str, ...]
    status: str
    body_kind: str
    holder: str | None
    roles: tuple[str, ...]
    member: bool = True
    votes: bool = True

    def as_member(self, organisations: Organisations, rule: str) -> Membership:
        """Return the row that says that it is a member.

        Args:
            organisations: What is known of organisations.
            rule: The entry of the coding frame that tells so.
        """
        return Membership(
            **self.columns,
            status=self.status,
            rule=rule,
            organisation=self.organisation,
            organisation_id=organisations.id(self.organisation or ""),
            sectors=self.sectors,
            body_kind=self.body_kind,
            note=None if self.votes else "without a vote",
        )


@attrs.frozen
class Words:
    """What one line or row says, before it is known whose list it stands in."""

    organisation: str | None
    sectors: tuple[str, ...]
    status: str
    holder: str | None
    roles: tuple[str, ...]
    votes: bool = True


def read_entry(
    text: str, organisations: Organisations, codebook: Codebook, employer: str | None = None
) -> Words | None:
    """Read one folded line of a list, or None where it tells no member.

    Args:
        text: The line, or the cells of a row.
        organisations: What is known of organisations.
        codebook: The coding frame.
        employer: The organisation, where a column of its own gives it.
    """
    text = _TABS.sub(", ", text)
    text = _ATTENDED.of(codebook).sub("", _ADDRESS.of(codebook).sub("", _WILL_HAVE.sub("", text)))
    bracketed = _NAME_AND_BRACKET.fullmatch(text)
    if bracketed and is_name(bracketed["name"], codebook.posts):
        text = f"{bracketed['name']}, {bracketed['told']}"
    text = text.rstrip(" ;,.") if text.endswith((";", ",")) else text
    chairing = _WHO_CHAIRS.of(codebook).search(text)
    text = text[: chairing.start()] if chairing else text
    lower = text.lower()
    if codebook.rosters["none"]["entry"].matches(lower):
        return None
    marks = codebook.rosters["mark"]
    status = next((s for s in ("absent", "ended", "planned") if marks[s].matches(lower)), "in_place")
    votes = not marks["no_vote"].matches(lower)
    said = f"{lower} ({chairing['chair'].lower()})" if chairing else lower
    chairs = [role for role in ("vice_chair", "co_chair", "chair") if marks[role].matches(said)][:1]
    text = _MARK_WITHIN.of(codebook).sub(",", _BEHIND.of(codebook).sub("", text))
    short = _TOLD_BEHIND.of(codebook).sub("", text)
    if short != text and organisations.sectors(short) and short[:1].isupper():
        text = short
    described = _DESCRIBED.fullmatch(text) if _has_mark(text) else None
    if described and _OWN_NAME.fullmatch(described[1]) and organisations.sectors(described[1]):
        text = described[1]
    if not employer and (
        known := _in_cells(text, organisations, codebook)
        or _of_a_kind(text, organisations, codebook)
        or _described(text, organisations, codebook)
    ):
        return Words(*known, status, known[0], tuple(chairs), votes)
    name, parts = _parts(_INITIALS.sub("", text), organisations, codebook)
    organisation, sectors = _organisation([employer] if employer else parts, organisations, codebook)
    told = None if employer or name else _told(parts, organisations, codebook)
    organisation, sectors = told or (organisation, sectors)
    shorter = _AND_POST.of(codebook).sub("", organisation or "")
    if organisation and shorter != organisation and organisations.sectors(shorter):
        organisation, sectors = shorter, organisations.sectors(shorter)
    organisation = name_and_told(organisation)[0] if organisation else None
    if organisation and is_clause(codebook, organisation):
        if name is None:
            return None
        organisation, sectors = None, ()
    post = next((part for part in parts if part != organisation), None) or organisation
    if name and not employer and _POST_ALONE.of(codebook).fullmatch(organisation or ""):
        organisation = None
    leading = [role for role, _ in leading_posts(lower, codebook) if not role.endswith("chair")]
    holder = name or (_without_marks(post, codebook) if post else None)
    return Words(organisation, sectors, status, holder, tuple(chairs + leading[:1]), votes)


def _has_mark(text: str) -> bool:
    """Tell whether a dash or a colon may part a name from what is told of it; expressions take far longer."""
    return " - " in text or ": " in text


def _in_cells(
    text: str, organisations: Organisations, codebook: Codebook
) -> tuple[str, tuple[str, ...]] | None:
    """Return an organisation with what the cell behind it tells: "Alpha Mind | mental health charity"."""
    found = _CELLS.fullmatch(text)
    own = organisations.sectors(found["name"]) if found else ()
    if found is None or (is_name(found["name"], codebook.posts) and not own):
        return None
    sectors = own or organisations.sectors(found["told"])
    return (found["name"], sectors) if sectors else None


def _of_a_kind(
    text: str, organisations: Organisations, codebook: Codebook
) -> tuple[str, tuple[str, ...]] | None:
    """Return an organisation with its kind behind a dash: "Alpha Health - GP federation"."""
    found = _KIND.of(codebook).fullmatch(text) if _has_mark(text) else None
    if found is None or not _OWN_NAME.fullmatch(found[1]) or organisations.sectors(found[1]):
        return None
    if is_name(found[1], codebook.posts) or codebook.posts["office"]["match"].matches(found[1].lower()):
        return None
    sectors = organisations.sectors(found[2])
    return (found[1], sectors) if sectors else None


def _described(
    text: str, organisations: Organisations, codebook: Codebook
) -> tuple[str, tuple[str, ...]] | None:
    """Return an organisation whose sector only its description tells: "Alpha Connect - a local charity"."""
    found = _IS_A.of(codebook).fullmatch(text)
    if found is None or not _OWN_NAME.fullmatch(found[1]) or organisations.sectors(found[1]):
        return None
    if found[2] == ", " and is_name(found[1], codebook.posts):
        return None
    sectors = organisations.sectors(found[3])
    return (found[1], sectors) if sectors else None


def _told(
    parts: list[str], organisations: Organisations, codebook: Codebook
) -> tuple[str, tuple[str, ...]] | None:
    """Return an organisation whose sector the words behind it tell: "Alpha Connect, for general practice"."""
    if len(parts) != _NAME_AND_SECTOR or not _OWN_NAME.fullmatch(parts[0]):
        return None
    name, told = parts
    sectors = organisations.sectors(told) if _TELLS.of(codebook).match(told) else ()
    office = codebook.posts["office"]["match"]
    fits = not organisations.sectors(name) and not office.matches(name.lower())
    return (name, sectors) if fits and sectors else None


def _parts(text: str, organisations: Organisations, codebook: Codebook) -> tuple[str | None, list[str]]:
    """Return the name of the person, if the entry gives one, and the other parts."""
    text = organisations.whole(_SEATS.sub("", text))
    for whole in codebook.rosters["whole"]["words"].finditer(text.lower()):
        kept = text[whole.start : whole.end].replace(",", COMMA)
        text = f"{text[: whole.start]}{kept}{text[whole.end :]}"
    text = _BRACKET.sub(lambda found: found.group().replace(",", COMMA).replace(";", COMMA), text)
    parts = [part.replace(COMMA, ",") for part in (p.strip(" .,;") for p in _PART.split(text)) if part]
    if not parts:
        return None, []
    employed = _EMPLOYER.fullmatch(parts[-1])
    proper = employed and _OWN_NAME.fullmatch(employed[2])
    if employed and proper and organisations.sectors(employed[2]) and not organisations.sectors(employed[1]):
        parts[-1:] = [employed[1], employed[2]]
    told = [bool(organisations.sectors(part)) for part in parts]
    person = not told[0] or any(told[1:])
    if parts[1:] and person and is_name(_BRACKET.sub("", parts[0]), codebook.posts):
        return _BRACKET.sub("", parts[0]), parts[1:]
    office = codebook.posts["office"]["match"]
    for pattern in _LEADING_NAMES:
        led = pattern.match(parts[0])
        if led and is_name(led.group(1), codebook.posts) and office.matches(parts[0][led.end() :].lower()):
            return led.group(1), [parts[0][led.end() :], *parts[1:]]
    titled = _TITLED.of(codebook).match(parts[0])
    if titled and organisations.sectors(parts[0][titled.end() :]):
        return titled.group(1), [parts[0][titled.end() :], *parts[1:]]
    return None, parts


def _organisation(
    parts: list[str], organisations: Organisations, codebook: Codebook
) -> tuple[str | None, tuple[str, ...]]:
    office, stands_for = codebook.posts["office"]["match"], _FOR.of(codebook)
    unit = codebook.rosters["none"]["unit"]
    said = [proper_name(codebook, _without_marks(part, codebook)) for part in parts]
    plain = [_without_post(stands_for.sub("", part), organisations, codebook) for part in said]
    department = next((s for p in plain if (s := organisations.sectors(p)) and s[0] in DEPARTMENTS), None)
    for number, part in enumerate(plain):
        sectors = () if unit.matches(part.lower()) else organisations.sectors(part)
        if not sectors or len(part) > _LONGEST or (office.matches(part.lower()) and plain[number + 1 :]):
            continue
        if number == 0 and not all(office.matches(p.lower()) for p in plain[1:]):
            return _whole([part, *said[1:]], department, organisations)
        return part, department or sectors
    told = next((p for p in plain if organisations.sectors(p) and not unit.matches(p.lower())), None)
    return (told, organisations.sectors(told)) if told else (None, ())


def _without_post(part: str, organisations: Organisations, codebook: Codebook) -> str:
    """Return the organisation behind a post that no comma parts from it: "Chief Executive Alpha Hospice"."""
    for post in (_POST_AT, _POST_BEFORE):
        behind = post.of(codebook).sub("", part)
        if behind != part and organisations.sectors(behind):
            return behind
    return part


def _whole(
    parts: list[str], department: tuple[str, ...] | None, organisations: Organisations
) -> tuple[str, tuple[str, ...]]:
    """Return an organisation whose name may hold commas, without what is only told of it."""
    named = [part[found.end() :] for part in parts[1:] if (found := _NAMELY.match(part))]
    if parts[0][:1].islower() and named and organisations.sectors(named[0]):
        return named[0], organisations.sectors(named[0])
    told = next((n for n, part in enumerate(parts) if n and _TOLD_OF.match(part)), len(parts))
    whole = ", ".join(parts[:told])
    return whole, (department if told == len(parts) else None) or organisations.sectors(whole)


def _without_marks(part: str, codebook: Codebook) -> str:
    """Return a part without brackets that only mark a chair, an observer or an agenda item."""
    marks = codebook.rosters["mark"].values()
    return _BRACKET.sub(
        lambda found: "" if any(mark.matches(found.group().lower()) for mark in marks) else found.group(),
        part,
    ).strip(" .,;")
