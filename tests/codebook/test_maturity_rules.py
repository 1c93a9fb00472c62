"""Rules on maturity: those of the package, those of users, and errors that tell file and line."""

from __future__ import annotations

import pytest

from placebench.codebook.maturity_file import RulesFile, build_maturity_rules, load_maturity_rules
from placebench.codebook.maturity_rules import Condition, edition_of
from placebench.errors import CodebookError, UsageError

MATRIX = "bob/place-based-partnership-maturity-matrix"
RULE = """framework = "north/our-matrix"

[no-board]
theme = "Governance"
below = "Maturing"
criterion = "a board"
reason = "There is none."
when = [
  { table = "governance", feature = "board", status = ["absent", "ended"] },
]
"""


def built(text, *more):
    """Return the rules of some texts, the first that of the package."""
    files = [RulesFile("rules.toml", text.encode())]
    return build_maturity_rules([*files, *(RulesFile("m.toml", one.encode(), "@mine") for one in more)])


def test_a_rule_is_read_with_all_its_parts():
    (rule,) = built(RULE).rules
    assert (rule.rule, rule.name) == ("maturity.no-board", "no-board")
    assert (rule.framework, rule.theme) == ("north/our-matrix", "Governance")
    assert (rule.bound, rule.stage, rule.criterion) == ("below", "Maturing", "a board")
    assert rule.when == (Condition("governance", {"feature": ("board",), "status": ("absent", "ended")}),)


def test_the_package_has_rules_for_the_published_matrix_whatever_its_edition():
    rules = load_maturity_rules()
    assert rules.of(f"{MATRIX}-72ade4e1") == rules.of(MATRIX) == rules.rules
    assert {rule.bound for rule in rules.rules} == {"at_least", "below"}
    assert len({rule.rule for rule in rules.rules}) == len(rules.rules) > 0


@pytest.mark.parametrize(
    ("identifier", "same"),
    [
        ("north/our-matrix", True),
        ("north/our-matrix-0a1b2c3d", True),
        ("north/our-matrix-extended", False),
        ("north/our-matrix-extended-0a1b2c3d", False),
        ("south/our-matrix-0a1b2c3d", False),
    ],
)
def test_an_edition_is_the_name_with_a_digest(identifier, same):
    assert edition_of("north/our-matrix", identifier) is same


class TestFilesOfUsers:
    def test_a_rule_says_whose_it_is(self, tmp_path):
        (tmp_path / "Our rules.toml").write_text(RULE)
        assert (
            load_maturity_rules([tmp_path / "Our rules.toml"]).rules[-1].rule == "maturity.no-board@our-rules"
        )

    def test_a_rule_takes_the_place_of_one_with_its_name(self):
        (rule,) = built(RULE, RULE.replace("Maturing", "Developing")).rules
        assert (rule.rule, rule.stage) == ("maturity.no-board@mine", "Developing")

    def test_what_is_replaced_by_nothing_is_left_out(self):
        assert built(RULE, 'framework = "x/y"\nreplace = ["no-board"]').rules == ()

    def test_every_file_counts_in_the_digest(self):
        digests = {built(RULE).digest, built(RULE, RULE).digest, built(f"{RULE}\n").digest}
        assert len(digests) == 3

    def test_a_missing_file_names_the_nearest(self, tmp_path):
        (tmp_path / "rules.toml").write_text(RULE)
        with pytest.raises(
            CodebookError, match=r"rule.toml: expected a file of rules.*did you mean .*rules.toml"
        ):
            load_maturity_rules([tmp_path / "rule.toml"])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('framework = "north/our-matrix"\n', "\n", None, "expected the key framework"),
        ("[no-board]", "[No_Board]", 3, "expected rules headed"),
        ("reason =", "reasons =", 7, "found the key reasons; did you mean reason"),
        ('reason = "There is none."\n', "", 3, "expected the key reason"),
        ('below = "Maturing"', 'below = "Maturing"\nat_least = "Emerging"', 6, "either at_least or below"),
        ('below = "Maturing"\n', "", 3, "expected either at_least or below, found neither"),
        ("Governance", "", 4, "a text with words for theme"),
        ('theme = "Governance"', "theme = 0", 4, "a whole number from 1 for theme"),
        ('"governance"', '"governace"', 9, "a fact table, such as governance, found “governace”"),
        ("feature", "featur", 9, "a column of governance that a rule may ask for, such as feature"),
        ('feature = "board"', 'body_kind = "subgroup"', 9, "may ask for.*found “body_kind”"),
        ('"board"', '"bord"', 9, "a code of feature, such as board"),
        ('"absent", "ended"', '"missing"', 9, "a code of status.*found “missing”"),
        ('["absent", "ended"]', "[]", 9, "a text or a list of texts for status"),
        ('["absent", "ended"]', '["absent", ""]', 9, "a code, since status is always given"),
        (', status = ["absent", "ended"]', "", 8, "status in each fact of when, found only table, feature"),
        ('"board"', '"chairing", value = "alone"', 9, "a value of the feature.*found “alone”"),
        ('  { table = "governance", feature = "board", status = ["absent", "ended"] },\n', "", 8, "one fact"),
        ("below = ", "below : ", 5, "expected a file of rules on maturity in TOML"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(old, new, line, message):
    assert old in RULE
    with pytest.raises(CodebookError, match=message) as error:
        built(RULE.replace(old, new))
    found = error.value.where.partition(", column")[0]
    assert found == ("rules.toml" if line is None else f"rules.toml, line {line}")


def test_a_rule_to_replace_that_there_is_none_of_names_the_nearest():
    with pytest.raises(CodebookError, match=r"m.toml, line 2: .*such as no-board, found “no-bord”"):
        built(RULE, 'framework = "x/y"\nreplace = ["no-bord"]')


class TestFind:
    @pytest.mark.parametrize("name", ["maturity.no-board", "maturity.no-board@mine"])
    def test_by_name_and_by_what_a_row_has(self, name):
        rules = built(RULE, RULE)
        assert rules.find(name) == rules.find("maturity") == rules.rules

    def test_other_entries_are_none_of_theirs(self):
        assert built(RULE).find("governance.board") == ()

    def test_an_unknown_rule_names_the_nearest(self):
        with pytest.raises(UsageError, match=r"did you mean maturity\.no-board"):
            built(RULE).find("maturity.no-bord")
