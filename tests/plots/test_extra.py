"""Without the library that draws, a report says what to install."""

from __future__ import annotations

import subprocess
import sys


def test_a_report_without_the_library_names_what_to_install():
    program = (
        "import sys, importlib.util as u; found = u.find_spec; "
        "u.find_spec = lambda name, *more: None if name == 'altair' else found(name, *more); "
        "from placebench.errors import UsageError\n"
        "try:\n    import placebench.report\n"
        "except UsageError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'placebench[charts]'" in done.stdout
