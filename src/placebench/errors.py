"""Every public exception, one class for each thing the caller can do next.

| class | what to do next |
|---|---|
| `UsageError` | fix the command or the call |
| `DocumentError` | fix or replace the document |
| `PluginError` | fix or remove the plugin |
| `CodebookError` | fix the codebook, profile or study file |
| `DatasetError` | rebuild or repair the dataset |

A message always says what was expected, what was found, and where; `hint` says what to do.
"""

from __future__ import annotations


class PlacebenchError(Exception):
    """Something that placebench was asked to do could not be done.

    Args:
        expected: What would have been right.
        found: What was there instead.
        where: File, page, row, table or plugin that it was found in.
        hint: What the reader can do next.
    """

    def __init__(
        self, expected: str, found: str, *, where: str | None = None, hint: str | None = None
    ) -> None:
        self.expected = expected
        self.found = found
        self.where = where
        self.hint = hint
        super().__init__(expected, found)

    def __str__(self) -> str:
        text = f"expected {self.expected}, found {self.found}"
        if self.where:
            text = f"{self.where}: {text}"
        return f"{text}; {self.hint}" if self.hint else text

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.expected, self.found, self.where, self.hint)


def _rebuild(
    kind: type[PlacebenchError], expected: str, found: str, where: str | None, hint: str | None
) -> PlacebenchError:
    return kind(expected, found, where=where, hint=hint)


class UsageError(PlacebenchError):
    """The command or the call asks for something that does not exist."""


class UnsuitableCases(UsageError):
    """What is asked is known, but the cases cannot answer it: none states it, or it is the same for all."""


class DocumentError(PlacebenchError):
    """A document cannot be read, or nobody can say what it states."""


class UnreadableDocument(DocumentError):
    """The bytes are not a document of a known format, or are damaged."""


class UnclaimedDocument(DocumentError):
    """No importer recognises the document as its own."""


class TiedClaims(DocumentError):
    """Two importers claim the same part and table of a document with equal rank."""


class PluginError(PlacebenchError):
    """A plugin is broken, incompatible, or raised while it was called."""


class CodebookError(PlacebenchError):
    """A codebook, a profile or another file of choices has an entry that cannot be used."""


class DatasetError(PlacebenchError):
    """A dataset is missing, damaged, locked, or of an unknown schema version."""
