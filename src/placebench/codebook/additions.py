"""What a user or a plugin adds to the coding frame: one TOML file, headed like the files that it adds to.

    replace = ["governance.host"]

    [[governance.meeting_frequency]]
    match = ["gathers (?P<value><frequency>)"]

    [topics.housing]
    match = ["warm homes"]

Lists are put before those of the package, so that they count first; texts and numbers take the place of
those of the package; what `replace` names is emptied before.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from placebench.codebook.book_file import BookFile, Source
from placebench.codebook.known_codes import check_codes
from placebench.codebook.merging import emptied, merged
from placebench.codebook.signs_file import read_signs
from placebench.errors import CodebookError
from placebench.model import FACT_TABLES
from placebench.nearest import nearest, such_as

Contents = Mapping[str, Mapping[str, Any]]
"""What the files of the coding frame hold, by file."""

METHOD = "method"
_REPLACE = "replace"
_NAME = re.compile(r"[^a-z0-9]+")
_GROUP = re.compile(r"\?P<(\w+)>")
_CAPITAL = re.compile("[A-Z]")
_NO_LETTER = re.compile(r"\\[A-Za-z]|\?P<\w+>|<[a-z_]+>")
_DIGITS = 8
_BUILT: Mapping[str, Callable[[BookFile], object]] = {
    "topics": BookFile.topics,
    "sectors": BookFile.sectors,
    "signs": read_signs,
    "wording": BookFile.words,
}
"""What a file holds that is built as one thing."""


@attrs.frozen
class Additions:
    """Entries that are added to the coding frame.

    Attributes:
        name: Short name, from that of the file; rows that a cue of it gives have `@<name>` in their rule.
        source: The text, and what messages call it.
        digest: sha256 of the text, 64 hex digits.
    """

    name: str
    source: Source = attrs.field(eq=False)
    digest: str

    @property
    def label(self) -> str:
        """Name and the first digits of the digest, as versions of importers have it."""
        return f"{self.name}.{self.digest[:_DIGITS]}"

    def content(self) -> dict[str, Any]:
        """Return what the file holds.

        Raises:
            CodebookError: It is not TOML.
        """
        return self.source.content()


def load_additions(path: Path | Traversable) -> Additions:
    """Read additions to the coding frame from a file.

    Raises:
        CodebookError: The file is missing or no text; what it holds is checked where it is used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(
            "text in UTF-8", "other bytes", where=str(path), hint="save it as UTF-8"
        ) from error
    except OSError as error:
        found = error.strerror or "none"
        raise CodebookError("a file of additions to the codebook", found, where=str(path)) from error
    return parse_additions(str(path), text)


def parse_additions(name: str, text: str) -> Additions:
    """Read additions to the coding frame from a text.

    Args:
        name: What to call the text in messages; its last part without the ending is the short name.
        text: TOML.
    """
    stem = name.replace("\\", "/").rpartition("/")[2].removesuffix(".toml").lower()
    short = _NAME.sub("-", stem).strip("-") or "added"
    return Additions(short, Source(name, text), hashlib.sha256(text.encode()).hexdigest())


def added_to(contents: Contents, additions: Additions) -> dict[str, Any]:
    """Return the contents of the files with additions put in.

    Raises:
        CodebookError: The additions are not TOML, or name a file or an entry that there is none of.
    """
    own = additions.content()
    own.pop(METHOD, None)
    kept = _without(contents, own.pop(_REPLACE, []), additions)
    for stem, entries in own.items():
        if stem not in contents:
            raise _unknown(stem, {*contents, METHOD, _REPLACE}, additions, "a file of the coding frame")
        if not isinstance(entries, dict):
            expected = f"tables headed [{stem}...]"
            raise CodebookError(expected, repr(entries), where=additions.source.where(stem))
        kept[stem] = merged(kept[stem], _signed(stem, entries, additions))
    return kept


def check_additions(additions: Additions, package: Contents, terms: Mapping[str, str]) -> None:
    """Check every entry of additions by itself, so that a fault is told with its line.

    Args:
        additions: The additions.
        package: What the files of the package hold.
        terms: All terms, those of the additions among them.

    Raises:
        CodebookError: An entry cannot be used.
    """
    for stem, entries in additions.content().items():
        if stem in (METHOD, _REPLACE):
            continue
        file = BookFile(additions.source, stem, entries, terms, checked=True, under=f"{stem}.")
        _build(file)
        check_codes(file)
        if stem == "wording":
            _check_names(file, package[stem])
        if stem in FACT_TABLES:
            _check_groups(file, package[stem])
            _check_case(file)


def _build(file: BookFile) -> None:
    """Build all that a file may hold, for the errors that this raises."""
    match file.stem:
        case "terms":
            for expression in file.content.values():
                file.pattern([expression])
        case "force":
            file.markers()
            file.mask()
        case "bodies":
            file.kinds()
            file.shared_names()
        case "reading":
            file.readings()
            file.readings_unless()
        case stem if stem in _BUILT:
            _BUILT[stem](file)
        case "scales" | "england":
            _check_texts(file)
        case stem:
            file.cues() if stem in FACT_TABLES else file.groups()


def _check_names(file: BookFile, package: Mapping[str, Any]) -> None:
    """Check that words are put in lists that an expression of a coder asks for."""
    known = {f"{group}.{name}" for group, lists in package.items() for name in lists}
    for group, lists in file.content.items():
        for name in lists:
            if (path := f"{group}.{name}") not in known:
                raise file.fault(f"words of a coder, such as {such_as(path, known)}", f"“{path}”", at=name)


def _check_texts(file: BookFile) -> None:
    for key, value in file.content.items():
        flat = [text for one in value for text in (one if isinstance(one, list) else [one])]
        if not all(isinstance(text, str) for text in flat):
            raise file.fault("a list of texts", repr(value), at=key)


def _check_groups(file: BookFile, package: Mapping[str, Any]) -> None:
    """Check that a cue names the groups that its coder asks the cues of the entry for."""
    for entry in file.content:
        theirs = [set(_GROUP.findall(e)) for cue in package.get(entry, ()) for e in cue["match"]]
        if not theirs:
            raise _unknown_entry(file, entry, package)
        needed, known = set.intersection(*theirs), set.union(*theirs)
        for expression in (e for cue in file.listed(entry) for e in cue["match"]):
            groups = set(_GROUP.findall(expression))
            for name in sorted(needed - groups):
                raise file.fault(
                    f"the group (?P<{name}>...) that cues of {entry} have", expression, at=expression
                )
            if strange := sorted(groups - known):
                expected = f"no groups but {', '.join(sorted(known))}" if known else "no group with a name"
                shown = " and ".join(f"(?P<{name}>...)" for name in strange)
                raise file.fault(f"{expected} in cues of {entry}", shown, at=expression)


def _check_case(file: BookFile) -> None:
    """Check that expressions for sentences in small letters have no capitals."""
    for entry in file.content:
        for cue in file.listed(entry):
            parts = ("needs", "unless", "lead") if cue.get("case") else ("match", "needs", "unless", "lead")
            for part in parts:
                given = cue.get(part, [])
                for expression in [given] if isinstance(given, str) else given:
                    if _CAPITAL.search(_NO_LETTER.sub("", expression)):
                        expected = f"small letters in {part}, as sentences are compared in small letters"
                        hint = " or case = true" if part == "match" else ""
                        raise file.fault(f"{expected}{hint}", expression, at=expression)


def _unknown_entry(file: BookFile, entry: str, package: Mapping[str, Any]) -> CodebookError:
    expected = f"an entry of {file.stem}, such as {such_as(entry, package)}"
    return file.fault(expected, f"“{entry}”", at=entry)


def _without(contents: Contents, paths: object, additions: Additions) -> dict[str, Any]:
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        expected = 'a list of entries for replace, such as ["governance.host"]'
        raise CodebookError(expected, repr(paths), where=additions.source.where(_REPLACE))
    kept: dict[str, Any] = dict(contents)
    for path in paths:
        stem, _, entry = path.partition(".")
        if entry not in kept.get(stem, ()):
            known = {f"{name}.{key}" for name, entries in contents.items() for key in entries}
            raise _unknown(path, known, additions, "an entry of the coding frame to replace")
        kept[stem] = {**kept[stem], entry: emptied(kept[stem][entry])}
    return kept


def _unknown(found: str, known: Iterable[str], additions: Additions, what: str) -> CodebookError:
    near = nearest(found, known)
    expected = f"{what}, such as {', '.join(near)}" if near else f"{what}: {', '.join(sorted(known))}"
    return CodebookError(expected, f"“{found}”", where=additions.source.where(found))


def _signed(stem: str, entries: dict[str, Any], additions: Additions) -> dict[str, Any]:
    """Return entries, the cues among them with where they come from."""
    if stem not in FACT_TABLES:
        return entries
    return {entry: [*_with_name(cues, additions.name)] for entry, cues in entries.items()}


def _with_name(cues: object, name: str) -> Iterator[Any]:
    for cue in cues if isinstance(cues, list) else [cues]:
        yield {**cue, "from": name} if isinstance(cue, dict) else cue
