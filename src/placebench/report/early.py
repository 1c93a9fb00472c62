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
        self._begun: dict[str, tuple[Result, Picture]] = {}

    def take(self, result: Result) -> None:
        """Put a result in words, and begin to draw the pictures that need no other."""
        if result.name in self._done:
            return
        said = self._in_words(result)
        mine = [name for name, plan in DRAWINGS.items() if plan.results == (result.name,)]
        begun = pictures({result.name: said}, self._engine, mine, linked=True)
        self._begun |= {name: (said, one) for name, one in begun.items()}

    def prepared(self, results: Iterable[Result]) -> dict[str, Result]:
        """Return results by name; see `prepared.prepared`."""
        return prepared(results, self._in_words)

    def pictures(self, results: Mapping[str, Result]) -> dict[str, Picture]:
        """Return every picture that has something to show, those begun before and the others.

        Args:
            results: As `prepared` gives them.
        """
        shown = {id(result) for result in results.values()}
        same = {name: one for name, (said, one) in self._begun.items() if id(said) in shown}
        missing = [name for name in DRAWINGS if name not in same]
        others = pictures(results, self._engine, missing, linked=True)
        drawn = others | same
        return {name: drawn[name] for name in DRAWINGS if name in drawn}

    def _in_words(self, result: Result) -> Result:
        given, said = self._done.get(result.name, (None, None))
        if said is None or given is not result:
            said = self.wording.of(result)
            self._done[result.name] = (result, said)
        return said
