"""The texts of cards: in one file, or in several where there are many terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from lpsa_build.adapters.publication import render
from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from lpsa_build.render.cards import TERMS_PER_FILE, file_of, files_for
from tests.browsing import Visitor, served, start_browser
from tests.site_building import SITE_URL, build_here, term, write_site
from tests.site_reading import BuiltSite

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LABELS = [f"{a}{b}{a}{b}{a}" for a in LETTERS for b in LETTERS][: TERMS_PER_FILE + 1]


def glossary(labels: list[str]) -> dict[str, str]:
    """Return terms of which each is not to be confused with the next."""
    return {
        f"glossary/{label}.md": term(label, contrast=f"[{other}]")
        for label, other in zip(labels, [*labels[1:], labels[0]], strict=True)
    }


@pytest.mark.parametrize(
    ("terms", "files"),
    [(0, 1), (1, 1), (TERMS_PER_FILE, 1), (TERMS_PER_FILE + 1, 2), (5000, 20)],
)
def test_a_file_holds_some_hundred_terms(terms: int, files: int) -> None:
    assert files == files_for(terms)


def test_terms_are_spread_evenly() -> None:
    """Also ids that differ in one letter only."""
    for ids in (LABELS, [f"term-{number}" for number in range(5000)]):
        files = files_for(len(ids) * 2)
        counts = [sum(file_of(name, files) == file for name in ids) for file in range(files)]
        assert max(counts) < 1.5 * len(ids) / files


def test_every_term_is_in_one_file(tmp_path: Path) -> None:
    rendered = render(review(read_settings(write_site(tmp_path, glossary(LABELS)))))
    cards = {
        file.path: json.loads(file.content)
        for file in rendered.files
        if file.path.startswith("data/definitions.")
    }
    assert ["data/definitions.en.0.json", "data/definitions.en.1.json"] == sorted(cards)
    found = [name for file in cards.values() for name in file]
    assert sorted(LABELS) == sorted(found)


def test_a_reader_fetches_the_file_of_a_card_and_no_other(tmp_path: Path) -> None:
    """The names of what a term is not are in it, wherever those terms are."""
    shown = LABELS[:: len(LABELS) // 8]
    text = "\n\n".join(f"## About {n}\n\nSee [[{label}]]." for n, label in enumerate(shown))
    files = {**glossary(LABELS), "content/page.md": f"---\ntitle: A page\n---\n{text}\n"}
    folder = build_here(write_site(tmp_path, files), tmp_path / "site", command="serve")
    with (
        sync_playwright() as playwright,
        served(BuiltSite(folder, SITE_URL)) as address,
    ):
        browser = start_browser(playwright)
        with Visitor(browser, address).reading("page/") as page:
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
            for label in shown:
                page.locator(f'article a.term[data-term="{label}"]').hover()
                card = page.locator(".lpsa-card")
                expect(card.locator("b")).to_have_text(label)
                expect(card).to_contain_text(LABELS[(LABELS.index(label) + 1) % len(LABELS)])
                assert f"definitions.en.{file_of(label, 2)}.json" in asked
        browser.close()
    fetched = [name for name in asked if name.startswith("definitions")]
    assert len(fetched) == len(set(fetched)) == 2
