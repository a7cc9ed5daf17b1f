"""The glossary as a table for people: one row per term, in the words of the sources."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term

COLUMNS = (
    "id", "term", "abbreviation", "aliases", "avoid", "definition", "scope_note", "domain",
    "status", "revision", "confidence", "broader", "part_of", "related", "contrast", "sources",
    "replaced_by", "updated",
)  # fmt: skip


def columns(knowledge: KnowledgeBase) -> list[str]:
    """Return the heads of the columns: two for each other language, the address last."""
    other = [head for code in other_languages(knowledge) for head in (code, f"{code} definition")]
    return [*COLUMNS, *other, "url"]


def rows(knowledge: KnowledgeBase) -> Iterator[list[str]]:
    """Yield the cells of each term, sorted by id; several values in one cell part at ``; ``."""
    for key in sorted(knowledge.terms):
        yield _row(knowledge, knowledge.terms[key])


def other_languages(knowledge: KnowledgeBase) -> list[str]:
    """Return the languages of translations."""
    return [c for c in knowledge.settings.languages if c != knowledge.settings.language]


def _row(knowledge: KnowledgeBase, entry: Entry[Term]) -> list[str]:
    term = entry.fields
    translations = (term.translations.get(code) for code in other_languages(knowledge))
    return [
        entry.id,
        term.title,
        term.abbreviation or "",
        "; ".join(term.aliases),
        "; ".join(term.avoid),
        term.definition,
        term.scope_note or "",
        term.domain,
        term.status.value,
        str(term.revision),
        term.confidence.value if term.confidence else "",
        "; ".join(term.broader),
        "; ".join(term.part_of),
        "; ".join(term.related),
        "; ".join(term.contrast),
        "; ".join(source.ref for source in term.sources),
        term.replaced_by or "",
        term.updated.isoformat() if term.updated else "",
        *(cell for t in translations for cell in ((t.term, t.definition or "") if t else ("", ""))),
        knowledge.url_of(entry.page),
    ]
