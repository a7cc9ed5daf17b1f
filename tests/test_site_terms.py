"""The real site: what every page of the glossary holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status
from lpsa_build.render.words import direction
from lpsa_build.source.plain_text import plain_text
from tests.site_reading import BuiltSite, Element, Page

TermPage = tuple[Entry[Term], Page]


@pytest.fixture(scope="module")
def terms(site: BuiltSite, content: Review) -> list[TermPage]:
    """Every term with its page."""
    return [(term, site.pages[address_of(term.page)]) for term in content.knowledge.terms.values()]


def test_a_page_shows_the_definition_as_it_was_written(terms: list[TermPage]) -> None:
    expected = [(t.id, " ".join(plain_text(t.fields.definition).split())) for t, _ in terms]
    assert expected == [(t.id, page.root.one(id="definition").text) for t, page in terms]


def test_a_page_has_its_permalink_and_a_citation_that_names_it(
    terms: list[TermPage], site: BuiltSite
) -> None:
    for term, page in terms:
        permalink = f"{site.url}glossary/{term.id}/"
        facts = {row.one("dt").text: row.one("dd") for row in facts_of(page, "cite")}
        assert permalink == facts["Permalink"].one("a")["href"]
        assert permalink == facts["Permalink"].text
        for words in (f"“{term.fields.title}”", f"revision {term.fields.revision}", permalink):
            assert words in facts["Citation"].text


def test_structured_data_says_what_the_source_says(terms: list[TermPage], site: BuiltSite) -> None:
    for term, page in terms:
        fields = term.fields
        others = [*fields.aliases, *filter(None, [fields.abbreviation])]
        expected = {
            "@context": "https://schema.org",
            "@type": "DefinedTerm",
            "@id": f"{site.url}glossary/{term.id}/",
            "url": f"{site.url}glossary/{term.id}/",
            "name": fields.term,
            "description": " ".join(plain_text(fields.definition).split()),
            "inLanguage": "en",
            "termCode": term.id,
            "inDefinedTermSet": {
                "@type": "DefinedTermSet",
                "@id": f"{site.url}glossary/",
                "name": "LPSA knowledge base",
            },
        }
        if others:
            expected["alternateName"] = others
        if fields.exact_match:
            expected["sameAs"] = list(fields.exact_match)
        if fields.updated:
            expected["dateModified"] = fields.updated.isoformat()
        assert [expected] == page.json_ld()


def test_translations_are_marked_with_language_and_direction(
    terms: list[TermPage], content: Review
) -> None:
    """So screen readers pronounce them and browsers set them the right way round."""
    languages = [code for code in content.knowledge.settings.languages if code != "en"]
    for term, page in terms:
        shown = page.root.one("ul", class_="lpsa-translations").all("span")
        expected = [
            (code, direction(code), text)
            for code in languages
            for text in _texts(term.fields.translations.get(code))
        ]
        actual = [(e["lang"], e["dir"], e.text) for e in shown if e["lang"]]
        assert expected == actual, term.id


def test_a_missing_translation_asks_for_help(terms: list[TermPage], content: Review) -> None:
    settings = content.knowledge.settings
    for term, page in terms:
        missing = set(settings.languages) - {"en"} - set(term.fields.translations)
        asking = [
            link["href"]
            for link in page.root.one("ul", class_="lpsa-translations").all("a")
            if link.text.startswith("Help translate")
        ]
        assert [settings.edit_base + term.path] * len(missing) == asking


def test_drafts_are_marked_and_kept_out_of_search_engines(terms: list[TermPage]) -> None:
    for term, page in terms:
        draft = term.fields.status is Status.DRAFT
        assert draft == (page.meta("robots") == "noindex"), term.id
        assert draft == bool(page.root.all(class_="lpsa-notice--draft")), term.id


def test_every_use_of_a_term_has_its_way_back(site: BuiltSite, content: Review) -> None:
    """What links to a term is named on the term's page, with the section where that is."""
    missing = []
    for term, usages in content.links.used_in.items():
        address = address_of(content.knowledge.terms[term].page)
        named = links_under(site, address, "where-used")
        for usage in usages:
            page = address_of(entry_page(content, usage.entry))
            if page not in named:
                missing.append((term, page))
    assert [] == missing


def test_every_framework_item_that_names_a_term_has_its_way_back(
    site: BuiltSite, content: Review
) -> None:
    knowledge = content.knowledge
    relied_on = [
        (term, address_of(framework.page), item.anchor)
        for framework in knowledge.frameworks.values()
        for _, item in framework.fields.walk()
        for term in item.terms
    ]
    assert relied_on == [
        (term, page, anchor)
        for term, page, anchor in relied_on
        if term in terms_at(site.pages[page], anchor)
        and f"{page}#{anchor}" in links_under(site, f"glossary/{term}/", "where-used")
    ]


def test_relations_are_shown_from_both_sides(site: BuiltSite, content: Review) -> None:
    knowledge = content.knowledge
    for term in knowledge.terms.values():
        wanted = {
            *term.fields.broader,
            *term.fields.part_of,
            *knowledge.narrower.get(term.id, ()),
            *knowledge.has_part.get(term.id, ()),
            *knowledge.related.get(term.id, ()),
            *knowledge.contrast.get(term.id, ()),
        }
        shown = links_under(site, address_of(term.page), "relations")
        assert {f"glossary/{other}/" for other in wanted} == set(shown), term.id


def test_the_list_names_every_term_once_and_by_theme_again(
    site: BuiltSite, content: Review
) -> None:
    knowledge = content.knowledge
    list_ = site.pages["glossary/"].root.one(id="lpsa-az")
    assert sorted(knowledge.terms) == sorted(link["data-term"] for link in list_.all("a"))
    for domain in knowledge.settings.domains:
        heads = site.pages[f"domains/{domain}/"].article.all("dt")
        shown = [link["data-term"] for head in heads for link in head.all("a")]
        assert [term.id for term in knowledge.terms_in(domain)] == shown


def facts_of(page: Page, heading: str) -> list[Element]:
    """Return the rows of the list of facts below a heading."""
    return next(part for part in below(page, heading) if part.tag == "dl").all("div")


def below(page: Page, heading: str) -> Iterator[Element]:
    """Yield the elements that follow a heading up to the next one of its rank."""
    found = page.root.one(id=heading)
    assert found.parent
    at = found.parent.content.index(found)
    for element in found.parent.content[at + 1 :]:
        if isinstance(element, Element):
            if element.tag in {"h1", found.tag}:
                return
            yield element


def links_under(site: BuiltSite, address: str, heading: str) -> list[str]:
    """Return the addresses to which the part of a page below a heading links."""
    page = site.pages[address]
    if heading not in page.ids:
        return []
    links = [link["href"] for part in below(page, heading) for link in part.all("a")]
    return [found for link in links if (found := site.address(address, link)) is not None]


def terms_at(page: Page, anchor: str) -> list[str]:
    """Return the terms linked in a row of a table, or below a heading."""
    place = page.root.one(id=anchor)
    parts = [place] if place.tag == "tr" else below(page, anchor)
    return [link["data-term"] for part in parts for link in part.all("a")]


def entry_page(content: Review, key: str) -> str:
    """Return the page of an entry that is known by its key."""
    return next(entry.page for entry in content.knowledge.entries() if entry.key == key)


def _texts(translation: object) -> Iterator[str]:
    if translation is None:
        return
    term = getattr(translation, "term", "")
    abbreviation = getattr(translation, "abbreviation", "")
    aliases = getattr(translation, "aliases", ())
    yield "; ".join([f"{term} ({abbreviation})" if abbreviation else term, *aliases])
    if definition := getattr(translation, "definition", None):
        yield definition
