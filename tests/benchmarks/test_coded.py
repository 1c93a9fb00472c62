from __future__ import annotations

import pytest

from benchmarks.extraction.coded import read_lines
from placebench.errors import UsageError


def test_a_line_is_a_document_a_table_and_columns(tmp_path):
    file = tmp_path / "facts.jsonl"
    file.write_text(
        '{"doc": "a.txt", "table": "roles", "role": ["chair", "co_chair"], "quote": "chairs"}\n\n'
    )
    (fact,) = read_lines(file)
    assert (fact.doc, fact.table, fact.because) == ("a.txt", "roles", "chairs")
    assert fact.columns == {"role": ["chair", "co_chair"]}
    assert fact.accepted("role") == ["chair", "co_chair"]
    assert fact.accepted("holder") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"doc": "a.txt"', "expected a JSON object"),
        ('["a.txt", "roles"]', "expected an object"),
        ('{"doc": "a.txt"}', "found 'table'"),
        ('{"doc": "a.txt", "table": "rolls"}', "found 'rolls'"),
        ('{"doc": "a.txt", "table": "roles", "rule": "x", "roll": "chair"}', "found 'roll'"),
    ],
)
def test_what_the_model_does_not_have_is_told_with_its_line(tmp_path, line, says):
    file = tmp_path / "facts.jsonl"
    file.write_text(f"\n{line}\n")
    with pytest.raises(UsageError, match=r"facts.jsonl, line 2: .*") as raised:
        read_lines(file)
    assert says in str(raised.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        read_lines(tmp_path / "facts.jsonl")
