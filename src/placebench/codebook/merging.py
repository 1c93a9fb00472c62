"""Two contents of a TOML file made one."""

from __future__ import annotations

from placebench.codebook.patterns import TERM


def merged(base: object, added: object, name: str = "") -> object:
    """Return a content with another put in: tables key by key, lists before those that were there.

    A text takes the place of the one that was there; where it uses the name that it stands under, as
    `council = "<council>|shire hall"` does, it holds what was there.

    Args:
        base: What is there.
        added: What is put in.
        name: The key that both stand under.
    """
    if isinstance(base, dict) and isinstance(added, dict):
        both = {key: merged(base[key], value, key) if key in base else value for key, value in added.items()}
        return {**base, **both}
    if isinstance(base, list) and isinstance(added, list):
        return [*added, *base]
    if isinstance(base, str) and isinstance(added, str):
        widened = TERM.sub(lambda found: base if found.group(1) == name else found.group(), added)
        # Where a pattern uses it, an alternative that was added ends where the term ends.
        return widened if widened == added else f"(?:{widened})"
    return added


def emptied(value: object) -> object:
    """Return a content with every list in it empty."""
    if isinstance(value, dict):
        return {key: emptied(inner) for key, inner in value.items()}
    return [] if isinstance(value, list) else value
