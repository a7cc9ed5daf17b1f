"""Primers, pages, projects, working groups and the index by country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpsa_build.language.collation import sort_key
from lpsa_build.language.folding import WORD
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Article, Primer
from lpsa_build.model.pages import Page as PageFields
from lpsa_build.model.values import Record
from lpsa_build.render.feed import newest_changes
from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer, neighbours
from lpsa_build.render.words import country_name

WORDS_PER_MINUTE = 200
KEY_TERMS = 15
PAGE_TEMPLATES = {"index": "home.md", "data": "data.md"}
"""Pages that show more than their text: the home page, and the list of data files."""


def render_articles(renderer: Renderer) -> Iterator[Page]:
    """Yield every page whose body is an article, and the lists of them."""
    knowledge = renderer.knowledge
    yield from _primers(renderer)
    for page in knowledge.pages.values():
        yield _content_page(renderer, page)
    yield from _listed(renderer, Kind.PROJECT)
    yield from _listed(renderer, Kind.WORKING_GROUP)
    yield _countries(renderer)


def _primers(renderer: Renderer) -> Iterator[Page]:
    _ = renderer.words.gettext
    primers = sorted(renderer.knowledge.primers.values(), key=lambda p: (p.fields.order, p.id))
    yield make_page(
        renderer,
        "primers.md",
        "primers/index.md",
        title=_("Primers"),
        description=_("Short introductions to the subject, in reading order."),
        primers=primers,
        minutes=reading_minutes,
        listings=["primers"],
    )
    for before, primer, after in neighbours(primers):
        yield _primer(renderer, before, primer, after)


def _primer(
    renderer: Renderer,
    before: Entry[Primer] | None,
    entry: Entry[Primer],
    after: Entry[Primer] | None,
) -> Page:
    terms = dict.fromkeys(m.term for m in renderer.links.mentions[entry.key] if m.linked)
    return make_page(
        renderer,
        "primer.md",
        entry.page,
        title=entry.fields.title,
        description=entry.fields.summary,
        entry=entry,
        minutes=reading_minutes(entry),
        key_terms=list(terms)[:KEY_TERMS],
        before=before,
        after=after,
    )


def reading_minutes(entry: Entry[Any]) -> int:
    """Return how long the body takes to read, in whole minutes, at 200 words a minute."""
    return max(1, round(len(WORD.findall(entry.body.text)) / WORDS_PER_MINUTE))


def _content_page(renderer: Renderer, entry: Entry[PageFields]) -> Page:
    template = PAGE_TEMPLATES.get(entry.id, "page.md")
    return make_page(
        renderer,
        template,
        entry.page,
        title=entry.fields.title,
        description=entry.fields.summary or "",
        entry=entry,
        children=_children(renderer, entry.id),
        changes=len(newest_changes(renderer)),
    )


def _children(renderer: Renderer, identifier: str) -> list[Entry[PageFields]]:
    """Return the pages below a folder's index page."""
    if not identifier.endswith("/index"):
        return []
    folder = identifier.removesuffix("index")
    pages = renderer.knowledge.pages.values()
    return [p for p in pages if p.id.startswith(folder) and p.id != identifier]


def _listed(renderer: Renderer, kind: Kind) -> Iterator[Page]:
    _ = renderer.words.gettext
    knowledge = renderer.knowledge
    entries: list[Entry[Article]]
    if kind is Kind.PROJECT:
        entries = list(knowledge.projects.values())
        title, lead = _("Projects"), _("What the Alliance works on with its partners.")
        name = "projects"
    else:
        entries = list(knowledge.working_groups.values())
        title, lead = _("Working groups"), _("Where members meet, by region and by theme.")
        name = "working-groups"
    yield make_page(
        renderer,
        f"{name}.md",
        f"{name}/index.md",
        title=title,
        description=lead,
        lead=lead,
        entries=entries,
        listings=[name],
    )
    for before, entry, after in neighbours(entries):
        yield make_page(
            renderer,
            f"{kind}.md",
            entry.page,
            title=entry.fields.title,
            description=str(getattr(entry.fields, "summary", "")),
            entry=entry,
            before=before,
            after=after,
        )


def _countries(renderer: Renderer) -> Page:
    _ = renderer.words.gettext
    found: dict[str, list[Entry[Record]]] = {}
    for entry in renderer.knowledge.entries():
        codes = getattr(entry.fields, "countries", ()) or (getattr(entry.fields, "iso3166", None),)
        for code in dict.fromkeys(code for code in codes if code):
            found.setdefault(code, []).append(entry)
    names = {code: country_name(code, renderer.language) for code in found}
    return make_page(
        renderer,
        "countries.md",
        "countries/index.md",
        title=_("Countries"),
        description=_("What in this knowledge base concerns a country."),
        countries=sorted(found.items(), key=lambda row: sort_key(names[row[0]], renderer.language)),
        listings=["countries"],
    )
