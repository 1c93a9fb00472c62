"""Example notebooks: every cell runs, from top to bottom, and results show themselves."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.program

NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples" / "notebooks").glob("*.ipynb"))


def cells(notebook):
    read = json.loads(notebook.read_text("utf-8"))
    return ["".join(cell["source"]) for cell in read["cells"] if cell["cell_type"] == "code"]


def last_value(source, names):
    """Run a cell as a notebook does: what its last line gives is what it shows."""
    tree = ast.parse(source)
    if not isinstance(tree.body[-1], ast.Expr):
        exec(compile(tree, "cell", "exec"), names)
        return None
    last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(last, "cell", "eval"), names)


def test_there_is_a_notebook():
    assert NOTEBOOKS


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(notebook):
    names = {}
    shown = [last_value(source, names) for source in cells(notebook)]
    assert any("<table>" in value._repr_html_() for value in shown if hasattr(value, "_repr_html_"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_gave(notebook):
    read = json.loads(notebook.read_text("utf-8"))
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in read["cells"])
