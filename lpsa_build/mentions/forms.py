"""The forms of all labels of a term: what its mentions look like, how strong each claim is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from lpsa_build.language import romance
from lpsa_build.language.folding import folded_words
from lpsa_build.language.forms import abbreviation_forms, derived_forms, parts, surface_forms
from lpsa_build.language.verbs import is_verb
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.term import Term, Translation

Labels = Term | Translation
SYMBOLS = "+#.*/@$%&=~^|<>_!"


class Rank(IntEnum):
    """What a form is a form of; the lower, the stronger its claim on a mention."""

    LABEL = 0
    ABBREVIATION = 1
    ALIAS = 2
    AVOID = 3


class Origin(IntEnum):
    """Where a form comes from, from the nearest on."""

    WRITTEN = 0
    INFLECTED = 1
    DERIVED = 2


class Form(NamedTuple):
    """One way in which a term appears in running text."""

    text: str
    label: str
    term: str
    rank: Rank
    exact: bool = False
    """True: upper and lower case must agree in its acronyms."""
    accents: bool = False
    """True: an accent too many at its end makes another word."""
    origin: Origin = Origin.WRITTEN
    """Gives way to the same words of another term whose origin is nearer to a label."""


def forms_of(
    identifier: str, term: Labels, language: str, *, derived: bool = False
) -> Iterator[Form]:
    """Yield every form of the labels of one term in one language, each once.

    ``derived`` adds the words derived from its labels.
    """
    seen: set[tuple[str, ...]] = set()
    for rank, label, short in _labels(term):
        exact = short or bool(acronyms(label))
        accents = language in romance.PLURALS and not short
        for text, origin in _texts(label, term, language, short=short, derived=derived):
            if (words := folded_words(text)) not in seen or short:
                seen.add(words)
                yield Form(text, label, identifier, rank, exact, accents, origin)


def _texts(
    label: str, term: Labels, language: str, *, short: bool, derived: bool
) -> Iterator[tuple[str, Origin]]:
    """Yield the forms of one label, each with where it comes from."""
    if short or is_abbreviation(label):
        yield from ((text, Origin.WRITTEN) for text in abbreviation_forms(label))
        return
    yield label, Origin.WRITTEN
    for text in surface_forms(
        label,
        language,
        plurale_tantum=getattr(term, "plurale_tantum", False),
        verb=is_verb(label, term.definition or ""),
    )[1:]:
        yield text, Origin.INFLECTED
    if derived:
        yield from ((text, Origin.DERIVED) for text in derived_forms(label, language))


def _labels(term: Labels) -> Iterator[tuple[Rank, str, bool]]:
    """Yield each label with its rank, and whether it is an abbreviation."""
    for rank, labels in (
        (Rank.LABEL, (term.term,)),
        (Rank.ALIAS, (*term.aliases, *term.variants)),
        (Rank.AVOID, term.avoid),
    ):
        for label, short in map(parts, labels):
            yield rank, label, False
            if short:
                yield Rank.ABBREVIATION, short, is_acronym(short)
    if term.abbreviation:
        yield Rank.ABBREVIATION, term.abbreviation, True


def is_acronym(label: str) -> bool:
    """Tell whether a label is a letter or two, or one word with two capitals (R, SNG, LoGICA)."""
    return len(label) <= 2 or (" " not in label and _has_capitals(label))


def is_abbreviation(label: str) -> bool:
    """Tell whether a label is one short form, so that it has no number but that of one: SNGs."""
    return is_acronym(label) and "-" not in label and (len(label) > 2 or label.isupper())


@lru_cache(maxsize=1 << 12)
def acronyms(label: str) -> tuple[str, ...]:
    """Return the words of a label that must keep their capitals: ``IT`` of ``IT system``."""
    if len(label) <= 2:
        return (label,)
    return tuple(word.strip(SYMBOLS) for word in re.split(r"[\s-]+", label) if _has_capitals(word))


def _has_capitals(word: str) -> bool:
    pieces = word.split("/")  # of R/W every piece counts, of Load/Store none has two
    short = len(pieces) > 1 and max(map(len, pieces)) <= 2
    return short or any(sum(map(str.isupper, piece)) >= 2 for piece in pieces)


def forms_in(knowledge: KnowledgeBase, language: str) -> Iterator[Form]:
    """Yield every form of every term in one language."""
    for entry in knowledge.terms.values():
        if labels := labels_in(entry.fields, language, knowledge.settings.language):
            yield from forms_of(entry.id, labels, language, derived=knowledge.derives(entry))


def labels_in(term: Term, language: str, own: str) -> Labels | None:
    """Return what carries the labels of a term in ``language``; None if it has none there."""
    return term if language == own else term.translations.get(language)
