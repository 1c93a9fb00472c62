"""The coding frame, read from the TOML files below this module and from what is added to them.

A file of `cues/` is named for the table of the model that it gives rows for; its `[[entry]]` tables are
named for the feature, role or kind. The files of `words/` hold what all of them share: terms, force, sectors,
topics and so on. The files of a folder are parts of one: `cues/governance/` has a file for each feature, and
`wording/` the words of the coders' own expressions, by subject.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from placebench.codebook.additions import Additions, added_to, check_additions
from placebench.codebook.book import Codebook, Coded, SharedName
from placebench.codebook.book_file import BookFile, Source
from placebench.codebook.patterns import Pattern, asked_together
from placebench.codebook.signs_file import read_signs
from placebench.codebook.terms import CyclicTerm, expanded_terms
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES

_FOLDERS = ("cues", "words")
_IN_PARTS = "wording"
_OF_EVERY_SENTENCE = frozenset(
    {"each_place", "system", "elsewhere", "question", "request", "declared", "both_places"}
)


def load_codebook(additions: Iterable[Additions] = ()) -> Codebook:
    """Return the coding frame that comes with the package.

    Args:
        additions: What is added to it; lists of a later one come before those of an earlier.

    Raises:
        CodebookError: A file has an entry that cannot be used.
    """
    return _built(tuple(additions))


@lru_cache(maxsize=16)
def _built(additions: tuple[Additions, ...]) -> Codebook:
    # What is shipped is checked by the tests; compiling it all at every start would double the time to begin.
    frame = _put_together(*_package(), additions, checked=False)
    return attrs.evolve(frame, base=_built(())) if additions else frame


@cache
def _package() -> tuple[Mapping[str, Source], Mapping[str, Any]]:
    # The frames of several systems differ in what is added to the same files.
    sources = {stem: Source(f"{stem}.toml", text) for stem, text in package_texts().items()}
    return sources, {stem: source.content() for stem, source in sources.items()}


def package_texts() -> dict[str, str]:
    """Return the TOML of the package's coding frame, by name of its file or of the folder of its parts."""
    package = resources.files(__package__)
    entries = [*(entry for folder in _FOLDERS for entry in _in_order(package / folder)), package / _IN_PARTS]
    return {entry.name.removesuffix(".toml"): _text(entry) for entry in entries}


def _text(entry: Traversable) -> str:
    if entry.is_file():
        return entry.read_text(encoding="utf-8")
    return "\n".join(_text(part) for part in _in_order(entry))


def _in_order(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def build_codebook(
    texts: Mapping[str, str], additions: Sequence[Additions] = (), *, checked: bool = True
) -> Codebook:
    """Build a coding frame from TOML texts by file stem.

    Args:
        texts: TOML by file stem; one that is named for a fact table holds cues.
        additions: What is added to them, always checked.
        checked: Whether to compile every expression of the texts now rather than when it is first used.

    Raises:
        CodebookError: A text is not TOML, a key or a code is unknown, a term stands for itself, or an
            expression cannot compile.
    """
    sources = {stem: Source(f"{stem}.toml", text) for stem, text in texts.items()}
    package = {stem: source.content() for stem, source in sources.items()}
    return _put_together(sources, package, additions, checked=checked)


def _put_together(
    sources: Mapping[str, Source],
    package: Mapping[str, Any],
    additions: Sequence[Additions],
    *,
    checked: bool,
) -> Codebook:
    contents = package
    for one in additions:
        contents = added_to(contents, one)
    terms = _terms(contents["terms"], [*(one.source for one in reversed(additions)), sources["terms"]])
    for one in additions:
        check_additions(one, package, terms)
    files = {stem: BookFile(sources[stem], stem, contents[stem], terms, checked) for stem in sources}
    bodies, shared_names = _in_one_family(files["bodies"].kinds(), files["bodies"].shared_names())
    return Codebook(
        cues={stem: file.cues() for stem, file in files.items() if stem in FACT_TABLES},
        force=files["force"].markers(),
        force_mask=files["force"].mask(),
        topics=files["topics"].topics(),
        sectors=files["sectors"].sectors(),
        bodies=bodies,
        shared_names=shared_names,
        reading=_with_families(files["reading"].readings()),
        reading_unless=files["reading"].readings_unless(),
        scales=tuple(tuple(scale) for scale in contents["scales"]["scales"]),
        remits=_in_families(files["remit_tables"].groups()),
        identify=files["identify"].groups(),
        posts=_with_any_post(_in_families(files["posts"].groups())),
        rosters=_in_families(files["rosters"].groups()),
        signs=read_signs(files["signs"]),
        wording=files["wording"].words(),
        england={kind: tuple(names) for kind, names in contents["england"].items()},
        terms=terms,
        digest=_digest(sources, additions),
    )


def _with_families(reading: Mapping[str, Pattern]) -> Mapping[str, Pattern]:
    of_sentences = {name: pattern for name, pattern in reading.items() if name in _OF_EVERY_SENTENCE}
    return {**reading, **asked_together(of_sentences)}


def _in_families(groups: Mapping[str, Mapping[str, Pattern]]) -> Mapping[str, Mapping[str, Pattern]]:
    # Whoever looks for a mark, an opener or a post in a line looks for others of the group too.
    return {name: asked_together(group) for name, group in groups.items()}


def _in_one_family(
    bodies: Sequence[Coded], shared_names: Sequence[SharedName]
) -> tuple[tuple[Coded, ...], tuple[SharedName, ...]]:
    # Whoever asks for bodies of one kind in a sentence asks for all.
    patterns = (*(one.match for one in bodies), *(one.match for one in shared_names))
    matches = asked_together(dict(enumerate(patterns)))
    return (
        tuple(attrs.evolve(one, match=matches[n]) for n, one in enumerate(bodies)),
        tuple(attrs.evolve(one, match=matches[n]) for n, one in enumerate(shared_names, len(bodies))),
    )


def _with_any_post(posts: Mapping[str, Mapping[str, Pattern]]) -> Mapping[str, Mapping[str, Pattern]]:
    # Most sentences name no post at all, which one question tells as well as one for each post.
    expressions = (e for pattern in posts["post"].values() for e in pattern.expressions)
    return {**posts, "any": {"post": Pattern(tuple(dict.fromkeys(expressions)))}}


def _terms(raw: Mapping[str, Any], sources: Sequence[Source]) -> dict[str, str]:
    try:
        return expanded_terms(raw)
    except KeyError as error:
        found = f"<{error.args[0]}>"
        where = [source.where(found) for source in sources]
        raise CodebookError("a term of terms.toml", found, where=_told(where)) from None
    except CyclicTerm as error:
        expected = "terms that do not stand for themselves"
        where = [source.where_key(name) for source in sources for name in error.path]
        raise CodebookError(expected, str(error), where=_told(where)) from None


def _told(where: Sequence[str]) -> str:
    """Return the first place that names a line."""
    return next((place for place in where if ", line " in place), where[-1])


def _digest(sources: Mapping[str, Source], additions: Sequence[Additions]) -> str:
    parts = [f"{stem}\0{source.text}" for stem, source in sorted(sources.items())]
    return hashlib.sha256("\0".join([*parts, *(one.digest for one in additions)]).encode()).hexdigest()
