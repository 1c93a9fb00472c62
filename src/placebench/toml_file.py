"""A TOML file that a person wrote: its values with their types checked, and the line that each stands in."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import attrs

from placebench.errors import CodebookError
from placebench.nearest import did_you_mean

_HEADER = re.compile(r"^\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}")
_TOML_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LONGEST = 80


def parse_toml(name: str, data: bytes, kind: str) -> TomlTable:
    """Read a file from its bytes, and return it as one table.

    Args:
        name: What to call the file in messages.
        data: The bytes of the file.
        kind: What it should be, such as "a system profile".

    Raises:
        CodebookError: The bytes are not TOML in UTF-8.
    """
    try:
        file = TomlFile(name, data.decode("utf-8-sig"), kind)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        raise CodebookError(
            "text in UTF-8", "other bytes", where=f"{name}, line {line}", hint=hint
        ) from error
    return TomlTable(file, "", 0, file.content())


@attrs.frozen(eq=False)
class TomlFile:
    """A text in TOML, which knows where things stand in it.

    Attributes:
        name: What messages call it.
        text: The text.
        kind: What it should be, such as "a system profile".
    """

    name: str
    text: str
    kind: str

    def content(self) -> Mapping[str, Any]:
        """Return the file as TOML.

        Raises:
            CodebookError: The text is no TOML.
        """
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = _TOML_POSITION.search(str(error))
            where = f"{self.name}, line {found.group(1)}, column {found.group(2)}" if found else self.name
            said = _TOML_POSITION.sub("", str(error))
            raise CodebookError(
                f"{self.kind} in TOML",
                f"{said[:1].lower()}{said[1:]}",
                where=where,
                hint="texts stand in double quotes, lists in square brackets",
            ) from error

    def where(self, path: str = "", number: int = 0, words: Collection[str] = ()) -> str:
        """Return the file's name, and the line where something stands if it can be told.

        Args:
            path: Name of the table, such as `place`.
            number: Which table of that name, from 0.
            words: What the line holds: a key first, then what stands at it or after it.
        """
        lines = list(self._lines_of(path, number))
        found = lines[0][0] if lines and path else None
        for word in words:
            key = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
            later = [n for n, line in lines if n >= (found or 0) and key.search(line.partition("#")[0])]
            found = later[0] if later else found
        return f"{self.name}, line {found}" if found else self.name

    def _lines_of(self, path: str, number: int) -> Iterator[tuple[int, str]]:
        count = -1
        inside = not path
        for n, line in enumerate(self.text.splitlines(), 1):
            header = _HEADER.match(line)
            if header and header.group(1) == path:
                count += 1
                inside = count == number
            elif header and path:
                inside = inside and header.group(1).startswith(f"{path}.")
            if inside:
                yield n, line


@attrs.frozen(eq=False)
class TomlTable:
    """One table of a file, such as a place of a profile.

    Attributes:
        file: The file.
        path: Name of the table; empty for the file as a whole.
        number: Which table of that name, from 0.
        content: Its keys and values.
    """

    file: TomlFile
    path: str
    number: int
    content: Mapping[str, Any]

    def fault(self, expected: str, found: object, *words: str, hint: str | None = None) -> CodebookError:
        """Return an error that names the line where the last of some words stands."""
        shown = found if isinstance(found, str) else repr(found)
        return CodebookError(
            expected, shown[:_LONGEST], where=self.file.where(self.path, self.number, words), hint=hint
        )

    def check_keys(self, known: Collection[str], needed: Collection[str]) -> None:
        """Raise an error if a key is unknown or missing."""
        for key in self.content:
            if key not in known:
                hint = did_you_mean(key, known)
                raise self.fault(f"one of {', '.join(sorted(known))}", f"the key {key}", key, hint=hint)
        for key in needed:
            if key not in self.content:
                there = f"only {', '.join(self.content)}" if self.content else "nothing"
                raise self.fault(f"the key {key}", there)

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Return the tables that a key holds a list of."""
        found = self.content.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            shape = f"[[{f'{self.path}.{key}' if self.path else key}]]"
            raise self.fault(f"tables headed {shape}", found, key)
        # A table within a table is looked for among the lines of the outer one.
        return tuple(
            TomlTable(self.file, self.path or key, self.number if self.path else n, one)
            for n, one in enumerate(found)
        )

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        return self._text(self.content[key], key)

    def optional(self, key: str) -> str | None:
        """Return a text, or None where the key is not given."""
        return self.text(key) if key in self.content else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each of which is there once."""
        found = self.content.get(key, [])
        if not isinstance(found, list):
            raise self.fault(f'a list of texts for {key}, such as ["one", "two"]', repr(found), key)
        texts = tuple(self._text(one, key) for one in found)
        again = next((text for n, text in enumerate(texts) if text in texts[:n]), None)
        if again is not None:
            raise self.fault(f"each of {key} once", f"“{again}” twice", key, again)
        return texts

    def fixed(self, key: str, form: re.Pattern[str], example: str) -> str | None:
        """Return a text of a fixed form, or None where the key is not given."""
        found = self.optional(key)
        if found is not None and not form.fullmatch(found):
            raise self.fault(f"{key} such as {example}", f"“{found}”", key, found)
        return found

    def date(self, key: str) -> dt.date | None:
        """Return a date, or None where the key is not given."""
        found = self.content.get(key)
        # A moment is a date to Python, and to nobody else.
        if found is not None and type(found) is not dt.date:
            hint = "a date stands without quotes" if isinstance(found, str) else None
            raise self.fault(f"a date for {key}, such as 2022-07-01", repr(found), key, hint=hint)
        return found

    def table(self, key: str) -> TomlTable | None:
        """Return the table that a key holds, or None where the key is not given."""
        found = self.content.get(key)
        if found is None:
            return None
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(found, dict):
            raise self.fault(f"a table headed [{path}]", found, key)
        return TomlTable(self.file, path, 0, found)

    def whole(self, key: str, *, least: int = 0, otherwise: int | None = None) -> int | None:
        """Return a whole number, or `otherwise` where the key is not given."""
        found = self.content.get(key, otherwise)
        if found is not None and (type(found) is not int or found < least):
            raise self.fault(f"a whole number from {least} for {key}", found, key)
        return found

    def share(self, key: str, *, otherwise: float) -> float:
        """Return a number from 0 to 1, or `otherwise` where the key is not given."""
        found = self.content.get(key, otherwise)
        if type(found) not in (int, float) or not 0 <= found <= 1:
            raise self.fault(f"a number from 0 to 1 for {key}", found, key)
        return float(found)

    def flag(self, key: str, *, otherwise: bool) -> bool:
        """Return true or false, or `otherwise` where the key is not given."""
        found = self.content.get(key, otherwise)
        if not isinstance(found, bool):
            raise self.fault(f"true or false for {key}", found, key)
        return found

    def choices(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of texts, each of which is one of those known."""
        found = self.texts(key)
        for text in found:
            if text not in known:
                hint = did_you_mean(text, known)
                raise self.fault(f"{key} among {', '.join(known)}", f"“{text}”", key, text, hint=hint)
        return found

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self.fault(f"a text in quotes for {key}", value, key)
        if not value.strip():
            raise self.fault(f"a text with words for {key}", "an empty one", key)
        if value != value.strip() or not value.isprintable():
            raise self.fault(f"one line of text without outer spaces for {key}", value, key)
        return value
