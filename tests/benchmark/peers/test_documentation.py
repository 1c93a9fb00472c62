from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "methods" / "peers.md"
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_examples_of_the_documentation_run(capsys, tables, places, governs, monkeypatch):
    rows = [governs(place, name) for place in ("alder", "birch") for name in ("host", "board", "co_location")]
    monkeypatch.setattr("placebench.Dataset.open", lambda _: tables(*places, *rows))
    names = {}
    for example in EXAMPLE.findall(PAGE.read_text(encoding="utf-8")):
        here = example.replace("bob/oxfordshire", "north/alder").replace("bob/buckinghamshire", "north/birch")
        exec(compile(here, PAGE.name, "exec"), names)
    printed = capsys.readouterr().out
    assert "[0.25       0.         0.5       ]" in printed
    assert printed.count("north/birch") >= 3
