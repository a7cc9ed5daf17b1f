"""The copy of the site for reading without a server: unpacked, and opened from a disk."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from lpsa_build.exchange.offline import (
    ADDRESS,
    FOLDER,
    OLDEST,
    offline_files,
    offline_link,
    offline_page,
)
from tests.browsing import PHONE, Visitor, start_browser
from tests.site_building import tree_of
from tests.site_reading import BuiltSite

URL = "https://example.org/base/"
NAMES = {"index.html", "a/index.html", "a/b/index.html", "data/x.json", "assets/lpsa.js"}


@pytest.fixture(scope="module")
def unpacked(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the copy."""
    folder = tmp_path_factory.mktemp("a disk")
    with zipfile.ZipFile(site.folder / ADDRESS) as archive:
        archive.extractall(folder)
    return folder / FOLDER


@pytest.fixture(scope="module")
def reader(unpacked: Path) -> Iterator[Visitor]:
    """Somebody who opens the copy from a disk; nothing else may be asked for."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield Visitor(browser, unpacked.as_uri() + "/")
        browser.close()


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("b/", "b/index.html"),
        ("b/?q=1#c", "b/index.html?q=1#c"),
        ("../data/x.json", "../data/x.json"),
        ("#part", "#part"),
        ("", ""),
        ("?q=1", "?q=1"),
        ("https://example.com/b/", "https://example.com/b/"),
        ("//example.com/b/", "//example.com/b/"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("../data/all.zip", f"{URL}data/all.zip"),
        ("../../fr/a/", "https://example.org/fr/a/"),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_web(link: str, expected: str) -> None:
    assert expected == offline_link(link, "a/index.html", NAMES, URL)


def test_only_tags_are_changed() -> None:
    """What a page shows stays as it is, also when it shows a tag."""
    html = (
        '<p title="a > b" data-x=\'"\'>See <a\nclass=x href="../a/b/">a &lt;a href="b/"&gt;</a> '
        'href="b/" \'self\'</p><meta http-equiv="refresh" content="0; url=b/">'
    )
    expected = html.replace('"../a/b/"', '"../a/b/index.html"').replace("=b/", "=b/index.html")
    assert expected == offline_page(html, "a/index.html", NAMES, URL)


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path, site: BuiltSite) -> None:
    copy = BuiltSite(unpacked, site.url)
    assert set(site.pages) - {"404.html"} == set(copy.pages)
    faults = [
        f"{address}: {link}"
        for address, page in copy.pages.items()
        for link in page.addresses()
        if not re.match(r"[a-z]+:|#|$", link)
        and not (unpacked / address / link.partition("#")[0].partition("?")[0]).is_file()
    ]
    assert [] == faults


def test_the_copy_is_the_site_without_what_needs_a_server(unpacked: Path, site: BuiltSite) -> None:
    copied, published = tree_of(unpacked), tree_of(site.folder)
    for path, content in copied.items():
        if path in published and not path.endswith(".html"):
            assert published[path] == content, path
    left_out = {path.split("/")[0] for path in published.keys() - copied.keys()}
    assert left_out <= {"pagefind", "search", "data", "404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert {path for path in published if path.startswith("data/glossary.")} <= copied.keys()


def test_the_zip_tells_nothing_of_the_day_and_the_machine(site: BuiltSite) -> None:
    with zipfile.ZipFile(site.folder / ADDRESS) as archive:
        infos = archive.infolist()
    assert {(OLDEST, 3, 0o100644 << 16)} == {
        (info.date_time, info.create_system, info.external_attr) for info in infos
    }
    names = [info.filename for info in infos]
    assert sorted(names) == names
    assert all(name.startswith(FOLDER) for name in names)


def test_data_become_scripts_that_say_where_they_are_from() -> None:
    files = {"data/search/t.en.json": b'{"a": "\xc3\xa9"}', "data/x.json": b"{}"}
    copy = dict(offline_files(files, files.__getitem__, URL))
    assert {"assets/lpsa-offline.js", "data/search/t.en.js", "data/x.json"} == set(copy)
    assert 'lpsaOffline("data/search/t.en.json", {"a": "é"});\n' == (
        copy["data/search/t.en.js"].decode()
    )


# In a browser


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.locator("#__search").fill(words)


def test_a_reader_follows_links(reader: Visitor) -> None:
    with reader.reading("index.html") as page:
        page.locator("a[href*='glossary/index.html']:visible").first.click()
        expect(page.locator("h1")).to_contain_text("Glossary")
        page.locator("#lpsa-az a[data-term=devolution]").click()
        expect(page.locator("#definition")).to_be_visible()
        page.locator(".lpsa-crumbs a").first.click()
        expect(page.locator("h1")).to_contain_text("Glossary")
        page.locator("header .lpsa-brand").click()
        assert page.url.endswith("/index.html")


def test_search_finds_terms_by_word_and_by_foreign_label(reader: Visitor) -> None:
    with reader.reading("primers/index.html", width=PHONE) as page:
        page.locator(".lpsa-find--dialog").click()
        page.locator("#__search").fill("descentralizacion")
        found = page.locator("#__found [role=option]").first
        expect(found).to_contain_text("decentralization")
        expect(found).to_contain_text("Transfer of")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/glossary/decentralization/index\.html$"))
        expect(page.locator("h1")).to_contain_text("decentralization")


def test_search_finds_pages_by_title(reader: Visitor) -> None:
    with reader.reading("glossary/devolution/index.html") as page:
        search(page, "what is decentralization")
        page.locator("#__found [role=option]", has_text="Search all pages").click()
        page.locator("#__found [role=option] >> text=What decentralization is").click()
        page.wait_for_url(re.compile(r"/primers/what-is-decentralization/index\.html$"))


def test_a_card_shows_the_definition_and_leads_on(reader: Visitor) -> None:
    """Also by links that only a script has made, and that lead to a folder."""
    with reader.reading("glossary/subnational-revenue/index.html") as page:
        page.locator("a.term[data-term=own-source-revenue]").first.hover()
        card = page.locator(".lpsa-card")
        expect(card).to_contain_text("raises under its own authority")
        card.locator("p a").first.click()
        page.wait_for_url(re.compile(r"/index\.html$"))
        expect(page.locator("#definition")).to_be_visible()


def test_the_list_of_terms_is_filtered(reader: Visitor) -> None:
    with reader.reading("glossary/index.html") as page:
        page.locator("#lpsa-filter").fill("subsidiarit")
        expect(page.locator("#lpsa-az li:visible")).to_have_count(1)
        page.wait_for_timeout(600)


def test_a_framework_is_filled_in_and_compared_without_a_server(reader: Visitor) -> None:
    with reader.reading("frameworks/lai/score-card/index.html") as page:
        field = page.locator('[data-code="LP"] input')
        expect(page.locator(".lpsa-fill__results")).to_be_visible()
        field.fill("2")
        expect(page.locator("[data-at=progress]")).to_contain_text("1 of 11")
        page.reload()
        expect(page.locator(".lpsa-fill__results")).to_be_visible()
        expect(field).to_have_value("2")
    address = "frameworks/lai/compare/index.html?a=example-country-a-2015&b=example-country-b-2020"
    with reader.reading(address) as page:
        expect(page.locator(".lpsa-compared table")).to_be_visible()


def test_without_scripts_the_copy_can_be_read(reader: Visitor) -> None:
    with reader.reading("index.html", scripts=False) as page:
        page.locator("a[href*='glossary/index.html']:visible").first.click()
        page.locator("#lpsa-az a[data-term=devolution]").click()
        expect(page.locator("#definition")).to_be_visible()
