"""The A-Z: terms under their letters, and, as data for its script, by what they are filtered.

The page holds labels and links only; the words of all languages and the facets are fetched when
somebody filters.
"""

from __future__ import annotations

import json
from typing import Any

from lpsa_build.language.collation import OTHERS, heading, sort_key
from lpsa_build.language.folding import folded_words
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.render.facets import facet_names, facets_of
from lpsa_build.render.page import StaticFile
from lpsa_build.render.renderer import Renderer
from lpsa_build.render.words import own_name

Letters = list[tuple[str, list[Entry[Term]]]]


def by_letter(knowledge: KnowledgeBase) -> Letters:
    """Return the terms under the letters of the site's language, in its order; figures first."""
    language = knowledge.settings.language
    groups: dict[str, list[Entry[Term]]] = {}
    for entry in knowledge.sorted_terms:
        groups.setdefault(heading(entry.fields.term, language), []).append(entry)
    return sorted(groups.items(), key=lambda row: (row[0] != OTHERS, sort_key(row[0], language)))


def list_facets(renderer: Renderer) -> dict[str, dict[str, str]]:
    """Return by what the list is narrowed: each facet's values with their names."""
    knowledge = renderer.knowledge
    terms = knowledge.sorted_terms
    used = [facets_of(entry, knowledge.settings) for entry in terms]
    named = facet_names(used, knowledge.settings, renderer.words)
    translated = {language for entry in terms for language in entry.fields.translations}
    return {
        "domain": named["domain"],
        "status": named["status"],
        "language": {
            "": renderer.words.gettext("Translated into"),
            **{code: own_name(code) for code in knowledge.settings.languages if code in translated},
        },
    }


def list_address(renderer: Renderer) -> str:
    """Return the site address of the data."""
    return f"data/search/list.{renderer.language}.json"


def list_file(renderer: Renderer) -> StaticFile:
    """Return words, theme, status, languages and whether contested of each term of the list."""
    rows = [_row(entry) for _, entries in by_letter(renderer.knowledge) for entry in entries]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return StaticFile(list_address(renderer), text.encode())


def _row(entry: Entry[Term]) -> list[Any]:
    term = entry.fields
    return [
        _words(term),
        term.domain,
        term.status,
        " ".join(term.translations),
        int(bool(term.other_meanings)),
    ]


def _words(term: Term) -> str:
    """Return, folded, every word by which a term is found."""
    labels = [term.title, *term.aliases, *term.avoid, term.abbreviation or ""]
    for translation in term.translations.values():
        labels += [translation.term, *translation.aliases]
    return " ".join(dict.fromkeys(word for label in labels for word in folded_words(label)))
