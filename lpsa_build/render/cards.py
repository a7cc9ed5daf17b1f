"""What the definition cards show, as data for the site's script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.render.make_page import Asked
from lpsa_build.render.page import Draft, StaticFile
from lpsa_build.render.renderer import Renderer

TERMS_PER_FILE = 250
"""Some 20 kB compressed: what a reader on a slow line waits for at the first card."""


def files_for(terms: int) -> int:
    """Return in how many files the cards of so many terms are: a reader fetches one for a card."""
    return max(1, -(-terms // TERMS_PER_FILE))


def file_of(term: str, files: int) -> int:
    """Return the number of the file that holds a term; ``lpsa-card.js`` reckons in the same way."""
    number = 0
    for character in term:
        number = (number * 31 + ord(character)) % files
    return number


def cards_files(renderer: Renderer) -> Iterator[StaticFile]:
    """Yield the files of all cards in the site's language, by term; one where one is enough.

    A definition is a list of texts and of links, each a pair of words and term; ``contrast`` are
    the terms that it is not, as such links; ``source`` is the first one.
    """
    terms = renderer.knowledge.terms
    files: list[dict[str, Any]] = [{} for _ in range(files_for(len(terms)))]
    for entry in terms.values():
        files[file_of(entry.id, len(files))][entry.id] = _card(renderer, entry)
    for number, cards in enumerate(files):
        part = f".{number}" if len(files) > 1 else ""
        text = json.dumps(cards, ensure_ascii=False, sort_keys=True)
        yield StaticFile(f"data/definitions.{renderer.language}{part}.json", text.encode())


def _card(renderer: Renderer, entry: Entry[Term]) -> dict[str, Any]:
    asked = Asked(renderer, entry.page, entry, Draft(entry.page))
    html = asked.html(entry, ("definition",), entry.fields.definition, cited=False)
    terms = renderer.knowledge.terms
    others = (id for id in renderer.knowledge.contrast.get(entry.id, ()) if id in terms)
    more = {
        "abbreviation": entry.fields.abbreviation,
        "contrast": [(terms[id].fields.title, id) for id in others],
        "source": _source(renderer, entry.fields),
    }
    card = {"term": entry.fields.title, "definition": _TextAndLinks.of(html)}
    return card | {name: value for name, value in more.items() if value}


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
