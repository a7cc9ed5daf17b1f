"""The real site in a real browser: what readers see and do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lpsa_build.lint.check import Review
from tests.browsing import PHONE, WIDTHS, Visitor, served, start_browser
from tests.hostile_site import BODIES, VALUES
from tests.site_building import ROOT, build_here
from tests.site_reading import BuiltSite

LAI = "frameworks/lai/compare/"
KINDS = {
    "home": "",
    "list of terms": "glossary/",
    "term": "glossary/devolution/",
    "themes": "domains/",
    "theme": "domains/fiscal/",
    "list of primers": "primers/",
    "primer": "primers/what-is-decentralization/",
    "list of frameworks": "frameworks/",
    "framework": "frameworks/pefa-2016/",
    "assessment": "frameworks/pefa-2016/valoria-2025/",
    "assessment with a radar": "frameworks/lai/example-country-a-2020/",
    "comparison": "frameworks/pefa-2016/compare/?a=valoria-2022&b=valoria-2025&c=lumora-2025",
    "comparison that sorts": f"{LAI}?a=example-country-a-2015&b=example-country-b-2020",
    "comparison over time": "frameworks/rai/compare/",
    "primer with a framework in it": "primers/fiscal-decentralization/",
    "project": "projects/state-of-local-governance/",
    "working group": "working-groups/asia/",
    "countries": "countries/",
    "page": "contribute/writing-pages/",
    "findings": "contribute/findings/",
    "data": "data/",
    "no page": "404.html",
}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
OF_COLORS = ["color-contrast", "link-in-text-block"]
"""The rules whose outcome depends on colors."""


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
def arabic(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A reader of a small site in Arabic."""
    config_file = ROOT / "tests" / "sites" / "arabic" / "mkdocs.yml"
    folder = build_here(config_file, tmp_path_factory.mktemp("arabic") / "site")
    with served(BuiltSite(folder, "https://example.org/ar/")) as address:
        yield Visitor(browser, address)


def fits(page: Page) -> bool:
    """Tell whether a page is as wide as the window, so that nobody has to scroll sideways."""
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"))


def barriers(page: Page, rules: list[str]) -> list[str]:
    """Return what keeps people out, by the rules of WCAG 2.2 A and AA."""
    options = {"resultTypes": ["violations"], "selectors": False, "runOnly": rules}
    result = page.evaluate("options => axe.run(options)", options)
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


def faults_at(page: Page, width: int) -> list[str]:
    """Return what is wrong with a page in a window of some width, in light and in dark colors."""
    page.set_viewport_size({"width": width, "height": 900})
    faults = [] if fits(page) else [f"wider than {width}"]
    for colors, rules in (("light", WCAG), ("dark", OF_COLORS)):
        page.emulate_media(color_scheme=colors)  # type: ignore[arg-type]  # one of two words
        faults += [f"{width} {colors} {fault}" for fault in barriers(page, rules)]
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_and_keeps_nobody_out(reader: Visitor, kind: str) -> None:
    """On a phone and on a desk, in light and in dark colors; and it asks no other host."""
    with reader.reading(KINDS[kind]) as page:
        expect(page.locator("h1")).to_be_visible()
        page.evaluate(Axe().axe_script)
        assert [] == [fault for width in WIDTHS for fault in faults_at(page, width)]


def test_nothing_of_the_search_is_fetched_before_it_is_used(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/") as page:
        fetched = "performance.getEntriesByType('resource').map((entry) => entry.name)"
        names = [str(name).rsplit("/", 1)[1] for name in page.evaluate(fetched)]
        assert set(names) <= {"lpsa.css", "lpsa.js", "lpsa-card.js", "lpsa-icon.svg"}


def test_the_list_of_terms_is_filtered_as_one_types(reader: Visitor) -> None:
    """By a word, in any language, without its accents; with a count and an address to share."""
    with reader.reading("glossary/") as page:
        terms = page.locator("#lpsa-az li:visible")
        everything = terms.count()
        field = page.locator("#lpsa-filter")
        status = page.locator("[data-lpsa-count]")
        for typed, expected in (("subsidiarit", "subsidiarity"), ("devolucion de", "devolution")):
            field.fill(typed)
            expect(terms).to_have_count(1)
            expect(terms).to_contain_text(expected)
            expect(status).to_have_text(f"1 of {everything} terms shown")
        expect(page).to_have_url(re.compile(r"\?q=devolucion\+de$"))
        field.fill("qqq")
        expect(terms).to_have_count(0)
        page.keyboard.press("Escape")
        expect(terms).to_have_count(everything)
        expect(page).to_have_url(re.compile(r"glossary/$"))


def test_the_list_of_terms_is_narrowed_step_by_step(reader: Visitor, content: Review) -> None:
    """By theme, status, translation and dispute; each choice is in the address, and undone."""
    terms = [term.fields for term in content.knowledge.terms.values()]
    fiscal = [t for t in terms if t.domain == "fiscal"]
    disputed = [t for t in fiscal if t.other_meanings]
    arabic = [t for t in fiscal if "ar" in t.translations]
    with reader.reading("glossary/", width=PHONE) as page:
        shown = page.locator("#lpsa-az li:visible")
        page.locator("[name=domain]").select_option("fiscal")
        expect(shown).to_have_count(len(fiscal))
        page.locator("[name=contested]").check()
        expect(shown).to_have_count(len(disputed))
        expect(page.locator("[data-lpsa-count]")).to_have_text(
            f"{len(disputed)} of {len(terms)} terms shown"
        )
        expect(page).to_have_url(re.compile(r"\?domain=fiscal&contested=1$"))
        page.go_back()
        expect(shown).to_have_count(len(fiscal))
        expect(page.locator("[name=contested]")).not_to_be_checked()
        page.locator("[name=language]").select_option("ar")
        page.reload()
        expect(shown).to_have_count(len(arabic))
        expect(page.locator("[name=language]")).to_have_value("ar")
        page.get_by_role("button", name="Show all terms").click()
        expect(shown).to_have_count(len(terms))
        expect(page.locator("#lpsa-filter")).to_be_focused()
        page.goto(f"{reader.address}glossary/?status=nonsense&domain=fiscal&q=tax")
        expect(shown).not_to_have_count(0)
        page.evaluate(Axe().axe_script)
        assert [] == barriers(page, WCAG)
        assert fits(page)


def test_a_question_on_the_home_page_leads_to_the_answer(reader: Visitor) -> None:
    with reader.reading("", width=PHONE) as page:
        page.locator("#lpsa-q").fill("OSR")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/?q=OSR")
        expect(page.locator("#lpsa-az li:visible")).to_contain_text(["own-source revenue"])


def test_without_scripts_every_term_can_be_reached(reader: Visitor) -> None:
    with reader.reading("glossary/", scripts=False, width=PHONE) as page:
        links = page.locator("#lpsa-az li a")
        assert links.count() == page.locator("#lpsa-az li a:visible").count() > 100
        expect(page.locator("#lpsa-filter")).to_be_hidden()
        page.locator('#lpsa-az a[data-term="subsidiarity"]').click()
        expect(page.locator("#definition")).to_be_visible()


def test_a_card_shows_the_definition_to_a_mouse(reader: Visitor) -> None:
    """It opens, waits for the pointer, stays as long as that is on it, and closes with Escape."""
    with reader.reading("glossary/devolution/") as page:
        link = page.locator("#definition a.term").first
        card = page.locator(".lpsa-card")
        link.hover()
        expect(card).to_be_visible(timeout=1000)
        expect(card).to_contain_text("Transfer of")
        expect(card).to_contain_text(re.compile("Not to be confused with.*deconcentration"))
        expect(card).to_contain_text(re.compile("Source.*UCLG"))
        expect(card.get_by_role("link", name="deconcentration").first).to_have_attribute(
            "href", re.compile("/glossary/deconcentration/$")
        )
        assert card.inner_text().split("\n")[0] == link.inner_text().lower()
        card.hover()
        page.wait_for_timeout(700)
        expect(card).to_be_visible()
        page.evaluate(Axe().axe_script)
        assert [] == barriers(page, WCAG)
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        link.hover()
        expect(card).to_be_visible()
        page.mouse.move(5, 890)
        expect(card).to_be_hidden()


def test_a_card_shows_the_definition_to_a_keyboard(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/") as page:
        link = page.locator("#definition a.term").first
        card = page.locator(".lpsa-card")
        tab_to(page, "#definition a.term", most=40)
        expect(card).to_be_visible()
        expect(link).to_have_accessible_description(re.compile("Transfer of"))
        page.wait_for_timeout(700)
        expect(card).to_be_visible()
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(link).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(card).to_be_visible()
        page.locator(".lpsa-find--dialog").focus()
        expect(card).to_be_hidden()
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/decentralization/")


def test_a_first_tap_shows_the_card_and_a_second_follows_the_link(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/", touch=True, width=PHONE) as page:
        link = page.locator("#definition a.term").first
        link.tap()
        expect(page.locator(".lpsa-card")).to_be_visible()
        assert page.url.endswith("glossary/devolution/")
        assert fits(page)
        link.tap()
        page.wait_for_url("**/glossary/decentralization/")


def test_colors_can_be_chosen_and_are_remembered(reader: Visitor) -> None:
    with reader.reading("") as page:
        button = page.locator(".lpsa-colors")
        before = background(page)
        button.click()
        after = background(page)
        assert before != after
        page.goto(f"{reader.address}glossary/")
        assert after == background(page)


def test_what_is_to_be_cited_can_be_copied(reader: Visitor) -> None:
    """Nothing but the text is copied, it is said that it was, and the buttons keep nobody out."""
    with reader.reading("glossary/devolution/", width=PHONE) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("details:has(a[download]) > summary").click()
        permalink, citation, wording = page.locator("#cite ~ * button.lpsa-copy").all()
        for button, expected in (
            (permalink, r"https://\S+/glossary/devolution/"),
            (citation, r"Local Public Sector Alliance, “devolution”, .*/devolution/#revision-1"),
            (wording, r"https://\S+/glossary/devolution/#revision-1"),
        ):
            button.click()
            expect(button.locator("~ [role=status]").first).to_have_text("Copied")
            assert re.fullmatch(expected, page.evaluate("navigator.clipboard.readText()"))
        expect(permalink).to_have_accessible_name("Copy: Permalink")
        page.evaluate(Axe().axe_script)
        assert [] == barriers(page, WCAG)
        assert fits(page)


def test_the_files_of_a_term_are_there_without_scripts(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/", scripts=False) as page:
        page.locator("details:has(a[download]) > summary").click()
        with page.expect_download() as started:
            page.locator("a[download$='.bib']").click()
        assert "devolution.bib" == started.value.suggested_filename
        assert "@misc{devolution-1," in started.value.path().read_text()
        expect(page.locator("button.lpsa-copy")).to_have_count(0)


@pytest.mark.parametrize(
    "path",
    ["", "glossary/", "glossary/decentralization/", "domains/", "domains/governance/", "primers/",
     "primers/basics/", "frameworks/", "frameworks/simple/", "contribute/", "contribute/findings/",
     "404.html"],
)  # fmt: skip
def test_arabic_is_read_from_right_to_left(arabic: Visitor, path: str) -> None:
    """The page fits and keeps nobody out, on a phone and on a desk, in light and in dark colors."""
    with arabic.reading(path) as page:
        page.evaluate(Axe().axe_script)
        assert "rtl" == page.evaluate("getComputedStyle(document.body).direction")
        assert [] == [fault for width in WIDTHS for fault in faults_at(page, width)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_an_open_card_keeps_nobody_out(
    reader: Visitor, arabic: Visitor, width: int, colors: Literal["light", "dark"]
) -> None:
    """Whichever way the page is read."""
    for visitor, path in ((reader, "devolution"), (arabic, "decentralization")):
        with visitor.reading(f"glossary/{path}/", width=width, dark=colors == "dark") as page:
            page.evaluate(Axe().axe_script)
            page.locator("#definition a.term").first.focus()
            expect(page.locator(".lpsa-card")).to_be_visible()
            assert [] == barriers(page, WCAG)
            assert fits(page)


@pytest.mark.parametrize(
    "path", ["", "valoria-2025/", "compare/", "compare/?a=valoria-2020&b=lumora-2025"]
)
def test_arabic_results_and_charts_fit_and_keep_nobody_out(arabic: Visitor, path: str) -> None:
    """On a phone and on a desk, in light and in dark colors."""
    with arabic.reading(f"frameworks/autonomy/{path}") as page:
        if "?" in path:
            expect(page.locator(".lpsa-compared table")).to_be_visible()
        page.evaluate(Axe().axe_script)
        assert [] == [fault for width in WIDTHS for fault in faults_at(page, width)]


def test_in_arabic_names_have_its_comma_and_paths_their_own_direction(arabic: Visitor) -> None:
    with arabic.reading("frameworks/autonomy/valoria-2025/") as page:
        expect(page.locator("h1")).to_contain_text("فالوريا، 2025")
    with arabic.reading("frameworks/autonomy/score-card/") as page:
        path = page.locator(".lpsa-fill code")
        expect(path).to_have_text("frameworks/autonomy/assessments/")
        expect(path).to_have_css("unicode-bidi", "isolate")


def test_an_arabic_heading_has_an_address(arabic: Visitor) -> None:
    with arabic.reading("", width=PHONE) as page:
        page.locator("article p a[href^='#']").click()
        expect(page.locator("h2:target")).to_have_text(re.compile("من يقرر؟"))
        expect(page.locator("h2:target")).to_be_in_viewport()


def test_an_arabic_card_stays_on_the_page(arabic: Visitor) -> None:
    with arabic.reading("", width=PHONE) as page:
        page.locator("article a.term").first.hover()
        expect(page.locator(".lpsa-card")).to_be_in_viewport(ratio=1)
        assert fits(page)


def test_no_attack_runs_in_a_browser(browser: Browser, attacked: tuple[BuiltSite, str]) -> None:
    """On no page, in no card, in no list that is filtered or found; the policy is out of force."""
    with (
        served(attacked[0]) as address,
        Visitor(browser, address).reading("glossary/", hostile=True) as page,
    ):
        page.locator("#lpsa-filter").fill("window pwned")
        expect(page.locator("#lpsa-az li:visible")).not_to_have_count(0)
        page.locator(".lpsa-find--dialog").click()
        page.locator("#__search").fill("window pwned")
        expect(page.locator("#__found a")).not_to_have_count(0)
        assert_calm(page)
        page.goto(f"{address}all-values/")
        for number in range(len(VALUES)):
            page.keyboard.press("Tab")
            page.locator(f'article a.term[data-term="value-{number}"]').focus()
            expect(page.locator(".lpsa-card")).to_be_visible()
            assert_calm(page)
        for number in range(len(BODIES)):
            page.goto(f"{address}body-{number}/", wait_until="domcontentloaded")
            assert_calm(page)


def assert_calm(page: Page) -> None:
    """Nothing has run, and nothing that could run is on the page as it is now."""
    page.mouse.move(300, 300)
    strange = "svg[onload], img[onerror], iframe, [onclick], [onmouseover], [onfocus], base, object"
    look = "strange => [String(window.pwned), document.querySelectorAll(strange).length]"
    assert ["undefined", 0] == page.evaluate(look, strange), page.url


def tab_to(page: Page, selector: str, most: int = 10) -> None:
    """Press the tabulator until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} steps do not reach {selector}")


def background(page: Page) -> str:
    """Return the color of the page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
