"""Additions to the coding frame: what they change, and how a fault in them is told."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from placebench.codebook import Additions, load_additions, load_codebook, parse_additions
from placebench.codebook.frame import find, sections
from placebench.codebook.method import load_method
from placebench.coding.examples import ExampleReader
from placebench.errors import CodebookError

FLOCKS = """
[[governance.meeting_frequency]]
match = ["flocks together (?P<value><frequency>)"]
codes = { "month" = "monthly" }
"""
ONE = "The Alpha Partnership flocks together every month."
USUAL = "The Alpha Partnership meets every month."


def reader(*texts: str) -> ExampleReader:
    return ExampleReader(load_codebook(tuple(added(text) for text in texts)))


def added(text: str, name: str = "folder/Our words.toml") -> Additions:
    return parse_additions(name, text)


def monthly(read: ExampleReader, text: str) -> bool:
    return read.gives(text, "governance", {"feature": "meeting_frequency", "value": "monthly"})


class TestEntries:
    def test_a_cue_is_added_to_those_of_the_package(self) -> None:
        assert not monthly(reader(), ONE)
        assert monthly(reader(FLOCKS), ONE)
        assert monthly(reader(FLOCKS), USUAL)

    def test_a_replaced_entry_has_the_new_cues_only(self) -> None:
        read = reader('replace = ["governance.meeting_frequency"]\n' + FLOCKS)
        assert monthly(read, ONE)
        assert not monthly(read, USUAL)

    @pytest.mark.parametrize("entry", ["governance.chairing", "priorities.begins", "posts.post"])
    def test_an_entry_that_is_emptied_gives_nothing_and_stops_nothing(self, entry: str) -> None:
        read = reader(f'replace = ["{entry}"]')
        assert monthly(read, USUAL)
        assert not read.rows("The Alpha Partnership's priorities will be decided.", "priorities")

    def test_the_rule_of_a_row_names_the_additions_and_is_an_entry_of_the_frame(self) -> None:
        (row,) = reader(FLOCKS).rows(ONE, "governance")
        assert row.rule == "governance.meeting_frequency@our-words"
        (section,) = find(row.rule, sections(codebook=load_codebook((added(FLOCKS),))))
        assert [signal.patterns["match"] for signal in section.signals] == [
            ("flocks together (?P<value><frequency>)",)
        ]

    def test_of_two_the_later_comes_first(self) -> None:
        yearly = FLOCKS.replace('"month" = "monthly"', '"month" = "annual"')
        first, second = added(FLOCKS), added(yearly, "later.toml")
        values = [row.value for row in ExampleReader(load_codebook((first, second))).rows(ONE, "governance")]
        assert values[0] == "annual"

    def test_a_term_may_widen_what_it_was(self) -> None:
        wider = '[terms]\nfrequency = "<frequency>|each full moon"\n'
        book = load_codebook((added(wider),))
        assert book.pattern("^meets <frequency>$").matches("meets each full moon")
        assert not book.pattern("^meets <frequency> here$").matches("meets each full moon")
        assert not book.pattern("^meets <frequency>$").matches("each full moon")
        usual = reader(wider).rows("The Alpha Partnership meets each month.", "governance")
        assert usual == reader().rows("The Alpha Partnership meets each month.", "governance")

    def test_words_of_topics_and_sectors_are_added(self) -> None:
        book = load_codebook(
            (
                added('[topics.prevention]\nmatch=["park runs"]'),
                added('[[sectors.sector]]\ncode="vcse"\nmatch=["time banks?"]'),
            )
        )
        assert [topic.code for topic in book.topics if topic.match.matches("free park runs")] == [
            "prevention"
        ]
        assert book.sectors[0].match.matches("a time bank")

    def test_a_definition_is_replaced_and_examples_are_added(self) -> None:
        text = (
            '[method.features.host]\ndefinition = "Ours."\n'
            'examples = [{ text = "The trust hosts the Alpha Partnership.", expect = { value = "x" } }]'
        )
        entries = {entry.code: entry for entry in load_method((added(text),)).groups["features"]}
        theirs = {entry.code: entry for entry in load_method().groups["features"]}
        assert entries["host"].definition == "Ours."
        assert entries["host"].examples[1:] == theirs["host"].examples
        assert entries["board"] == theirs["board"]

    def test_digest_tells_additions_apart(self) -> None:
        plain, ours = load_codebook(), load_codebook((added(FLOCKS),))
        assert len({plain.digest, ours.digest, load_codebook((added(FLOCKS + "#"),)).digest}) == 3

    def test_goes_to_another_process(self) -> None:
        assert load_codebook((pickle.loads(pickle.dumps(added(FLOCKS))),)) is load_codebook((added(FLOCKS),))

    def test_capitals_may_stand_where_they_count(self) -> None:
        text = "[[governance.host]]\ncase = true\nmatch = ['(?P<value>Alpha Trust) hosts']\nneeds = '\\Dit'"
        assert load_codebook((added(text),)).cues["governance"]


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[[governance.board]]\nmatch = x", "our.toml, line 2: expected TOML"),
            ("[[governanc.board]]", "line 1: expected a file of the coding frame, such as governance"),
            ("[[governance.bord]]\nmatch=['x']", "line 1: expected a governance feature, such as board"),
            ("[[events.renaming]]\nmatch=['x']", "line 1: expected an entry of events, such as renamed"),
            ("[governance.board]\nmatch=['x']", r"line 1: expected tables headed \[\[governance.board\]\]"),
            ("\n[[governance.host]]\nvalue='x'", r"line 2: expected the key match, found only value"),
            ("[[governance.host]]\nmatch='x'", "line 2: expected a list of expressions"),
            ("[[governance.host]]\nmatch=['(x']", "line 2: expected an expression that compiles"),
            ("[[governance.host]]\nmatch=['x(?=y)']", "line 2: expected an expression that compiles"),
            ('[[governance.host]]\nmatch=["\\bhost"]', "expression that compiles, found a backspace"),
            ("[[governance.chairing]]\nmatch=['x']\nvalue='bishop'", "line 3: expected a value of chairing"),
            (
                "[[governance.chairing]]\nmatch=['(?P<wer>x)(?P<was>y)']",
                r"line 2: expected no group.* of chairing, found \(\?P<was>\.{3}\) and \(\?P<wer>\.{3}\)",
            ),
            ("[[governance.chairing]]\nmatch=['x']\nstatus='soon'", "line 3: expected a code of govern"),
            ("[[outcomes.percentage]]\nmatch=['x']", r"line 2: expected the group \(\?P<\w+>"),
            ("[[force.marker]]\nstatus='maybe'\nmatch=['x']", "line 2: expected a status"),
            ("[topics.houses]\nmatch=['x']", "line 1: expected a topic"),
            ("[topics]\nprevention='x'", "line 2: expected a table headed"),
            ("[[sectors.sector]]\ncode='church'\nmatch=['x']", "line 2: expected a sector"),
            ("[terms]\na='<b>'\nb='<c>'\nc='<a>'", "line 2: expected terms .* found a -> b -> c -> a"),
            ("[terms]\ncouncil='<members>'\nmembers='a <council>'", r"line [23]: expected terms .* -> "),
            ("[[governance.chairing]]\nmatch=['joined by']\nvalue='joined'", "line 3: expected a value of"),
            ("[[governance.board]]\nmatch=['(?P<value>x) Hosted']", "line 2: expected small letters in m"),
            ("[[governance.shared_plan]]\nmatch=['x']\nneeds='ICB'", "line 3: expected small letters in n"),
            ("[[governance.host]]\nmatch=[“x”]", "line 2: expected TOML.*; texts stand in straight quotes"),
            ("[terms]\na='<nowhere>'", "line 2: expected a term of terms.toml, found <nowhere>"),
            ("replace=['governance.hosts']", "line 1: expected an entry .*such as governance.host"),
            ("replace='governance.host'", "line 1: expected a list of entries"),
            ("[reading.question]\nmatch=['x', 1]", "our.toml.* expected a list of expressions"),
        ],
    )  # fmt: skip
    def test_is_told_with_file_and_line(self, text: str, message: str) -> None:
        with pytest.raises(CodebookError, match=message) as raised:
            load_codebook((added(text, "our.toml"),))
        assert str(raised.value).startswith("our.toml")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[method.feature.host]", "line 1: expected tables of one of the groups"),
            ("[method.features.hosts]\ndefinition='x'", "line 1: expected a code of features, such as host"),
            ("[method.features.host]\ndefinitions='x'", "line 2: expected one of counter_examples, counts"),
            ("method=1", "line 1: expected tables headed"),
            (
                "[method.features.host]\nexamples=[{text='x', expect={status='inplace'}}]",
                "line 2: expected a code of governance.status, such as in_place",
            ),
        ],
    )
    def test_of_the_method_section_is_told_too(self, text: str, message: str) -> None:
        with pytest.raises(CodebookError, match=f"our.toml, {message}"):
            load_method((added(text, "our.toml"),))

    def test_of_the_file_itself_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(
            CodebookError, match="expected a file of additions to the codebook, found No such"
        ):
            load_additions(tmp_path / "none.toml")
        (tmp_path / "latin.toml").write_bytes(b'[terms]\na = "\xe9"')
        with pytest.raises(CodebookError, match="expected text in UTF-8"):
            load_additions(tmp_path / "latin.toml")
