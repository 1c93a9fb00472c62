"""Words on what places have, without "each": what they say of no one place holds of each."""

from __future__ import annotations

from placebench.coding.located_text import LocatedText
from placebench.coding.scope import Located


def is_of_places_in_general(text: LocatedText, sentence: Located) -> bool:
    """Tell whether a sentence, what introduces it or the titles above it speak of what places have."""
    line = sentence.passage.line
    titles = (text.document.metadata.get("title", ""), *line.block.path)
    told = (sentence.passage.lower, *text.leads(line), *(title.lower() for title in titles))
    general = text.codebook.reading["places_in_general"]
    return any(general.matches(each) for each in told)
