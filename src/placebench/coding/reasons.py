"""Why words that signal a fact give none."""

from __future__ import annotations

from collections.abc import Mapping

QUESTION = "question"
QUOTED = "quoted"
ELSEWHERE = "elsewhere"
NEGATED = "nothing_asserted"
UNLESS = "unless"
LEAD = "lead"
NEEDS = "needs"
TABLE = "table"
HEADED = "heading"
REJECTED = "rejected"
REQUEST = "request"
NO_ROW = "no_row"
LEVEL = "level"
NO_SUBJECT = "no_subject"
NOT_CLAIMED = "not_claimed"
TIED = "tied"
OWN_READING = "own_reading"

REASONS: Mapping[str, str] = {
    QUESTION: "a question that somebody put",
    QUOTED: "a quotation of guidance",
    ELSEWHERE: "words of a national body, or about a place elsewhere",
    NEGATED: "negated or hypothetical, so that nothing is asserted",
    UNLESS: "the sentence holds words that the cue's `unless` names",
    LEAD: "what introduces the list lacks the words that the cue's `lead` asks for",
    NEEDS: "the sentence lacks the words that the cue's `needs` asks for",
    TABLE: "a cell of a table, a matrix or a list of remits, which are read as a whole",
    HEADED: "a heading",
    REQUEST: "what a meeting asks of somebody, or a report that it notes",
    REJECTED: "an alternative that was considered and not chosen",
    NO_ROW: "the words count, but name no value, sector, topic or body that a row of the table needs",
    LEVEL: "the sentence speaks of the system, and the table holds what places do",
    NO_SUBJECT: "neither the sentence nor the document names a place that the words could be about",
    NOT_CLAIMED: "a part of the document that no importer claims",
    TIED: "a part that several importers claim with equal rank, so that none reads it",
    OWN_READING: "the importer reads without cues, and gives no reasons",
}
"""What each reason says, for people."""

REMEDIES: Mapping[str, str] = {
    QUESTION: "if the source states it, narrow `question` or `raised` in words/reading.toml",
    QUOTED: "if the words are the source's own, narrow `quotation` in words/reading.toml",
    ELSEWHERE: "if the words name this system or a place of it, add that name to the aliases of the profile",
    NEGATED: "if it is asserted, add the misleading words to `mask` in words/force.toml",
    UNLESS: "if it is a fact, narrow `unless` of the entry in cues/TABLE.toml",
    LEAD: "if it is a fact, widen `lead` of the entry in cues/TABLE.toml",
    NEEDS: "if it is a fact, add the word that tells so to `needs` of the entry in cues/TABLE.toml",
    REQUEST: "if the source states it, narrow `request` in words/reading.toml",
    REJECTED: "if the section is of what was chosen, narrow `rejected` in words/reading.toml",
    NO_ROW: "add the value to `codes` of the entry in cues/TABLE.toml, or its words to words/topics.toml",
    LEVEL: "if the subject is a place or its partnership, add its name to the aliases of the profile",
    NO_SUBJECT: "add the name that the document has for the place to the aliases of the profile",
    NOT_CLAIMED: "add the name by which the part calls the place to the aliases of the profile",
    TIED: "leave one of the profiles out, or make one of them narrower",
}
"""What to change for such a sentence to give a fact, in the coding frame or what is added to it."""
