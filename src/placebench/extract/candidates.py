"""Names that look like those of systems, places and partnerships, told by their form alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from placebench.extract.gazetteer import PLACE, SYSTEM, Gazetteer, Mention

_WORD = r"[A-Z][\w'&-]*"
_LINK = r"(?:,? and |, | & | of | with | upon | in | on | the | )(?!(?:NHS|ICB|ICS)\b)"
_NAME = rf"{_WORD}(?:{_LINK}{_WORD}){{0,8}}?"
_BODY = r"(?:ICB|ICS|Integrated Care (?:Board|System|Partnership))"
_PARTNERSHIP = (
    r"(?:[Pp]lace[- ][Bb]ased (?:(?:Integrated )?[Cc]are )?[Pp]artnership|[Pp]lace [Pp]artnership|"
    r"Place Board|Locality Board|Local Care Partnership|Borough Partnership|Executive Partnership|"
    r"(?<!Integrated )(?<!Mental )(?:Health and (?:Social )?Care|Care|Health) (?:Partnership|Alliance)|"
    r"Integrated Care Alliance|Together|HCP|LCP)"
)
_SYSTEM_FORM = re.compile(rf"\b((?:NHS )?({_NAME}) {_BODY})\b(?! Partnership)")
# Trusts bear the name of a partnership too.
_PARTNERSHIP_FORM = re.compile(
    rf"\b(({_NAME}) {_PARTNERSHIP})\b(?! (?:University )?(?:NHS|Foundation|Trust))"
)
_PLACE_FORMS = (
    re.compile(rf"\b(?:place of|places (?:of|in|are|were):?) ({_NAME})(?=[.;:)]|$|,? (?![A-Z]|and [A-Z]))"),
    re.compile(
        r"\b(?:[Oo]ur|[Tt]hese|[Ff]ollowing|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+)"
        rf" (?:[a-z-]+ ){{0,2}}(?:places|boroughs|localities|districts)(?:,|:| -| \() ?({_NAME})"
        r"(?=[.;:)]|$|,? (?![A-Z]|and [A-Z]))"
    ),
    re.compile(rf"\b[Pp]lace (?:[Dd]irector|[Ll]ead)s? (?:for|of|in) ({_NAME})(?=[.,;:)]|$| (?!and [A-Z]))"),
    re.compile(
        rf"\b({_NAME}) [Pp]lace(?: (?:[Dd]irector|[Ll]ead|[Tt]eam)s?)?\b"
        r"(?! [Bb]oard| [Pp]artnership|[- ][Bb]ased)"
    ),
)
_LEADING = re.compile(
    r"^(?:(?:The|A|An|In|At|On|For|And|Or|Our|Your|Their|Its|This|These|Each|Every|Both|With|Within|Across|From|"
    r"By|To|As|While|When|Where|However|Also|But|Since|After|Before|If|Of|NHS|All|Only|Under|Through|"
    r"About|Welcome(?: to)?|Contact(?:ing)?(?: [Uu]s)?|Introducing|Meet(?:ing)?|Joining|Join|Visit|Inside|"
    r"What|Who|Why|How|Home|News|Latest|Updates?|Overview|Background|Introduction|Membership|Supporting|Developing"
    r")\b,? ?(?:to |of |on |from |us |the )?)+"
)
# "Jo Bell, Governance Officer, Vale ICB", and the hour that a browser prints above a page.
_POST = re.compile(
    r"^.*\b(?:Officer|Director|Manager|Lead|Leader|Chair|Secretary|Executive|Administrator|Adviser|Nurse|[AP]M)\b"
    r"(?:,| at| for| of|:)? (?=[A-Z])"
)
_LIST = re.compile(r",? and |, ")
_NO_NAME = re.compile(
    r"(?:National|Local|Regional|Joint|Statutory|Place|Places|Primary|System|Systems|Integrated|Health|Care|Board|"
    r"Committee|Council|Partnership|England|Executive|Managing|Interim|Chief|Director|Shadow|Meeting|Deputy|"
    r"ICBs?|ICSs?|ICPs?|One|Two|Three|Four|Five|First|Second|Third|Next|Better|Right|Safe|Good)\b"
)


@attrs.frozen
class Candidate:
    """A name that looks like that of a system or a place.

    Attributes:
        kind: `system` or `place`.
        name: The name.
        count: How often a form of it stands in the texts.
        forms: The forms, the commonest first: names of boards, of systems, of partnerships.
    """

    kind: str
    name: str
    count: int
    forms: tuple[str, ...]


def candidates(texts: Iterable[str], known: Gazetteer | None = None) -> tuple[Candidate, ...]:
    """Return the names in folded texts that look like systems, then those that look like places.

    A partnership by the name of a system is a form of the system. The likeliest names come first.

    Args:
        texts: Folded texts.
        known: Names of systems and areas that are ones wherever they stand.
    """
    systems: dict[str, Counter[str]] = {}
    places: dict[str, Counter[str]] = {}
    for text in texts:
        for name, form in _systems(text):
            systems.setdefault(name, Counter())[form] += 1
        for name, form in _places(text):
            places.setdefault(name, Counter())[form] += 1
        for mention in known.mentions(text) if known else ():
            found, name = (systems if mention.name.kind == SYSTEM else places), mention.name.text
            found.setdefault(name, Counter())[_with_nhs(text, mention)] += 1
    for name in [name for name in places if name in systems]:
        systems[name].update(places.pop(name))
    return _ordered(systems, places)


def together(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates of several documents as those of one."""
    counts: dict[str, dict[str, Counter[str]]] = {SYSTEM: {}, PLACE: {}}
    for one in found:
        forms = counts[one.kind].setdefault(one.name, Counter())
        forms.update(one.forms)
        forms[one.name] += one.count - len(one.forms)
    return _ordered(counts[SYSTEM], counts[PLACE])


def _ordered(
    systems: Mapping[str, Counter[str]], places: Mapping[str, Counter[str]]
) -> tuple[Candidate, ...]:
    by_count = sorted(_of(PLACE, places), key=_commonest)
    return (
        *sorted(_of(SYSTEM, _without_towns(systems)), key=lambda one: _likeliest(one, by_count)),
        *by_count,
    )


def _without_towns(systems: Mapping[str, Counter[str]]) -> Mapping[str, Counter[str]]:
    """Return systems without those that are others with more before a comma: "Ford Town Hall, Vale ICB"."""
    shorter = {name: name.rpartition(", ")[2] for name in systems}
    return {
        name: forms
        for name, forms in systems.items()
        if shorter[name] == name or forms.total() > systems.get(shorter[name], Counter()).total()
    }


def _of(kind: str, found: Mapping[str, Counter[str]]) -> Iterator[Candidate]:
    for name, forms in found.items():
        common = tuple(form for form, _ in forms.most_common() if form != name)
        yield Candidate(kind, name, forms.total(), common)


def _commonest(one: Candidate) -> tuple[int, str]:
    return -one.count, one.name


def _likeliest(system: Candidate, places: Iterable[Candidate]) -> tuple[bool, bool, int, str]:
    """Return what to sort systems by: those with a board first, then those that are named for a place."""
    named_for = any(place.name in system.name for place in places)
    return not system.forms, not named_for, *_commonest(system)


def _systems(text: str) -> Iterator[tuple[str, str]]:
    for found in _SYSTEM_FORM.finditer(text):
        name = _bare(found.group(2))
        if name:
            board = "NHS " if found.group().startswith("NHS ") and found.group(2) == name else ""
            yield name, f"{board}{name}{_tail(found)}"


def _with_nhs(text: str, mention: Mention) -> str:
    board = "NHS " if mention.name.kind == SYSTEM and text[: mention.start].endswith("NHS ") else ""
    return f"{board}{mention.name.text}"


def _tail(found: re.Match[str]) -> str:
    return found.group()[found.end(2) - found.start() :]


def _places(text: str) -> Iterator[tuple[str, str]]:
    for found in _PARTNERSHIP_FORM.finditer(text):
        name = _bare(found.group(2))
        if name:
            yield name, f"{name}{_tail(found)}"
    for form in _PLACE_FORMS:
        for found in form.finditer(text):
            for part in _LIST.split(found.group(1)):
                name = _bare(part)
                if name:
                    yield name, name


def _bare(name: str) -> str | None:
    """Return a name without the words that only lead to it, or None where it is no name."""
    bare = _LEADING.sub("", _POST.sub("", name)).strip(" ,").removesuffix("'s")
    return bare if bare and bare[0].isupper() and not _NO_NAME.match(bare) else None
