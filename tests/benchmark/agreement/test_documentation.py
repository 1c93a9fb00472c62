from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "methods" / "agreement.md"
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_examples_of_the_documentation_run(capsys):
    names = {}
    for example in EXAMPLE.findall(PAGE.read_text(encoding="utf-8")):
        exec(compile(example, PAGE.name, "exec"), names)
    printed = capsys.readouterr().out
    assert "0.87567" in printed
    assert "Progressing" in printed
