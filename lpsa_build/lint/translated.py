"""Texts and what they translate, in pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lpsa_build.lint.content import Content
from lpsa_build.mentions.index import FormIndex, build_index
from lpsa_build.mentions.writing import BODY, Writing, field_writing, writings
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.yaml_tree import Path

FIELDS = ("definition", "scope_note")
SHOWN = ("title", "summary")


@dataclass(frozen=True)
class Pair:
    """A text and its translation; ``id`` is that of the entry they belong to."""

    id: str
    original: Writing
    translation: Writing

    @property
    def language(self) -> str:
        """The language of the translation."""
        return self.translation.language


def pairs(content: Content) -> tuple[Pair, ...]:
    """Return every translated text with its original, in the order of the entries."""
    return content.once(_all_pairs)


def _all_pairs(content: Content) -> tuple[Pair, ...]:
    return tuple(_pairs(content))


def _pairs(content: Content) -> Iterator[Pair]:
    knowledge = content.knowledge
    for term in knowledge.terms.values():
        yield from _fields(term)
    for (name, _), body in knowledge.term_translations.items():
        if name in knowledge.terms:
            yield from _bodies(knowledge.terms[name], body)
    for (name, _), translation in knowledge.primer_translations.items():
        if name in knowledge.primers:
            yield from _shown(knowledge.primers[name], translation)
            yield from _bodies(knowledge.primers[name], translation)


def _fields(term: Entry[Term]) -> Iterator[Pair]:
    for language, translation in term.fields.translations.items():
        for name in FIELDS:
            original, translated = getattr(term.fields, name), getattr(translation, name)
            if original and translated:
                path: Path = ("translations", language, name)
                there = replace(field_writing(term, path, translated), language=language)
                yield Pair(term.id, field_writing(term, (name,), original), there)


def _shown(original: Entry[Record], translation: Entry[Record]) -> Iterator[Pair]:
    for name in SHOWN:
        yield Pair(
            original.id,
            field_writing(original, (name,), getattr(original.fields, name)),
            field_writing(translation, (name,), getattr(translation.fields, name)),
        )


def _bodies(original: Entry[Record], translation: Entry[Record]) -> Iterator[Pair]:
    bodies = [
        next((text for text in writings(entry) if text.field == BODY), None)
        for entry in (original, translation)
    ]
    if bodies[0] and bodies[1]:
        yield Pair(original.id, bodies[0], bodies[1])


def indexes(content: Content) -> dict[str, FormIndex]:
    """Return the forms of all terms by language."""
    ready = content.links.indexes
    return {
        language: ready.get(language) or build_index(content.knowledge, language)
        for language in content.settings.languages
    }


def terms_in(content: Content, text: Writing) -> frozenset[str]:
    """Return the terms that a text names or may name, marked or not."""
    index = content.once(indexes).get(text.language)
    found = index.find(text.prose.running, text.text) if index else ()
    named = {form.term for match in found for form in match.forms}
    return frozenset(named | {mark.target for mark in text.prose.marks if mark.target})


def translated_texts(content: Content) -> Iterator[Writing]:
    """Yield every text in another language than the site's own, and every definition."""
    for term in content.knowledge.terms.values():
        yield from (text for text in content.writings(term) if text.field == ("definition",))
    for pair in pairs(content):
        yield pair.translation
