"""The small sets of tables that the tests of the benchmark use."""

from tests.benchmark.conftest import places, read, tables

__all__ = ["places", "read", "tables"]
