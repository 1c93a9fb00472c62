"""Many documents, made from a few: the same words, and a last line of its own in each."""

from __future__ import annotations

import csv
from itertools import cycle, islice
from pathlib import Path

from placebench.pipeline.files import find_documents

_IN_A_FOLDER = 1000
_COLUMNS = ("file", "title", "publisher", "document_type", "published", "url")


def write_corpus(documents: Path, folder: Path, count: int) -> int:
    """Write so many documents below a folder, with what is known of each, and return their characters."""
    found = find_documents([documents])
    known, size = [], 0
    # Other digits would do, too, were it not that dates and names of places then clash.
    for number, one in enumerate(islice(cycle(found), count)):
        name = f"{number // _IN_A_FOLDER:03}/{number:06}-{one.path.name}"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = one.path.read_text(encoding="utf-8")
        size += (folder / name).write_text(f"{text}\n\nCopy {number}.\n", encoding="utf-8")
        known.append({"file": name, **one.metadata})
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, _COLUMNS, extrasaction="ignore")
        rows.writeheader()
        rows.writerows(known)
    return size
