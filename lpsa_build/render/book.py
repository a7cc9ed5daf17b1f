"""Primers and glossary as one book, for paper: the HTML from which a PDF is made.

Every text is rendered as if it stood on a page at the root of the site, so that its links are
site addresses. They are then tied together: what is in the book is linked there, everything else
at its place on the web.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Primer
from lpsa_build.model.term import Term
from lpsa_build.render.alphabet import by_letter
from lpsa_build.render.make_page import Asked
from lpsa_build.render.page import Draft, run_template
from lpsa_build.render.renderer import Renderer

ToPage = Callable[[str, Mapping[str, str]], str]
"""Markdown of a page, and its trusted parts by token → HTML."""
ROOT = "index.md"
TAG = re.compile(r'<[a-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*/?>')
ID = re.compile(r'(?<=\sid=")[^"]+(?=")')
HREF = re.compile(r'\shref="([^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
SHORTENED = 12
"""How many characters of the content revision, a long digest, stand on the title page."""


@dataclass(frozen=True)
class Chapter:
    """A primer, or an entry of the glossary: ``id`` is where links in the book lead."""

    id: str
    title: str
    html: Markup


def render_book(renderer: Renderer, to_page: ToPage) -> str:
    """Return the book as one HTML document without styles, images or scripts of its own."""
    knowledge = renderer.knowledge
    letters = [
        (letter, [_chapter(entry, _term(renderer, entry)) for entry in entries])
        for letter, entries in by_letter(knowledge)
    ]
    ordered = sorted(knowledge.primers.values(), key=lambda p: (p.fields.order, p.id))
    primers = [_chapter(entry, _primer(renderer, entry, to_page)) for entry in ordered]
    html = renderer.environment.get_template("book.html").render(
        letters=letters,
        primers=primers,
        day=knowledge.changed([*knowledge.terms.values(), *ordered]),
        unconfirmed=any(
            translation.status == "unreviewed"
            for entry in knowledge.terms.values()
            for translation in entry.fields.translations.values()
        ),
        version=knowledge.revision[:SHORTENED],
        direction=renderer.environment.globals["direction"](renderer.language),
    )
    return _tied(html, knowledge.settings.site_url, _places(renderer))


def _chapter(entry: Entry[Any], html: str) -> Chapter:
    """Return the chapter of an entry; what the text calls ``x`` is ``term-grant.x`` in the book."""
    name = _name(entry)

    def tag(match: re.Match[str]) -> str:
        own = ID.sub(lambda found: f"{name}.{found[0]}", match[0])
        return own.replace(' href="#', f' href="#{name}.')

    title = entry.fields.title
    return Chapter(name, title, Markup(TAG.sub(tag, html)))  # noqa: S704  # sanitised


def _name(entry: Entry[Any]) -> str:
    return entry.key.replace(":", "-")


def _term(renderer: Renderer, entry: Entry[Term]) -> str:
    asked = Asked(renderer, ROOT, entry, Draft(ROOT))
    return str(
        renderer.environment.get_template("book-term.html").render(
            **asked.functions(),
            contrast=renderer.knowledge.contrast.get(entry.id, ()),
            domain=renderer.knowledge.settings.domains.get(entry.fields.domain),
        )
    )


def _primer(renderer: Renderer, entry: Entry[Primer], to_page: ToPage) -> str:
    draft = Draft(ROOT)
    asked = Asked(renderer, ROOT, entry, draft)
    text = run_template(renderer.environment, "book-primer.md", draft, asked.functions())
    return to_page(text, draft.parts)


def _places(renderer: Renderer) -> dict[str, str]:
    """Return the place in the book of each page that is in it, by what links call the page."""
    knowledge = renderer.knowledge
    entries: Iterator[Entry[Any]] = iter((*knowledge.terms.values(), *knowledge.primers.values()))
    return {
        link: _name(entry) for entry in entries for link in (entry.page, address_of(entry.page))
    }


def _tied(html: str, site_url: str, places: Mapping[str, str]) -> str:
    """Return the book with every link leading somewhere."""
    ids = {found for tag in TAG.findall(html) for found in ID.findall(tag)}

    def href(match: re.Match[str]) -> str:
        path, _, anchor = match[1].partition("#")
        if ELSEWHERE.match(path):
            return match[0]
        if path and path not in places:
            address = match[1].replace(path, address_of(path) if path.endswith(".md") else path, 1)
            return f' href="{site_url.rstrip("/")}/{address}"' if site_url else ""
        place = f"{places[path]}.{anchor}" if path else anchor
        return f' href="#{place if place in ids else place.partition(".")[0]}"'

    return TAG.sub(lambda tag: HREF.sub(href, tag[0]), html)
