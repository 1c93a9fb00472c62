"""Posts by place: one post announced for several places, whose holders a text pairs with them."""

from __future__ import annotations

import pytest

THREE = {
    ("Jo Bell", "north/alpha", "place_director"),
    ("Kit Moor", "north/beta", "place_director"),
    ("Ann Dale", "north/gamma", "place_director"),
}


def held(code, text):
    return {(row.holder, row.place_id, row.role) for row in code(text, "roles") if " " in (row.holder or "")}


@pytest.mark.parametrize(
    "text",
    [
        "NHS North has named its place directors:\n\n- Alpha: Jo Bell\n- Beta: Kit Moor\n- Gamma: Ann Dale\n",
        "Place directors\n\nJo Bell - Alpha\nKit Moor - Beta\nAnn Dale - Gamma\n",
        "The three place directors are Jo Bell (Alpha), Kit Moor (Beta) and Ann Dale (Gamma).",
        "Our place directors have been named: Jo Bell for Alpha, Kit Moor for Beta and Ann Dale for Gamma.",
        "Place\tPlace Director\nAlpha\tJo Bell\nBeta\tKit Moor\nGamma\tAnn Dale\n",
        "Jo Bell (Alpha), Kit Moor (Beta) and Ann Dale (Gamma) are now in post as place directors.",
        "Jo Bell for Alpha, Kit Moor for Beta and Ann Dale for Gamma have been appointed place directors.",
        "Place\tPlace Director\nAlpha\tJo Bell (interim)\nBeta\tKit Moor\nGamma\tAnn Dale (acting)\n",
        "Place directors are named.\n\nAlpha has Jo Bell. Kit Moor covers Beta. Gamma goes to Ann Dale.",
    ],
)
def test_each_holder_has_the_place_that_the_text_joins_with_the_name(code, text):
    rows = held(code, text)
    assert {row for row in rows if row[2] == "place_director" and row[0] in {n for n, _, _ in THREE}} == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Former place directors\n\nJo Bell - Alpha\n",
        "The place directors met two leaders: Jo Bell (Alpha Council) and Kit Moor (Beta Council).",
        "The place directors thanked Jo Bell for Alpha's report.",
        "Deputy place directors\n\nJo Bell - Alpha\n",
        "Jo Bell (Alpha) and Kit Moor (Beta) met the place directors.",
        "NHS North has three place directors, who thanked a volunteer. Jo Bell wrote to Alpha Council.",
    ],
)
def test_who_is_named_near_the_post_does_not_hold_it(code, text):
    assert not {row for row in held(code, text) if row[0] in {"Jo Bell", "Kit Moor"}}


def test_a_post_on_the_line_below_is_of_the_name_above(code):
    page = "<h1>Alpha Partnership</h1><h2>Our leaders</h2><h3>Jo Bell</h3><p>Place Director for Alpha</p>"
    assert ("Jo Bell", "north/alpha", "place_director") in held(code, page)


def test_a_sentence_below_a_name_is_about_somebody_else(code):
    page = "<h1>Alpha Partnership</h1><h3>Jo Bell</h3><p>The place director for Alpha met her last week.</p>"
    assert not held(code, page) & {("Jo Bell", "north/alpha", "place_director")}
