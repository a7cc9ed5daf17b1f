"""The wider concept of a term: what its definition begins with, against what ``broader`` says."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lpsa_build.language.english import singulars
from lpsa_build.language.folding import fold, folded_words
from lpsa_build.language.forms import surface_forms
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term

LISTED = re.compile(r"[\w-]+(?=,|\s+(?:and|or)\b)|(?<=\band )[\w-]+|(?<=\bor )[\w-]+")
"""A word of an enumeration."""
MOST_ABOVE = 20
"""Concepts above a term whose definitions are read, the nearest first; hardly any has more."""


def broader_of(content: Content, entry: Entry[Term]) -> list[Entry[Term]]:
    """Return the entries under ``broader`` that there are."""
    terms = content.knowledge.terms
    return [terms[other] for other in entry.fields.broader if other in terms]


def begins_with(definition: Definition, wider: Entry[Term]) -> bool:
    """Tell whether a definition begins with a label of ``wider``, or with the head of one."""
    genus = definition.genus
    if genus is None:
        return False
    phrase = folded_words(definition.plain[genus.start : genus.end])
    words = folded_words(definition.plain[genus.start : definition.end])
    return any(
        phrase[-len(form) :] == form or words[: len(form)] == form or phrase == form[-1:]
        for form in _forms(wider)
    )


def _forms(entry: Entry[Term]) -> list[tuple[str, ...]]:
    labels = (entry.fields.term, *entry.fields.aliases)
    return [form for label in labels for form in _forms_of(label)]


@lru_cache(maxsize=1 << 14)
def _forms_of(label: str) -> tuple[tuple[str, ...], ...]:
    return tuple(folded_words(form) for form in surface_forms(label, "en"))


def is_known_kind(content: Content, definition: Definition, wider: Entry[Term]) -> bool:
    """Tell whether the definition of ``wider`` lists the genus of the narrower term, or has it.

    Subnational revenue is defined as what comes “from taxes, transfers and charges”: then a tax is
    one. Otherwise the genus has to be the same (a transfer is a transfer), here or farther up.
    """
    head = _singular(definition.genus.head) if definition.genus else ""
    above = content.definitions(wider)[:1]
    return any(head in map(_singular, LISTED.findall(d.plain)) for d in above) or any(
        d.genus and _singular(d.genus.head) == head
        for ancestor in (wider, *islice(_ancestors(content, wider), MOST_ABOVE))
        for d in content.definitions(ancestor)[:1]
    )


def _singular(word: str) -> str:
    plain = fold(word.strip(".,;:()"))
    return next(iter(singulars(plain)), plain)


def _ancestors(content: Content, entry: Entry[Term]) -> Iterator[Entry[Term]]:
    seen = {entry.id}
    waiting = deque(broader_of(content, entry))
    while waiting:
        if (next_one := waiting.popleft()).id not in seen:
            seen.add(next_one.id)
            waiting.extend(broader_of(content, next_one))
            yield next_one


def naming(content: Content, words: tuple[str, ...]) -> list[Entry[Term]]:
    """Return the entries whose preferred label is made of exactly these folded words."""
    return [content.knowledge.terms[term] for term in content.once(_terms_by_label).get(words, ())]


def _terms_by_label(content: Content) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for term in content.knowledge.terms.values():
        found.setdefault(folded_words(term.fields.term), []).append(term.id)
    return found
