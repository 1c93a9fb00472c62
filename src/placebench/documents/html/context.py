"""What an open HTML element means for the text inside it."""

from __future__ import annotations

import re
from copy import copy

import attrs

from placebench.documents.grid import CellDraft, Grid
from placebench.documents.html.committee_pages import TITLES
from placebench.documents.html.folds import Attributes
from placebench.documents.html.lists import ListCounter
from placebench.documents.html.tree import Node

_BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search
    section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that begin and end a block of text."""
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_TITLES = {**TITLES, "title": 1, "MsoTitle": 1}
"""Level of a paragraph that its class makes a heading: of committee pages, Google Docs, Word."""
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_FURNITURE_TAGS = frozenset({"nav", "footer", "search", "button", "dialog"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog"})
_FOOTNOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:-?(?:banner|consent|notice|message|bar))?|breadcrumbs?|pagination|navbar|skip-?(?:links?|to-\w+)|site-?(?:header|footer|nav)"
    r"|(?:main|site)-?menu|(?:social|share)-?(?:links|buttons|media)|back-?to-?top|mgActionList|mgItemNumberCell)(?=$|[\s_-])",
    re.IGNORECASE,
)
_FOOTNOTE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|Mso(?:Footnote|Endnote)Text|fn[:-]?\d+|ftnt\d+)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SKIP_LINK = re.compile(r"(?:^|[\s_-])skip-?(?:links?|to-\w+)(?=$|[\s_-])", re.IGNORECASE)
_FOOTNOTE_ANCHOR = re.compile(r"(?:ftnt|_ftn|_edn|fn:?)\d{1,4}")
_MARGIN = re.compile(r"margin-left\s*:\s*(\d{1,5}(?:\.\d{1,3})?)\d*\s*(pt|px|em|rem|cm|mm|in)", re.IGNORECASE)
_MSO_LEVEL = re.compile(r"mso-list\s*:[^;]*?\blevel(\d)", re.IGNORECASE)
_LIST_LEVEL = re.compile(r"(?:^|\s)lst-kix_\w{1,40}-(\d)(?=$|\s)")
"""List level in the class of a list of Google Docs, from 0."""
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0}


@attrs.define
class ItemDraft:
    """A list item; its label stands before its first text alone."""

    level: int
    label: str | None


@attrs.define(slots=False)  # copied for each element, which is much faster without slots
class Context:
    """One open element, with what it inherits from those around it.

    Attributes:
        depth: Depth of the element in the tree.
        landmarks: Whether navigation, banners and the like are told from the content.
        outside: Class or id of the element that holds the content, while none of that name is open.
        main: Inside the main content or an article.
        furniture: Inside navigation, a banner or the like.
        footnote: Inside a footnote.
        bold: In bold type.
        raised: Set as a power or the mark of a footnote.
        preformatted: White space and line breaks count.
        caption: In the caption of the table.
        table_head: In the head of a table.
        heading: Level of the heading.
        indent: Left margin in points, where the paragraph has one.
        mso_level: List level that Word left in the style.
        list_level: Number of open lists.
        counter: Labels of the innermost list.
        item: The innermost list item.
        grid: The innermost table.
        cell: The innermost cell.
        inline: Whether the element is inline: text runs on where it begins and ends.
    """

    depth: int = 0
    landmarks: bool = True
    outside: frozenset[str] | None = None
    main: bool = False
    furniture: bool = False
    footnote: bool = False
    bold: bool = False
    raised: bool = False
    preformatted: bool = False
    caption: bool = False
    table_head: bool = False
    heading: int | None = None
    indent: int | None = None
    mso_level: int | None = None
    list_level: int = 0
    counter: ListCounter | None = None
    item: ItemDraft | None = None
    grid: Grid | None = None
    cell: CellDraft | None = None
    inline: bool = False

    def inside(self, node: Node) -> Context:
        """Return the context of the text inside a block element."""
        context = copy(self)
        context.depth, context.inline = node.depth, False
        tag = node.tag
        if tag in _LISTS:
            nested = _LIST_LEVEL.search(node.attributes.get("class") or "")
            context.list_level = int(nested[1]) + 1 if nested else self.list_level + 1
            context.counter = ListCounter(tag, node.attributes, node.items)
        elif tag == "li":
            label = self.counter.label(node.attributes) if self.counter else "•"
            context.item = ItemDraft(max(1, self.list_level), label)
        elif tag[0] == "h" and tag[1:].isdecimal():
            context.heading = int(tag[1:])
        elif tag == "pre":
            context.preformatted = True
        elif tag == "p" and node.attributes:
            names = (node.attributes.get("class") or "").split()
            context.heading = next((_TITLES[name] for name in names if name in _TITLES), context.heading)
        context.main = self.main or tag in ("main", "article")
        if node.attributes:
            _take_attributes(context, node.attributes)
        if self.outside and self.outside.intersection(_names(node.attributes).split()):
            context.outside = None
        context.furniture = self.furniture or (
            self.landmarks and _is_furniture(node, in_main=context.main, in_heading=self.heading is not None)
        )
        return context

    @property
    def unspoken(self) -> bool:
        """Whether text here states nothing."""
        return self.furniture or self.outside is not None

    def emphasised(self, node: Node) -> Context | None:
        """Return the context of the text inside an inline element, or None where it is that outside."""
        if node.tag in _BOLD or _BOLD_STYLE.search(node.attributes.get("style") or ""):
            return attrs.evolve(self, depth=node.depth, bold=True, inline=True)
        if node.tag == "sup":
            return attrs.evolve(self, depth=node.depth, raised=True, inline=True)
        return None


def is_skip_link(node: Node) -> bool:
    """Tell whether a link only leads past the navigation."""
    return node.tag == "a" and _SKIP_LINK.search(_names(node.attributes)) is not None


def is_footnote_anchor(node: Node) -> bool:
    """Tell whether a link is the mark of a footnote where the note itself stands."""
    if node.tag != "a":
        return False
    names = (node.attributes.get("id"), node.attributes.get("name"))
    return any(_FOOTNOTE_ANCHOR.fullmatch(name or "") for name in names)


def _take_attributes(context: Context, attributes: Attributes) -> None:
    style, role = attributes.get("style") or "", attributes.get("role") or ""
    margin, level = _MARGIN.search(style), _MSO_LEVEL.search(style)
    if margin:
        context.indent = round(float(margin[1]) * _POINTS[margin[2].lower()])
    if level:
        context.mso_level = max(1, int(level[1]))
    context.main = context.main or role == "main"
    if role in _FOOTNOTE_ROLES or _FOOTNOTE_NAMES.search(_names(attributes)):
        context.footnote = True


def _is_furniture(node: Node, *, in_main: bool, in_heading: bool) -> bool:
    if node.tag == "button" and in_heading:
        return False
    if node.tag in _FURNITURE_TAGS or node.attributes.get("role") in _FURNITURE_ROLES:
        return True
    if node.tag == "header":
        return not in_main
    is_page = node.tag in ("body", "main", "article")
    return not is_page and _FURNITURE_NAMES.search(_names(node.attributes)) is not None


def _names(attributes: Attributes) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
