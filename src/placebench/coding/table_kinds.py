"""What readers of tables need: the columns of each kind of table, told by what heads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from placebench.codebook import Codebook, Wording

Heads = Callable[[str], object]
"""Tells whether the text of a header, in lower case, heads a column."""


@attrs.frozen
class Column:
    """A column that a kind of table has or may have.

    Attributes:
        label: What its reader calls it.
        says: What it holds, in words for people: `a date`.
        heads: Gives what tells its header by the words of a coding frame.
        words: Where a coding frame has these words, as a file of one's own writes it.
    """

    label: str
    says: str
    heads: Callable[[Codebook], Heads]
    words: str


@attrs.frozen
class Title:
    """Words that stand above a table of a kind, or never do.

    Attributes:
        says: What they are, in words for people: `plans or milestones`.
        matches: Gives what tells them, in lower case, by the words of a coding frame.
        words: Where a coding frame has them.
        header: Label of the column whose header may have them instead; None where none may.
    """

    says: str
    matches: Callable[[Codebook], Callable[[str], bool]]
    words: str
    header: str | None = None


@attrs.frozen
class TableKind:
    """A kind of table that gives rows.

    Attributes:
        says: What its rows are, in words for people: `actions and their dates`.
        tables: The tables of the dataset that it gives rows of.
        needs: Columns that it needs, all of them, the least ambiguous first: a header heads one column.
        one_of: Columns of which it needs one besides.
        may_have: Columns that its reader takes where they are.
        title: What must stand above it, or in the title of the document.
        others: What stands above tables that are of other things.
        owned: Whether it is none in the papers of another body.
        wordy: Whether its rows hold the text of all other columns too.
    """

    says: str
    tables: tuple[str, ...]
    needs: tuple[Column, ...] = ()
    one_of: tuple[Column, ...] = ()
    may_have: tuple[Column, ...] = ()
    title: Title | None = None
    others: Title | None = None
    owned: bool = False
    wordy: bool = False

    def columns(self, headers: Mapping[int, str], codebook: Codebook) -> dict[str, int]:
        """Return the columns of a table that are of this kind, by label.

        Args:
            headers: What heads each column, in lower case.
            codebook: The coding frame.
        """
        found: dict[str, int] = {}
        for column in (*self.needs, *self.one_of, *self.may_have):
            heads = column.heads(codebook)
            free = (at for at in headers if at not in found.values())
            at = next((at for at in free if heads(headers[at])), None)
            if at is not None:
                found[column.label] = at
        return found

    def missing(self, found: Mapping[str, int]) -> tuple[tuple[Column, ...], ...]:
        """Return what a table lacks: each column alone, or those of which one would do.

        Args:
            found: Its columns by label.
        """
        needed = [*((column,) for column in self.needs), *([self.one_of] if self.one_of else [])]
        return tuple(some for some in needed if not any(column.label in found for column in some))


def by_entry(label: str, says: str, table: str, entry: str) -> Column:
    """Return a column whose headers are the words of an entry of the coding frame."""
    return Column(
        label, says, lambda book: book.entry(table, entry).match.matches, f"[[{table}.{entry}]] match"
    )


def by_rosters(label: str, says: str, group: str, name: str) -> Column:
    """Return a column whose headers are among the words of lists and tables of members."""
    return Column(label, says, lambda book: book.rosters[group][name].matches, f"[rosters.{group}] {name}")


def by_remits(label: str, says: str, group: str, name: str) -> Column:
    """Return a column whose headers are among the words of tables of remits."""
    return Column(
        label, says, lambda book: book.remits[group][name].matches, f"[remit_tables.{group}] {name}"
    )


def by_wording(label: str, says: str, wording: Wording, name: str) -> Column:
    """Return a column whose whole header a wording tells.

    Args:
        label: What its reader calls it.
        says: What it holds, for people.
        wording: The expression.
        name: Which of its words a file of one's own would add to.
    """
    return Column(label, says, lambda book: wording.of(book).fullmatch, f"[wording.{wording.group}] {name}")


def title_by_entry(says: str, table: str, entry: str, header: str | None = None) -> Title:
    """Return words above a table that an entry of the coding frame holds."""
    return Title(
        says, lambda book: book.entry(table, entry).match.matches, f"[[{table}.{entry}]] match", header
    )
