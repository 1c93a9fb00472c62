"""Adding to a saved dataset: rows of other sources stay, and no other writer comes between."""

from __future__ import annotations

from pathlib import Path

from placebench.dataset.commit import LOCK_TIMEOUT
from placebench.dataset.dataset import Dataset
from placebench.dataset.files import DESCRIPTOR
from placebench.dataset.lock import writing
from placebench.dataset.merging import Merge, merge
from placebench.dataset.replacing import older_versions


def add(folder: str | Path, new: Dataset, *, timeout: float = LOCK_TIMEOUT) -> Merge:
    """Merge a dataset into the one saved in a folder, and save the result there.

    A folder without a dataset gets the new one as it is. A document that both have is chosen as `merge` does,
    so that one read by an older version of its importer stays out. Of a file that was changed, the new
    version takes the place of the old one; see `placebench.dataset.replacing.older_versions`.

    Args:
        folder: Folder of the dataset; it is made where it does not exist.
        new: The rows to add.
        timeout: Seconds to wait for another writer.

    Raises:
        DatasetError: The saved dataset is damaged, another process is writing, or the disk refuses.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with writing(folder, timeout):
        saved = [Dataset.open(folder)] if (folder / DESCRIPTOR).exists() else []
        merged = _beside(saved[0], new) if saved else Merge(new, (), (), ())
        merged.dataset.save(folder, timeout=timeout)
    return merged


def _beside(saved: Dataset, new: Dataset) -> Merge:
    return merge([saved, new], replaced=older_versions(saved, new))
