"""The real site has exactly the links to terms that `lpsa links` lists, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import address_of
from lpsa_build.model.framework import Assessment
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.render.everything import RenderedSite
from lpsa_build.source.yaml_tree import Path
from tests.site_reading import BuiltSite, Element, Page
from tests.term_links import links_in, listed


def test_bodies_have_the_links_that_are_listed(
    site: BuiltSite, content: Review, rendered: RenderedSite
) -> None:
    """A page's links are those of its trusted parts and, at one place among them, its body's."""
    parts = {
        page.path: [link for part in page.parts.values() for link in links_in(Page(part).root)]
        for page in rendered.pages
    }
    for entry in content.knowledge.entries():
        around = parts[entry.page]
        built = links_in(site.pages[address_of(entry.page)].article)
        body = listed(content.knowledge, content.links, entry.key, ("body",))
        if entry.prose.directives:  # what they put in stands among the links of the body
            assert sorted(built) == sorted(around + body), entry.path
            left = iter(built)
            assert all(link in left for link in body), entry.path
            continue
        possible = [around[:at] + body + around[at:] for at in range(len(around) + 1)]
        assert built in possible, entry.path


def test_definitions_have_the_links_that_are_listed(site: BuiltSite, content: Review) -> None:
    """On the term's own page, and under its theme."""
    for entry in content.knowledge.terms.values():
        expected = listed(content.knowledge, content.links, entry.key, ("definition",))
        page = site.pages[address_of(entry.page)]
        assert expected == links_in(page.root.one(id="definition")), entry.path
        theme = site.pages[f"domains/{entry.fields.domain}/"].article
        rows = [d for d in theme.all("div") if d["class"] == "" and heads(d, entry.id)]
        texts = [links_in(text) for row in rows for text in row.all("dd")]
        assert expected in texts, entry.path


def test_every_other_text_has_the_links_that_are_listed(site: BuiltSite, content: Review) -> None:
    """Scope notes, what others mean, house rules; the evidence for scores."""
    for entry in content.knowledge.entries():
        page = site.pages[address_of(entry.page)]
        for name, fields in texts_of(entry):
            expected = [
                link
                for field in fields
                for link in listed(content.knowledge, content.links, entry.key, field)
            ]
            places = page.root.all(id=name) or page.root.all(class_=name)
            assert expected == [link for place in places for link in links_in(place)], entry.path


def heads(row: Element, term: str) -> bool:
    """Tell whether a row of a list of definitions is that of a term."""
    return any(link["data-term"] == term for head in row.all("dt") for link in head.all("a"))


def texts_of(entry: Entry[Record]) -> Iterator[tuple[str, list[Path]]]:
    """Yield the id or class of each place that shows texts of the front matter, with the texts."""
    fields = entry.fields
    if isinstance(fields, Term):
        meanings = range(len(fields.other_meanings))
        yield "lpsa-scope", [("scope_note",)]
        yield (
            "lpsa-meanings",
            [
                ("other_meanings", number, name)
                for number in meanings
                for name in ("gist", "differs")
            ],
        )
        yield "lpsa-notice--proposal", [("house_rule",)]
    if isinstance(fields, Assessment):
        for code in fields.scores:
            yield f"item-{code}", [("scores", code, "evidence")]
