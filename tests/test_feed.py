"""The feed of changed definitions, as RFC 4287 wants it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

from lpsa_build.adapters.publication import render
from lpsa_build.config import read_settings
from lpsa_build.lint.check import Review, review
from lpsa_build.render.feed import MOST
from tests.site_building import CONFIGURATION, SITE_URL, term, write_site
from tests.site_reading import BuiltSite

ATOM = "{http://www.w3.org/2005/Atom}"
FILES = {
    "glossary/grant.md": term(
        "grant",
        "Money **given** for 1 < 2 reasons & more.",
        revision="2",
        updated="2026-03-01",
        history="[{revision: 1, definition: Money., date: 2025-01-01, note: Too short.}]",
    ),
    "glossary/tax.md": term("tax", "Money taken.", updated="2025-06-01"),
    "glossary/levy.md": term("levy", "Money of no day."),
}


def feed_of(folder: Path, files: dict[str, str], configuration: str = CONFIGURATION) -> Xml.Element:
    rendered = render(review(read_settings(write_site(folder, files, configuration))))
    (feed,) = [file for file in rendered.files if file.path == "feed.xml"]
    return Xml.fromstring(feed.content)


def check(feed: Xml.Element) -> list[Xml.Element]:
    """Return the entries; every element that must be there is there, once, and well formed."""
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = part.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"https?://\S+", part.findtext(f"{ATOM}id") or "")
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated") or "").tzinfo
        alternate = [e for e in part.findall(f"{ATOM}link") if e.get("rel") == "alternate"]
        assert 1 == len(alternate)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert sorted(days, reverse=True) == days
    assert not days or days[0] == feed.findtext(f"{ATOM}updated")
    return entries


def test_the_feed_tells_of_every_wording_that_has_a_day(tmp_path: Path) -> None:
    entries = check(feed_of(tmp_path, FILES))
    told = [tuple(e.findtext(f"{ATOM}{n}") for n in ("id", "updated", "content")) for e in entries]
    grant, tax = (f"{SITE_URL}glossary/{key}/#revision-" for key in ("grant", "tax"))
    assert [
        (f"{grant}2", "2026-03-01T00:00:00Z", "Money given for 1 < 2 reasons & more."),
        (f"{tax}1", "2025-06-01T00:00:00Z", "Money taken."),
        (f"{grant}1", "2025-01-01T00:00:00Z", "Money."),
    ] == told
    assert "grant, revision 2" == entries[0].findtext(f"{ATOM}title")


def test_the_feed_of_the_site_leads_to_pages_that_are_there(
    site: BuiltSite, content: Review
) -> None:
    feed = Xml.fromstring((site.folder / "feed.xml").read_bytes())
    entries = check(feed)
    assert min(MOST, len(content.knowledge.terms)) <= len(entries) <= MOST
    links = [link.get("href") or "" for link in feed.iter(f"{ATOM}link")]
    assert [] == [link for link in links if not link.startswith(site.url) or site.fault("", link)]
    assert site.url + "feed.xml" in links


def test_every_page_names_the_feed(site: BuiltSite) -> None:
    for address, page in site.articles.items():
        (link,) = page.root.all("link", rel="alternate", type="application/atom+xml")
        assert "feed.xml" == site.address(address, link["href"])


def test_a_feed_without_changes_is_a_feed(tmp_path: Path) -> None:
    assert [] == check(feed_of(tmp_path, {}))


def test_the_feed_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    arabic = CONFIGURATION.replace("  font: false", "  font: false\n  language: ar")
    feed = feed_of(tmp_path, FILES, arabic)
    assert "ar" == feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert "A small site – التعريفات المعدّلة" == feed.findtext(f"{ATOM}title")
