"""The real site in a real browser: what readers see and do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browsing import WIDTHS, Visitor, served, start_browser
from tests.site_building import ROOT, SITE_URL, build_here
from tests.site_reading import BuiltSite

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
    "project": "projects/state-of-local-governance/",
    "working group": "working-groups/asia/",
    "countries": "countries/",
    "page": "contribute/writing-pages/",
    "findings": "contribute/findings/",
    "data": "data/",
    "no page": "404.html",
}
RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: BuiltSite) -> Iterator[Visitor]:
    """A reader of the real site."""
    with served(site.folder) as address:
        yield Visitor(browser, address)


@pytest.fixture(scope="module")
def arabic(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A reader of a small site in Arabic."""
    folder = tmp_path_factory.mktemp("arabic") / "site"
    build_here(ROOT / "tests" / "sites" / "arabic" / "mkdocs.yml", folder)
    with served(folder) as address:
        yield Visitor(browser, address)


def fits(page: Page) -> bool:
    """Tell whether a page is as wide as the window, so that nobody has to scroll sideways."""
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"))


def barriers(page: Page) -> list[str]:
    """Return what keeps people out, by the rules of WCAG 2.2 A and AA."""
    result = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": RULES})
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in result.response["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_fits_and_keeps_nobody_out(reader: Visitor, path: str, width: int) -> None:
    """In light and in dark colors; it is quiet and asks no other host for anything."""
    if path == "404.html":
        pytest.skip  # noqa: B018
    with reader.reading(path, width=width) as page:
        expect(page.locator("h1")).to_be_visible()
        assert fits(page)
        light = barriers(page)
        page.emulate_media(color_scheme="dark")
        assert [] == [*light, *barriers(page)]
