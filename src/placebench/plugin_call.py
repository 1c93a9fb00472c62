"""The guard around every call into a plugin."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TypeVar

from placebench.errors import PluginError

_LONGEST = 500

T = TypeVar("T")


def call(who: str, what: str, work: Callable[[], T]) -> T:
    """Run one call into a plugin.

    Args:
        who: The plugin or importer that answers for it.
        what: What is called, for the message.
        work: The call; it returns finished values, never a generator, since one would run outside this guard.

    Raises:
        PluginError: The plugin raised anything, an attempt to exit included; an interrupt passes.
    """
    try:
        return work()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise PluginError(f"{what} to finish", _described(error), where=who) from error


def _described(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception:  # noqa: BLE001  a plugin's exception may fail to describe itself
        text = ""
    text = " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())[:_LONGEST]
    frames = traceback.extract_tb(error.__traceback__)
    name = frames[-1].filename.replace("\\", "/").rpartition("/")[2] if frames else ""
    at = f" ({name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {text}{at}" if text else f"{type(error).__name__}{at}"
