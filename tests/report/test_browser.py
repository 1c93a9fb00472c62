"""The page in a real browser, opened from the disk."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from axe_core_python.sync_playwright import Axe

from tests.report.conftest import opened

pytestmark = pytest.mark.program

CELL = "#t-governance td a[data-facts]"


def test_a_cell_opens_its_facts_with_their_quotes_by_keyboard_and_gives_the_focus_back(page):
    cell = page.locator(CELL).first
    number = cell.get_attribute("data-facts").split()[0]
    quote = page.locator(f"#f-{number} blockquote").first.text_content()
    cell.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    column = cell.evaluate(
        "(link) => link.closest('table').rows[0].cells[link.closest('td').cellIndex].textContent"
    )
    place = cell.evaluate("(link) => link.closest('tr').cells[0].textContent")
    assert dialog.locator("h2").text_content().startswith(f"{place}, {column}: ")
    assert quote in dialog.locator("blockquote").all_text_contents()
    assert quote.split()[0] in dialog.locator("mark").first.text_content()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.facts").split()[0] == number
    assert dialog.count() == 0


def test_a_fact_leads_to_its_words_in_the_source(page):
    link = page.locator("#t-facts a[href^='#w-']").first
    anchor = link.get_attribute("href")
    link.click()
    page.locator(f"{anchor}:target").wait_for(state="visible")


def test_filters_leave_what_fits_and_the_address_keeps_the_view(page):
    page.select_option("#by-system", "bob")
    page.fill("#search", "board")
    visible = page.locator("#t-facts tbody tr:visible")
    assert visible.count() > 0
    for row in visible.all():
        assert row.get_attribute("data-system") == "bob"
        assert "board" in row.text_content().lower()
    assert f"{visible.count()} facts fit." in page.locator("#found").text_content()
    facts = visible.count()
    address = page.evaluate("location.hash")
    page.evaluate("location.hash = ''")
    page.click("button[type=reset]")
    page.wait_for_function("document.getElementById('found').textContent === ''")
    assert page.locator("#t-facts tbody tr:visible").count() > facts
    page.evaluate(f"location.hash = {address!r}")
    page.wait_for_function("document.getElementById('search').value === 'board'")
    assert page.locator("#t-facts tbody tr:visible").count() == facts


def test_a_place_known_by_general_statements_can_be_chosen_and_an_unknown_one_is_named(page):
    own = set(
        page.eval_on_selector_all("#t-facts tr[data-place]", "all => all.map(one => one.dataset.place)")
    )
    offered = page.eval_on_selector_all("#by-place option", "all => all.map(one => one.value)")
    general = next(one for one in offered if one and one not in own)
    page.select_option("#by-place", general)
    assert page.locator(f'#t-coverage tr[data-place="{general}"]').is_visible()
    assert "are of all places" in page.locator("#found").text_content()
    page.evaluate("location.hash = '#view?place=north/nowhere'")
    page.wait_for_function(
        "document.getElementById('found').textContent.includes('no place “north/nowhere”')"
    )


def test_a_filter_dims_answers_that_do_not_fit_and_hides_rows_of_other_systems(page):
    expected = page.locator("#t-governance td[data-status='expected']").first
    coloured = expected.evaluate("(cell) => getComputedStyle(cell).backgroundColor")
    page.select_option("#by-status", "in_place")
    assert expected.evaluate("(cell) => getComputedStyle(cell).backgroundColor") != coloured
    page.select_option("#by-system", "bob")
    systems = page.locator("#t-governance tbody tr:visible").all()
    assert {row.get_attribute("data-system") for row in systems} == {"bob"}


def test_many_facts_are_listed_on_demand_and_where_a_link_leads(rated_page):
    rows = rated_page.locator("#t-facts tbody tr")
    assert rated_page.locator("#t-facts tbody tr:visible").count() == 200 < rows.count()
    rated_page.evaluate(f"location.hash = 'f-{rows.count()}'")
    rows.last.wait_for(state="visible")
    rated_page.click("#more-facts")
    assert rated_page.locator("#t-facts tbody tr:visible").count() == rows.count()
    assert not rated_page.locator("#more-facts").is_visible()


def test_the_page_fits_its_width(rated_page):
    for width in (320, 640, 1280):
        rated_page.set_viewport_size({"width": width, "height": 800})
        assert rated_page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_picture_that_is_too_wide_for_a_phone_gives_way_to_its_table(rated_page):
    picture, instead = (rated_page.locator(f"#stage-map {part}") for part in (".picture", ".instead"))
    assert (picture.is_visible(), instead.is_visible()) == (True, False)
    rated_page.set_viewport_size({"width": 320, "height": 800})
    assert (picture.is_visible(), instead.is_visible()) == (False, True)
    assert instead.locator("a").get_attribute("href") == "#t-maturity"


def test_every_link_within_the_page_leads_somewhere(rated_page):
    dead = rated_page.evaluate("""[...document.querySelectorAll("a[href^='#']")]
        .map((link) => link.getAttribute("href").slice(1))
        .filter((anchor) => !document.getElementById(anchor))""")
    assert dead == []
    ids = rated_page.evaluate("[...document.querySelectorAll('main [id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_link_of_a_picture_opens_its_table(rated_page):
    rated_page.locator("#stage-bars .twin a").click()
    table = rated_page.locator("#t-maturity_distribution")
    table.wait_for(state="visible")


def test_a_stage_leads_to_its_rating(rated_page):
    rated_page.locator("#t-maturity td a[data-facts]").first.click()
    words = rated_page.locator("dialog[open]").text_content()
    assert "assessments stage " in words


def test_a_rating_of_a_sheet_stands_in_its_row_with_the_address_of_its_cell(browser, assessed_file):
    with opened(browser, assessed_file) as page:
        page.locator("#t-maturity td a[data-facts]").first.click()
        dialog = page.locator("dialog[open]")
        assert "cell D2" in dialog.locator(".from a").first.text_content()
        rows = {row.locator("th").text_content(): row.locator("td").text_content()
                for row in dialog.locator("tr").all()}  # fmt: skip
        assert rows["D2 stage"].strip() == "Building"
        assert rows["G2 comment"].strip() == "Agreed in May"
        assert dialog.locator("mark").all_text_contents() == ["Building", "Agreed in May"]
        assert violations(page) == []


def test_ratings_break_no_accessibility_rule_either(rated_page):
    assert violations(rated_page) == []


def test_without_scripts_a_cell_leads_to_its_facts(browser, page_file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    cell = page.locator(CELL).first
    target = cell.get_attribute("href")
    cell.click()
    assert page.url.endswith(target)
    assert page.locator(f"{target} blockquote").first.is_visible()
    context.close()


@pytest.mark.parametrize("state", ["read", "evidence", "filtered"])
def test_nothing_breaks_the_accessibility_rules_of_wcag_2_2_aa(page, state):
    if state == "evidence":
        page.locator(CELL).first.click()
    if state == "filtered":
        page.select_option("#by-status", "in_place")
    assert violations(page) == []


def violations(page):
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    # One row is like another: some of each table say as much as all, in a tenth of the time.
    alike = {"exclude": [["main tbody tr:nth-child(n+8)"], [".from-source:nth-of-type(n+3)"]]}
    found = Axe().run(page, context=alike, options={"runOnly": rules})
    assert found["passes"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


def printed(page):
    return pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def texts(document):
    return [one.get_textpage().get_text_range() for one in document]


def test_what_a_meeting_reads_is_printed_without_controls_and_says_what_is_left_out(page):
    document = printed(page)
    width, height = document[0].get_size()
    assert width > height
    found = texts(document)
    assert 5 <= len(found) <= 25
    for gone in ("Show all", "Source and quote", "Print these facts too", "Marks lead to"):
        assert not any(gone in text for text in found), gone
    for there in ("The list of facts is not printed", "The words around quotes are not printed"):
        assert sum(there in text for text in found) == 1, there


def test_facts_and_the_words_around_quotes_are_printed_on_demand_with_headings_repeated(page):
    alone = texts(printed(page))
    page.check("#print-facts")
    with_facts = texts(printed(page))
    assert sum("Source and quote" in text for text in with_facts) > 3
    page.check("#print-words")
    assert len(alone) < len(with_facts) < len(printed(page))


@pytest.mark.parametrize("key", [None, "Enter"])
def test_a_cell_of_a_picture_opens_the_facts_of_the_same_cell_of_the_table(rated_page, key):
    cell = rated_page.get_by_role("link", name="Buckinghamshire (self), Shared Vision and Purpose: stage")
    twin = rated_page.locator("#t-maturity tr", has_text="Buckinghamshire (self)").locator("td a").first
    assert cell.get_attribute("data-facts") == twin.get_attribute("data-facts")
    if key:
        cell.focus()
        rated_page.keyboard.press(key)
    else:
        cell.click()
    dialog = rated_page.locator("dialog[open]")
    assert dialog.locator("h2").text_content() == cell.get_attribute("aria-label")
    number = cell.get_attribute("href").removeprefix("#f-")
    quote = rated_page.locator(f"#t-facts tr#f-{number} blockquote").first.text_content()
    assert quote in dialog.locator("blockquote").all_text_contents()
    rated_page.keyboard.press("Escape")
    assert cell.evaluate("(link) => document.activeElement === link")
    ring = cell.evaluate("(link) => getComputedStyle(link.querySelector('path')).strokeWidth")
    assert ring == "4px"


def test_a_picture_leads_to_the_words_of_the_source_without_scripts(browser, page_file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    cell = page.locator("#coverage-map svg a").first
    target = cell.get_attribute("href")
    cell.click()
    assert page.url.endswith(target)
    page.locator(f"{target} a[href^='#w-']").first.click()
    assert page.locator(":target").is_visible()
    context.close()


def test_every_link_of_a_picture_is_one_of_its_table(rated_page):
    strangers = rated_page.evaluate("""[...document.querySelectorAll("figure")].flatMap((figure) => {
        const table = document.querySelector(figure.querySelector(".twin a")?.hash || "none");
        const known = new Set([...(table?.querySelectorAll("a[data-facts]") || [])].map((one) => one.hash));
        return [...figure.querySelectorAll("svg a")].filter((one) => !known.has(one.getAttribute("href")))
            .map((one) => `${figure.id}: ${one.getAttribute("aria-label")}`);
    })""")
    assert strangers == []
