"""Which revision of its original each translation says that it translates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lpsa_build.lint.content import Content
from lpsa_build.source.finding import Span


class TranslatedRevision(NamedTuple):
    """The revision that a translation names, where it does, and the one the original is at."""

    path: str
    span: Span
    revision: int
    current: int


def translated_revisions(content: Content) -> Iterator[TranslatedRevision]:
    """Yield the revision of each translation of a term, of its text, and of a primer."""
    knowledge = content.knowledge
    for term in knowledge.terms.values():
        for language, translation in term.fields.translations.items():
            span = term.tree.span_of(("translations", language, "revision"))
            yield TranslatedRevision(term.path, span, translation.revision, term.fields.revision)
    for (name, _), body in knowledge.term_translations.items():
        if name in knowledge.terms and body.fields.translates is not None:
            current = knowledge.terms[name].fields.revision
            span = body.tree.span_of(("translates",))
            yield TranslatedRevision(body.path, span, body.fields.translates, current)
    for (name, _), primer in knowledge.primer_translations.items():
        if name in knowledge.primers:
            current = knowledge.primers[name].fields.revision
            span = primer.tree.span_of(("translates",))
            yield TranslatedRevision(primer.path, span, primer.fields.translates, current)
