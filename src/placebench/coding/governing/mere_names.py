"""Words that only name something: the title of a paper or of a post, or a theme's board."""

from __future__ import annotations

from placebench.codebook import Codebook, Cue, Match, Wording
from placebench.coding.governing.levels import is_within_the_system
from placebench.coding.scope import Located

_WORDS = "mere_names"
_HAD = Wording(_WORDS, r"\b<had> (?:the |an? |its )?(?:[\w&'-]+ ){0,9}$")
_A_PAPER = Wording(_WORDS, r"(?: [\w&'-]+){0,2} <paper>\b")
_MET_ON = Wording(_WORDS, r"\b<met_on> (?:the )?[^.;:]{0,160}$")
_POST = Wording(_WORDS, r"\b<post>s? (?:of|for) (?:[\w&'-]+ ){0,6}$")
_THEME = Wording("board_names", r"\b<theme>")
_NAMED = Wording(
    _WORDS, r"[a-z]*(?: (?:of|for)(?: the)?)? (?:(?:[A-Z][\w'&-]*:?|and|of|for|&) )+<named_group>\b"
)
_DONE_AT_PLACE = frozenset({"integrated_teams", "resident_involvement", "co_location"})
_WITHIN = frozenset({"clinical_leadership", "executive_team"})


def is_named_only(codebook: Codebook, cue: Cue, sentence: Located, found: Match) -> bool:
    """Tell whether the words of a cue say nothing of a place where they stand.

    They are the title of a paper or a post, the leaders of a body of the system, or a theme's board with its
    chair.
    """
    if cue.entry in _WITHIN:
        return is_within_the_system(codebook, sentence, found)
    if cue.entry == "chairing":
        return _is_of_a_theme(codebook, sentence, found)
    return cue.entry in _DONE_AT_PLACE and _is_in_a_title(codebook, sentence, found)


def _is_in_a_title(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether words stand in a title or among topics: "the X Teams report", "met to discuss X, Y"."""
    before, after = sentence.passage.lower[: found.start], _A_PAPER.of(codebook)
    if _POST.of(codebook).search(before) or _MET_ON.of(codebook).search(before):
        return True
    return bool(_HAD.of(codebook).search(before) and after.match(sentence.passage.lower, found.end))


def _is_of_a_theme(codebook: Codebook, sentence: Located, found: Match) -> bool:
    """Tell whether who chairs chairs a board by the name of a theme: "Co-chair of the Housing Board"."""
    named = _NAMED.of(codebook).match(sentence.passage.text, found.end)
    if named is None or any(named.start() < m.end and m.start < named.end() for m in sentence.mentions):
        return False
    return _THEME.of(codebook).search(named.group().lower()) is not None
