"""What a page costs a reader on a slow line: bytes as they are sent, compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial

import pytest

from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import address_of
from lpsa_build.render.cards import TERMS_PER_FILE
from lpsa_build.render.everything import RenderedSite
from tests.site_reading import BuiltSite, Page

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", "/", "")
FRAME = 16_000
"""The style sheet, the script of every page, the icon, and the script of the card."""
CARD_SCRIPT = 2_048
PAGES = {
    "term": 20_000,
    "primer": 20_000,
    "page": 15_000,
    "framework": 20_000,
    "assessment": 20_000,
    "comparison": 15_000,
    "score-card": 20_000,
    "finding": 10_000,
    "findings": 15_000,
    "glossary": 15_000,
    "domain": 15_000,
}
"""Bytes of one page by kind; of all other kinds, ``OTHER``."""
OTHER = 10_000
FILE_OF_CARDS = 20_000
WHOLE_TERM_PAGE = 90_000
"""A page with all that it loads, and what a reader fetches who opens a card on it."""


def sent(site: BuiltSite, address: str) -> int:
    """Return how many bytes go over the line for one file."""
    path = site.folder / (
        f"{address}index.html" if address.endswith("/") or not address else address
    )
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in COMPRESSED else len(data)


def loaded(site: BuiltSite, address: str, page: Page) -> Iterator[str]:
    """Yield the files that a page loads: styles, scripts, images, the icon."""
    for element in page.root.all("script", "img", "link"):
        link = element["src"] or (
            element["href"] if element["rel"] in {"stylesheet", "icon"} else ""
        )
        if link:
            yield site.address(address, link) or link


def cards_of(site: BuiltSite) -> list[str]:
    """Return the files with the texts of cards; a reader fetches one of them for a card."""
    return [file for file in site.files if file.startswith("data/definitions.en.")]


def test_every_page_is_light(site: BuiltSite, rendered: RenderedSite) -> None:
    kinds = {address_of(page.path): page.kind for page in rendered.pages}
    heavy = [
        (address, kind, weight)
        for address, kind in kinds.items()
        if (weight := sent(site, address)) > PAGES.get(kind, OTHER)
    ]
    assert [] == heavy


def test_the_frame_is_light(site: BuiltSite) -> None:
    files = {f for address, page in site.articles.items() for f in loaded(site, address, page)}
    frame = {file for file in files if file.startswith("assets/")} | {"assets/lpsa-card.js"}
    assert {"assets/lpsa.css", "assets/lpsa.js"} < frame
    assert sum(sent(site, file) for file in frame) <= FRAME


def test_the_card_has_a_small_script_of_its_own(site: BuiltSite) -> None:
    assert sent(site, "assets/lpsa-card.js") <= CARD_SCRIPT
    assert "definitions" not in (site.folder / "assets" / "lpsa.js").read_text()


def test_a_term_page_with_all_that_it_loads_is_light(site: BuiltSite, content: Review) -> None:
    """Even for who opens a card on it."""
    card = ("assets/lpsa-card.js", max(cards_of(site), key=partial(sent, site)))
    heavy = [
        (term.id, weight)
        for term in content.knowledge.terms.values()
        for address in [address_of(term.page)]
        for files in [{*loaded(site, address, site.pages[address]), *card}]
        if (weight := sent(site, address) + sum(sent(site, f) for f in files)) > WHOLE_TERM_PAGE
    ]
    assert [] == heavy


def test_a_card_costs_little_however_many_terms_there_are(site: BuiltSite, content: Review) -> None:
    """A file of cards that is as full as can be, if its terms are as those of today."""
    whole = sum(sent(site, file) for file in cards_of(site))
    assert whole / len(content.knowledge.terms) * TERMS_PER_FILE <= FILE_OF_CARDS


def test_no_definition_is_copied_for_the_card(site: BuiltSite, content: Review) -> None:
    """A page has the definitions that its texts lead to once, for paper; the card's are data."""
    for term in content.knowledge.terms.values():
        printed = site.pages[address_of(term.page)].root.all("section", class_="lpsa-printed")
        linked = {
            link["data-term"]
            for link in site.pages[address_of(term.page)].article.all("a", class_="term")
        }
        assert len(printed) <= 1
        names = [name.text for section in printed for name in section.all("dt")]
        titles = {content.knowledge.terms[id_].fields.title for id_ in linked}
        assert set(names) <= titles
        assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["javascripts", "stylesheets", "fonts", "images"])
def test_nothing_of_the_theme_is_shipped(site: BuiltSite, name: str) -> None:
    assert [] == [file for file in site.files if file.startswith(f"assets/{name}/")]
