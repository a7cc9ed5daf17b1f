"""The index of every word: what is found in it, and what is shown of a page around an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from lpsa_build.adapters.full_text import index_pages
from lpsa_build.adapters.full_text_index import PIECE_SIZE
from tests.browsing import served, start_browser
from tests.site_building import SITE_URL
from tests.site_reading import BuiltSite

ASK = """async (query) => {
  const engine = await import(new URL("pagefind/pagefind.js", document.baseURI));
  await engine.options({ noWorker: true });
  const { results } = await engine.search(query);
  const answers = await Promise.all(results.map((result) => result.data()));
  return answers.map(({ url, excerpt }) => `${url}: ${excerpt}`);
}"""
PAIRS = [a + b for a in "bdfgkmnp" for b in "aio"]
TEXTS = {
    "en": "We called it “absenteeism”—or «truancy»… The councils’ share, 1999–2004.",
    "fr": "On défend l’autonomie, aujourd’hui « entière ».",
    "ar": "الحكم، المحلي؟ والتمويل؛",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pages in three languages, and their index."""
    folder = tmp_path_factory.mktemp("site")
    for language, text in TEXTS.items():
        (folder / f"{language}.html").write_text(
            f'<!doctype html><html lang="{language}"><title>x</title><body><article '
            f'data-pagefind-body title="“tag”"><h1>“Page”</h1><p>{text}</p></article></html>',
            "utf-8",
        )
    words = [f"{a}{b}{c}{d}x" for a in "bdfgk" for b in "aiou" for c in PAIRS for d in PAIRS]
    (folder / "many.html").write_text(
        f'<!doctype html><html lang="en"><title>x</title><body data-pagefind-body>'
        f"<p>{' '.join(words)}</p></html>",
        "utf-8",
    )
    index_pages(folder)
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> Iterator[Page]:
    with sync_playwright() as playwright, served(BuiltSite(folder, SITE_URL)) as address:
        browser = start_browser(playwright)
        yield browser.new_page(base_url=address)
        browser.close()


def ask(page: Page, language: str, word: str) -> list[str]:
    """Return what the full text answers to a reader of a page in a language."""
    page.goto(f"{language}.html")
    return list(page.evaluate(ASK, word))


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "absenteeism"),
        ("en", "truancy"),
        ("en", "council"),
        ("en", "2004"),
        ("fr", "autonomie"),
        ("fr", "entier"),
        ("ar", "الحكم"),
        ("ar", "والتمويل"),
    ],
)
def test_a_word_is_found_whatever_mark_it_touches(page: Page, language: str, word: str) -> None:
    """Pagefind alone takes only ASCII punctuation off a word."""
    assert ask(page, language, word)


def test_what_is_shown_keeps_its_marks(page: Page) -> None:
    """The codes that Pagefind was given are nowhere to be seen."""
    (answer,) = ask(page, "en", "truancy")
    assert answer == f"/base/en.html: “Page” {TEXTS['en']}".replace(
        "«truancy»…", "<mark>«truancy»…</mark>"
    )


def test_the_pages_themselves_are_left_alone(folder: Path) -> None:
    assert TEXTS["ar"] in (folder / "ar.html").read_text("utf-8")


def test_a_word_costs_a_small_piece(folder: Path) -> None:
    """On a slow line each word that is sought has to be fetched with what stands beside it."""
    sizes = [file.stat().st_size for file in (folder / "pagefind" / "index").iterdir()]
    assert max(sizes) <= PIECE_SIZE < sum(sizes)


@pytest.mark.parametrize("letters", ["ba", "dipa", "foboba", "gumikox", "koponox"])
def test_every_piece_is_found(page: Page, letters: str) -> None:
    """By whole words and by their beginnings, at the ends of pieces as within them."""
    assert "many.html" in ask(page, "en", letters)[0]
