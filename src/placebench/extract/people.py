"""People with their posts, in the shapes that papers use.

`Name (Organisation Post, Place)`, `Name, Post, Organisation`, `Name is Post`, `Post Name`, and heads
of papers such as `Author: Name, Name (Posts)` and `Executive Lead: Name, Post`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from placebench.codebook import Codebook, Match, Pattern, Wording
from placebench.extract.letters import LOWER, UPPER

Posts = Mapping[str, Mapping[str, Pattern]]

_WORDS = "people"
_U, _L = UPPER, LOWER
_TITLE = (
    r"(?:(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Cllr|Councillor|Alderman|Sir|Dame|Baroness"
    r"|Lord(?! Mayor| Lieu)|Lady(?! Mayor)|Rev|Revd|Reverend|Canon|(?:The )?Rt\.? Hon)\.? ){1,3})"
)
# What begins a sentence or a heading and no name.
_NO_NAME = (
    "That|The|This|When|While|With|Both|Also|Meet|Introducing|Welcome|Welcoming|Thanks|Goodbye|Hello|Dear"
)
_FIRST = (
    rf"(?:(?!(?:{_NO_NAME})\b)[{_U}][{_L}][{_L}'-]*(?:(?<=-)[{_U}][{_L}]+)?|(?:[{_U}]\. ?){{1,3}}(?<=[. ])"
    rf"|[BCDFGHJKLMPRTVY](?= [{_U}][{_L}]))"
)
_OF = (
    r"(?:van (?:der |den |de )?|von |d[eu] (?:la )?|d[aiou]s? |del |la |le |ten |ter |bin |bint |ibn |ap |ni "
    r"|al[- ]|el[- ]|O'|Mc|Mac)"
)
NAME = rf"{_TITLE}?{_FIRST}(?: ?[{_U}]\.?(?= )){{0,2}}(?: {_OF}?[{_U}][{_U}{_L}'-]+){{1,2}}"
"""Expression for the name of a person."""

_DOUBLE = re.compile(rf"{_TITLE}?[{_U}][{_L}]+-[{_U}]")

_NAMES = re.compile(rf"\b(?P<names>{NAME}(?:(?:, |,? and | & ){NAME})*)(?: \([A-Z][A-Za-z]{{1,3}}\))?")
_AFTER = Wording(
    _WORDS,
    r"(?: \([A-Z][\w' &-]{2,30}\))??(?:(?: for| of| at|,)(?: the)?(?: [A-Z][\w'&-]+| and){1,6})??"
    r"(?: \([A-Z][\w' &-]{2,30}\))??"
    r"(?:(?:,| -|:| \|| is| was| has been| will be| is to be| <passes> to"
    r"| (?:is|was|has been|will be) <held>(?: jointly)?(?: by| between)?)? | \()"
    rf"(?P<names>{NAME}(?:(?:, |,? and | & ){NAME})*)",
)
_FILLERS = Wording(
    _WORDS,
    r"(?: (?:the|our|its|their|a|an|as|to|of|for|with|upon|also|and|&|/"
    r"|<new>|<body>'s|[A-Z][\w&'.-]*))*",
)
_TRAILING = re.compile(r"(?:[A-Z][\w&'-]+|[ ,(-]|of |for |at |the |and |in )*")
_HEAD = Wording(_WORDS, rf"^<heads_paper>(?: ?/ ?[\w ]+)?: ?(?P<name>{NAME})(?:,? (?P<text>[^.;]*))?")
_HEAD_POST = Wording(
    _WORDS,
    r"^Executive (?:Lead|lead): ?(?P<post>[A-Z][\w'-]+(?: (?:and|of|for|&|[A-Z][\w'-]+))* <post>)"
    r"(?=[,.;]|$)",
)
_ORGANISATION = Wording(
    _WORDS, r"((?:[A-Z][\w&'-]+ (?:(?:with|upon) )?)*(?:<organisation>|NHS [\w ]*Trust))\b"
)
_WORKS_FOR = Wording(
    _WORDS,
    r"^[^.;]{0,50}?\b<works_for> (?:the )?((?:NHS )?[A-Z][\w&'-]+(?: (?:and |of |for )?[A-Z][\w&'-]+)*)",
)
_APPOSITION = Wording(
    _WORDS,
    r"^, (?:an? |the |our |its |currently )?[^,.;]{2,80}, "
    r"(?=(?:is|was|has|will|who|as|in the (?:role|post) of|<serves>)\b)",
)
_PREDECESSOR = Wording(_WORDS, r"\b<succeeds> $")
_ASIDE = re.compile(r",|\)| \(|'s\b")
_AS = re.compile(r" (?:\([^)]*\) )?as\b")
# "Jo Bell (the place director was in the chair)" tells of two people.
_CLAUSE_ENDS = re.compile(
    r" ?(?:is|was|had|has|chaired|substituted|deputi[sz]ed|stood in|attended|took)\b[^()]*\)"
)
_OF_THE_POST = re.compile(
    r" (?:and (?=(?:is|was|has|will|works|reports|also)\b)"
    r"|by|is|was|has|had|will|who|which|whose|said|says|in)\b|[.;]"
)
_FURTHER = Wording(_WORDS, r" and (?:the )?(?=(?:<rank>[ -]?)*<further_post>\b)", re.IGNORECASE)
_AND_ITS = re.compile(r",? and (?:the|its|our|their) $")
_WILL_BE = re.compile(r" (?:will|is to) be ")
_APPOINTED_BY = re.compile(r"\bby (?:the )?[^,.;]{2,40}?(?= (?:as|to|in|on|from)\b)")
_NEXT_PERSON = re.compile(rf",? (?:and|&) (?:the )?{NAME}(?:,| \()")
_AT_PLACE = Wording(_WORDS, r"(?=[A-Z])[\w ()-]{0,40}?\b<at_place>\b")
_MARKS = re.compile(r"[(\"'\u2018\u2019\u201c\u201d](?!s\b)")
_INSTEAD = Wording(_WORDS, r"\b<instead>\b")
_SHARED = re.compile(r"\b(?:shared|jointly)\b")
_NEAR = 120
IN_PLACE = "in_place"


@attrs.frozen
class Person:
    """A person with a leading post.

    Attributes:
        name: The name as it is written.
        role: Code of the role.
        organisation: The employer, if it is named.
        text: The words from the name to the post, and those that go on with it.
        start: Start of the post in the sentence.
        post: The words of the post alone, with what it is of.
        status: Whether the person holds, will hold or held the post.
    """

    name: str
    role: str
    organisation: str | None
    text: str
    start: int
    status: str = IN_PLACE
    post: str = ""


def people(text: str, codebook: Codebook) -> Iterator[Person]:
    """Yield the people with leading posts that a folded sentence names.

    Args:
        text: The folded sentence.
        codebook: The coding frame.
    """
    posts = codebook.posts
    if (lead := _HEAD.of(codebook).match(text)) and is_name(lead["name"], posts):
        yield Person(
            lead.group("name"),
            "executive_lead",
            _organisation(lead["text"] or "", codebook),
            lead.group(),
            lead.start(),
        )
        return
    if unnamed := _HEAD_POST.of(codebook).search(text):
        yield Person(unnamed["post"], "executive_lead", None, unnamed.group(), unnamed.start())
        return
    seen: set[str] = set()
    for role, post in leading_posts(text.lower(), codebook):
        for name, status, start in _holders(text, post, codebook):
            if name not in seen:
                seen.add(name)
                words = text[start : post.end] + _trailing(text[post.end :])
                own = _NEXT_PERSON.split(_APPOINTED_BY.sub("", words))[0]
                employer = _organisation(own, codebook)
                employer = employer or _employer(text[post.end :], codebook)
                led = text[post.start : post.end] + _trailing(text[post.end :]).partition(",")[0]
                yield Person(
                    name, role, employer, words, post.start, status, _FURTHER.of(codebook).split(led)[0]
                )


def leading_posts(lower: str, codebook: Codebook) -> Iterator[tuple[str, Match]]:
    """Yield the leading posts of a partnership that a folded text in lower case names, with their role."""
    posts = codebook.posts
    if " place" in lower:
        # Who acts "in his place" has no post of a place.
        lower = _INSTEAD.of(codebook).sub(lambda found: "~" * len(found.group()), lower)
    taken: list[Match] = []
    named = posts["any"]["post"].matches(lower)
    for role, pattern in posts["post"].items() if named else ():
        for whole in pattern.finditer(lower):
            found = _last_post(lower, whole, codebook)
            overlaps = any(found.start < other.end and other.start < found.end for other in taken)
            if overlaps:
                continue
            taken.append(found)
            before = lower[max(0, found.start - 40) : found.start]
            after = _OF_THE_POST.split(lower[found.end :], maxsplit=1)[0]
            ends = posts["after"]["ends"].search(after)
            after = after[: ends.end] if ends else after
            if not posts["before"]["other"].matches(before) and not _is_of_others(found, lower, after, posts):
                yield role, found


def _is_of_others(post: Match, lower: str, after: str, posts: Posts) -> bool:
    """Tell whether what follows a post makes it one of a trust, or of the system and not at place."""
    at_place = posts["after"]["at_place"].matches(lower[post.start : post.end])
    return posts["after"]["other"].matches(after) or (
        posts["after"]["of_system"].matches(after) and not at_place
    )


def _last_post(lower: str, found: Match, codebook: Codebook) -> Match:
    """Return a match without a post before its own: "chair of the trust and chair of the partnership"."""
    further = [each.end() for each in _FURTHER.of(codebook).finditer(lower, found.start, found.end)]
    return attrs.evolve(found, start=further[-1]) if further else found


def is_name(text: str, posts: Posts) -> bool:
    """Tell whether a text is the name of a person and not of a body or a post."""
    if re.fullmatch(NAME, text) is None:
        return False
    given, lower = posts["given"], text.lower()
    if posts["no_name"]["word"].matches(lower):
        return given["and_a_common_word"].matches(lower)
    return _DOUBLE.match(text) is None or given["double"].matches(lower)


def _holders(text: str, post: Match, codebook: Codebook) -> list[tuple[str, str, int]]:
    """Return name, status and start of the words of the post for each person who holds it."""
    posts, low = codebook.posts, max(0, post.start - _NEAR)
    ended: list[tuple[str, str, int]] = []
    after = _AFTER.of(codebook).match(text, post.end)
    own = after is not None and _AND_ITS.search(text[low : post.start]) is not None
    for found in () if own else reversed(list(_NAMES.finditer(text, low, post.start))):
        names, end = _split(found["names"], posts), found.end()
        if names and not found["names"].endswith(names[-1]):
            end = found.start() + found["names"].rindex(names[-1]) + len(names[-1])
        followed = _PREDECESSOR.of(codebook).search(text[low : found.start()].lower())
        if names and followed and _AS.match(text, found.end()):
            ended.append((names[0], "ended", end))
            continue
        beside = text[end : post.start] == " " and _AT_PLACE.of(codebook).match(text, post.start) is not None
        status = _linked(", " if beside else text[end : post.start], text[post.end :], codebook)
        if names and status:
            several = _several(text, post)
            return [(name, status, end) for name in (names if several else names[-1:])] + ended
        if names and not _ASIDE.match(text, end):
            break
    if after is None:
        return []
    shared = _SHARED.search(text[post.end : after.start("names")]) is not None
    status = _changed(text[low : post.start].lower(), text[post.end :].lower(), posts) or IN_PLACE
    status = "planned" if status == IN_PLACE and _WILL_BE.search(text[post.end : after.end()]) else status
    return [
        (name, status, post.start)
        for name in _split(after["names"], posts)[: None if shared or _several(text, post) else 1]
    ]


def _several(text: str, post: Match) -> bool:
    return (
        re.search(r"(?:chair|director|lead|leader)s\b", text[post.start : post.end], re.IGNORECASE)
        is not None
    )


def _linked(between: str, after: str, codebook: Codebook) -> str | None:
    posts, aside = codebook.posts, _APPOSITION.of(codebook).match(between)
    between = f" {between[aside.end() :]}" if aside else between
    if "(" in between and ")" not in between and _CLAUSE_ENDS.match(after):
        return None
    lower = between.lower()
    changed = _changed(lower, after.lower(), posts)
    for status, pattern in posts["link"].items():
        found = pattern.search(lower)
        if found is not None and (changed or _FILLERS.of(codebook).fullmatch(_spaced(between[found.end :]))):
            return changed if changed and status == IN_PLACE else status
    return None


def _spaced(words: str) -> str:
    return "".join(f" {word}" for word in _MARKS.sub(" ", words).split())


def _changed(before: str, after: str, posts: Posts) -> str | None:
    if posts["before"]["ended"].matches(before) or posts["after"]["ended"].matches(after):
        return "ended"
    planned = posts["before"]["planned"].matches(before) or posts["after"]["planned"].matches(after)
    return "planned" if planned else None


def _split(names: str, posts: Posts) -> list[str]:
    return [name for name in re.findall(NAME, names) if is_name(name, posts)]


def _trailing(after: str) -> str:
    found = _TRAILING.match(after)
    return found.group() if found else ""


def _employer(after: str, codebook: Codebook) -> str | None:
    found = _WORKS_FOR.of(codebook).match(after)
    return found.group(1) if found else None


def _organisation(text: str, codebook: Codebook) -> str | None:
    found = _ORGANISATION.of(codebook).search(text)
    return found.group(1) if found else None
