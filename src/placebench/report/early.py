"""Results in words, and pictures begun, one result after another while methods still make the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from placebench.benchmark import Result
from placebench.benchmark.scope import Tables
from placebench.drawing_engine import Engine
from placebench.report.content import Picture
from placebench.report.drawings import DRAWINGS
from placebench.report.pictures import pictures
from placebench.report.prepared import prepared, wording_of


class Early:
    """What is done of a page as soon as a result is there, and the rest of it.

    Args:
        dataset: The tables, for names.
        engine: What draws.
    """

    def __init__(self, dataset: Tables, engine: Engine) -> None:
        self.wording = wording_of(dataset)
        self._engine = engine
        self._done: dict[str, tuple[Result, Result]] = {}
        self._begun: dict[str, Picture] = {}

    def take(self, result: Result) -> None:
        """Put a result in words, and begin to draw the pictures that need no other."""
        if result.name not in self._done:
            mine = [name for name, plan in DRAWINGS.items() if plan.results == (result.name,)]
            self._begun |= pictures({result.name: self._in_words(result)}, self._engine, mine)

    def prepared(self, results: Iterable[Result]) -> dict[str, Result]:
        """Return results by name; see `prepared.prepared`."""
        return prepared(results, self._in_words)

    def pictures(self, results: Mapping[str, Result]) -> dict[str, Picture]:
        """Return every picture that has something to show, those begun before and the others.

        Args:
            results: As `prepared` gives them.
        """
        same = {name: one for name, one in self._begun.items() if self._shows_one_of(name, results)}
        others = pictures(results, self._engine, [name for name in DRAWINGS if name not in same])
        drawn = others | same
        return {name: drawn[name] for name in DRAWINGS if name in drawn}

    def _shows_one_of(self, name: str, results: Mapping[str, Result]) -> bool:
        (shown,) = DRAWINGS[name].results
        return results.get(shown) is self._done[shown][1]

    def _in_words(self, result: Result) -> Result:
        given, said = self._done.get(result.name, (None, None))
        if said is None or given is not result:
            said = self.wording.of(result)
            self._done[result.name] = (result, said)
        return said
