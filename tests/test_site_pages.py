"""The real site: what holds for every page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import address_of
from lpsa_build.render.everything import RenderedSite
from lpsa_build.source.headings import slug
from tests.site_building import ROOT
from tests.site_reading import ID_REFERENCES, BuiltSite, Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "div", "blockquote", "pre", "details"})
PUBLISHED = frozenset({"css", "gz", "html", "js", "json", "map", "png", "svg", "xml"}) | {
    *("bib", "csv", "inv", "jsonld", "ris", "tbx", "ttl", "xlsx", "zip"),  # to take away
}


def test_every_link_of_every_page_leads_somewhere(site: BuiltSite) -> None:
    """Links, anchors, redirects, canonical addresses, structured data: none is broken."""
    faults = [
        f"{address}: {link}: {fault}"
        for address, page in site.pages.items()
        for link in dict.fromkeys(page.addresses())
        if (fault := site.fault(address, link))
    ]
    assert [] == faults


def test_every_page_stands_at_the_address_that_it_names(site: BuiltSite) -> None:
    wrong = [
        (address, named)
        for address, page in site.articles.items()
        for named in (
            *(link["href"] for link in page.root.all("link", rel="canonical")),
            page.meta("og:url"),
            *(data["url"] for data in page.json_ld()),
        )
        if named != site.url + address
    ]
    assert [] == wrong


def test_the_sitemap_names_the_pages_that_may_be_found(site: BuiltSite) -> None:
    """A page that search engines shall leave out is not offered to them."""
    root = ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes())
    named = [
        str(place.text) for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    wanted = [site.url + a for a, p in site.articles.items() if "noindex" not in p.meta("robots")]
    assert sorted(wanted) == sorted(named)


def test_every_page_has_title_description_language_and_one_heading(site: BuiltSite) -> None:
    lacking = [
        (address, what)
        for address, page in site.pages.items()
        if address not in site.redirects
        for what, found in (
            ("lang", page.root.one("html")["lang"] == "en"),
            ("title", page.root.one("head").one("title").text),
            ("description", page.meta("description")),
            ("h1", len(page.root.all("h1")) == 1),
        )
        if not found
    ]
    assert [] == lacking


def test_no_two_pages_have_the_same_title(site: BuiltSite) -> None:
    titles = Counter(page.root.one("head").one("title").text for page in site.articles.values())
    assert [] == [title for title, number in titles.items() if number > 1]


def test_every_page_says_in_its_heading_and_description_what_it_was_made_with(
    site: BuiltSite, rendered: RenderedSite
) -> None:
    expected = [(page.path, page.title, page.description) for page in rendered.pages]
    found = {path: site.pages[address_of(path)] for path, _, _ in expected}
    assert expected == [
        (path, page.root.one("h1").text, page.meta("description")) for path, page in found.items()
    ]


def test_every_page_lets_one_skip_to_its_content(site: BuiltSite) -> None:
    lacking = [
        address
        for address, page in site.articles.items()
        if page.root.one("body").all("a")[0]["href"].removeprefix("#") not in page.ids
    ]
    assert [] == lacking


def test_every_page_links_to_its_source_on_the_code_host(
    site: BuiltSite, rendered: RenderedSite, content: Review
) -> None:
    """A page with a source file offers to edit it; a list that was made has nothing to edit."""
    base = content.knowledge.settings.edit_base
    wrong = []
    for page in rendered.pages:
        links = [
            link["href"] for link in site.pages[address_of(page.path)].root.all("a", rel="edit")
        ]
        expected = [base + page.source] if page.source else []
        strange = [link for link in links if not (ROOT / link.removeprefix(base)).is_file()]
        if links[:1] != expected or strange:
            wrong.append((page.path, links))
    assert [] == wrong


def test_no_id_is_given_twice(site: BuiltSite) -> None:
    doubled = [
        (address, name)
        for address, page in site.pages.items()
        for name, number in page.ids.items()
        if number > 1
    ]
    assert [] == doubled


def test_what_refers_to_an_id_finds_it(site: BuiltSite) -> None:
    """The theme's own parts, whose ids begin with two underscores, are the theme's matter."""
    lost = [
        (address, attribute, name)
        for address, page in site.pages.items()
        for element in page.root.walk()
        for attribute in ID_REFERENCES
        for name in element[attribute].split()
        if name not in page.ids and not name.startswith("__")
    ]
    assert [] == lost


def test_elements_are_closed_where_they_were_opened(site: BuiltSite) -> None:
    """Browsers mend what is written wrongly, each in its own way; nothing is left to them."""
    assert [] == [(a, fault) for a, page in site.pages.items() for fault in page.misplaced]


def test_no_paragraph_holds_a_block(site: BuiltSite) -> None:
    held = [
        (address, element.tag)
        for address, page in site.pages.items()
        for paragraph in page.root.all("p")
        for element in paragraph.walk()
        if element.tag in BLOCKS
    ]
    assert [] == held


def test_no_level_of_headings_is_left_out(site: BuiltSite) -> None:
    skipped = [
        (address, below.text)
        for address, page in site.articles.items()
        for above, below in pairwise(page.article.all(*HEADINGS))
        if int(below.tag[1]) > int(above.tag[1]) + 1
    ]
    assert [] == skipped


def test_headings_have_the_ids_that_the_source_gives_them(site: BuiltSite, content: Review) -> None:
    """So the links that the checker has checked lead to the right place on the page."""
    expected, actual = {}, {}
    for entry in content.knowledge.entries():
        article = site.pages[address_of(entry.page)].article
        headings = {heading["id"]: slug(heading.text) for heading in article.all(*HEADINGS)}
        titles = {section.id: slug(section.title) for section in entry.prose.sections[1:]}
        expected[entry.path] = titles
        actual[entry.path] = {name: headings.get(name) for name in titles}
    assert expected == actual


def test_every_anchor_that_the_checker_accepts_is_on_the_page(
    site: BuiltSite, content: Review
) -> None:
    missing = [
        (path, anchor)
        for path, anchors in content.targets.anchors.items()
        for anchor in sorted(anchors)
        if anchor not in site.pages[address_of(path)].ids
    ]
    assert [] == missing


def test_every_table_says_what_it_is_and_what_its_columns_are(site: BuiltSite) -> None:
    faults = [
        (address, fault)
        for address, page in site.pages.items()
        for table in page.root.all("table")
        for fault in table_faults(table)
    ]
    assert [] == faults


def table_faults(table: Element) -> list[str]:
    """Say what a table lacks: scopes, and a caption or (if an author wrote it) another name."""
    faults = [f"no scope: {cell.text}" for cell in table.all("th") if not cell["scope"]]
    if not table.all("th"):
        faults.append("no header")
    if not table.all("caption") and not (table.parent and table.parent["aria-label"]):
        faults.append("no name")
    return faults


def test_no_entry_of_a_list_is_in_the_navigation(site: BuiltSite, content: Review) -> None:
    """The navigation stays short however many entries there are."""
    entries = {address_of(e.page) for e in content.knowledge.entries() if e.kind != "page"}
    themes = {f"domains/{domain}/" for domain in content.knowledge.settings.domains}
    named = {
        (site.address(address, link["href"]) or "").partition("#")[0]
        for address, page in site.articles.items()
        for menu in page.root.all("nav")
        if page.article not in menu.ancestors()
        for link in menu.all("a")
        if not link["href"].startswith("#")
    }
    assert {"glossary/", "domains/", "primers/", "frameworks/"} <= named
    assert set() == (entries | themes) & named


def test_only_what_readers_need_is_published(site: BuiltSite) -> None:
    """No source file gets out, neither a page's nor the bibliography's."""
    ours = {path for path in site.files if not path.startswith("pagefind/")}  # what it needs
    assert set() == {path.rpartition(".")[2] for path in ours} - PUBLISHED
    names = {path.rpartition("/")[2] for path in site.files}
    assert set() == names & {"references.yml", "permalinks.yml", "framework.yml", "mkdocs.yml"}


def test_no_page_loads_anything_from_another_host(site: BuiltSite) -> None:
    loaded = [
        (address, element[name])
        for address, page in site.pages.items()
        for element in page.root.all("script", "img", "link", "iframe", "source", "form")
        for name in ("src", "srcset", "href", "action")
        if re.match(r"(?:\w+:)?//", element[name]) and element["rel"] != "canonical"
    ]
    assert [] == loaded
