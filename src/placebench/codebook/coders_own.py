"""Which sentences coders ask for cues, and entries of the files of cues that signal nothing.

The latter are words that a coder asks for, by name, beside a cue's.
"""

from __future__ import annotations

from collections.abc import Mapping

OF_ANY_SENTENCE = frozenset({"programmes", "recommendations"})
"""Tables whose coders ask every sentence: questions, words of others and cells as well as statements."""

CODERS_OWN: Mapping[str, frozenset[str]] = {
    "commitments": frozenset({"asks", "its_board_does", "its_board_is_for"}),
    "events": frozenset({"agreement", "bodies", "changes", "commissioners", "head", "no_head"}),
    "exercises": frozenset({"named", "the_framework"}),
    "footprints": frozenset(
        {
            "before_now",
            "in_tables",
            "in_tables_localities",
            "in_tables_neighbourhoods",
            "in_tables_people",
            "kinds",
            "lives_here",
            "places",
            "until",
        }
    ),
    "milestones": frozenset(
        {
            "decided_then",
            "depends",
            "done",
            "doubted",
            "heading",
            "in_tables",
            "in_tables_due",
            "month_acts",
            "no_act",
            "of_places",
            "of_another_clause",
            "of_something_else",
            "table_date",
            "table_done",
            "table_of_a_plan",
            "table_of_others",
            "term",
            "timetable",
            "until_then",
            "when",
            "when_first",
            "when_last",
            "when_month",
        }
    ),
    "outcomes": frozenset(
        {
            "adverse",
            "begins",
            "beside",
            "further",
            "context",
            "counted_in",
            "elsewhere",
            "in_tables",
            "in_tables_period",
            "period",
            "table_of_results",
            "target",
        }
    ),
    "priorities": frozenset(
        {"announces", "begins", "candidates", "chapters", "ends", "no_list", "others", "refers", "who"}
    ),
    "programmes": frozenset(
        {"answer", "body", "in_tables", "in_tables_about", "national", "over", "table_of_others"}
    ),
    "recommendations": frozenset({"asks", "leads_on", "of_a_report", "open", "point", "routine"}),
    "statements": frozenset(
        {
            "chair_says",
            "headed_development_area",
            "headed_strength",
            "no_review",
            "partners_say",
            "peers_list",
            "peers_say",
            "pronoun",
            "review",
            "scrutiny_says",
            "told_of_partners",
        }
    ),
}
"""Entries by table. Many are short words that stand in most sentences, so that no index leaves them out."""
