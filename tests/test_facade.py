"""What `import placebench` offers, and what it leaves unloaded."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import placebench

HEAVY = ("polars", "pyarrow", "structlog")


def test_names_are_few_sorted_and_there() -> None:
    assert len(placebench.__all__) <= 30
    assert placebench.__all__ == sorted(placebench.__all__)
    for name in placebench.__all__:
        assert getattr(placebench, name) is not None
    assert set(placebench.__all__) <= set(dir(placebench))


def test_version_is_the_distribution_s() -> None:
    assert placebench.__version__ == version("placebench")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'placebench' has no attribute 'import_document'"):
        placebench.import_document  # noqa: B018


def test_errors_share_one_base() -> None:
    errors = [getattr(placebench, name) for name in placebench.__all__ if name.endswith("Error")]
    assert len(errors) >= 6
    assert all(issubclass(error, placebench.PlacebenchError) for error in errors)


@pytest.mark.parametrize(
    "code",
    [
        "import placebench",
        "from placebench import hookimpl, Importer, Claim, Fact, GapFound, Expect",
        "from placebench import open_document, discover",
        "import placebench.pipeline",
    ],
)
def test_heavy_libraries_wait_until_they_are_needed(code: str) -> None:
    check = f"{code}; import sys; print([name for name in {HEAVY} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_types_are_marked_as_checked() -> None:
    assert (Path(placebench.__file__).parent / "py.typed").is_file()


def test_import_and_open(tmp_path: Path, toy: type, vale_text: str) -> None:
    (tmp_path / "places.txt").write_text(vale_text)
    registry = placebench.discover([toy()], installed=False)
    run = placebench.import_documents([tmp_path], plugins=registry, jobs=0)
    run.dataset.save(tmp_path / "dataset")
    assert placebench.Dataset.open(tmp_path / "dataset")["governance"].num_rows == 2
    assert placebench.open_document(tmp_path / "places.txt").text == vale_text
