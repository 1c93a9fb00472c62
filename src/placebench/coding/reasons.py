"""Why words that signal a fact give none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

QUESTION = "question"
QUOTED = "quoted"
ELSEWHERE = "elsewhere"
NEGATED = "nothing_asserted"
UNLESS = "unless"
LEAD = "lead"
NEEDS = "needs"
TABLE = "table"
HEADED = "heading"
BELOW = "below"
REJECTED = "rejected"
REQUEST = "request"
DECLARED = "declared"
LESSON = "lesson"
NO_ROW = "no_row"
PARTLY = "partly"
BODY = "body"
LEVEL = "level"
NO_SUBJECT = "no_subject"
NOT_CLAIMED = "not_claimed"
TIED = "tied"
OWN_READING = "own_reading"
POINTS = "points"

LAID_OUT = "laid_out"
ONE_ROW = "one_row"
READ_WHOLE = "read_whole"
HEADER = "header"
COLUMNS = "columns"
UNTITLED = "untitled"
OF_OTHERS = "of_others"
NO_PLACE = "no_place"
VALUES = "values"
PARTLY_READ = "partly_read"

_MOST = 3

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
    BELOW: "a line of a list below a heading that has words of the cue, and gave nothing",
    REQUEST: "what a meeting asks of somebody, or a report that it notes",
    DECLARED: "what somebody declares of their own interests",
    LESSON: "a lesson for others, which tells of no one place",
    REJECTED: "an alternative that was considered and not chosen",
    NO_ROW: "the words count, but the sentence does not say, or not in known words, what a row must have",
    PARTLY: "the sentence gave facts of other tables, and its words for this one give no row",
    BODY: "the words count, but the body is the system's, a partner's or a group's, and no partnership",
    LEVEL: "the sentence speaks of the system, and the table holds what places do",
    NO_SUBJECT: "neither the sentence nor the document names a place that the words could be about",
    NOT_CLAIMED: "a part of the document that no importer claims",
    TIED: "a part that several importers claim with equal rank, so that none reads it",
    POINTS: "a list of organisations that has fewer points than are asked of one of members",
    OWN_READING: "the importer reads without cues, and gives no reasons",
}
"""What each reason says, for people."""

MUST_HAVE: Mapping[str, str] = {
    "commitments": "a list of what partnerships are for or will do",
    "delegations": "what passes, and to whom",
    "events": "what changed, and of which partnership or place",
    "exercises": "a framework or review of maturity, and what was done with it",
    "footprints": "how many places, neighbourhoods or people",
    "governance": "the value or body of the feature",
    "memberships": "an organisation or sector, and that it is a member",
    "milestones": "what will be done, and a date that lies ahead",
    "outcomes": "what was measured, and a figure",
    "priorities": "what the partnership works on",
    "programmes": "the name of a programme",
    "recommendations": "what somebody is asked to do",
    "roles": "a post in the partnership, and who holds it",
    "statements": "a strength, or something to develop",
}
"""What a row of each table must have, which words that count may stand without; for people."""

_OWN_FILE = "in a file of your own, which `--codebook` takes (docs/codebook.md)"
_OWN_CUE = f"if it is a fact, add a cue that asks for other words: {{entries}} {_OWN_FILE}"

REMEDIES: Mapping[str, str] = {
    QUESTION: f"if the source states it, add words of it to `unless` of [reading.question] {_OWN_FILE}",
    QUOTED: "if the words are the source's own, add what introduces them to `unless` of [reading.quotation] "
    f"{_OWN_FILE}",
    ELSEWHERE: "if the words name this system or a place of it, add that name to the aliases of the profile",
    NEGATED: f"if it is asserted, add the misleading words to `mask` of [force] {_OWN_FILE}",
    UNLESS: _OWN_CUE,
    BELOW: f"if the list is one of them, add a cue with the words of the heading: {{entries}} {_OWN_FILE}",
    LEAD: _OWN_CUE,
    NEEDS: _OWN_CUE,
    REQUEST: f"if the source states it, add words of it to `unless` of [reading.request] {_OWN_FILE}",
    DECLARED: f"if the source states it, add words of it to `unless` of [reading.declared] {_OWN_FILE}",
    REJECTED: "if the section is of what was chosen, add its heading to `unless` of [reading.rejected] "
    f"{_OWN_FILE}",
    LESSON: "if the section tells of this place alone, add its heading to `unless` of [reading.lessons] "
    f"{_OWN_FILE}",
    NO_ROW: f"if it says so in other words, add a cue with them, {{entries}}, or the words of a topic, "
    f"[topics.CODE], {_OWN_FILE}; a holder of one word is taken for none",
    PARTLY: f"if it is a fact of that table too, add a cue for it: {{entries}} {_OWN_FILE}",
    BODY: "if the body is a place's partnership, add its name to the partnerships of the profile, or to "
    "`partnership` of its [words]",
    LEVEL: "if the subject is a place or its partnership, add its name to the aliases of the profile",
    NO_SUBJECT: "add the name that the document has for the place to the aliases of the profile",
    NOT_CLAIMED: "add the name by which the part calls the place or its partnership to the aliases of the "
    "profile; where it has that name, too little in it is about joint work in health and care",
    POINTS: "if they are members, add a sign that tells it, [[signs.sign]], or a cue, [[memberships.sits]], "
    f"{_OWN_FILE}",
    TIED: "leave one of the profiles out, or make one of them narrower",
}
"""What a user can change for such a sentence to give a fact; `{entries}` stands for those of its cues."""

TABLE_REASONS: Mapping[str, str] = {
    HEADER: "header not understood: it has no column of a kind of table that is known",
    COLUMNS: "a column is missing",
    UNTITLED: "no words above the table, nor in the title of the document, say that it is of this kind",
    OF_OTHERS: "what stands above it says that it is of something or somebody else",
    NO_PLACE: "no place is known for its rows",
    VALUES: "its rows name no value, holder, sector, topic or date that a row can have, or nothing above it "
    "says that it is the partnership's",
    PARTLY_READ: "some of it gave rows, and some did not",
    ONE_ROW: "a single row, so that nothing heads it",
    READ_WHOLE: "a matrix, ratings or remits, of which no row says enough",
    LAID_OUT: "only lays text out: read as text",
    NOT_CLAIMED: "in a part of the document that no importer claims",
    TIED: "in a part that several importers claim with equal rank, so that none reads it",
    OWN_READING: "its importer reads tables in a way of its own, and gives no reasons",
}
"""What each reason for which a table gives nothing says, for people."""

TABLE_REMEDIES: Mapping[str, str] = {
    HEADER: "if it is one of the kinds in docs/formats.md, add the words of its header to those of a column "
    f"{_OWN_FILE}",
    COLUMNS: f"if a header means that column, add its words: {{words}}, {_OWN_FILE}",
    UNTITLED: f"if it is of this kind, add words that stand above it: {{words}}, {_OWN_FILE}",
    NO_PLACE: "name the place in its rows or above it, or add the name that it has there to the aliases of "
    "the profile",
    NOT_CLAIMED: REMEDIES[NOT_CLAIMED],
    TIED: REMEDIES[TIED],
}
"""What a user can change for such a table to give rows; `{words}` stands for where their words are."""


def table_remedy(reason: str, words: Iterable[str]) -> str | None:
    """Return what a user can change for a table to give rows; None where there is nothing.

    Args:
        reason: A key of `TABLE_REASONS`.
        words: Where the coding frame has the words that the table lacks.
    """
    told = TABLE_REMEDIES.get(reason)
    return told.format(words=" or ".join(dict.fromkeys(words))) if told else None


def remedy(reason: str, rules: Iterable[str]) -> str | None:
    """Return what a user can change for sentences to give a fact; None where there is nothing.

    Args:
        reason: A key of `REASONS`.
        rules: Rules of the cues whose words the sentences hold, as `governance.board`.
    """
    entries = dict.fromkeys(f"[[{rule.partition('@')[0]}]]" for rule in rules)
    told = REMEDIES.get(reason)
    return told.format(entries=" or ".join(list(entries)[:_MOST])) if told else None
