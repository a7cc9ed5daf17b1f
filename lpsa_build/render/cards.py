"""What the definition cards show, as data for the site's script."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from lpsa_build.model.term import Term
from lpsa_build.render.page import Draft, StaticFile
from lpsa_build.render.site import Asked, Renderer


def cards_file(renderer: Renderer) -> StaticFile:
    """Return the file of all cards in the site's language, by term.

    A definition is a list of texts and of links, each a pair of words and term; ``contrast`` are
    the terms that it is not, ``source`` is the first one.
    """
    cards = {}
    for entry in renderer.knowledge.terms.values():
        path: tuple[str | int, ...] = ("definition",)
        asked = Asked(renderer, entry.page, entry, Draft(entry.page))
        html = asked.html(entry, path, entry.fields.definition, cited=False)
        card: dict[str, Any] = {
            "term": entry.fields.title,
            "definition": _TextAndLinks.of(html),
        }
        more = {
            "abbreviation": entry.fields.abbreviation,
            "contrast": renderer.knowledge.contrast.get(entry.id),
            "source": _source(renderer, entry.fields),
        }
        cards[entry.id] = card | {name: value for name, value in more.items() if value}
    text = json.dumps(cards, ensure_ascii=False, sort_keys=True)
    return StaticFile(f"data/definitions.{renderer.language}.json", text.encode())


def _source(renderer: Renderer, term: Term) -> str:
    """Return the first source of a term in one line of plain text; empty if it has none."""
    for source in term.sources:
        if reference := renderer.knowledge.references.get(source.ref):
            return f"{reference.fields.line}, {source.at}" if source.at else reference.fields.line
    return ""


class _TextAndLinks(HTMLParser):
    """Takes the HTML of a definition apart into plain text and links to terms."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str | tuple[str, str]] = []
        self.term = ""

    @classmethod
    def of(cls, html: str) -> list[str | tuple[str, str]]:
        """Return the texts and links of ``html`` in order."""
        parser = cls()
        parser.feed(html)
        parser.close()
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.term = dict(attrs).get("data-term") or "" if tag == "a" else self.term

    def handle_endtag(self, tag: str) -> None:
        self.term = "" if tag == "a" else self.term

    def handle_data(self, data: str) -> None:
        self.found.append((data, self.term) if self.term else data)
