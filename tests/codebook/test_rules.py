"""Every rule that a row names is an entry that `placebench codebook` prints."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from placebench import coding, import_documents
from placebench.codebook.frame import find, sections
from placebench.model import FACT_TABLES

ROOT = Path(__file__).resolve().parents[2]
CODERS = Path(coding.__file__).parent
FRAME = sections()


def in_code() -> Iterator[str]:
    """Yield the rules that coders write by name, whole or behind the name of their table."""
    for file in sorted(CODERS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            told = _told(node, file)
            table, _, rule = told.partition(".")
            if table in FACT_TABLES and rule.isidentifier():
                yield told


def _told(node: ast.AST, file: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr) or [type(one) for one in node.values] != [
        ast.FormattedValue,
        ast.Constant,
    ]:
        return ""
    table, rest = node.values
    name = ".".join(("placebench", "coding", *file.relative_to(CODERS).with_suffix("").parts))
    value = getattr(importlib.import_module(name), getattr(table.value, "id", ""), None)
    return f"{value}{rest.value}" if isinstance(value, str) else ""


@pytest.mark.parametrize("rule", sorted({*in_code()}))
def test_a_rule_that_a_coder_names_is_printed(rule):
    (section, *_) = find(rule, FRAME)
    assert rule in section.rules or rule in section.names


@pytest.mark.whole
def test_every_rule_of_the_example_rows_is_printed():
    done = import_documents([ROOT / "examples" / "documents"], jobs=0)
    rules = {rule for table in FACT_TABLES for rule in done.dataset[table]["rule"].to_pylist() if rule}
    assert len(rules) > 50
    for rule in rules:
        assert find(rule, FRAME), rule


@pytest.mark.parametrize("rule", ["remits.prose", "remits.table", "delegations.table", "memberships.signs"])
def test_a_rule_without_cues_is_printed_with_its_own_words(rule):
    (section,) = find(rule, FRAME)
    assert {signal.rule for signal in section.signals} == {rule}
    assert rule.partition(".")[2] in section.entry.rules


def test_a_rule_of_additions_is_that_of_the_entry_to_which_they_add():
    assert find("governance.board@mine", FRAME) == find("governance.board", FRAME)
