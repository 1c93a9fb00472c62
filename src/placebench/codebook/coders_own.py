"""Entries of the files of cues that signal nothing: words that a coder asks for, by name, beside a cue's."""

from __future__ import annotations

from collections.abc import Mapping

CODERS_OWN: Mapping[str, frozenset[str]] = {
    "commitments": frozenset({"asks", "its_board_does", "its_board_is_for"}),
    "events": frozenset({"agreement", "bodies", "changes", "commissioners", "head", "no_head"}),
    "exercises": frozenset({"named"}),
    "footprints": frozenset({"before_now", "kinds", "lives_here", "places", "until"}),
    "milestones": frozenset(
        {
            "depends",
            "done",
            "doubted",
            "heading",
            "month_acts",
            "no_act",
            "of_places",
            "of_another_clause",
            "of_something_else",
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
        {"adverse", "begins", "beside", "context", "counted_in", "elsewhere", "period", "target"}
    ),
    "priorities": frozenset(
        {"announces", "begins", "candidates", "chapters", "ends", "no_list", "others", "refers", "who"}
    ),
    "programmes": frozenset({"answer", "body", "national", "over"}),
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
