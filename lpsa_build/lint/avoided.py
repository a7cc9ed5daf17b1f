"""Which mentions use a label that an entry lists under ``avoid``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from lpsa_build.language import arabic, english, romance
from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.mentions.forms import Labels, labels_in
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import KnowledgeBase

Words = tuple[str, ...]


def avoided_label(content: Content, mention: Mention) -> str:
    """Return the avoided label that a mention uses; empty if it uses none.

    A label that differs from a good one in hyphens or British spelling alone is a matter of
    spelling: it counts if it is written as under ``avoid``.
    """
    if mention.marked or mention.term not in content.once(_with_avoided):
        return ""
    labels = avoided_in(content.knowledge, mention.term, mention.language)
    return labels.get(folded_words(mention.text), "") if labels else ""


def _with_avoided(content: Content) -> frozenset[str]:
    """Return the terms that list a label to be avoided, in any language."""
    found = set()
    for name, entry in content.knowledge.terms.items():
        labels: list[Labels] = [entry.fields, *entry.fields.translations.values()]
        if any(one.avoid for one in labels):
            found.add(name)
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _forms(label: str, language: str) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(map(folded_words, (label, *_numbers(label, language)))))


def avoided_in(knowledge: KnowledgeBase, term: str, language: str) -> Mapping[Words, str]:
    """Return the folded words of the avoided labels of a term in a language, and their plurals."""
    labels = labels_in(knowledge.terms[term].fields, language, knowledge.settings.language)
    if labels is None or not labels.avoid:
        return {}
    good = {words for label in _good(labels) for words in _forms(label, language)}
    return {
        words: label
        for label in labels.avoid
        for words in _forms(label, language)
        if words not in good
    }


def _good(labels: Labels) -> Iterator[str]:
    yield from (labels.term, *labels.aliases, *labels.variants)


def _numbers(label: str, language: str) -> Iterator[str]:
    if language == "en":
        return english.number(label)
    if language in romance.PLURALS:
        return romance.number(label, language)
    return arabic.number(label) if language == "ar" else iter(())
