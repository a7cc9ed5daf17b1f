"""One trie over the forms of all labels; the cost of a search grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from lpsa_build.language.folding import WORD, fold, folded_words
from lpsa_build.language.forms import abbreviation_forms, surface_forms
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.term import Term

GAP = re.compile(r"[ \t]*\n?[ \t]*|[-\u2010\u2011]|['’]")
HYPHENS = "-\u2010\u2011"


class Rank(IntEnum):
    """What a form is a form of; the lower, the stronger its claim on a mention."""

    LABEL = 0
    ABBREVIATION = 1
    ALIAS = 2
    AVOID = 3


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a term appears in running text."""

    text: str
    label: str
    term: str
    rank: Rank
    exact: bool = False
    """True: upper and lower case must agree (abbreviations)."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a text that agree with at least one form."""

    start: int
    end: int
    forms: tuple[Form, ...]


@dataclass
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class FormIndex:
    """All forms of one language, ready for searching."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Build the trie; forms without a word are left out."""
        self._root = _Node()
        for form in forms:
            node = self._root
            for word in folded_words(form.text):
                node = node.children.setdefault(word, _Node())
            if node is not self._root and form not in node.forms:
                node.forms.append(form)

    def find(self, text: str, glued: tuple[bool, bool] = (False, False)) -> Iterator[Match]:
        """Yield the longest matches in order; none overlaps another.

        ``glued`` tells whether a word goes on before the first or after the last character.
        """
        words = [(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text)]
        at = 0
        while at < len(words):
            if words[at][2] not in self._root.children:
                at += 1
                continue
            match, count = self._longest(text, words, at, glued)
            if match:
                yield match
            at += count

    def _longest(
        self, text: str, words: list[tuple[int, int, str]], at: int, glued: tuple[bool, bool]
    ) -> tuple[Match | None, int]:
        start = words[at][0]
        best: Match | None = None
        count = 1
        if not _opens(text, start, glued[0]):
            return None, 1
        node = self._root
        for row in range(at, len(words)):
            if row > at and not GAP.fullmatch(text, words[row - 1][1], words[row][0]):
                break
            if (child := node.children.get(words[row][2])) is None:
                break
            node = child
            end = words[row][1]
            if node.forms and _closes(text, end, glued[1]):
                forms = tuple(f for f in node.forms if not f.exact or f.text == text[start:end])
                if forms:
                    best, count = Match(start, end, forms), row - at + 1
        return best, count


def _opens(text: str, at: int, glued: bool) -> bool:
    if at == 0:
        return not glued
    before = text[at - 1]
    return not (before == "_" or (before in HYPHENS and text[at - 2 : at - 1].isalnum()))


def _closes(text: str, at: int, glued: bool) -> bool:
    if at == len(text):
        return not glued
    return not (text[at] == "_" or (text[at] in HYPHENS and text[at + 1 : at + 2].isalnum()))


def forms_of(identifier: str, term: Term, language: str) -> Iterator[Form]:
    """Yield every form of a term whose fields are in ``language``."""
    labels = [
        (Rank.LABEL, (term.term,)),
        (Rank.ALIAS, (*term.aliases, *term.variants)),
        (Rank.AVOID, term.avoid),
    ]
    for rank, texts in labels:
        for label in texts:
            for text in surface_forms(label, language, plurale_tantum=term.plurale_tantum):
                yield Form(text, label, identifier, rank, exact=_is_acronym(label))
    if term.abbreviation:
        for text in abbreviation_forms(term.abbreviation):
            yield Form(text, term.abbreviation, identifier, Rank.ABBREVIATION, exact=True)


def _is_acronym(label: str) -> bool:
    """Tell whether a label is one word with at least two capitals (SNG, LoGICA, LRGs)."""
    return " " not in label and sum(letter.isupper() for letter in label) >= 2


def build_index(knowledge: KnowledgeBase) -> FormIndex:
    """Return the index over all terms of the site's language."""
    language = knowledge.settings.language
    return FormIndex(
        form
        for entry in knowledge.terms.values()
        for form in forms_of(entry.id, entry.fields, language)
    )
