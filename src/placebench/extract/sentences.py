"""Sentences and clauses of folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(r"[.!?]+[\"')\]]*(?: [\"']?(?=[\"'(\[]?[A-Z0-9])|$)")
# "option A. The board ..." ends a sentence, "Councillor A. Ash" does not.
_WORDS_OF_ONE_LETTER = frozenset("ai")
_ASKED = re.compile(r"\b(?:asked|invited|requested|recommended|resolved)\b[^.;:]{0,60}?(?: to| that)?:? $")
# Words before a sentence that say nothing of it: what is told begins behind them.
_OPENING_WORDS = re.compile(
    r"(?:In addition|Additionally|Also|Furthermore|Moreover|Importantly|Crucially|Meanwhile|Finally|Lastly"
    r"|Locally|Overall|In short|In summary|Indeed|Of course|As mentioned above|As noted above), (?=\w)"
)
_NAME_BEFORE = re.compile(
    r"\b(?:dr|mr|mrs|ms|miss|prof|professor|cllr|councillor|sir|dame|rev)\.? $"
    r"|\b[A-Z]\. ?$|[,:] $|\b(?:by|is|was|with|from|succeed(?:s|ed)|thanked) $",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?!u\.[ks]$)[a-z](?:\.[a-z]){1,2}")
_TITLE_LENGTH = 16
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "etc",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "vs",
        "st",
        "cllr",
        "rev",
        "approx",
        "inc",
        "cf",
        "fig",
        "ref",
        "para",
        "para's",
        "dept",
        "govt",
        "hon",
        "insp",
        "supt",
        "sgt",
        "maj",
        "capt",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
# "No. 4" goes on; the answer "No." does not.
_NUMBERS = frozenset({"no", "nos"})
_CLAUSE = re.compile(
    r"; |: |, (?:but|however|although|though|while|whereas|yet|so|because|since|unless|until|once|when"
    r"|after|before|which|who|whose|where)\b"
    r"|, (?=(?:from|of|in|by|with|through|under|for|on) (?:which|whom|whose) )"
    r"| (?:but(?! (?:(?:was|were|then|later|finally) )*(?:not (?:taken|pursued|adopted|supported"
    r"|accepted)|rejected|dropped|abandoned|shelved|discounted|discarded|turned down|ruled out)\b)"
    r"|although|though|whereas|while|because|unless) "
    r"| and (?=(?:a|an|the|their|its|our) (?:[\w-]+ ){1,3}(?:will|would|is|are|was|were|has|have|had|can"
    r"|may|could|should|must|meets|met|holds|publishes|reports|uses|hosts|shares|does|did)\b)"
    r"| and (?=(?:[\w()&'-]+ ){1,8}(?:is|are|was|were|has|have|had) also\b)"
    r"| and (?=(?:meets|met|holds|has|have|had|is|are|was|were|will|would|may|can|could|should|must|shall"
    r"|does|did|reports"
    r"|works|operates|publishes|uses|shares|hosts|employs|brings|oversees)\b"
    r"(?! (?:not|still|now|yet|being|subject|awaiting|pending|due|expected|likely|currently)\b))"
    r"| that (?=(?:aims?|(?:has|have|had) been)\b)"
    r"|, and (?=(?:an?|the|their|its|our) (?:[\w-]+ ){1,7}(?:is|was|has|meets|reports)\b)"
    r"|, and (?=(?:[a-z-]+ ){1,2}(?:will|would) )"
    # "The chair should rotate, and Jo Bell was elected."
    r"|(?:, and| and|;) (?=(?:[a-z'-]+ ){2,4}(?:was|were|has been|have been) (?:[a-z]+ly |then |duly )?"
    r"(?:elected|appointed|chosen|voted in)\b)"
    r"|, and (?=(?:since|now|then|from|today|until)\b)|, and (?=(?:the|it|they|we|this|there|these|each"
    r"|all)\b)| and (?=(?:it|they|we|there) )"
    r"|, (?=(?:it|they|we|there|the [a-z-]+) (?:is|are|was|were|will|would|has|have|had|may|could|can)\b)"
    # "Alpha has a pooled budget, Beta has none and Gamma is considering one."
    r"|(?P<another>(?:,|,? and|,? but) )"
    r"(?=(?!the |an? |its |their |our )(?:health and |(?!and |or |to )[\w'-]+ ){1,5}?"
    r"(?:has|have|does|do|did|(?:is|are) (?:to|still|now|not|also|already|[a-z]+ing)|will|plans? to)\b)"
)
_FINITE = re.compile(r" (?:has|have|had|is|are|was|were|does|do|did|will|would|plans? to|set up|agreed)\b")
# "the council and the trust have agreed", "between the council and the trust"
_FAR = 70
_OPENING = re.compile(r"(?:while|whilst|whereas|although|though|even though) [^,;:]{3,120}(?P<border>, )")
# "the board, which meets in May, has ...": the main clause goes on behind the second comma.
_ASIDE = re.compile(
    r", (?:which|who|whose) [^,;:]{3,100}(?P<border>, )"
    r"(?=(?:(?:now|also|then|today|still) )?"
    r"(?:meets|met|holds|has|have|had|is|are|was|were|will|would|may|can|could|should|must|reports|works|uses)\b)"
)
# A pattern that ends a name at "and" or a comma has read into the clause after it.
_GOES_ON = re.compile(r"(?:[,;:]| (?:and|but|which|who))? ?$")
_GOING_ON = (" ", ",", ";", ":", " and", " but", " which", " who")
_AND = (", and ", " and ")
_JOINS_NAMES = re.compile(r" and (?:the|an?|its|their|our) (?:[\w-]+ ){0,2}[\w-]*[^\Ws] (?:have|are|were)\b")
# "A team of the council and the trust will be set up": what is made opens the sentence.
_JOINS_MAKERS = re.compile(
    r" and (?:the|its|their|our) (?:[\w-]+ ){0,3}?(?:councils?|trusts?|icbs?|ccgs?|boards?|nhs|federations?"
    r"|hospitals?|universit(?:y|ies)|sectors?|charit(?:y|ies)|police|providers?|practices|partners)"
    r"(?: \([^)]*\))? (?:will|would|shall|should|could|may|might|(?:is|are|was|were) to"
    r"|(?:is|are|was|were|has|have|had)(?= (?:\w+ ){0,2}(?:be|been|being) ))(?: \w+){0,4}? "
    r"(?:set up|formed|created|established|introduced|launched|put together|brought together)\b"
)
_OF_BOTH = re.compile(r"\b(?:between|both|among) (?:(?! and )[^,.;:]){1,60}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a folded text, without outer spaces and an "Also,"."""
    start, number = 0, 0
    for match in _END.finditer(text):
        if _is_abbreviation(text, match.start()):
            continue
        # The numbers of what a body is asked to do part no sentences: "is asked to: 1. Note it 2. Agree it".
        if _is_number(text, match.start(), number + 1) and (
            number or _ASKED.search(text[: match.start() - 1])
        ):
            number += 1
            continue
        if number and text.startswith(f"{number + 1}. ", match.end()):
            continue
        end = match.end() - (1 if match.group().endswith(" ") else 0)
        end = _without_opening_quote(text, end)
        yield from _told(text, start, end)
        start = end
    yield from _told(text, start, len(text))


def may_be_name(text: str, start: int) -> bool:
    """Tell whether what stands before a letter with a dot lets it be an initial and no end of a sentence."""
    return start == 0 or _NAME_BEFORE.search(text, max(0, start - _TITLE_LENGTH), start) is not None


# One cue asks for its clause several times: for its force, and for what stands before it.
@lru_cache(maxsize=1024)
def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the clause of a folded, lower-case sentence that holds a range."""
    low, high = 0, len(text)
    if text.endswith(_GOING_ON, start, end):
        end = max(start + 1, start + len(_GOES_ON.sub("", text[start:end])))
    for begins, goes_on in _borders(text):
        # What begins with the words between two clauses is of the second: ", and Jo Bell chairs it".
        opens = begins == start < goes_on < end and text.startswith(_AND, start)
        if goes_on <= start or opens:
            low = begins
        elif begins >= end:
            high = begins
            break
    return low, high


@lru_cache(maxsize=256)
def _borders(text: str) -> tuple[tuple[int, int], ...]:
    # Every cue of a sentence asks for its clause, one after another.
    found = [match.span() for match in _CLAUSE.finditer(text) if _parts(text, match)]
    opening = _OPENING.match(text)
    found += [relative.span("border") for relative in _ASIDE.finditer(text)]
    return tuple(sorted([*found, opening.span("border")] if opening else found))


def _parts(text: str, border: re.Match[str]) -> bool:
    """Tell whether words that look like the border of two clauses are one."""
    if border.group("another") and not _FINITE.search(text, 0, border.start()):
        return False
    return not _joins_names(text, border)


def _joins_names(text: str, border: re.Match[str]) -> bool:
    """Tell whether an "and" joins two names and no clauses."""
    if not border.group().startswith(" and"):
        return False
    start = border.start()
    plural = _JOINS_NAMES.match(text, start)
    made = _JOINS_MAKERS.match(text, start) and not _FINITE.search(text, 0, start)
    return bool(plural or made or _OF_BOTH.search(text, max(0, start - _FAR), start))


def _is_number(text: str, dot: int, number: int) -> bool:
    """Tell whether a word before a dot is a number."""
    return text[text.rfind(" ", 0, dot) + 1 : dot] == str(number)


def _is_abbreviation(text: str, dot: int) -> bool:
    word = text[text.rfind(" ", 0, dot) + 1 : dot].lower().lstrip("(\"'")
    if word in _NUMBERS:
        return text[dot + 1 :].lstrip()[:1].isdigit()
    if word in _WORDS_OF_ONE_LETTER:
        return may_be_name(text, dot - 1)
    if _INITIALS.fullmatch(word):
        return text[dot - 1].isupper()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _without_opening_quote(text: str, end: int) -> int:
    while end > 1 and text[end - 1] in "\"'" and text[end - 2] == " ":
        end -= 1
    return end


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for low, high in _trimmed(text, start, end):
        opening = _OPENING_WORDS.match(text, low, high)
        yield opening.end() if opening else low, high


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if start < end:
        yield start, end
