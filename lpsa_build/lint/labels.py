"""The labels of a term as they stand in its file, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import all_labels
from lpsa_build.mentions.forms import Labels, labels_in
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Span
from lpsa_build.source.yaml_tree import Path

LISTS = ("aliases", "variants", "avoid")
"""The lists of labels, the strongest first."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a term: its words, and where they stand."""

    entry: Entry[Term]
    language: str
    text: str
    path: Path

    @property
    def field(self) -> str:
        """The key under which it stands: ``term``, ``abbreviation``, or one of the lists."""
        names = [step for step in self.path if isinstance(step, str)]
        return names[-1]

    @property
    def span(self) -> Span:
        """Its place in the file."""
        return self.entry.tree.span_of(self.path)


def labels_of(entry: Entry[Term], language: str, own: str) -> Iterator[Label]:
    """Yield the labels of a term in one language, the strongest first."""
    holder = labels_in(entry.fields, language, own)
    if holder is None:
        return
    top: Path = () if language == own else ("translations", language)
    for path, text in _texts(holder):
        yield Label(entry, language, text, (*top, *path))


def _texts(holder: Labels) -> Iterator[tuple[Path, str]]:
    yield ("term",), holder.term
    if holder.abbreviation:
        yield ("abbreviation",), holder.abbreviation
    for field in LISTS:
        for number, text in enumerate(getattr(holder, field)):
            yield (field, number), text


def preferred_and_aliases(entry: Entry[Record]) -> Iterator[Label]:
    """Yield the labels of a term that may be used, in every language; none of other entries."""
    fields = entry.fields
    for language in (entry.language, *fields.translations) if isinstance(fields, Term) else ():
        for label in labels_of(cast(Entry[Term], entry), language, entry.language):
            if label.field in {"term", "aliases"}:
                yield label


def label_words(content: Content) -> frozenset[str]:
    """Return every word of every label of the glossary, in all languages, as it is written."""
    terms = (entry.fields for entry in content.knowledge.terms.values())
    labels = (label for term in terms for label in all_labels(term))
    return frozenset(word for label in labels for word in re.split(r"[\s()]+", label))
