"""HTML to the nodes that a person sees, without recursion and with a limit on nesting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from placebench.documents.html.folds import Attributes, Folds
from placebench.documents.limits import limits
from placebench.errors import UnreadableDocument

TEXT = "-text"
MOST_ATTRIBUTES = 1000
"""Attributes beyond which a page is refused: the time for an element grows with their square."""

_UNSEEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style|noscript)\b.*?(?:</\1[^>]*>|\Z)", re.IGNORECASE | re.DOTALL
)
_QUOTED_VALUE = r"""=\s*+(?:"[^"]*+"|'[^']*+')"""
_QUOTED = re.compile(_QUOTED_VALUE)
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:{_QUOTED_VALUE}|[^>=]++|=)*+)")
_SELF_CLOSING_NAMES = """
    area base br col embed hr img input link meta param source track wbr p li td th tr dt dd thead tbody tfoot
    option optgroup colgroup rp rt html head body
"""
_SELF_CLOSING = frozenset(_SELF_CLOSING_NAMES.split())
_SKIPPED_NAMES = """
    head title script style template noscript svg iframe object canvas audio video select textarea datalist
    input del s strike
"""
_SKIPPED = frozenset(_SKIPPED_NAMES.split())


@attrs.frozen
class Node:
    """An element or a text that a person sees.

    Attributes:
        depth: Depth in the tree; whatever was open at this depth or deeper has ended.
        tag: Name of the element, or `-text`.
        attributes: Attributes of an element.
        text: The characters of a text.
        items: Number of items of a list that counts down, else 0.
    """

    depth: int
    tag: str
    attributes: Attributes
    text: str = ""
    items: int = 0


def parse(text: str, name: str) -> LexborHTMLParser:
    """Parse a page.

    Raises:
        UnreadableDocument: It is nested too deeply, or an element has too many attributes.
    """
    seen = _UNSEEN.sub(" ", text)
    depth, attributes = _measure(seen)
    # The time of an HTML5 parser grows with size times depth.
    deepest = limits().nesting
    if depth > deepest:
        found = f"elements nested {depth:,} deep"
        raise UnreadableDocument(f"HTML nested at most {deepest:,} deep", found, where=name)
    if attributes > MOST_ATTRIBUTES:
        found = f"an element with {attributes:,} attributes"
        raise UnreadableDocument(f"at most {MOST_ATTRIBUTES:,} attributes", found, where=name)
    try:
        return LexborHTMLParser(seen)
    except (ValueError, RuntimeError) as error:
        raise UnreadableDocument("HTML", str(error), where=name) from error


def visible_nodes(root: LexborNode) -> Iterator[Node]:
    """Yield what is seen below a node, in document order."""
    depth = 1
    node = root.child
    folds = Folds(root)
    while node is not None:
        below = None
        tag = node.tag or ""
        if tag == TEXT:
            yield Node(depth, TEXT, {}, node.text_content or "")
        elif tag not in _SKIPPED and node.is_element_node:
            attributes = node.attributes
            if not folds.hides(node, attributes):
                yield Node(depth, tag, attributes, items=_items(node) if "reversed" in attributes else 0)
                below = node.child
        if below is not None:
            node, depth = below, depth + 1
            continue
        node, depth = _next(node, depth)


def _next(node: LexborNode, depth: int) -> tuple[LexborNode | None, int]:
    current: LexborNode | None = node
    while current is not None and depth > 0:
        following = current.next
        if following is not None:
            return following, depth
        current, depth = current.parent, depth - 1
    return None, 0


def _items(node: LexborNode) -> int:
    count, item = 0, node.child
    while item is not None:
        count += item.tag == "li"
        item = item.next
    return count


def _measure(text: str) -> tuple[int, int]:
    opened: Counter[str] = Counter()
    depth = deepest = most_attributes = 0
    for slash, tag, attributes in _TAG.findall(text):
        name = tag.lower()
        if len(attributes) > MOST_ATTRIBUTES:
            most_attributes = max(
                most_attributes, len(_QUOTED.sub(" ", attributes).replace("/", " ").split())
            )
        if name in _SELF_CLOSING:
            continue
        if not slash:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return deepest, most_attributes
