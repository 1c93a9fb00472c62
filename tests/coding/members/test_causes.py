"""Members that a page tells of by its layout or by what they do together, and what only looks like it."""

from __future__ import annotations

import attrs
import pytest

from placebench.codebook import load_codebook
from placebench.coding.members.roles import code_roles
from placebench.coding.names import names_of
from placebench.coding.reading import Reading
from placebench.documents import read_document
from tests.coding.members.stated import members

TITLE = "Health and care in Alpha"
ALPHA_PAGE = "<h1>Alpha Together</h1><p>Alpha Together is a partnership for health and care.</p>"


def names(rows):
    return [name for name, _, _ in rows]


def told(code, sentence, title=TITLE):
    return sorted(
        {sector for _, sector, _ in members(code, f"{title}\n\n{sentence}\n", head="", title=title)}
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The NHS, Alpha Council, Healthwatch and the voluntary sector are developing a health and care plan.",
        "In Alpha, the NHS, Alpha Council, Healthwatch and charities have worked closely together to plan.",
        "The leaders in Alpha of the NHS, the council, charities and Healthwatch have agreed a vision.",
    ],
)
def test_organisations_that_act_together_on_the_page_of_a_place(code, sentence):
    assert told(code, sentence) == ["healthwatch", "local_authority", "nhs_trust", "vcse"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council, the ICB, Healthwatch and the trust work together on winter.",
        "Teams from the council, the ICB, Healthwatch and the trust have worked together to open a hub.",
        "The council, the trust, GPs and charities have agreed to form collaboratives.",
        "The council, the trust and patients are working together to mend the lift.",
        "The council and the trust have come together to plan.",
    ],
)
def test_organisations_that_do_something_else_together(code, sentence):
    assert told(code, sentence) == []


def test_acts_of_a_page_on_the_system_are_none_of_a_place(code):
    sentence = "The NHS, councils, Healthwatch and the voluntary sector are developing a plan."
    assert told(code, sentence, title="North Integrated Care System") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Partners in the alliance - including Alpha Council, the hospital and Age UK - mend services for us.",
        "Organisations involved include Alpha Council, the hospital and Age UK, to improve services here.",
        "Here the new way of working together includes Alpha Council, Healthwatch and Beta Hospital.",
    ],
)
def test_what_a_list_is_for_does_not_refuse_it(code, sentence):
    assert len(told(code, sentence, title="Alpha Together partnership")) == 3


def test_brackets_behind_the_nhs_name_its_kinds(code):
    rows = members(
        code,
        "The partnership brings together the NHS (primary, secondary and mental health) and Alpha Council.\n",
    )
    assert names(rows) == ["Alpha Council", "mental health", "primary care", "secondary care"]


def test_kind_before_a_name_is_no_part_of_it(code):
    text = "The board consists of acute provider Alpha NHS Trust, charity Age UK Alpha and the charity Oak.\n"
    assert names(members(code, text)) == ["Age UK Alpha", "Alpha NHS Trust", "Oak"]


def test_comma_without_a_blank_parts_two_members(code):
    text = "Its members are Alpha Council,the Sound PCN,Healthwatch Alpha and Alpha Hospice.\n"
    assert len(members(code, text)) == 4


def test_list_that_no_line_opens_ends_at_a_sentence(code):
    listed = [
        "Alpha Council",
        "Healthwatch Alpha",
        "Sound PCN",
        "Alpha NHS Foundation Trust",
        "Alpha Hospice",
    ]
    more = "We cover 400,000 people in towns and villages, and many of them are younger than elsewhere."
    text = "We meet each month.\n\n" + "".join(f"- {each}\n" for each in [*listed, more, f"{more} Again."])
    assert names(members(code, text)) == sorted(listed)


HEADED = """<h2>Our partners</h2>
<h3>Alpha NHS Foundation Trust</h3><p>It runs the hospital. Beta Council helps.</p><p>Its staff are many.</p>
<h3>Healthwatch Alpha</h3><p>The champion of Beta Hospice.</p>
<h2>News</h2><p>Beta Council is building a hub.</p>"""
IN_PROSE = """<h2>Our partners</h2>
<p>Alpha NHS Foundation Trust runs the hospital with Beta Council.</p><p>It has many staff.</p>
<p>Healthwatch Alpha is the champion of Beta Hospice.</p>
<h2>News</h2><p>Beta Council is building a hub.</p>"""
IN_BOLD = """<h2>Our partners</h2>
<p><b>Alpha NHS Foundation Trust</b><br>Alpha Hospitals runs two hospitals.</p>
<p><b>Healthwatch Alpha</b><br>The champion.</p>"""


@pytest.mark.parametrize("page", [HEADED, IN_PROSE, IN_BOLD], ids=["headings", "paragraphs", "bold"])
def test_partners_that_are_presented_one_by_one(code, page):
    rows = members(code, f"{ALPHA_PAGE}{page}", head="", path="page.html", title="Alpha Together")
    assert names(rows) == ["Alpha NHS Foundation Trust", "Healthwatch Alpha"]


PEOPLE = """<h2>Our board members</h2>
<h3>Jo Bell</h3><p>Independent Chair</p><p>Jo led a trust.</p>
<h3>Ann Dale</h3><p>Chief Executive, Alpha Hospice</p>
<h2>News</h2><h3>Kit Moor</h3><p>Chief Executive, Beta Hospice</p>"""
TABLE = """<h2>Board members</h2><table><tr><td>Jo Bell</td><td>Independent Chair</td></tr>
<tr><td>Ann Dale</td><td>Chief Executive, Alpha Hospice</td></tr></table>"""


@pytest.mark.parametrize("page", [PEOPLE, TABLE], ids=["headings", "table without a header"])
def test_people_that_are_presented_one_by_one(code, page):
    text = f"{ALPHA_PAGE}{page}"
    assert names(members(code, text, head="", path="page.html", title="Alpha Together")) == ["Alpha Hospice"]
    roles = code(text, "roles", path="page.html", title="Alpha Together")
    assert [(row.role, row.holder) for row in roles] == [("chair", "Jo Bell")]


MOOR_EDGE = [
    "Jo Bell, Moor Edge Place Director at NHS North, said that it was good.",
    "Moor Edge Place Director Jo Bell said that it was good.",
    "Jo Bell, the newly appointed Place Director for Moor Edge, joins from Delta.",
    "Jo Bell has been confirmed in the role of Place Director for Moor Edge.",
]


@pytest.mark.parametrize("sentence", MOOR_EDGE)
def test_place_of_two_words_is_no_person(profile, sentence):
    place = attrs.evolve(profile.places[0], place_id="north/moor-edge", name="Moor Edge")
    aliases = {**profile.place_aliases, "north/moor-edge": ()}
    moor = attrs.evolve(profile, places=(*profile.places, place), place_aliases=aliases)
    document = read_document(f"Health and care partnership\n\n{sentence}\n".encode(), "paper.txt", {})
    reading = Reading(document, (document.span,), moor, names_of(moor, load_codebook()), load_codebook())
    rows = [found.row for found in code_roles(reading)]
    assert [(row.role, row.holder, row.place_id) for row in rows] == [
        ("place_director", "Jo Bell", "north/moor-edge")
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Welcome from our Chair, Jo Bell", ("chair", "Jo Bell")),
        ("Jo Bell was appointed Place Director for Alpha by the ICB in May.", ("place_director", "Jo Bell")),
        ("My name is Jo Bell and I am the chair of Alpha Together.", ("chair", "Jo Bell")),
        ("Jo Bell has taken over as chair of Alpha Together from Ann Dale.", ("chair", "Jo Bell")),
        ("The partnership is led by its Executive Lead, Jo Bell.", ("place_lead", "Jo Bell")),
        (
            "Jo Bell is Director of Delivery for the Alpha Together partnership.",
            ("programme_director", "Jo Bell"),
        ),
    ],
)
def test_post_by_its_words(code, sentence, told):
    rows = code(f"Alpha Together: a place-based partnership\n\n{sentence}\n", "roles")
    assert [(row.role, row.holder, row.status) for row in rows] == [(*told, "in_place")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Welcome from our Chair, the Mayor's office and others.",
        "Jo Bell, newly appointed chair of the Beta Hospital trust, spoke.",
        "Jo Bell is Director of Delivery for the hospital.",
        "Our chair was mended.",
    ],
)
def test_words_that_only_sound_like_a_post(code, sentence):
    assert code(f"Alpha Together: a place-based partnership\n\n{sentence}\n", "roles") == []
