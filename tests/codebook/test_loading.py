"""The coding frame: what its files may hold, and that they hold it."""

from __future__ import annotations

import pytest

from placebench.codebook import Codebook, Cue, build_codebook, load_codebook
from placebench.codebook.loading import package_texts
from placebench.errors import CodebookError
from placebench.model import TABLES, columns_of
from placebench.model.vocabularies import BODY_KIND, FEATURES, ROLE, SECTOR, STATUS, TOPIC

BOOK = load_codebook()
CUES = [
    pytest.param(table, cue, id=f"{cue.rule}-{number}")
    for table, cues in BOOK.cues.items()
    for number, cue in enumerate(cues)
]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return package_texts()


def built(texts: dict[str, str], **changed: str) -> Codebook:
    return build_codebook(texts | changed)


class TestFiles:
    def test_every_file_of_cues_is_named_for_a_table(self) -> None:
        assert set(BOOK.cues) <= set(TABLES)

    @pytest.mark.parametrize(("table", "cue"), CUES)
    def test_cue_gives_codes_of_the_model(self, table: str, cue: Cue) -> None:
        columns = {column.name: column for column in columns_of(TABLES[table])}
        given = {**cue.columns, "status": cue.status, "body_kind": cue.body_kind, "basis": cue.basis}
        for name, value in given.items():
            if value is not None and name in columns and columns[name].vocabulary is not None:
                assert value in columns[name].vocabulary
        assert set(cue.columns) <= set(columns)

    @pytest.mark.parametrize("cue", BOOK.cues["governance"], ids=lambda cue: f"{cue.entry}-{cue.value}")
    def test_cue_for_governance_is_a_feature_with_its_own_values(self, cue: Cue) -> None:
        feature = FEATURES[cue.entry]
        values = [value for value in (cue.value, *(code for _, code in cue.codes)) if value is not None]
        if feature.holds == "codes":
            assert set(values) <= set(feature.codes)
        else:
            assert not values or feature.holds != "nothing"

    def test_codes_are_in_the_vocabularies(self) -> None:
        assert {marker.status for marker in BOOK.force} <= {*STATUS.codes, "none"}
        assert {topic.code for topic in BOOK.topics} <= set(TOPIC.codes)
        assert {code for topic in BOOK.topics for code in topic.unless} <= set(TOPIC.codes)
        assert {sector.code for sector in BOOK.sectors} <= set(SECTOR.codes)
        assert {body.code for body in BOOK.bodies} <= set(BODY_KIND.codes)
        assert {cue.entry for cue in BOOK.cues["roles"]} <= {*ROLE.codes, "post"}
        assert set(BOOK.posts["post"]) <= set(ROLE.codes)
        assert set(BOOK.remits["delegated"]) == {"yes", "partly", "no"}

    def test_scales_have_their_own_names_in_lower_case(self) -> None:
        assert len(set(BOOK.scales)) == len(BOOK.scales)
        assert all(len(set(scale)) == len(scale) >= 3 for scale in BOOK.scales)
        assert all(name == name.lower() for scale in BOOK.scales for name in scale)

    def test_digest_names_the_texts(self, texts: dict[str, str]) -> None:
        assert built(texts).digest == BOOK.digest
        assert built(texts, terms=texts["terms"] + "\n# another").digest != BOOK.digest


class TestWrongFile:
    @pytest.mark.parametrize(
        ("text", "found", "line"),
        [
            ('[[host]]\nmatch = ["hosts"]\nwhen = "now"\n', "when", 3),
            ('[[host]]\nmatch = ["<partnershp> hosts"]\n', "<partnershp>", 2),
            ('[[host]]\nmatch = ["hosts"]\n[[host]]\nmatch = ["(hosts"]\n', "missing )", 4),
            ('[[host]]\nmatch = ["hosts"]\nneeds = "a(?=b)"\n', "(?=", 3),
            ('[[host]]\nmatch = ["hosts"\n[[board]]\n', "line 3", 3),
            ('[[host]]\nmatch = "hosts"\n', "'hosts'", 2),
            ('\n[[host]]\nvalue = "trust"\n', "only value", 2),
            ('[[host]]\nmatch = ["hosts"]\ncodes = { "(" = "trust" }\n', "missing )", 3),
        ],
        ids=["key", "term", "expression", "look-around", "toml", "text for a list", "no match", "code"],
    )
    def test_is_named_with_its_line(self, texts: dict[str, str], text: str, found: str, line: int) -> None:
        with pytest.raises(CodebookError) as raised:
            built(texts, governance=text)
        assert found in raised.value.found
        assert raised.value.where is not None
        assert raised.value.where.startswith("governance.toml")
        assert f"line {line}" in raised.value.where

    def test_term_may_use_other_terms(self, texts: dict[str, str]) -> None:
        terms = f'late = "<partnership> <later>"\nlater = "board"\n{texts["terms"]}'
        assert built(texts, terms=terms).terms["late"] == f"{BOOK.terms['partnership']} board"
        with pytest.raises(CodebookError, match=r"terms\.toml, line \d+: expected a term .* found <latest>"):
            built(texts, terms=f'{terms}\nlast = "<latest>"\n')

    def test_term_that_stands_for_itself_is_named_with_its_way_round(self, texts: dict[str, str]) -> None:
        terms = f'one = "<two>"\ntwo = "<three>"\nthree = "a <one>"\n{texts["terms"]}'
        with pytest.raises(CodebookError, match=r"terms\.toml, line 1: .* found one -> two -> three -> one"):
            built(texts, terms=terms)

    @pytest.mark.parametrize(
        "stem", ["topics", "sectors", "force", "remit_tables", "identify", "reading", "bodies"]
    )
    def test_expressions_of_every_file_are_checked(self, texts: dict[str, str], stem: str) -> None:
        changed = texts[stem].replace('["', '["(', 1)
        if stem == "force":
            changed = texts[stem].replace('mask = [\n  "', 'mask = [\n  "(', 1)
        with pytest.raises(CodebookError, match=rf"{stem}\.toml, line \d+: expected an expression"):
            built(texts, **{stem: changed})


@pytest.fixture(scope="module")
def book(texts: dict[str, str]) -> Codebook:
    governance = """
        [[meeting_frequency]]
        match = ["meets (?P<value><frequency>)"]
        codes = { "month" = "monthly", "week" = "weekly" }
        [[board]]
        case = true
        match = ["(?P<value>[A-Z]\\\\w+ Board)", "(?P<value>[A-Z]\\\\w+ Forum)"]
        """
    return built(texts, governance=governance)


class TestCues:
    @pytest.mark.parametrize(
        ("sentence", "entries"),
        [
            ("The Alpha Board meets every month.", ["meeting_frequency", "board"]),
            ("The Alpha Forum decides.", ["board"]),
            ("the board meets every week", ["meeting_frequency"]),
            ("Nothing of the kind.", []),
        ],
    )
    def test_of_a_sentence_come_in_the_order_of_the_file(
        self, book: Codebook, sentence: str, entries: list[str]
    ) -> None:
        found = book.cues_in(sentence, sentence.lower()).get("governance", ())
        assert [cue.entry for cue in found] == entries

    @pytest.mark.parametrize(
        ("words", "code"), [("Every month", "monthly"), ("each week", "weekly"), ("now", None)]
    )
    def test_code_of_captured_words(self, book: Codebook, words: str, code: str | None) -> None:
        assert book.entry("governance", "meeting_frequency").code(words) == code

    def test_cue_without_codes_keeps_the_words(self, book: Codebook) -> None:
        assert book.entry("governance", "board").code("Alpha Board") == "Alpha Board"
