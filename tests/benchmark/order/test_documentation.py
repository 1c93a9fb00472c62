from __future__ import annotations

import ast
import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "methods" / "order.md"
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_examples_of_the_documentation_give_what_it_says():
    names = {}
    checked = 0
    for example in EXAMPLE.findall(PAGE.read_text(encoding="utf-8")):
        code, _, said = example.partition("\n# ")
        *before, last = ast.parse(code).body
        exec(compile(ast.Module(before, []), PAGE.name, "exec"), names)
        if not said:
            exec(compile(ast.Module([last], []), PAGE.name, "exec"), names)
            continue
        expected = ast.literal_eval(re.sub(r"^# ?", "", said, flags=re.MULTILINE).strip())
        assert eval(compile(ast.Expression(last.value), PAGE.name, "eval"), names) == expected
        checked += 1
    assert checked == 6
