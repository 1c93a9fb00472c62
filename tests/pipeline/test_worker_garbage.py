"""What processes that read documents keep of those that they have read."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own, as a worker is: how often old objects are looked at depends on how many there are.
REMEMBERING = """
import weakref
from placebench.pipeline import worker

class Part:
    # Something of a document that refers to something that refers to it, as lines and sentences do.
    def __init__(self):
        self.own = self

worker._OBJECTS = 1_000
worker.collect_seldom()
remembered, parts = [], []
for _ in range(40):
    remembered = [[Part() for _ in range(1_000)], *remembered[:1]]
    parts += map(weakref.ref, remembered[0])
print(sum(part() is not None for part in parts))
"""


def test_what_was_remembered_for_a_while_goes_soon_after():
    done = subprocess.run([sys.executable, "-c", REMEMBERING], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20_000
