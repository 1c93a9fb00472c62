from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "methods" / "configurations.md"


def test_the_example_of_the_documentation_gives_what_it_says(capsys):
    page = PAGE.read_text(encoding="utf-8")
    example, printed = re.search(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", page, re.DOTALL).groups()
    names = {}
    exec(compile(example, PAGE.name, "exec"), names)
    said = printed.partition("┘\n")[
        2
    ]  # the lines after the table, which each version of polars draws in its way
    assert said
    assert capsys.readouterr().out.endswith(said)
    for row in names["result"].frame.select("solution", "term", "status").iter_rows():
        assert re.search(r"\W+".join(map(re.escape, row)), printed)
