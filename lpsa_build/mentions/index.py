"""One trie over the forms of all labels; the cost of a search grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from lpsa_build.language import romance
from lpsa_build.language.folding import WORD, accents_agree, folded_words, readings
from lpsa_build.language.forms import abbreviation_forms, derived_forms, parts, surface_forms
from lpsa_build.language.verbs import is_verb
from lpsa_build.mentions.boundaries import closes, opens
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.term import Term, Translation
from lpsa_build.source.pieces import BLANK

Labels = Term | Translation
SPACE = "[ \t\u00a0\u202f\u200e\u200f\u061c]*+"
"""Spaces, those that do not break, and marks of the direction of writing."""
GAP = rf"(?:['’]?{SPACE}\n?+{SPACE}|[-_\u2010\u2011]|['’])"
NEXT_WORD = re.compile(f"(?: |{GAP})({WORD.pattern})")
MANY_SPACES = " " * 8
MOST_KNOWN = 1 << 18
"""How many different chunks of text are remembered as beginning a form or not."""
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


@dataclass(frozen=True, slots=True)
class Form:
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


class Match(NamedTuple):
    """Words of a text that agree with at least one form."""

    start: int
    end: int
    forms: tuple[Form, ...]


@dataclass(slots=True)
class _Node:
    """A place in the trie: what may follow, and the forms that end here.

    ``plain`` means that none of the forms asks for capitals or symbols.
    """

    children: dict[str, _Node] = field(default_factory=dict)
    forms: tuple[Form, ...] = ()
    plain: bool = True


class _Beginnings(dict[str, tuple[tuple[int, int, list[_Node]], ...]]):
    """What stands between two spaces → where in it a form may begin: offset, end, and what follows.

    Texts repeat their words, so that nearly all are only looked up.
    """

    def __init__(self, first: Mapping[str, _Node]) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, chunk: str) -> tuple[tuple[int, int, list[_Node]], ...]:
        first = self.first
        found = tuple(
            (word.start(), word.end(), nodes)
            for word in WORD.finditer(chunk)
            if (nodes := [first[r] for r in readings(word.group()) if r in first])
        )
        if len(self) > MOST_KNOWN:
            self.clear()
        self[chunk] = found
        return found


class FormIndex:
    """All forms of one language, ready for searching."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Build the trie; forms without a word are left out."""
        self._root = _Node()
        self.forms = tuple(forms)
        for form in self.forms:
            node = self._root
            for word in folded_words(form.text):
                node = node.children.setdefault(word, _Node())
            if node is not self._root:
                node.forms += (form,)
        _settle(self._root)
        self._beginnings = _Beginnings(self._root.children)

    def find(self, running: str, source: str = "") -> Iterator[Match]:
        """Yield the longest matches in order; none overlaps another.

        ``running`` is text in which markup is blanked out, ``source`` the same text with it: a word
        may go on beyond markup (``de**central**ized``). What stands between two spaces is looked
        up whole, and the place of a word sought only if it begins a form: no loop but the
        library's own runs over all words.
        """
        source = source or running
        spaced = f" {running} ".replace("\n", " ").replace(BLANK, " ")
        chunks = spaced.replace(MANY_SPACES, " ").split(" ")
        at = after = 0
        for chunk in compress(chunks, map(self._beginnings.__getitem__, chunks)):
            at = spaced.index(f" {chunk} ", at)
            for offset, end, nodes in self._beginnings[chunk]:
                start = at + offset
                if start >= after and (
                    match := _longest(nodes, running, source, start, at + end)
                ):
                    yield match
                    after = match.end
            at += len(chunk) + 1


def _longest(
    nodes: list[_Node], running: str, source: str, start: int, end: int
) -> Match | None:
    """Return the longest match whose first word stands between ``start`` and ``end``."""
    if not opens(source, running, start):
        return None
    best: Match | None = None
    while True:
        if forms := _agreeing(nodes, source, running, start, end):
            best = Match(start, end, forms)
        if len(nodes) == 1 and not nodes[0].children:
            return best
        if not (word := NEXT_WORD.match(running, end)):
            return best
        read = readings(word[1])
        if len(nodes) == len(read) == 1:
            child = nodes[0].children.get(read[0])
            nodes = [child] if child else []
        else:
            nodes = [child for n in nodes for r in read if (child := n.children.get(r))]
        if not nodes:
            return best
        end = word.end()


def _settle(root: _Node) -> None:
    """Let a form give way to the same words of another term that are nearer to its label."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        nodes.extend(node.children.values())
        if len(node.forms) > 1:
            origin = min(form.origin for form in node.forms)
            nearest = {form.term for form in node.forms if form.origin == origin}
            kept = [form for form in node.forms if form.term in nearest]
            node.forms = tuple(dict.fromkeys(kept))
        node.plain = not any(
            form.exact or form.accents or not (form.text[0].isalnum() and form.text[-1].isalnum())
            for form in node.forms
        )


def _agreeing(
    nodes: list[_Node], source: str, running: str, start: int, end: int
) -> tuple[Form, ...]:
    """Return the forms that end at ``end``, if a word may end there."""
    if len(nodes) == 1 and nodes[0].plain:
        forms = nodes[0].forms
        return forms if forms and closes(source, running, end) else ()
    found = dict.fromkeys(form for node in nodes for form in node.forms)
    if not found or not closes(source, running, end):
        return ()
    words = source[start:end]
    return tuple(
        form
        for form in found
        if (not form.exact or all(word in words for word in acronyms(form.text) or (form.text,)))
        and (not form.accents or accents_agree(form.text, words))
        and _has_symbols(form.text, source, start, end)
    )


def _has_symbols(form: str, text: str, start: int, end: int) -> bool:
    """Tell whether the symbols at the ends of a form (C++, .NET) stand in the text as well."""
    if form[0].isalnum() and form[-1].isalnum():
        return True
    before = form[: len(form) - len(form.lstrip(SYMBOLS))]
    after = form[len(form.rstrip(SYMBOLS)) :]
    return text.endswith(before, 0, start) and text.startswith(after, end)


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


def build_index(knowledge: KnowledgeBase, language: str = "") -> FormIndex:
    """Return the index over all terms in ``language`` (the site's own if empty)."""
    return FormIndex(forms_in(knowledge, language or knowledge.settings.language))


def forms_in(knowledge: KnowledgeBase, language: str) -> Iterator[Form]:
    """Yield every form of every term in one language."""
    for entry in knowledge.terms.values():
        if labels := labels_in(entry.fields, language, knowledge.settings.language):
            yield from forms_of(entry.id, labels, language, derived=knowledge.derives(entry))


def labels_in(term: Term, language: str, own: str) -> Labels | None:
    """Return what carries the labels of a term in ``language``; None if it has none there."""
    return term if language == own else term.translations.get(language)
