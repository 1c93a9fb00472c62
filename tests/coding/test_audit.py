"""Each sentence that holds words of the coding frame and gives no fact is told with its reason."""

from __future__ import annotations

import re

import attrs
import pytest

from placebench.codebook import load_codebook, load_profile, parse_additions
from placebench.codebook.coders_own import CODERS_OWN
from placebench.coding import reasons
from placebench.coding.audit import silent_cells, silent_in, silent_prose
from placebench.coding.coverage import Marked
from placebench.coding.names import names_of
from placebench.coding.reading import Reading
from placebench.coding.system_importer import CODERS
from placebench.documents import Span, read_document
from placebench.importer import Fact
from placebench.model import FactRow


@pytest.fixture
def silent(profile):
    """Return what is silent in a text, as pairs of rule and reason."""

    def found(text):
        document = read_document(text.encode(), "paper")
        reading = Reading(
            document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
        )
        given = [fact for coder in CODERS.values() for fact in coder(reading) if isinstance(fact, Fact)]
        facts = [fact for fact in given if isinstance(fact.row, FactRow)]
        quoted = Marked(span for fact in facts for quote in fact.quotes for span in quote.spans)
        both = [*silent_in(reading, quoted), *silent_cells(document, load_codebook(), quoted)]
        return {(silence.rule, silence.reason) for silence in both}

    return found


@pytest.mark.parametrize(
    ("text", "rule", "reason"),
    [
        (
            "Minutes\n\nMembers asked whether the Alpha partnership had pooled budgets.",
            "governance.pooled_budget",
            reasons.QUESTION,
        ),
        (
            "Update\n\nNHS England expects that a partnership has pooled budgets.",
            "governance.pooled_budget",
            reasons.ELSEWHERE,
        ),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>pooled budgets</td><td>later</td></tr></table>",
            "governance.pooled_budget",
            reasons.TABLE,
        ),
        (
            "<h2>How Alpha Together set its priorities</h2><ul><li>Frailty</li><li>Falls</li></ul>",
            "priorities.heading",
            reasons.BELOW,
        ),
        (
            "<h2>Alternative options considered</h2><p>The Alpha partnership has pooled budgets.</p>",
            "governance.pooled_budget",
            reasons.REJECTED,
        ),
        (
            "Update\n\nThat the Alpha partnership be asked to bring a report on its pooled budgets.",
            "governance.pooled_budget",
            reasons.REQUEST,
        ),
    ],
)
def test_a_cue_that_gives_nothing_has_a_reason(silent, text, rule, reason):
    assert (rule, reason) in silent(text)


def test_a_sentence_that_gave_a_fact_is_not_silent(silent):
    assert silent("Update\n\nThe Alpha partnership has pooled budgets.") == set()


def test_words_that_introduce_a_list_of_facts_are_not_silent(silent):
    assert (
        silent("Update\n\nThe priorities of the Alpha partnership are:\n\n- frailty\n- mental health\n")
        == set()
    )


FRAME = {
    "needs": ("Alpha has a pool.", "Alpha has a pool of money."),
    "unless": ("Alpha has a pool of money to swim in.", "Alpha has a pool of money."),
}


@pytest.mark.parametrize("condition", ["needs", "unless"])
def test_a_condition_of_a_cue_that_is_not_met_is_named(profile, condition):
    codebook = load_codebook()
    cue = next(c for c in codebook.cues["governance"] if c.entry == "pooled_budget")
    evolved = attrs.evolve(
        cue, match=codebook.pattern("pool"), needs=codebook.pattern("money"), unless=codebook.pattern("swim")
    )
    frame = attrs.evolve(codebook, cues={"governance": (evolved,)})
    heard = []
    for text in FRAME[condition]:
        document = read_document(f"Update\n\n{text}\n".encode(), "paper")
        reading = Reading(document, (document.span,), profile, names_of(profile, frame), frame)
        heard += [one.reason for s in reading.statements for one in reading.heard("governance", s)]
    assert heard == [condition, None]


def test_a_part_that_nobody_reads_has_the_reason_that_is_given():
    text = "The partnership has pooled budgets. The Alpha board has pooled budgets."
    document = read_document(text.encode(), "paper.txt")
    nothing = Marked([])
    inside = Span(0, 34)
    found = list(
        silent_prose(document, load_codebook(), [document.span], nothing, "not_claimed", but=Marked([inside]))
    )
    assert {document.at(one.span) for one in found} == {"The Alpha board has pooled budgets."}
    assert {one.reason for one in found} == {"not_claimed"}


def test_words_of_the_coders_own_are_entries_of_the_frame():
    cues = load_codebook().cues
    for table, entries in CODERS_OWN.items():
        assert entries <= {cue.entry for cue in cues[table]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Update\n\nOur priorities are frailty and falls.", reasons.NO_SUBJECT),
        ("Update\n\nNHS North has agreed that its top priority is frailty.", reasons.LEVEL),
    ],
)
def test_priorities_of_no_place_are_told_with_their_level(silent, text, reason):
    assert reason in {why for rule, why in silent(text) if rule.startswith("priorities.")}


def test_words_of_a_body_that_is_no_partnership_say_so(silent):
    text = "Update\n\nThe North ICB Board is chaired by the chief executive of Alpha Council."
    assert ("roles.chair", reasons.BODY) in silent(text)


def test_a_remedy_is_of_a_reason():
    assert reasons.REMEDIES.keys() < reasons.REASONS.keys()


def test_a_remedy_names_what_a_file_of_ones_own_may_hold():
    told = {reasons.remedy(reason, ["governance.board@mine"]) or "" for reason in reasons.REASONS}
    headings = {found for text in told for found in re.findall(r"\[+[a-z_.]+\]+", text)} - {"[words]"}
    unless = "unless = ['so to speak']"
    holding = {
        "[force]": "mask = ['so to speak']",
        "[[governance.board]]": "match = ['top (?P<value>table)']",
        "[[memberships.sits]]": "match = ['table of (?P<members>.+)']",
        "[[signs.sign]]": "name = 'table'\npoints = 2\nin = ['before']\nmatch = ['table of']",
    }
    own = "\n".join(f"{heading}\n{holding.get(heading, unless)}" for heading in sorted(headings))
    frame = load_codebook([parse_additions("mine.toml", own)])
    assert frame.reading_unless["request"].matches("so to speak")
    assert "[[governance.board]]" in headings


def test_the_words_of_unless_are_told(profile):
    text = "Update\n\nThe Alpha partnership is a joint committee; the pensions fund is another.\n"
    document = read_document(text.encode(), "paper")
    reading = Reading(
        document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
    )
    told = {one.rule: one.detail for one in silent_in(reading, Marked(()))}

    assert told["governance.arrangement"] == "“pensions”"


def test_what_a_row_must_have_is_told_where_words_that_count_stand_without_it(profile):
    text = "Alpha partnership\n\nThe chair of the partnership will ask members to declare interests.\n"
    document = read_document(text.encode(), "paper")
    reading = Reading(
        document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
    )
    told = {one.rule: one.detail for one in silent_in(reading, Marked(())) if one.reason == reasons.NO_ROW}

    assert told["milestones.ahead"] == "what will be done, and a date that lies ahead"


def test_every_table_with_cues_says_what_its_rows_must_have():
    assert set(reasons.MUST_HAVE) >= set(load_codebook().cues)


@pytest.mark.parametrize(
    ("name", "coded"),
    [
        ("Alpha Integrated Care Partnership", True),
        ("Alpha ICP", True),
        ("North Integrated Care Partnership", False),
        ("Beta Integrated Care Partnership", False),
    ],
)
def test_words_in_the_name_of_a_places_partnership_exclude_nothing(tmp_path, name, coded):
    path = tmp_path / "north.toml"
    path.write_text(
        '[system]\nid = "north"\nname = "North"\n[[place]]\nid = "alpha"\nname = "Alpha"\n'
        '[[place.partnerships]]\nname = "Alpha Integrated Care Partnership"\naliases = ["Alpha ICP"]\n'
        '[[place]]\nid = "beta"\nname = "Beta"\n',
        encoding="utf-8",
    )
    profile = load_profile(path)
    text = f"Alpha: an update\n\n{name} is a joint committee of the ICB and Alpha Council.\n"
    document = read_document(text.encode(), "paper.txt")
    reading = Reading(
        document, (document.span,), profile, names_of(profile, load_codebook()), load_codebook()
    )
    facts = [fact for fact in CODERS["governance"](reading) if isinstance(fact, Fact)]

    assert any(getattr(fact.row, "value", None) == "joint_committee" for fact in facts) is coded
