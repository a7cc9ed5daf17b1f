"""Small sites: what the real content does not show (yet)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lpsa_build.lint.manual import parse_manual
from lpsa_build.lint.rules import RULES
from lpsa_build.model.addresses import HEADINGS, revision_anchor
from tests.site_building import CONFIGURATION, ROOT, SITE_URL, build_here, term, write_site
from tests.site_reading import BuiltSite, Element

TEMPLATES = ROOT / "lpsa_build" / "render" / "templates"
FLAT = """\
title: A flat framework
version: "1"
publisher: Somebody
licence: Facts.
summary: It has one level only.
confidence: knowledge
redirect_from: [old-flat]
scales:
  marks:
    kind: ordered
    values:
      - {code: high, points: 1}
      - {code: low, points: 0}
structure:
  levels: [question]
  items:
    - {code: "Q 1", title: First question, scale: marks, weight: 2, criteria: {high: All of it.}}
    - {code: "Q/2", title: Second question, scale: marks, terms: [grant]}
"""
ASSESSED = """\
place: Valoria
level: local
period: "2025"
assessors: Somebody
status: draft
scores:
  "Q 1": {score: high, evidence: "Seen.\\n\\nAnd read."}
"""
PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx"
    b"\x9cc\0\1\0\0\5\0\1\r\n-\xb4\0\0\0\0IEND\xaeB`\x82"
)
REFERENCES = """\
references:
  - {id: a-book, type: book, title: A book, URL: "https://example.com/book?a=1&b=2#c"}
  - {id: b-book, type: book, title: "Another < book", author: [{family: O'Brien, given: Ann}]}
"""
PAGES = {
    "content/references.yml": REFERENCES,
    "glossary/grant.md": term(
        "grant",
        "Money, as in [[levy|a tax]], that is **given** for 1 < 2 reasons & more.",
        redirect_from="[gift, old-gift]",
        sources="[{ref: a-book}, {ref: b-book, at: p. 3}, {ref: a-book, at: p. 9}]",
        translations="{ar: {term: منحة, revision: 1, definition: مال}}",
        scope_note='"One.\\n\\nTwo.\\n\\n- three\\n- four"',
        house_rule='"One.\\n\\nTwo."',
        body="## Sources\n\nSee [@b-book, p. 4].\n\n## Definition\n\nOf a tax.\n\n"
        "```\none\n\n\n\ntwo\n```\n",
    ),
    "glossary/tax.md": term("tax", status="deprecated", replaced_by="levy"),
    "glossary/levy.md": term("levy", "Money that is taken, not a grant.", redirect_from="[duty]"),
    "glossary/toll.md": term("toll", status="deprecated", reason="Nobody says so."),
    "frameworks/flat/framework.yml": FLAT,
    "frameworks/flat/assessments/valoria-2025.yml": ASSESSED,
    "content/reading.md": (
        "---\ntitle: Reading & <i>writing</i>\nsummary: Of a < b, and c > d.\n"
        "redirect_from: [writing]\n---\n"
        "See the [levy](../glossary/levy.md#where-used), a [picture](images/pixel.png) and "
        "![a pixel](images/pixel.png).\n\n"
        "| One | Two |\n| --- | --- |\n| a grant | [[levy\\|a levy]] |\n"
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with old ids, withdrawn terms, a flat framework and an image."""
    folder = tmp_path_factory.mktemp("small")
    config_file = write_site(folder, PAGES)
    (folder / "content" / "images").mkdir()
    (folder / "content" / "images" / "pixel.png").write_bytes(PIXEL)
    return BuiltSite(build_here(config_file, folder / "site"), SITE_URL)


def test_old_ids_lead_to_the_new_pages(small: BuiltSite) -> None:
    expected = {
        "glossary/gift/": "glossary/grant/",
        "glossary/old-gift/": "glossary/grant/",
        "glossary/duty/": "glossary/levy/",
        "frameworks/old-flat/": "frameworks/flat/",
        "writing/": "reading/",
    }
    assert expected.keys() == small.redirects
    for old, new in expected.items():
        page = small.pages[old]
        addresses = [small.address(old, link) for link in page.addresses()]
        assert [new] * 3 == addresses  # for search engines, for browsers, for readers
        assert "noindex" == page.meta("robots")


def test_a_withdrawn_term_says_what_to_use_instead_or_why(small: BuiltSite) -> None:
    notice = small.pages["glossary/tax/"].root.one(class_="lpsa-notice--withdrawn")
    assert "glossary/levy/" == small.address("glossary/tax/", notice.one("a")["href"])
    notice = small.pages["glossary/toll/"].root.one(class_="lpsa-notice--withdrawn")
    assert "Nobody says so." in notice.text
    for term_ in ("tax", "toll"):
        shown = small.pages["glossary/"].root.one("a", data_term=term_)
        assert shown.parent
        assert "Withdrawn" in shown.parent.text


def test_every_link_leads_somewhere(small: BuiltSite) -> None:
    faults = [
        f"{address}: {link}: {fault}"
        for address, page in small.pages.items()
        for link in page.addresses()
        if (fault := small.fault(address, link))
    ]
    assert [] == faults


def test_no_id_is_given_twice(small: BuiltSite) -> None:
    """Neither by a heading that the page has anyway, nor by a framework with one level only."""
    doubled = [
        (address, name)
        for address, page in small.pages.items()
        for name, number in page.ids.items()
        if number > 1
    ]
    assert [] == doubled


def test_the_ids_that_templates_give_are_kept_from_texts() -> None:
    """A heading “Sources” in a text gets another id than the one of the list of sources."""
    for kind, ids in HEADINGS.items():
        template = TEMPLATES / f"{kind}.md"
        if template.is_file():
            text = template.read_text(encoding="utf-8")
            written = set(re.findall(r' (?:\{: #|id=")([a-z-]+)(?:"| \})', text))
            if "revision_anchor(" in text:
                written |= {revision_anchor(number) for number in range(1000)}
            assert ids == written, kind


def test_texts_of_several_paragraphs_are_no_paragraph_themselves(small: BuiltSite) -> None:
    for address in ("glossary/grant/", "frameworks/flat/valoria-2025/"):
        paragraphs = small.pages[address].article.all("p")
        assert [] == [p.text for p in paragraphs if p.all("p", "ul")]
        assert [] == small.pages[address].misplaced


def test_a_title_and_a_summary_show_what_was_typed(small: BuiltSite) -> None:
    page = small.pages["reading/"]
    assert "Reading & <i>writing</i>" == page.root.one("h1").text
    assert "Reading & <i>writing</i> · A small site" == page.root.one("title").text
    assert "Of a < b, and c > d." == page.meta("description")
    assert "Reading & <i>writing</i>" == page.meta("og:title")


def test_a_definition_is_plain_text_where_no_markup_can_be(small: BuiltSite) -> None:
    plain = "Money, as in a tax, that is given for 1 < 2 reasons & more."
    page = small.pages["glossary/grant/"]
    assert plain == page.root.one(id="definition").text
    assert plain == page.meta("description")
    assert plain == page.json_ld()[0]["description"]
    card = small.data("data/definitions.en.json")["grant"]["definition"]
    assert plain == "".join(part if isinstance(part, str) else part[0] for part in card)


def test_code_keeps_its_empty_lines(small: BuiltSite) -> None:
    code = small.pages["glossary/grant/"].article.one("pre")
    assert "one\n\n\n\ntwo" == "".join(texts_of(code)).strip()


def test_a_source_is_listed_once_and_each_citation_leads_to_it(small: BuiltSite) -> None:
    page = small.pages["glossary/grant/"]
    sources = page.root.one("ol", class_="lpsa-sources").all("li")
    assert ["source-a-book", "source-b-book"] == [source["id"] for source in sources]
    cited = page.root.one("a", class_="lpsa-cite")
    assert ("#source-b-book", "[2, p. 4]") == (cited["href"], cited.text)
    assert "https://example.com/book?a=1&b=2#c" == sources[0].one("a")["href"]
    assert "Another < book" in sources[1].text


def test_a_flat_framework_shows_how_its_items_are_scored(small: BuiltSite) -> None:
    page = small.pages["frameworks/flat/"]
    assert {"item-Q-1", "item-Q-2"} <= set(page.ids)
    assert "All of it." in page.article.text
    assert "weight 2" in page.article.text


def test_images_are_published_and_sources_are_not(small: BuiltSite) -> None:
    assert PIXEL == (small.folder / "images/pixel.png").read_bytes()
    assert set() == {path for path in small.files if path.endswith((".yml", ".md"))}


def test_a_site_of_one_page_links_to_nothing_that_it_does_not_have(tmp_path: Path) -> None:
    config_file = write_site(tmp_path, {})
    (tmp_path / "content" / "contribute" / "index.md").unlink()
    built = BuiltSite(build_here(config_file, tmp_path / "site"), SITE_URL)
    assert [] == [
        (address, link)
        for address, page in built.articles.items()
        for link in page.addresses()
        if built.fault(address, link)
    ]
    assert "contribute/" not in (built.folder / "404.html").read_text(encoding="utf-8")


def test_a_site_without_extensions_has_whole_manuals_and_headings(tmp_path: Path) -> None:
    """What our own pages are written in does not hang on what an author names in mkdocs.yml."""
    bare = re.sub(r"^markdown_extensions:\n(  .*\n)+", "", CONFIGURATION, flags=re.MULTILINE)
    config_file = write_site(tmp_path, {"glossary/grant.md": term("grant")}, bare)
    built = BuiltSite(build_here(config_file, tmp_path / "site"), SITE_URL)
    for rule in RULES:
        page = built.articles[f"contribute/findings/{rule.fault.code.lower()}/"]
        manual = parse_manual(rule.manual)
        examples = [file.text for part in ("Bad", "Good") for file in manual.files(part)]
        shown = ["".join(texts_of(pre)) for pre in page.article.all("pre")]
        assert {text.strip() for text in examples} - {""} == {text.strip() for text in shown}
    assert [] == [address for address, page in built.articles.items() if "{:" in page.article.text]


def test_citations_in_a_definition_stay_on_its_page(tmp_path: Path) -> None:
    """The list that the number points to is there only; cards and descriptions have none."""
    files = {
        "content/references.yml": REFERENCES,
        "glossary/grant.md": term(
            "grant", "Money [@a-book, p. 3] for all.", sources="[{ref: a-book}]", contrast="[tax]"
        ),
        "glossary/tax.md": term("tax"),
    }
    built = BuiltSite(build_here(write_site(tmp_path, files), tmp_path / "site"), SITE_URL)
    own, other = built.pages["glossary/grant/"], built.pages["glossary/tax/"]
    assert "Money [1, p. 3] for all." == own.root.one(id="definition").text
    assert "Money for all." in other.root.one(class_="lpsa-contrast").text
    assert "Money for all." == own.json_ld()[0]["description"]
    cards = json.loads((built.folder / "data/definitions.en.json").read_text(encoding="utf-8"))
    assert ["Money for all."] == cards["grant"]["definition"]


def test_addresses_in_raw_html_lead_to_pages(tmp_path: Path) -> None:
    """They are paths in the repository, as in Markdown."""
    page = "---\ntitle: A\n---\n<a href='../glossary/tax.md#cite'>a</a> [b](../glossary/tax.md)\n"
    files = {"content/a.md": page, "glossary/tax.md": term("tax")}
    built = BuiltSite(build_here(write_site(tmp_path, files), tmp_path / "site"), SITE_URL)
    links = [link["href"] for link in built.pages["a/"].article.all("a")]
    assert {"../glossary/tax/#cite", "../glossary/tax/"} <= set(links)


def test_the_navigation_does_not_grow_with_the_glossary(tmp_path: Path) -> None:
    """A reader on a slow line does not fetch hundreds of links with every page."""
    few, many = (navigation_of_a_site_with(number, tmp_path / str(number)) for number in (30, 240))
    assert few == many


def navigation_of_a_site_with(number: int, folder: Path) -> str:
    """Return what frames the article on a term's page."""
    files = {f"glossary/term-{n}.md": term(f"word {n}") for n in range(number)}
    built = build_here(write_site(folder, files), folder / "site")
    html = (built / "glossary" / "term-7" / "index.html").read_text(encoding="utf-8")
    return html.partition("<article")[0] + html.rpartition("</article>")[2]


def texts_of(element: Element) -> list[str]:
    """Return every text inside an element as it stands there."""
    return [
        t
        for child in element.content
        for t in ([child] if isinstance(child, str) else texts_of(child))
    ]
