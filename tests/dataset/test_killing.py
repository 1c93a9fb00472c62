"""A writer that is killed at any moment, with a reader beside: every read is of one dataset."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from placebench.dataset import Dataset
from placebench.dataset.tables import REOPEN
from placebench.errors import DatasetError

pytestmark = pytest.mark.program

LIVES = 5
WRITER = """
import sys
from itertools import count
from placebench.dataset import Dataset, Part
from placebench.model import Place, Stage, System

for n in count(int(sys.argv[2])):
    name = f"generation {n}"
    rows = {
        "systems": (System(system_id="bob", name=name),),
        "places": tuple(Place(place_id=f"bob/{i}", system_id="bob", name=name) for i in range(2000)),
        "stages": (Stage(stage_id="bob/f/1", framework_id="bob/f", number=1, name=name),),
    }
    Dataset.build([Part(f"{n:064x}", rows)], build_version=str(n)).save(sys.argv[1])
    print(n, flush=True)
"""


def generations(folder: Path) -> set[str]:
    """Return the names in all tables of one opening of the dataset."""
    while True:
        dataset = Dataset.open(folder)
        try:
            return {
                f"generation {dataset.build_version}",
                *dataset["systems"]["name"].unique().to_pylist(),
                *dataset["places"]["name"].unique().to_pylist(),
                *dataset.frame("stages").collect()["name"].to_list(),
            }
        except DatasetError as error:
            # The writer has saved twice since the opening, and the reader does as it is told.
            if error.hint != REOPEN:
                raise


def test_every_read_beside_a_writer_that_is_killed_is_of_one_dataset(tmp_path: Path) -> None:
    moments = random.Random(2023)
    first = 0
    for _ in range(LIVES):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(first)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            done = int(writer.stdout.readline())
            beside = [generations(tmp_path) for _ in range(moments.randint(1, 25))]
            writer.kill()
            done = max([done, *map(int, writer.stdout.read().split())])
        assert writer.returncode == -signal.SIGKILL
        assert [names for names in beside if len(names) != 1] == []
        (after,) = generations(tmp_path)
        assert int(after.removeprefix("generation ")) in (done, done + 1)
        first = done + 2
