"""One trie over the forms of all labels; the cost of a search grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count
from typing import NamedTuple, TypeVar

from lpsa_build.language.folding import WORD, accents_agree, folded_words, readings
from lpsa_build.mentions.boundaries import closes, opens
from lpsa_build.mentions.forms import SYMBOLS, Form, acronyms, forms_in
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.pieces import BLANK

F = TypeVar("F")
SPACE = "[ \t\u00a0\u202f\u200e\u200f\u061c]*+"
"""Spaces, those that do not break, and marks of the direction of writing."""
GAP = rf"(?:['’]?{SPACE}\n?+{SPACE}|[-_\u2010\u2011]|['’])"
NEXT_WORD = re.compile(f"(?: |{GAP})({WORD.pattern})")
MANY_SPACES = " " * 8
MOST_KNOWN = 1 << 18
"""How many different chunks of text are remembered as beginning a form or not."""


class Match(NamedTuple):
    """Words of a text that agree with at least one form."""

    start: int
    end: int
    forms: tuple[Form, ...]


class _Node:
    """A place in the trie: what may follow, and the forms that end here.

    ``plain`` means that none of the forms asks for capitals or symbols.
    """

    __slots__ = ("children", "forms", "plain")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.forms: tuple[Form, ...] = ()
        self.plain = True

    def add(self, form: Form) -> None:
        """Let a form end here."""
        self.forms += (form,)
        if form.exact or form.accents or not (form.text[0].isalnum() and form.text[-1].isalnum()):
            self.plain = False

    def settle(self) -> None:
        """Let a form give way to the same words of another term that are nearer to its label."""
        origin = min(form.origin for form in self.forms)
        nearest = {form.term for form in self.forms if form.origin == origin}
        kept = [form for form in self.forms if form.term in nearest]
        self.forms, self.plain = (), True
        for form in dict.fromkeys(kept):
            self.add(form)


class _Chunks(dict[str, F]):
    """What stands between two spaces → what is known of it, found out when it is first met.

    Texts repeat their words, so that nearly all are only looked up.
    """

    def __init__(self, learn: Callable[[str], F]) -> None:
        super().__init__()
        self.learn = learn

    def __missing__(self, chunk: str) -> F:
        if len(self) > MOST_KNOWN:
            self.clear()
        self[chunk] = found = self.learn(chunk)
        return found


class _Beginning(NamedTuple):
    """A word in a chunk that begins forms: where, how long, and where it leads in the trie.

    ``ends_open``: it ends the chunk and is no form by itself.
    """

    offset: int
    width: int
    nodes: list[_Node]
    ends_open: bool


class FormIndex:
    """All forms of one language, ready for searching."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Build the trie; forms without a word are left out."""
        self.forms = tuple(forms)
        root = _Node()
        shared: dict[int, _Node] = {}
        for form in self.forms:
            node = root
            for word in folded_words(form.text):
                following = node.children.get(word)
                if following is None:
                    following = node.children[word] = _Node()
                node = following
            if node.forms:
                shared[id(node)] = node
            if node is not root:
                node.add(form)
        for node in shared.values():
            node.settle()
        self._first = root.children
        self._second = {word for node in root.children.values() for word in node.children}
        self._beginnings = _Chunks(self._beginnings_in)
        self._may_follow = _Chunks(self._has_second_word)

    def find(self, running: str, source: str = "") -> Iterator[Match]:
        """Yield the longest matches in order; none overlaps another.

        ``running`` is text in which markup is blanked out, ``source`` the same text with it: a word
        may go on beyond markup (``de**central**ized``). What stands between two spaces is looked
        up whole, and the place of a word sought only if it begins a form: no loop but the
        library's own runs over all words.
        """
        source = source or running
        beginnings, may_follow = self._beginnings, self._may_follow
        spaced = f" {running}  ".replace("\n", " ").replace(BLANK, " ")
        chunks = spaced.replace(MANY_SPACES, "  ").split(" ")
        at = after = 0
        for number in compress(count(), map(beginnings.__getitem__, chunks)):
            chunk, following = chunks[number], chunks[number + 1]
            begins = beginnings[chunk]
            if begins[0].ends_open and not may_follow[following]:
                continue
            at = spaced.index(f" {chunk} {following} ", at)
            for offset, width, nodes, _ in begins:
                start = at + offset
                if start >= after and (
                    match := _longest(nodes, running, source, start, start + width)
                ):
                    yield match
                    after = match.end
            at += 1

    def _beginnings_in(self, chunk: str) -> tuple[_Beginning, ...]:
        """Return the words of a chunk that begin a form."""
        first = self._first
        return tuple(
            _Beginning(
                word.start(),
                word.end() - word.start(),
                nodes,
                word.end() == len(chunk) and not any(node.forms for node in nodes),
            )
            for word in WORD.finditer(chunk)
            if (nodes := [first[read] for read in readings(word.group()) if read in first])
        )

    def _has_second_word(self, chunk: str) -> bool:
        """Tell whether a form may go on in a chunk, if it began in the one before it."""
        words = [read for word in WORD.findall(chunk) for read in readings(word)]
        return not chunk or not self._second.isdisjoint(words)


def _longest(nodes: list[_Node], running: str, source: str, start: int, end: int) -> Match | None:
    """Return the longest match whose first word stands between ``start`` and ``end``."""
    forms: tuple[Form, ...] = ()
    last = end
    while True:
        if len(nodes) > 1 or nodes[0].forms:
            agreeing = _agreeing(nodes, source, running, start, end)
            if agreeing:
                forms, last = agreeing, end
        if len(nodes) == 1 and not nodes[0].children:
            break
        if not (word := NEXT_WORD.match(running, end)):
            break
        read = readings(word[1])
        if len(nodes) == len(read) == 1:
            following = nodes[0].children.get(read[0])
            if following is None:
                break
            nodes = [following]
        else:
            nodes = [child for n in nodes for r in read if (child := n.children.get(r))]
            if not nodes:
                break
        end = word.end()
    return Match(start, last, forms) if forms and opens(source, running, start) else None


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


def build_index(knowledge: KnowledgeBase, language: str = "") -> FormIndex:
    """Return the index over all terms in ``language`` (the site's own if empty)."""
    return FormIndex(forms_in(knowledge, language or knowledge.settings.language))
