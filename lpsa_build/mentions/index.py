"""One trie over the forms of all labels; the cost of a search grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from lpsa_build.language.folding import WORD, folded_words, readings
from lpsa_build.language.forms import abbreviation_forms, surface_forms
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.term import Term, Translation

Labels = Term | Translation
GAP = re.compile(r"['’]?[ \t]*\n?[ \t]*|[-_\u2010\u2011]|['’]")
HYPHENS = "-\u2010\u2011"
SUFFIXES = frozenset(
    {"based", "centric", "driven", "free", "funded", "led", "level", "like", "managed", "oriented",
     "owned", "related", "run", "specific", "style", "wide"}
)  # fmt: skip
SYMBOLS = "+#.*/@$%&=~^|<>_!"


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
    generated: bool = False
    """True: made by rule; gives way to the same words written as a label of another term."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a text that agree with at least one form."""

    start: int
    end: int
    forms: tuple[Form, ...]


_Word = tuple[int, int, tuple[str, ...]]
"""A word of a text: its start, its end, its readings."""


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
        _settle_collisions(self._root)

    def find(self, text: str, glued: tuple[bool, bool] = (False, False)) -> Iterator[Match]:
        """Yield the longest matches in order; none overlaps another.

        ``glued`` tells whether a word goes on before the first or after the last character.
        """
        words = [(m.start(), m.end(), readings(m.group())) for m in WORD.finditer(text)]
        at = 0
        while at < len(words):
            match, count = None, 1
            if any(reading in self._root.children for reading in words[at][2]):
                match, count = self._longest(text, words, at, glued)
            if match:
                yield match
            at += count

    def _longest(
        self, text: str, words: list[_Word], at: int, glued: tuple[bool, bool]
    ) -> tuple[Match | None, int]:
        """Return the longest match that begins with word ``at``, and how many words it has."""
        start = words[at][0]
        if not _opens(text, start, glued[0]):
            return None, 1
        best: Match | None = None
        count = 1
        nodes = [self._root]
        for row in range(at, len(words)):
            if row > at and not GAP.fullmatch(text, words[row - 1][1], words[row][0]):
                break
            nodes = [
                node.children[reading]
                for node in nodes
                for reading in words[row][2]
                if reading in node.children
            ]
            if not nodes:
                break
            end = words[row][1]
            if forms := _agreeing(nodes, text, start, end, glued[1]):
                best, count = Match(start, end, forms), row - at + 1
        return best, count


def _settle_collisions(root: _Node) -> None:
    """Let a form made by rule give way to the same words written as a label of another term."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        nodes.extend(node.children.values())
        if len(node.forms) > 1:
            written = {form.term for form in node.forms if not form.generated}
            node.forms = [f for f in node.forms if not written or f.term in written]


def _agreeing(nodes: list[_Node], text: str, start: int, end: int, glued: bool) -> tuple[Form, ...]:
    """Return the forms that end at ``end``, if a word may end there."""
    found = [form for node in nodes for form in node.forms]
    if not found or not _closes(text, end, glued):
        return ()
    words = text[start:end]
    return tuple(
        form
        for form in dict.fromkeys(found)
        if (not form.exact or form.text.strip(SYMBOLS) == words)
        and _has_symbols(form.text, text, start, end)
    )


def _has_symbols(form: str, text: str, start: int, end: int) -> bool:
    """Tell whether the symbols at the ends of a form (C++, .NET) stand in the text as well."""
    if form[0].isalnum() and form[-1].isalnum():
        return True
    before = form[: len(form) - len(form.lstrip(SYMBOLS))]
    after = form[len(form.rstrip(SYMBOLS)) :]
    return text.endswith(before, 0, start) and text.startswith(after, end)


def _opens(text: str, at: int, glued: bool) -> bool:
    """Tell whether a mention may begin at ``at``: not inside a word, not after ``non-``.

    After a number and a hyphen it may (``3-year``).
    """
    if at == 0:
        return not glued
    if text[at - 1] == "_":
        return False
    return text[at - 1] not in HYPHENS or not text[at - 2 : at - 1].isalpha()


def _closes(text: str, at: int, glued: bool) -> bool:
    """Tell whether a mention may end at ``at``: not inside a word or a hyphenated compound.

    Before an ending that leaves the sense alone it may (``government-led``).
    """
    if at == len(text):
        return not glued
    if text[at] == "_":
        return False
    if text[at] not in HYPHENS or not text[at + 1 : at + 2].isalnum():
        return True
    following = WORD.match(text, at + 1)
    return following is not None and following.group().lower() in SUFFIXES


def forms_of(identifier: str, term: Labels, language: str) -> Iterator[Form]:
    """Yield every form of the labels of one term in one language, each once."""
    labels = (
        *((Rank.LABEL, label) for label in (term.term,)),
        *((Rank.ALIAS, label) for label in (*term.aliases, *term.variants)),
        *((Rank.AVOID, label) for label in term.avoid),
    )
    seen: set[tuple[str, ...]] = set()
    for rank, label in labels:
        texts = surface_forms(
            label,
            language,
            plurale_tantum=getattr(term, "plurale_tantum", False),
            derived=getattr(term, "derivations", False),
        )
        for text in texts:
            words = folded_words(text)
            if words not in seen:
                seen.add(words)
                yield Form(
                    text, label, identifier, rank, exact=is_acronym(label), generated=text != label
                )
    if term.abbreviation:
        for text in abbreviation_forms(term.abbreviation):
            yield Form(text, term.abbreviation, identifier, Rank.ABBREVIATION, exact=True)


def is_acronym(label: str) -> bool:
    """Tell whether a label is a letter or two, or one word with two capitals (R, SNG, LoGICA)."""
    return len(label) <= 2 or (" " not in label and sum(map(str.isupper, label)) >= 2)


def build_index(knowledge: KnowledgeBase, language: str = "") -> FormIndex:
    """Return the index over all terms in ``language`` (the site's own if empty)."""
    wanted = language or knowledge.settings.language
    return FormIndex(
        form
        for entry in knowledge.terms.values()
        if (labels := labels_in(entry.fields, wanted, knowledge.settings.language))
        for form in forms_of(entry.id, labels, wanted)
    )


def labels_in(term: Term, language: str, own: str) -> Labels | None:
    """Return what carries the labels of a term in ``language``; None if it has none there."""
    return term if language == own else term.translations.get(language)
