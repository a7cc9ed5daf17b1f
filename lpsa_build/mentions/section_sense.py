"""Which of several terms a word means in a section, as the headings above it say."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.mentions.index import FormIndex
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.pieces import Prose, Section


def section_sense(
    candidates: Collection[str],
    prose: Prose,
    section: int,
    index: FormIndex,
    knowledge: KnowledgeBase,
) -> str:
    """Return the one of ``candidates`` (ids of terms) that the section is about; else empty.

    The nearest heading that tells one from the others decides: it names the term by words that are
    its alone, or by its qualifier, or it names its domain by id or title.
    """
    for heading in _headings(prose, section):
        words = f" {' '.join(folded_words(heading.title))} "
        named = {m.forms[0].term for m in index.find(heading.title) if len(m.forms) == 1}
        for chosen in (
            [term for term in candidates if term in named or _qualified(term, words, knowledge)],
            [term for term in candidates if _of_domain(term, words, knowledge)],
        ):
            if len(chosen) == 1:
                return chosen[0]
    return ""


def _headings(prose: Prose, section: int) -> Iterator[Section]:
    """Yield the heading of a section, that of the section around it, and so on."""
    level = prose.sections[section].level + 1
    for heading in reversed(prose.sections[: section + 1]):
        if heading.level < level:
            level = heading.level
            yield heading


def _qualified(term: str, words: str, knowledge: KnowledgeBase) -> bool:
    return _stands(knowledge.terms[term].fields.qualifier or "", words)


def _of_domain(term: str, words: str, knowledge: KnowledgeBase) -> bool:
    topic = knowledge.settings.domains.get(knowledge.terms[term].fields.domain)
    return topic is not None and (
        _stands(topic.id.replace("-", " "), words) or _stands(topic.title, words)
    )


def _stands(name: str, words: str) -> bool:
    """Tell whether a name stands among folded words, which have a space at each end."""
    return bool(name) and f" {' '.join(folded_words(name))} " in words
