"""Executors by address: where documents are read when that is not this machine alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from placebench.errors import UsageError

_DASK = "dask://"
_WAIT = 30
"""Seconds for the scheduler to answer, and as many for a worker to be there."""


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor | None]:
    """Give the executor at an address, and leave it as it was afterwards; None for no address.

    Args:
        address: `dask://HOST:PORT`, the address of a Dask scheduler.

    Raises:
        UsageError: The address is of another kind, the library for it is missing, or nobody answers there.
    """
    if address is None:
        yield None
        return
    host = address.removeprefix(_DASK)
    if host == address or not host:
        raise UsageError(f"an executor such as {_DASK}scheduler.example:8786", f"“{address}”")
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to load
    except ModuleNotFoundError as error:
        hint = "install placebench[dask]"
        raise UsageError("the library distributed, to use Dask", "none", hint=hint) from error
    try:
        client = Client(f"tcp://{host}", timeout=_WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError("a Dask scheduler", _said(error), where=address) from error
    with client, _silent("distributed.client"):
        try:
            client.wait_for_workers(1, timeout=_WAIT)
        except TimeoutError as error:
            found = f"none within {_WAIT} s"
            raise UsageError("workers of the scheduler", found, where=address) from error
        # Its results are kept by the name of a call, and the same call in a later run may be another one.
        yield client.get_executor(pure=False)


@contextmanager
def _silent(logger: str) -> Iterator[None]:
    """Leave to errors what a library would print besides."""
    log = logging.getLogger(logger)
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
