"""Other ways of reading: by keyboard, in large letters, in few colors, without motion, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pypdf import PdfReader

from tests.browsing import DESK, PHONE, Visitor, served, start_browser
from tests.site_reading import BuiltSite
from tests.test_browser import KINDS, fits

NARROW = 320
"""How wide a window of 1280 pixels is when it is enlarged four times (WCAG 1.4.10)."""
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.querySelector(":scope > path");
  const drawn = box && parseFloat(getComputedStyle(box).strokeWidth) >= 2;
  const { width, height } = element.getBoundingClientRect();
  const seen = ring(getComputedStyle(element)) || Boolean(drawn);
  return { html: element.outerHTML.slice(0, 120), seen, there: width > 1 && height > 1 };
}"""

TARGETS = """() => {
  const all = [...document.querySelectorAll(`button, input, select, textarea, summary,
    [role=option], :is(header, footer, nav) a, a[download], .lpsa-terms a, .lpsa-cards a,
    .lpsa-az li a, .lpsa-map a > path`)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const small = all.filter((e) => [e, e.closest("label") || e].every((part) => {
    const { width, height } = part.getBoundingClientRect();
    return Math.min(width, height) < 24;
  }));
  return { all: all.length, small: small.map((e) => e.outerHTML.slice(0, 120)) };
}"""
"""What a finger aims at that is no link within a text, and what of it is too small."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: BuiltSite) -> Iterator[Visitor]:
    with served(site) as address:
        yield Visitor(browser, address)


def stops(page: Page, most: int = 400) -> Iterator[dict[str, object]]:
    """Press the tabulator through a page; yield where the focus is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None:
            return
        yield at
    pytest.fail(f"The page has more than {most} stops.")


@pytest.mark.parametrize(
    "kind", ["home", "term", "theme", "list of terms", "assessment", "comparison", "data"]
)
def test_a_keyboard_reaches_everything_and_sees_where_it_is(reader: Visitor, kind: str) -> None:
    """Also the terms in a map; the first stop leads past the menu."""
    with reader.reading(KINDS[kind]) as page:
        found = list(stops(page))
        assert [] == [stop["html"] for stop in found if not (stop["seen"] and stop["there"])]
        links = page.locator("article a[href]:visible, article svg a").count()
        assert len(found) >= links


def test_the_first_stop_leads_to_the_content(reader: Visitor) -> None:
    with reader.reading(KINDS["term"]) as page:
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        expect(page.locator(".md-skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("kind", KINDS)
def test_letters_may_be_twice_as_large_and_the_window_a_quarter(reader: Visitor, kind: str) -> None:
    """Nothing is cut, nothing has to be scrolled sideways (WCAG 1.4.4, 1.4.10)."""
    with reader.reading(KINDS[kind], width=NARROW) as page:
        assert fits(page)
        page.set_viewport_size({"width": DESK, "height": 900})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert fits(page)
        cut = page.evaluate(
            """() => [...document.querySelectorAll("article *, header *")].filter((e) =>
                 e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 &&
                 ["hidden", "clip"].includes(getComputedStyle(e).overflowX) &&
                 !e.closest("svg")).map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert [] == cut


@pytest.mark.parametrize("kind", ["term", "list of terms", "assessment", "comparison"])
def test_in_few_colors_nothing_is_lost(reader: Visitor, kind: str) -> None:
    """Where the system gives the colors, links, borders and maps are still drawn."""
    with reader.reading(KINDS[kind]) as page:
        page.emulate_media(forced_colors="active")
        plain = page.evaluate(
            """() => [...document.querySelectorAll("article a.term")].filter((link) =>
                 !getComputedStyle(link).textDecorationLine.includes("underline")).length"""
        )
        assert 0 == plain
        lost = page.evaluate(
            """() => [...document.querySelectorAll(":is(.lpsa-map, .lpsa-chart) path")].filter(
               (path) => {
                 const { stroke, fill } = getComputedStyle(path);
                 const paper = getComputedStyle(document.body).backgroundColor;
                 return [stroke, fill].every((color) => color === "none" || color === paper);
               }).length"""
        )
        assert 0 == lost
        stop = next(iter(stops(page)))
        assert stop["seen"]


def test_nothing_moves_by_itself(reader: Visitor, site: BuiltSite) -> None:
    """So nobody has to ask for less motion."""
    style = (site.folder / "assets" / "lpsa.css").read_text(encoding="utf-8")
    assert [] == re.findall(
        r"(?:transition|animation|(?<!over)scroll-behavior|@keyframes)[^;]*;", style
    )
    with reader.reading(KINDS["term"]) as page:
        page.locator("#definition a.term").first.hover()
        expect(page.locator(".lpsa-card")).to_be_visible()
        assert 0 == page.evaluate("document.getAnimations().length")


def test_on_paper_stand_the_definitions_that_the_text_leads_to(reader: Visitor) -> None:
    """At the end, without scripts, each once; on a screen they are neither seen nor read out."""
    with reader.reading(KINDS["primer"], scripts=False) as page:
        printed = page.locator(".lpsa-printed")
        expect(printed).to_be_hidden()
        page.emulate_media(media="print")
        expect(printed).to_be_visible()
        names = printed.locator("dt").all_inner_texts()
        assert len(names) == len(set(names)) > 10
        assert "subsidiarity" in names or "devolution" in names
        last = page.locator("article > *:visible").last
        expect(last).to_have_class(re.compile("lpsa-printed"))


def test_on_paper_a_chart_stands_beside_its_values(reader: Visitor) -> None:
    """Under its heading; the values may go on on the next sheet."""
    with reader.reading(KINDS["assessment"]) as page:
        sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages]
    (chart,) = [text for text in sheets if "Values of this chart" in text]
    for words in ("Results", "Illustrative scores, PEFA 2016", "PI-31", "Budget documentation"):
        assert words in chart


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("comparison over time", ".lpsa-table--values"),
        ("page", ".lpsa-scroll table"),
    ],
)
def test_a_small_table_is_seen_whole_on_a_phone(reader: Visitor, kind: str, table: str) -> None:
    """Nobody has to scroll sideways to the scores of a chart, or to the second of two columns."""
    with reader.reading(KINDS[kind], width=PHONE) as page:
        assert page.locator(table).first.evaluate(
            "table => table.offsetWidth <= table.parentElement.clientWidth"
        )


def test_what_one_came_for_is_seen_first_on_a_phone(reader: Visitor) -> None:
    """The files beside their names, the meaning beside the code."""
    for kind, shown in (("data", "a[download]"), ("findings", "td:nth-child(2)")):
        with reader.reading(KINDS[kind], width=PHONE) as page:
            cell = page.locator(f".lpsa-scroll tbody tr:first-child :is({shown})").first
            box = cell.bounding_box()
            assert box
            assert box["x"] + min(box["width"], 100) <= PHONE


def test_a_chart_in_a_text_has_its_values_below(reader: Visitor) -> None:
    """Where a column is as narrow as a text, a table beside a chart would be cut off."""
    with reader.reading(KINDS["primer with a framework in it"]) as page:
        table = page.locator(".lpsa-inserted .lpsa-table--values").first
        assert table.evaluate("table => table.offsetWidth <= table.parentElement.clientWidth")


@pytest.mark.parametrize("address", [*KINDS.values(), "frameworks/lai/score-card/"])
def test_a_finger_finds_what_it_aims_at(reader: Visitor, address: str) -> None:
    """What is no link within a text is at least 24 pixels high and wide (WCAG 2.5.8)."""
    with reader.reading(address, width=PHONE, touch=True) as page:
        found = page.evaluate(TARGETS)
        assert found["all"] > 5
        assert [] == found["small"]


def test_a_finger_finds_what_it_aims_at_in_what_opens(reader: Visitor) -> None:
    """The menu, and the search with its answers."""
    with reader.reading(KINDS["term"], width=PHONE, touch=True) as page:
        page.locator(".lpsa-menu summary").first.tap()
        assert [] == page.evaluate(TARGETS)["small"]
        page.keyboard.press("Escape")
        page.locator(".lpsa-find--dialog").tap()
        page.get_by_role("combobox").fill("grant")
        expect(page.get_by_role("option").nth(3)).to_be_visible()
        assert [] == page.evaluate(TARGETS)["small"]


def test_a_map_leads_on(reader: Visitor) -> None:
    """By keyboard as by pointer, without a script."""
    with reader.reading(KINDS["term"], scripts=False) as page:
        page.locator(".lpsa-map a").first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert re.search("/glossary/(?!devolution/)[^/]+/$", page.url)
