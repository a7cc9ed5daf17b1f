"""The search dialog: by keyboard, by touch, without scripts, from right to left, for everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect, sync_playwright

from tests.browsing import PHONE, WIDTHS, Visitor, served, start_browser
from tests.site_building import CONFIGURATION, ROOT, SITE_URL, build_here, term, write_site
from tests.site_reading import BuiltSite
from tests.test_browser import WCAG, barriers, fits, tab_to

FRENCH = """
extra:
  alternate:
    - {name: English, link: "./", lang: en}
    - {name: français, link: "./fr/", lang: fr}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: BuiltSite) -> Iterator[Visitor]:
    """A reader of the real site."""
    with served(site) as address:
        yield Visitor(browser, address)


@pytest.fixture(scope="module")
def small(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A reader of a small site as an author sees it, with a French site of its own beside it."""
    folder = tmp_path_factory.mktemp("small")
    labels = "{fr: {term: subvention, revision: 1}}"
    files = {"glossary/grant.md": term("grant", "Money <i>given</i> & gone.", translations=labels)}
    english = build_here(
        write_site(folder / "en", files, CONFIGURATION + FRENCH), folder / "site", command="serve"
    )
    french = CONFIGURATION.replace("  name: material\n", "  name: material\n  language: fr\n")
    build_here(
        write_site(
            folder / "fr", {"glossary/subvention.md": term("subvention", "Argent.")}, french
        ),
        english / "fr",
    )
    with served(BuiltSite(english, SITE_URL)) as address:
        yield Visitor(browser, address)


def answers(page: Page) -> Locator:
    """Return what was found, in order."""
    return page.locator("#__found").get_by_role("option")


def fetched(page: Page) -> list[str]:
    """Return the names of the files that a page has asked for."""
    urls = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    return [str(url).rpartition("/")[2] for url in urls]


def after_a_while(route: Route) -> None:
    """Let a file come late."""
    sleep(0.5)
    route.continue_()


def test_a_keyboard_is_enough(reader: Visitor) -> None:
    """Open, ask, walk through the answers and around, follow one; or leave as one came."""
    with reader.reading("primers/") as page:
        tab_to(page, ".lpsa-find--dialog")
        page.keyboard.press("Enter")
        field = page.get_by_role("combobox")
        expect(field).to_be_focused()
        page.keyboard.type("devolution")
        options = answers(page)
        expect(options.first).to_have_accessible_name("devolution")
        expect(options.first).to_have_accessible_description(re.compile("transfers authority"))
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(page.locator("dialog [role=status]")).to_have_text(re.compile(r"Terms: \d"))
        for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
            page.keyboard.press(key)
            chosen = options.nth(at)
            expect(chosen).to_have_attribute("aria-selected", "true")
            expect(field).to_have_attribute(
                "aria-activedescendant", chosen.get_attribute("id") or ""
            )
            expect(field).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(field).to_be_hidden()
        expect(page.locator(".lpsa-find--dialog")).to_be_focused()
        page.keyboard.press("Enter")
        expect(field).to_have_value("devolution")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/devolution/")


def test_enter_alone_follows_the_first_answer(reader: Visitor) -> None:
    with reader.reading("") as page:
        page.keyboard.press("Control+k")
        page.keyboard.type("subsidiarty")
        expect(answers(page).first).to_have_accessible_name("subsidiarity")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/subsidiarity/")


def test_the_key_can_be_switched_off(reader: Visitor) -> None:
    """And where somebody types, it is a letter."""
    with reader.reading("glossary/") as page:
        page.locator("#lpsa-filter").press("/")
        expect(page.locator("#lpsa-filter")).to_have_value("/")
        page.locator("h1").click()
        page.keyboard.press("/")
        switch = page.get_by_role("checkbox", name="The key / opens")
        expect(switch).to_be_visible()
        switch.uncheck()
        page.keyboard.press("Escape")
        for _ in range(2):
            page.keyboard.press("/")
            expect(switch).to_be_hidden()
            page.goto(f"{reader.address}glossary/")
        page.keyboard.press("Control+k")
        expect(switch).not_to_be_checked()


def test_a_finger_is_enough(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/", touch=True, width=PHONE) as page:
        page.locator(".lpsa-find--dialog").tap()
        page.locator("#__search").fill("recettes propres")
        answer = answers(page).first
        expect(answer).to_contain_text("You searched “recettes propres”; the glossary says “own-s")
        assert fits(page)
        page.get_by_role("button", name="Close").tap()
        expect(answer).to_be_hidden()
        page.locator(".lpsa-find--dialog").tap()
        answer.tap()
        page.wait_for_url("**/glossary/own-source-revenue/")


def test_a_word_to_avoid_is_told_with_the_one_to_use(reader: Visitor) -> None:
    """A word that only shares something with it is not said to have been searched."""
    with reader.reading("") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("tutelage")
        answer = answers(page).first
        said = "You searched “tutelage”; the glossary says “administrative supervision”."
        expect(answer.locator(".lpsa-found__note")).to_have_text(said)
        expect(answer).to_contain_text("Control by the state")
        page.locator("#__search").fill("decentralization in africa")
        expect(answers(page).first).to_have_accessible_name("decentralization")
        expect(page.get_by_text("You searched")).to_have_count(0)


def test_pages_are_searched_when_asked_for(reader: Visitor) -> None:
    """Not before: what a term answers costs a slow line nothing more."""
    with reader.reading("glossary/devolution/") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("equalization")
        expect(page.locator("#__found")).to_have_attribute("aria-busy", "false")
        assert "pagefind.js" not in fetched(page)
        page.get_by_role("option", name="Search all pages for “equalization”").click()
        pages = page.get_by_role("group", name="Pages").get_by_role("option")
        expect(pages.first).to_contain_text(re.compile("equalization", re.IGNORECASE))
        expect(pages.locator("mark").first).to_be_visible()
        assert "pagefind.js" in fetched(page)
        pages.first.click()
        expect(page.locator("h1")).to_be_visible()
        assert page.url.startswith(reader.address)


def test_what_no_term_answers_is_looked_for_in_all_pages(reader: Visitor) -> None:
    with reader.reading("") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("asia foundation")
        pages = page.get_by_role("group", name="Pages").get_by_role("option")
        expect(pages.first).to_have_accessible_name("Subnational climate action in Asia Project")
        for unknown in ("qqqxzq", "absenteeism"):  # of which “a” is on every page
            page.locator("#__search").fill("asia foundation")
            expect(pages.first).to_be_visible()
            page.locator("#__search").fill(unknown)
            expect(page.locator("dialog [role=status]")).to_have_text("Nothing found.")
            expect(answers(page)).to_have_count(0)


def test_a_search_is_narrowed(reader: Visitor) -> None:
    """By theme, kind, status and region; terms and pages alike."""
    with reader.reading("") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("grant")
        terms = page.get_by_role("group", name="Terms").get_by_role("option")
        pages = page.get_by_role("group", name="Pages").get_by_role("option")
        expect(terms.first).to_have_accessible_name("intergovernmental transfer IGFT")
        page.get_by_text("Narrow the search").click()
        page.get_by_label("Theme").select_option(label="Climate action")
        expect(terms).to_have_count(1)
        expect(terms).to_have_accessible_name(re.compile("^performance-based climate"))
        page.get_by_label("Theme").select_option(label="Any")
        page.get_by_label("Kind of page").select_option(label="Primer")
        expect(terms).to_have_count(0)
        expect(pages.first).to_have_accessible_name("Fiscal decentralization Primer")
        expect(pages.filter(has_not_text="Primer")).to_have_count(0)
        page.get_by_label("Kind of page").select_option(label="Any")
        page.locator("#__search").fill("decentralization")
        page.get_by_label("Region").select_option(label="Asia and the Pacific")
        expect(pages.first).to_contain_text("Asia")
        expect(terms).to_have_count(0)
        page.get_by_label("Region").select_option(label="Any")
        page.get_by_label("Status").select_option(label="Draft")
        expect(terms.first).to_have_accessible_name(re.compile("decentralization"))
        expect(terms.filter(has_text=re.compile("^decentralization"))).to_have_count(0)


def test_nothing_is_fetched_before_a_reader_is_about_to_search(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/") as page:
        page.locator("h1").click()
        page.wait_for_timeout(300)
        searching = {"lpsa-match.js", "lpsa-search.js", "terms.en.json"}
        assert set() == searching & set(fetched(page))
        page.locator(".lpsa-find--dialog").focus()
        page.wait_for_function("() => window.lpsaMatch")
        page.wait_for_load_state("networkidle")
        assert searching <= set(fetched(page))
        assert [] == [name for name in fetched(page) if "pagefind" in name]


def test_what_is_typed_before_the_search_is_there_is_not_lost(reader: Visitor) -> None:
    with reader.reading("") as page:
        page.route("**/lpsa-search.js", after_a_while)
        page.keyboard.press("/")
        page.keyboard.type("mayor")
        expect(answers(page).first).to_have_accessible_name("mayor")


def test_without_scripts_the_words_go_to_the_list_of_terms(reader: Visitor) -> None:
    with reader.reading("primers/", scripts=False) as page:
        expect(page.locator(".lpsa-find--dialog")).to_be_hidden()
        expect(page.locator("dialog")).to_be_hidden()
        page.locator("header").get_by_role("searchbox").fill("devolution")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/?q=devolution")
        expect(page.locator('#lpsa-az a[data-term="devolution"]')).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_open_dialog_keeps_nobody_out(reader: Visitor, *, dark: bool) -> None:
    """Empty, with terms, pages and all that narrows them; on a phone and on a desk."""
    for width in WIDTHS:
        with reader.reading("glossary/devolution/", width=width, dark=dark) as page:
            page.evaluate(Axe().axe_script)
            page.keyboard.press("/")
            assert [] == barriers(page, WCAG)
            page.locator("#__search").fill("tutelage of municipalities in asia")
            expect(page.get_by_role("group", name="Pages")).to_be_visible()
            page.keyboard.press("ArrowDown")
            assert [] == barriers(page, WCAG)
            page.get_by_text("Narrow the search").click()
            expect(page.get_by_label("Region")).to_be_visible()
            assert [] == barriers(page, WCAG)
            assert fits(page)


def test_in_arabic_it_reads_from_right_to_left(browser: Browser, tmp_path: Path) -> None:
    """With Arabic words of the interface, terms in Arabic, and English ones as another language."""
    folder = build_here(ROOT / "tests" / "sites" / "arabic" / "mkdocs.yml", tmp_path / "site")
    with served(BuiltSite(folder, "https://example.org/ar/")) as address:
        for width in WIDTHS:
            with Visitor(browser, address).reading("", width=width) as page:
                page.evaluate(Axe().axe_script)
                page.keyboard.press("/")
                page.locator("#__search").fill("البلديات")
                answer = answers(page).first
                expect(answer).to_have_accessible_name("بلدية")
                assert "rtl" == answer.evaluate("(it) => getComputedStyle(it).direction")
                assert [] == barriers(page, WCAG)
                page.locator("#__search").fill("municipality")
                expect(answer).to_contain_text("بحثت عن «municipality»، والمسرد يقول «بلدية»")
                expect(answer.locator("[lang=en]")).to_have_text("municipality")
                page.locator("#__search").fill("من يقرر")
                expect(page.get_by_role("group", name="الصفحات")).to_be_visible()
                assert fits(page)
                assert [] == barriers(page, WCAG)


def test_an_author_searches_titles(small: Visitor) -> None:
    """While a site is being written, full text is not indexed; terms and titles are found."""
    with small.reading("") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("contribute")
        pages = page.get_by_role("group", name="Pages").get_by_role("option")
        expect(pages.first).to_have_accessible_name("Contribute Page")
        page.locator("#__search").fill("grant")
        answer = answers(page).first
        expect(answer).to_contain_text("Money given & gone.")
        assert not (set(fetched(page)) & {"pagefind.js", "pagefind-entry.json"})


def test_another_language_is_searched_in_its_own_site(small: Visitor) -> None:
    with small.reading("glossary/grant/") as page:
        page.keyboard.press("/")
        page.locator("#__search").fill("subvention")
        answer = answers(page).first
        expect(answer).to_contain_text("You searched “subvention”; the glossary says “grant”.")
        page.get_by_text("Narrow the search").click()
        page.locator("select[name=site]").select_option(label="français")
        expect(answer).to_have_accessible_name("subvention")
        answer.click()
        page.wait_for_url("**/base/fr/glossary/subvention/")
