"""Without the library that draws, a report and its figures say what to install."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("name", ["begun", "report", "write_figures", "write_report"])
def test_what_draws_names_the_library_to_install(name):
    program = (
        "import sys, importlib.util as u; found = u.find_spec; "
        "u.find_spec = lambda name, *more: None if name == 'vl_convert' else found(name, *more); "
        "from placebench.errors import UsageError\n"
        f"try:\n    from placebench.report import {name}\n"
        "except UsageError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'placebench[charts]'" in done.stdout
