"""A part's key changes with everything that its rows depend on, and with nothing else."""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

from placebench.dataset import Part, part_key

INPUTS: dict[str, Any] = {
    "document_sha256": "a" * 64,
    "importer": "example",
    "version": "1.0",
    "schema_version": "1.0.0",
    "codebook_digest": "c" * 64,
    "options": {"ocr": False, "pages": 3},
}


def test_the_key_is_a_sha256_in_hex() -> None:
    assert re.fullmatch("[0-9a-f]{64}", part_key(**INPUTS))


@pytest.mark.parametrize("name", INPUTS)
def test_another_input_gives_another_key(name: str) -> None:
    other = {"ocr": True, "pages": 3} if name == "options" else "other"
    assert part_key(**{**INPUTS, name: other}) != part_key(**INPUTS)


def test_inputs_do_not_run_into_each_other() -> None:
    one = {**INPUTS, "importer": "example1", "version": ".0"}
    other = {**INPUTS, "importer": "example", "version": "1.0"}
    assert part_key(**one) != part_key(**other)


def test_the_order_of_options_does_not_matter() -> None:
    assert part_key(**{**INPUTS, "options": {"pages": 3, "ocr": False}}) == part_key(**INPUTS)


def test_a_part_travels_between_processes(read_part: Part) -> None:
    assert pickle.loads(pickle.dumps(read_part)) == read_part
