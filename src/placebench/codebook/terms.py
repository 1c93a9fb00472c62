"""Terms that patterns share, each with the terms that it uses filled in."""

from __future__ import annotations

from collections.abc import Mapping

from placebench.codebook.patterns import TERM


class CyclicTerm(ValueError):
    """A term stands for itself.

    Args:
        path: Names of the terms, from one to itself.
    """

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        super().__init__(" -> ".join(path))


def expanded_terms(terms: Mapping[str, str]) -> dict[str, str]:
    """Return terms with every `<name>` in them replaced.

    Raises:
        KeyError: A name is not among the terms.
        CyclicTerm: A term stands for itself, directly or through others.
    """
    done: dict[str, str] = {}
    for name in terms:
        _fill(name, terms, done, ())
    return done


def _fill(name: str, terms: Mapping[str, str], done: dict[str, str], path: tuple[str, ...]) -> str:
    if name in path:
        raise CyclicTerm((*path[path.index(name) :], name))
    if name not in done:
        done[name] = TERM.sub(lambda found: _fill(found.group(1), terms, done, (*path, name)), terms[name])
    return done[name]
