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
    NOT_CLAIMED: "a part of the document that no importer claims",
    TIED: "a part that several importers claim with equal rank, so that none reads it",
    OWN_READING: "the importer reads without cues, and gives no reasons",
}
"""What each reason says, for people."""
