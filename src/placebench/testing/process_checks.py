"""Checks in processes of their own: what a plugin loads, reaches for, changes, and leaves to chance."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from placebench.pipeline.files import Found
from placebench.testing.subject import Subject
from placebench.testing.verdict import Verdict, verdict

TIME_LIMIT = 120
_NO_TARGET = "the plugin is an object of this process, which no other process can import"
# As it was before any importer was called in this process, where one may have changed it.
_ENVIRONMENT = dict(os.environ)

_Seen = dict[str, Any]


def _by_processes(judge: Callable[[_Seen, _Seen], list[str]]) -> Callable[[Subject], Verdict]:
    """Make a check of what two processes saw that read the same documents in opposite orders."""

    def check(subject: Subject) -> Verdict:
        if subject.target is None:
            return Verdict(skipped=_NO_TARGET)
        first, second = _observed(subject)
        errors = [seen["error"] for seen in (first, second) if "error" in seen]
        return verdict(dict.fromkeys(errors or judge(first, second)))

    check.__doc__ = judge.__doc__
    return check


@_by_processes
def is_light(first: _Seen, second: _Seen) -> list[str]:
    """Importing the plugin loads no table library, since every child process pays for it."""
    del second
    return [f"expected no table library, found {name} loaded by the import" for name in first["heavy"]]


@_by_processes
def stays_offline(first: _Seen, second: _Seen) -> list[str]:
    """Neither importing the plugin nor reading reaches for the network."""
    return [f"expected no network, found {event}" for event in (*first["network"], *second["network"])]


@_by_processes
def leaves_no_trace(first: _Seen, second: _Seen) -> list[str]:
    """Nothing that a program shares is changed, no file is written, nothing printed, no process started."""
    both = (first, second)
    traces = [f"expected no trace, found {trace}" for seen in both for trace in seen["traces"]]
    changed = [f"expected {what} as before, found a change" for seen in both for what in seen["changed"]]
    return [
        *traces,
        *changed,
        *([f"expected nothing printed, found {said!r}"] if (said := first["printed"]) else []),
    ]


def is_deterministic(subject: Subject) -> Verdict:
    """Two processes give the same, whatever the order of documents, hash seed and chance."""
    if subject.target is not None and not subject.own:
        return Verdict(skipped="no document of its own was given")
    return _same_readings(subject)


@_by_processes
def _same_readings(first: _Seen, second: _Seen) -> list[str]:
    return [
        f"{name}: expected the same rows from two processes, found different ones"
        for name, said in first["readings"].items()
        if second["readings"][name] != said
    ]


@lru_cache(maxsize=4)
def _observed(subject: Subject) -> tuple[_Seen, _Seen]:
    return _seen(subject, subject.own, "1"), _seen(subject, subject.own[::-1], "2")


def _seen(subject: Subject, documents: Sequence[Found], seed: str) -> _Seen:
    order = {
        "plugin": subject.target,
        "importer": subject.importer.name,
        "path": sys.path,
        "documents": [
            (str(one.path.absolute()), one.name, dict(one.metadata), one.positions) for one in documents
        ],
    }
    try:
        run = subprocess.run(
            [sys.executable, "-B", "-m", "placebench.testing.probe"],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={
                **_ENVIRONMENT,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            },
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"expected the documents to be read within {TIME_LIMIT} seconds, found more"}
    try:
        seen: _Seen = json.loads(run.stdout)
    except json.JSONDecodeError:
        last = run.stderr.strip().splitlines()[-1:] or ["nothing"]
        return {"error": f"expected the process to finish, found exit code {run.returncode}: {last[0]}"}
    return seen
