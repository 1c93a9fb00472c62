"""What the programs that most sites are made with do to a page, and what of it a reader sees."""

from __future__ import annotations

import pytest

from placebench.documents import Document, read_document


def read(body: str) -> Document:
    return read_document(f"<!doctype html><html><body>{body}</body></html>".encode(), "page.html")


def spoken(document: Document) -> list[str]:
    return [document.at(block.content) for block in document.blocks if block.kind != "furniture"]


@pytest.mark.parametrize(
    "folded",
    [
        '<div id="a1" hidden>Seen</div><button aria-controls="a1">Open</button>',
        '<div id="a1" style="display: none">Seen</div><a data-bs-target="#a1">Open</a>',
        '<a role="tab" href="#t">Aims</a><div id="t" style="display:none">Seen</div>',
        '<div role="tabpanel" hidden>Seen</div>',
        '<div class="elementor-tab-content" style="display:none">Seen</div>',
        '<div class="accordion__panel" hidden>Seen</div>',
        "<details><summary>More</summary>Seen</details>",
        '<div hidden="until-found">Seen</div>',
        '<h3><button aria-expanded="false">Aims</button></h3><div class="content" hidden>Seen</div>',
        '<dl><dt><button aria-expanded="false">Who?</button></dt><dd style="display:none">Seen</dd></dl>',
        '<p><button id="b" aria-expanded="true">A</button></p><hr><div aria-labelledby="b" hidden>Seen</div>',
        '<button aria-controls="a">Aims</button><div id="a" style="visibility:hidden">Seen</div>',
        '<button aria-controls="a">A</button><div id="a" aria-hidden="true" hidden>Seen</div>',
        '<p aria-hidden="true">Seen</p>',
        '<button aria-controls="research-shared-care">A</button><p id="research-shared-care" hidden>Seen</p>',
        '<div class="read-more" style="display:none">Seen</div>',
    ],
)
def test_what_a_reader_opens_is_read(folded: str) -> None:
    assert "Seen" in spoken(read(folded))


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>Unseen</div>",
        '<div style="display:none">Unseen</div>',
        '<div role="dialog" id="d" hidden>Unseen</div><button aria-controls="d">Subscribe</button>',
        '<div class="modal" id="d" style="display:none">Unseen</div><a data-target="#d">Subscribe</a>',
        '<ul id="main-menu" hidden><li>Unseen</li></ul><button aria-controls="main-menu">Menu</button>',
        '<p style="visibility:hidden" class="accordion">Unseen</p>',
        "<template><p>Unseen</p></template>",
        '<div class="cookie-notice" hidden="until-found">Unseen</div>',
        '<button class="menu-toggle" aria-expanded="false">Menu</button><ul hidden><li>Unseen</li></ul>',
        '<a aria-controls="q" aria-expanded="false">A</a><div hidden>Unseen</div><p id="q">Text</p>',
        '<div class="modal fade" aria-hidden="true">Unseen</div>',
        '<span class="material-icons icon" aria-hidden="true">Unseen</span>',
        "<details><summary>More</summary><p hidden>Unseen</p></details>",
    ],
)
def test_what_no_reader_opens_to_read_is_not(hidden: str) -> None:
    assert "Unseen" not in spoken(read(f"<p>Text</p>{hidden}"))


def test_a_heading_that_is_a_button_is_a_heading() -> None:
    page = read('<h3><button aria-expanded="false">Governance</button></h3><p>Text</p><button>Send</button>')
    assert [(block.kind, page.at(block.content)) for block in page.blocks] == [
        ("heading", "Governance"),
        ("paragraph", "Text"),
        ("furniture", "Send"),
    ]


@pytest.mark.parametrize(
    "around",
    [
        '<a class="nhsuk-skip-link" href="#c">Skip to content</a>',
        '<div id="cookiebanner">We use cookies</div>',
        '<div class="cookie-consent">We use cookies</div>',
    ],
)
def test_what_only_helps_to_find_the_way_is_furniture(around: str) -> None:
    assert spoken(read(f"{around}<p>Text</p>")) == ["Text"]


def test_lists_titles_and_footnotes_of_google_docs() -> None:
    page = read(
        '<p class="c1 title"><span>Place board</span></p><ul class="lst-kix_x1-0"><li>Frailty</li></ul>'
        '<ul class="lst-kix_x1-1"><li>Falls<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></li></ul>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> From April.</span></p></div>'
    )
    assert [(block.kind, block.level) for block in page.blocks] == [
        ("heading", 1),
        ("item", 1),
        ("item", 2),
        ("footnote", None),
    ]
