"""The figures of linking: of a page, of ambiguous forms, of terms that nobody links."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpsa_build.config import Settings, Topic
from lpsa_build.lint.link_figures import as_data, render
from lpsa_build.mentions.links import find_links
from lpsa_build.mentions.summary import Summary, summarize
from lpsa_build.model.load import build
from lpsa_build.source.files import SourceFile

TERM = "---\nterm: {}\nqualifier: {}\ndefinition: {}\ndomain: {}\nstatus: draft\n---\n"
SITE = {
    "glossary/grant.md": TERM.format("grant", "null", "Money of a [[!tax]].", "fiscal"),
    "glossary/tax.md": TERM.format("tax", "null", "Money that a tax office takes.", "fiscal"),
    "glossary/area.md": TERM.format("district", "area", "Part of a land.", "governance"),
    "glossary/money.md": TERM.format("district", "tax", "Part of a land.", "fiscal"),
    "content/a.md": "---\ntitle: A\n---\nA grant and a grant in a district.\n\n"
    "## The fiscal side\n\n`code` A district has a grant.\n",
    "content/b.md": "---\ntitle: B\n---\nNothing is here.\n",
}


@pytest.fixture
def summary() -> Summary:
    """The figures of the small site."""
    return figures("")


def figures(folder: str) -> Summary:
    """Return the figures of the pages whose path begins with ``folder``."""
    topics = {name: Topic(name, name) for name in ("fiscal", "governance")}
    files = [SourceFile(path, text, text.encode()) for path, text in SITE.items()]
    knowledge, findings = build(Settings(Path(), docs_dir="content", domains=topics), files)
    assert not findings
    return summarize(knowledge, find_links(knowledge), lambda path: path.startswith(folder))


def test_pages_and_their_density(summary: Summary) -> None:
    """Words are those of running text: no code, no headings; a page without links counts."""
    data = as_data(summary)

    expected = {"path": "content/a.md", "links": 3, "words": 13, "links_per_1000_words": 230.8}
    assert expected in data["per_page"]  # type: ignore[operator]
    assert {"pages": 6, "links": 3, "words": 33, "links_per_1000_words": 90.9} == {
        name: data[name] for name in ("pages", "links", "words", "links_per_1000_words")
    }
    assert {"min": 0, "median": 0, "max": 3} == data["links_per_page"]


def test_an_ambiguous_form_is_listed_with_what_decided(summary: Summary) -> None:
    """Once for each decision, with the places."""
    forms = [(form.term, form.rule, form.places) for form in summary.ambiguous]

    assert [
        ("", "no rule decides", ("content/a.md:4:26",)),
        ("money", "heading of the section", ("content/a.md:8:10",)),
    ] == forms
    assert {("area", "money")} == {form.candidates for form in summary.ambiguous}


def test_a_term_that_only_its_own_page_names_is_unused(summary: Summary) -> None:
    """A word kept from linking is no use of it either."""
    assert ("area", "tax") == summary.unused


def test_one_word_terms_come_with_the_pages_that_name_them(summary: Summary) -> None:
    """The own page counts, since that is what the guard against everyday words counts."""
    named = {named.term: named.pages for named in summary.one_word_terms}

    assert {"grant": 1, "money": 1, "tax": 1} == named


def test_a_part_of_the_site_has_its_own_figures() -> None:
    """But a term is unused only if the whole site does not link it."""
    part = figures("glossary/")

    assert (4, 0, ()) == (len(part.pages), part.links, part.ambiguous)
    assert ("area", "tax") == part.unused


def test_the_text_says_it_in_lines(summary: Summary) -> None:
    """The densest page first."""
    lines = render(summary).splitlines()

    assert "3 links, 6 pages, 90.9 links per 1,000 words" == lines[0]
    assert "links per page: 0 to 3, median 0" == lines[1]
    assert "     3     13  230.8 content/a.md" == lines[4]
    assert (
        "  “district” (area, money) means money: heading of the section; content/a.md:8:10" in lines
    )
