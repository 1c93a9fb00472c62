"""Members in the words of a sentence that list them: the name of each, with its sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from placebench.codebook import Codebook, Wording
from placebench.coding.members.employers import FIELD, employer_in
from placebench.coding.members.joined_names import JoinedNames
from placebench.coding.members.member_names import (
    is_clause,
    named_and_told,
    organisation_named,
    parts_of_nhs,
    without_kind,
)
from placebench.extract.enumerations import items
from placebench.extract.gazetteer import Gazetteer
from placebench.extract.organisations import Organisations

_WORDS = "stated_members"
_TRAILING = Wording(
    _WORDS,
    r",? (?:(?:in the area |in the \w+ )?to (?:(?:more|better) )?(?:[a-z]+ly )?<purpose>\b|<trailing>).*$"
    r"|,? among (?:them|these|others)\W*$"
    r"| (?:will|would|should|may|might|could|must|shall|used to|that|which|who|and|or|<hanging>)$"
    r"| (?:(?:<may>) (?:\w+ )?)?<comes>\b.*,? (?:but|though|although|yet)$"
    r"|(?<=[a-z)]{3})\.(?=[A-Z][a-z]+ ).*$",
)
_SUBORDINATE = re.compile(
    r"^(?:(?:in|since|from|by) (?:[A-Z][a-z]+ )?(?:19|20)\d\d,? (?=.)"
    r"|(?:while|although|though|as|since|because|in|from|at|on|for|by|during|alongside) [^,]{2,60}, (?=.)"
    r"|(?:currently|today|now|at present|initially|however|also),? (?=.))",
    re.IGNORECASE,
)
_POST_AT = Wording(
    _WORDS,
    r"^(?:independent |deputy |vice[- ])?<post>(?:man|woman|person)? (?:of|at) (?:the )?",
    re.IGNORECASE,
)
_ARTICLE = Wording(
    _WORDS,
    r"^(?:both |also |as well (?:as )?|including |namely |(?:different )?parts of "
    r"|(?:made up|composed|comprised) of:? |alongside |(?:\w+ )?partners (?:in|across) (?=the )"
    r"|leaders (?:(?:in|across) [\w-]+ )?(?:of|from|for) "
    r"|an? (?:[a-z]+ )?(?:range|number|mix|variety) of |services of (?=the |our )"
    r"|the |a |an |its |our |your |all |and |but |senior "
    r"|(?:<number>|one) (?:each )?(?:from|for) (?:each of )?"
    r"|(?:we|us|those|all of us|people|colleagues) (?:at|from) "
    r"|(?:<number> )?(?:(?:are|is|comes?) )?(?:nominated |appointed |chosen |drawn )?by (?=the |an? |our )"
    r"|(?:<number> |one )?(?:elected |new |further |other )*(?:representatives?|members?) (?:from|of) "
    r"|representation from "
    r"|(?:local |key )?(?:partners|organisations|colleagues|stakeholders) from "
    r"|(?:[a-z-]+ ){0,2}colleagues (?:at|in) (?:the )?(?-i:(?=[A-Z]))"
    r"|(?:wider |other )?services (?:provided|delivered|run|offered) by "
    r"|(?:(?:chief|senior|executive|lead) )*<leaders> from )+",
    re.IGNORECASE,
)
_PARTNERS = Wording(
    _WORDS,
    r"^(?:(?:the |our )?[\w' -]+'s? )?(?:(?:all|the|our|its|these|local|many|[a-z]+) )*<partners>\b"
    r"[^-:]{0,40}(?: - |: )",
    re.IGNORECASE,
)
_NAMED_AFTER = Wording(
    _WORDS, r".*?\b<named_after>\b[^;]{0,120}?(?:\b(?:including|include|such as|namely)| -) (?=.)"
)
_OTHER_HALF = Wording(_WORDS, r"[^,;]{0,40}?\b<other_half>\b")
_HALF_NAME = Wording(_WORDS, r"(?:the |our )?(?:[a-z]+ ){0,2}<half_name> [A-Z][\w'-]+")
_WHOLE_NAME = Wording(_WORDS, r"<whole_name>\b")
_NO_VERB = Wording(_WORDS, "^<no_verb> ")
_KIND_IN_AREA = Wording(
    _WORDS,
    r"((?:[a-z-]+ )*<kind>) (?:in|from|within|across)(?: (?:across )?(?:the )?[\w' -]+)?"
    r"|((?:[\w'-]+ )+?)(?:operating|working|based|serving|located) [a-z][\w' -]*"
    r"|([A-Z][\w'-]*(?: [\w'-]+)*? )(?:staff|teams|colleagues)",
)
# "Alpha City Council for dementia, frailty and carers' services": the rest is no list of members.
_BODY_FOR = Wording(_WORDS, r"(?P<name>.*\b<body_for>) for [a-z][a-z' ,-]*\b<what_for>\W*")
_PRAISE = Wording(_WORDS, r"^(?P<many>(?:<how_many> |\d{1,3} )?)(?:<praise> )+(?=[a-z])(?!<link>\b)")
_BEHIND_POST = re.compile(r".* (?:of|at|from) (?:the )?(?=[A-Z])")
_IN_GENERAL = Wording(_WORDS, r"(?:the |our |its )?(?:local |city |county |borough )?<in_general>")
# Who sits somewhere for an organisation is none: "Councillor Bell", "the cabinet member for health".
_PERSON = Wording(
    _WORDS, r"(?i:<person_title>)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|(?:the )?(?i:<portfolio>) for [a-z ,']+"
)
# "Alpha Homes, the largest landlord" is one member.
_WHICH_ONE = Wording(_WORDS, r"(?:the|its|our|their|[A-Z][\w-]*'s) <foremost>\b")
_NAMES_WITHIN = re.compile(
    r"[a-z][^()]* \((?:(?:including|namely|such as):? )?(?:the )?(?P<names>[A-Z][^()]*)\)"
)
_LEFT_OVER = re.compile(r" (?:and|or)$| \((?:since |from |in )?(?:19|20)\d\d\)$")
_TWO = 2
_FEWEST_LETTERS = 3
_MOST_LETTERS = 120


@attrs.frozen
class Named:
    """A member that a list names.

    Attributes:
        organisation: Its name.
        sectors: Its sectors.
        start: Where it stands in the list.
    """

    organisation: str
    sectors: tuple[str, ...]
    start: int


@attrs.frozen
class RunningMembers:
    """Reads the words of a sentence that list members.

    Attributes:
        names: The names of the system, its places and partnerships.
        codebook: The coding frame.
        organisations: What is known of organisations.
        posts: Whether the words may be people in posts, whose fields hold commas.
        employers: Whether a post stands for the organisation that it is of.
    """

    names: Gazetteer
    codebook: Codebook
    organisations: Organisations
    posts: bool = False
    employers: bool = False

    def read(self, text: str) -> Iterator[Named]:
        """Yield each member that a text names."""
        after = _NAMED_AFTER.of(self.codebook).match(text)
        behind = after.end() if after else 0
        found = [*self._listed(text, 0)]
        # "Officers of those who plan care, including the council": the list is behind what tells of it.
        yield from found or self._listed(text[behind:], behind)

    def _listed(self, text: str, start: int) -> Iterator[Named]:
        shorter = _TRAILING.of(self.codebook).sub("", text)
        asked_about = _BODY_FOR.of(self.codebook).fullmatch(shorter)
        shorter = asked_about["name"] if asked_about else shorter
        cut = len(shorter) - len(_PARTNERS.of(self.codebook).sub("", _SUBORDINATE.sub("", shorter)))
        if self.codebook.rosters["none"]["list"].matches(shorter[cut:].lower()):
            return
        for low, high, told in self._members(shorter[cut:]):
            said = _ARTICLE.of(self.codebook).sub("", shorter[cut:][low:high])
            if self.codebook.rosters["none"]["vacant"].matches(said.lower()):
                continue
            found = organisation_named(self.codebook, said)
            if self.employers:
                found = _POST_AT.of(self.codebook).sub("", found)
                found = employer_in(self.codebook, self.organisations, found) or found
            for each in (
                parts_of_nhs(found)
                or self._named_within(found)
                or self._joined.each(self._without_area(found))
            ):
                name = without_kind(self.codebook, each)
                of_kind = "" if name == each or self.organisations.sectors(name) else each
                yield from self._named(name, told or of_kind, start + cut + low)

    @property
    def _joined(self) -> JoinedNames:
        return JoinedNames(self.codebook, self.organisations)

    def _named_within(self, said: str) -> tuple[str, ...]:
        """Return the names that brackets give to those of a kind: "trusts (Alpha Trust and Beta Trust)"."""
        found = _NAMES_WITHIN.fullmatch(said)
        inner = found["names"] if found else ""
        names = tuple(inner[low:high] for low, high in self._pieces(inner))
        return names if len(names) >= _TWO and all(map(self.organisations.sectors, names)) else ()

    def _named(self, name: str, told: str, start: int) -> Iterator[Named]:
        name = _LEFT_OVER.sub("", name)
        name = self._without_area(_PRAISE.of(self.codebook).sub(r"\g<many>", name.strip(" .,;-"), count=1))
        name, told = named_and_told(self.codebook, self.organisations, name, told)
        fits = _FEWEST_LETTERS <= len(name) < _MOST_LETTERS or name.isupper()
        other = self.codebook.rosters["none"]["item"].matches(
            _NO_VERB.of(self.codebook).sub("", name.lower())
        )
        person = _PERSON.of(self.codebook).fullmatch(name) is not None
        known = fits and not (other or person or is_clause(self.codebook, name))
        sectors = self.organisations.sectors(told or name) if known else ()
        if sectors:
            yield Named(name, sectors, start)

    def _members(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each member stands, with the words after a comma that tell what it is, if need be."""
        pieces = [*self._pieces(text.replace(" or ", " /  ").replace(" nor ", " /   "))]
        before = (0, 0)
        for at, (low, high) in enumerate(pieces):
            field = self.posts and FIELD.of(self.codebook).search(text[slice(*before)])
            if self._is_told_of(text, before, low) or (field and not self._is_post(text[low:high])):
                continue
            if self._is_named_next(text, pieces[at : at + 2]):
                continue
            before = (low, high)
            after = pieces[at + 1][0] if at + 1 < len(pieces) else 0
            told = text[slice(*pieces[at + 1])] if after and self._is_told_of(text, before, after) else ""
            yield low, high, "" if self.organisations.sectors(text[low:high]) else told

    def _is_post(self, said: str) -> bool:
        return self.codebook.posts["office"]["match"].matches(said.lower())

    def _is_named_next(self, text: str, pieces: list[tuple[int, int]]) -> bool:
        """Tell whether the name of what is meant follows words in general: "the council, Alpha Council"."""
        if len(pieces) < _TWO or text[pieces[0][1] : pieces[1][0]] != ", ":
            return False
        said, name = (text[low:high] for low, high in pieces)
        general = _IN_GENERAL.of(self.codebook).fullmatch(said)
        sectors = self.organisations.sectors(name)
        return general is not None and name[:1].isupper() and sectors == self.organisations.sectors(said)

    def _is_told_of(self, text: str, before: tuple[int, int], low: int) -> bool:
        """Tell whether words say what the name before them is: "Oak, a housing association"."""
        name, said = text[slice(*before)], text[low:]
        if not name or text[before[1] : low] != ", ":
            return False
        last = text[: before[0]].endswith((" and ", ", and ")) and said.startswith("the ") and "," not in said
        post = _BEHIND_POST.match(name)
        own = name[post.end() :] if post else name
        proper = not name.startswith(("the ", "a ", "an ")) and (own[:1].isupper() or last)
        apposed = _WHICH_ONE.of(self.codebook).match(said) is not None
        return proper and (last or apposed or said.startswith(("a ", "an ")))

    def _pieces(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the items of a list; a short name that tells no member alone goes with what follows it."""
        held: int | None = None
        whole = self._joined.spans(text)
        for low, high in items(text, self.codebook.rosters["whole"]["words"], whole=whole):
            start = low if held is None else held
            after = text[high:].lower()
            named = self.names.mentions(text[start:high])
            post = _BEHIND_POST.match(text, start, high)
            name = post.end() if post else start
            short = text[name : name + 1].isupper() and (
                text[name:high].count(" ") <= 1 or any(m.end - m.start == high - start for m in named)
            )
            follows = text[high:].split(" ", 2)[-1] if after.startswith((" and ", " & ")) else ""
            joined = follows[:1].isupper() and not _WHOLE_NAME.of(self.codebook).match(follows)
            halves = _HALF_NAME.of(self.codebook).fullmatch(text, start, high)
            halves = halves and _OTHER_HALF.of(self.codebook).match(follows)
            if joined and (halves or (short and not self.organisations.sectors(text[start:high]))):
                held = start
            else:
                held = None
                yield start, high

    def _without_area(self, name: str) -> str:
        """Return a kind of organisations without where they are: "voluntary groups in Alpha"."""
        found = _KIND_IN_AREA.of(self.codebook).fullmatch(name)
        kind = next(filter(None, found.groups()), "").strip() if found else ""
        return kind if self.organisations.sectors(kind) else name
