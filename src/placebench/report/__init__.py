"""The report: what methods found, laid out for people. It computes nothing itself.

Every name is loaded when it is first asked for, so that other processes can begin before this one draws.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placebench.report.ahead import Ahead, begun
    from placebench.report.figures import write_figures
    from placebench.report.writing import TITLE, report, write_report

__all__ = ["TITLE", "Ahead", "begun", "report", "write_figures", "write_report"]

_HOMES = {
    "ahead": ("Ahead", "begun"),
    "figures": ("write_figures",),
    "writing": ("TITLE", "report", "write_report"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"placebench.report.{_HOME_OF[name]}"), name)
