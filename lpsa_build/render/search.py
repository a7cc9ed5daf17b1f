"""What the site's search knows, as data for its script: terms at once, the rest piece by piece.

A reader fetches ``terms`` (the labels in the site's language; of a large glossary without the
synonyms), and of the other labels and of the definitions only the pieces that a question needs.
Each piece names the revision it is of, since a browser may have kept an older one.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from lpsa_build.language import arabic, romance
from lpsa_build.mentions.forms import labels_in
from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.render.facets import facet_names, kind_names
from lpsa_build.render.page import Page, StaticFile
from lpsa_build.render.renderer import Renderer

DEFINITIONS = 8
"""Definitions in one piece: who is shown five terms fetches few others, in few requests."""
PIECE = 1600
"""Bytes of labels in one piece before compression, if the alphabet can be cut as finely."""
AT_ONCE = 2000
"""Synonyms in the site's language that a reader fetches whole; if there are more, in pieces."""
LARGE = 4 * PIECE
FILED_BY = range(3, 7)
"""Letters of a word by which a label is filed: few, so that its forms and most typing errors stay
together; one more wherever a piece would have more than ``LARGE`` bytes."""
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
_SMALL = arabic.PARTICLES.union(*romance.PREPOSITIONS.values())

Filed = tuple[str, str, int]
"""A label by its words: its language (none: a label to avoid), the label, its term's number."""
Drawers = dict[str, dict[Filed, None]]
"""Labels by the beginnings of their words."""


def search_files(renderer: Renderer, pages: Iterable[Page]) -> Iterator[StaticFile]:
    """Yield the data files of the search in the site's language."""
    pages = list(pages)
    knowledge, language = renderer.knowledge, renderer.language
    synonyms = list(_synonyms(knowledge))
    at_once = len(synonyms) <= AT_ONCE
    terms = [_row(entry, synonyms=at_once) for entry in knowledge.sorted_terms]
    starts, pieces = _filed([*_foreign_labels(knowledge), *(() if at_once else synonyms)])
    definitions = [renderer.plain_definition(entry) for entry in knowledge.sorted_terms]
    revision = _digest([terms, starts, pieces, definitions])
    found: dict[str, Any] = {
        "terms": {"labels": starts, "terms": terms},
        "titles": {"titles": _titles(pages, kind_names(renderer.words))},
        "facets": {
            "facets": facet_names((p.facets for p in pages), knowledge.settings, renderer.words),
            "terms": [[t.fields.domain, t.fields.status] for t in knowledge.sorted_terms],
        },
    }
    found |= {f"labels-{n}": {"labels": piece} for n, piece in enumerate(pieces)}
    found |= {
        f"definitions-{first // DEFINITIONS}": {
            "definitions": definitions[first : first + DEFINITIONS]
        }
        for first in range(0, len(definitions), DEFINITIONS)
    }
    for name, data in found.items():
        text = _dump({"revision": revision, **data})
        yield StaticFile(f"data/search/{name}.{language}.json", text.encode())


def _row(entry: Entry[Term], *, synonyms: bool) -> list[Any]:
    """Return a term: title, id (0: made from the title), abbreviation (0: none), other labels.

    They are those that are admitted, and those to avoid; what is empty at the end is left out.
    """
    term = entry.fields
    row = [
        term.title,
        0 if entry.id == re.sub(r"[^a-z0-9]+", "-", term.title.lower()) else entry.id,
        term.abbreviation or 0,
        _admitted(term) if synonyms else [],
        list(term.avoid) if synonyms else [],
    ]
    while not row[-1]:
        row.pop()
    return row


def _admitted(term: Term) -> list[str]:
    """Return what a term may be called as well, without its qualifier, too."""
    bare = [term.term] if term.qualifier else []
    return list(dict.fromkeys((*term.aliases, *term.variants, *bare)))


def _synonyms(knowledge: KnowledgeBase) -> Iterator[Filed]:
    for number, entry in enumerate(knowledge.sorted_terms):
        for label in _admitted(entry.fields):
            yield knowledge.settings.language, label, number
        for label in entry.fields.avoid:
            yield "", label, number


def _foreign_labels(knowledge: KnowledgeBase) -> Iterator[Filed]:
    settings = knowledge.settings
    for number, entry in enumerate(knowledge.sorted_terms):
        for language in settings.languages:
            if language == settings.language:
                continue
            if term := labels_in(entry.fields, language, settings.language):
                short = [term.abbreviation] if term.abbreviation else []
                labels = (term.term, *short, *term.aliases, *term.avoid, *term.variants)
                yield from (
                    (language, label, number)
                    for label in dict.fromkeys((*labels, *_irregular(labels, language)))
                )


def _irregular(labels: Iterable[str], language: str) -> Iterator[str]:
    """Yield the forms of labels that the search's script cannot tell by their letters."""
    if language == "ar":
        yield from (form for label in labels for form in arabic.broken(label))


def _filed(labels: Iterable[Filed]) -> tuple[list[str], list[dict[str, list[Any]]]]:
    """Return where each piece begins in the alphabet, and the pieces.

    A piece holds the labels of which a word begins there: language → label, number, label, …
    """
    drawers: Drawers = {}
    for label in labels:
        for key in _keys(label[1]):
            drawers.setdefault(key, {})[label] = None
    starts: list[str] = []
    pieces: list[dict[Filed, None]] = []
    for start, drawer in _cut(drawers, FILED_BY.start):
        if not pieces or _size(pieces[-1]) >= PIECE:
            starts.append(start)
            pieces.append({})
        pieces[-1] |= drawer
    return starts, [_by_language(piece) for piece in pieces]


def _cut(drawers: Drawers, letters: int) -> Iterator[tuple[str, dict[Filed, None]]]:
    """Yield the labels under each beginning of words, of so many letters or a few more."""
    groups: dict[str, Drawers] = {}
    for key, drawer in drawers.items():
        groups.setdefault(key[:letters], {})[key] = drawer
    for start, group in sorted(groups.items()):
        together = {label: None for drawer in group.values() for label in drawer}
        if _size(together) > LARGE and letters + 1 in FILED_BY:
            yield from _cut(group, letters + 1)
        else:
            yield start, together


def _size(labels: Iterable[Filed]) -> int:
    return sum(len(label.encode()) for _, label, _ in labels)


def _keys(label: str) -> set[str]:
    """Return the beginnings of the words of a label, but of its smallest words."""
    words = [word for word in _WORD.findall(label) if word.lower() not in _SMALL]
    return {filing_key(word) for word in words or _WORD.findall(label)}


def filing_key(word: str) -> str:
    """Return the letters by which a word is filed, as the search's script reckons them, too."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return _ARTICLE.sub("", plain)[: FILED_BY[-1]]


def _by_language(piece: Iterable[Filed]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for language, label, number in sorted(piece):
        found.setdefault(language, []).extend((label, number))
    return found


def _titles(pages: Iterable[Page], kinds: Mapping[str, str]) -> list[list[Any]]:
    """Return title, address, kind and facets of all pages but those of terms."""
    return [
        [
            page.title,
            address_of(page.path),
            kinds[dict(page.facets)["kind"]],
            [":".join(pair) for pair in page.facets],
        ]
        for page in pages
        if page.kind != "term"
    ]


def _digest(data: object) -> str:
    return blake2b(_dump(data).encode(), digest_size=4).hexdigest()


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
