"""What is asked for or decided, by its verb: to note, to agree, to endorse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placebench.codebook import Codebook, Wording

_WORDS = "recommendations"
_ACTIONS = (
    ("endorse", Wording(_WORDS, r"\b<endorse>")),
    ("note", Wording(_WORDS, r"\b<note>")),
    ("agree", Wording(_WORDS, r"\b<agree>")),
    ("comment", Wording(_WORDS, r"\b<comment>")),
    ("consider", Wording(_WORDS, r"\b<consider>")),
)
_FIRST_VERBS = Wording(
    _WORDS,
    r"^(?:that )?(?:to |(?:the |this )?(?:[\w-]+ ){0,4}<decider> )?(?:also |formally |unanimously )?"
    r"(?:review [^,;]{3,60}? and (?:to )?)?"
    r"(?P<first><verb>)\b(?:(?:,| and)+ (?:to )?(?P<second><verb>)\b)?",
)
_LATER_VERB = Wording(_WORDS, r",? and (?:to )?(?P<verb><later>)(?:e?[sd])?\b ")
_PAST = re.compile(r"ed $")
_PASSIVE = Wording(
    _WORDS,
    r"\b(?:be|is|are|was|were) (?P<verb><done>)\b"
    r"|\b(?:giv(?:e|en|es)|grant(?:s|ed)?) (?:its |the |formal )?(?P<noun><given>)\b"
    r"|\b(?P<past><given>) (?:be|is|was) (?:given|granted)\b",
)
_AND_THAT = re.compile(r",? and (?=that (?:the|this|its|an?|any|all) )")


def actions(codebook: Codebook, text: str) -> Iterator[tuple[str, str]]:
    """Yield each action that a request or a decision names, with the words for it.

    Args:
        codebook: The coding frame.
        text: The words, folded: "consider and endorse the plan", "that the report be noted".
    """
    lower = text.lower()
    first = _FIRST_VERBS.of(codebook).search(lower)
    if first is None:
        yield from _in_passive(codebook, text)
        return
    later = _LATER_VERB.of(codebook).search(lower, first.end())
    # "Asked to confirm it, and noted that ...": the writer goes on.
    if later and _PAST.search(later.group()) and not first["first"].endswith("ed"):
        yield action_of(codebook, first["first"]), text[: later.start()]
        return
    # "Consider and endorse the plan": what is asked for is the second.
    if not first["second"] or action_of(codebook, first["first"]) != "consider":
        yield action_of(codebook, first["first"]), text[: later.start()] if later else text
    if first["second"] and action_of(codebook, first["second"]) != action_of(codebook, first["first"]):
        yield action_of(codebook, first["second"]), text
    if later:
        yield action_of(codebook, later["verb"]), text[later.start("verb") :]


def first_action(codebook: Codebook, text: str) -> str | None:
    """Return the action that the first verb of a text names, or None where it does not begin with one."""
    first = _FIRST_VERBS.of(codebook).search(text.lower())
    return action_of(codebook, first["first"]) if first else None


def _in_passive(codebook: Codebook, text: str) -> Iterator[tuple[str, str]]:
    """Yield what is done with each thing, as in "that the terms be agreed and that the report be noted"."""
    told: set[str] = set()
    for part in clauses_of(text):
        passive = [*_PASSIVE.of(codebook).finditer(part.lower())]
        # "That the terms, which were approved in July, be noted" asks to note.
        done = next(
            (one for one in passive if one.group().startswith("be ")), passive[0] if passive else None
        )
        action = action_of(codebook, next(filter(None, done.groups()))) if done else None
        if action is not None and action not in told:
            told.add(action)
            yield action, part


def action_of(codebook: Codebook, verb: str) -> str:
    """Return the code of the action that a verb of the coding frame names; each names one."""
    return next(code for code, pattern in _ACTIONS if pattern.of(codebook).search(verb))


def clauses_of(text: str) -> list[str]:
    """Return the parts of a text that each begin with their own "that"."""
    return _AND_THAT.split(text)
