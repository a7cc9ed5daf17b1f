"""What a directive puts into a page: ``[[framework: pefa-2016 item=PI-7]]`` → the entries it names.

A directive has a kind, then names with spaces between them, then options (``item=PI-7``, in
quotation marks where there are spaces in it). Which names and options a kind takes is written in
``content/contribute/writing-pages.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lpsa_build.language.likeness import nearest
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Assessment, Framework, Item
from lpsa_build.model.knowledge import Entry, KnowledgeBase

WORD = re.compile(r'(?:(?P<option>[a-z]+)=)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))')


class Chart(StrEnum):
    """The kinds of charts."""

    RADAR = "radar"
    BARS = "bars"
    HEAT_MAP = "heat-map"
    COMPARISON = "comparison"
    TIMELINE = "timeline"


@dataclass(frozen=True)
class Insertion:
    """What a directive means. Only what its kind takes is filled in."""

    kind: str
    terms: tuple[str, ...] = ()
    domain: str = ""
    framework: Entry[Framework] | None = None
    assessments: tuple[Entry[Assessment], ...] = ()
    chart: Chart = Chart.BARS
    item: Item | None = None
    level: str = ""


@dataclass(frozen=True)
class Trouble:
    """Why a directive means nothing. ``start`` and ``end`` are offsets in its words."""

    start: int
    end: int
    message: str
    cure: str


class _StopError(Exception):
    """The rest of a directive is not read: for a trouble, or for an entry that is unread."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        super().__init__()
        self.trouble = trouble


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int

    def trouble(self, message: str, cure: str) -> _StopError:
        return _StopError(Trouble(self.start, self.end, message, cure))


@dataclass
class _Words:
    """The names and options of a directive; names are taken one after the other."""

    knowledge: KnowledgeBase
    kind: str
    end: int
    names: list[_Word] = field(default_factory=list)
    options: dict[str, _Word] = field(default_factory=dict)

    def take(self, what: str) -> _Word:
        if not self.names:
            message = f"[[{self.kind}: …]] names {what}; nothing stands there."
            raise _StopError(Trouble(0, self.end, message, EXAMPLE))
        return self.names.pop(0)

    def entry(self, kind: Kind, known: Mapping[str, Any], word: _Word, identifier: str) -> Any:
        if identifier in known:
            return known[identifier]
        if f"{kind}:{identifier}" in self.knowledge.unread:
            raise _StopError
        raise _unknown(word, kind, identifier, known)


EXAMPLE = "Write it as the page “Writing pages” shows."


def read_directive(knowledge: KnowledgeBase, kind: str, words: str) -> Insertion | Trouble | None:
    """Return what the directive ``[[kind: words]]`` means, or why it means nothing.

    None if it names an entry whose own file has faults, which are told there.
    """
    if kind not in READERS:
        guess = nearest(kind, READERS)
        cure = f"Did you mean {guess}?" if guess else f"Use one of: {', '.join(READERS)}."
        message = f"“[[{kind}: …]]” is not something that this build can put into a page."
        return Trouble(0, len(words), message, cure)
    try:
        listed = _words(knowledge, kind, words)
        insertion = READERS[kind](listed)
        _nothing_left(listed)
    except _StopError as stop:
        return stop.trouble
    return insertion


def _words(knowledge: KnowledgeBase, kind: str, words: str) -> _Words:
    found = _Words(knowledge, kind, len(words))
    for match in WORD.finditer(words):
        text = match["plain"] if match["quoted"] is None else match["quoted"]
        word = _Word(text, *match.span())
        if match["option"] is None:
            found.names.append(word)
        elif match["option"] not in OPTIONS[kind]:
            raise _unknown_option(word, kind, match["option"])
        elif match["option"] in found.options:
            message = f"The option “{match['option']}” is given twice."
            raise word.trouble(message, "Delete one of them.")
        else:
            found.options[match["option"]] = word
    return found


def _nothing_left(words: _Words) -> None:
    if words.names:
        left = words.names[0]
        raise left.trouble(f"[[{words.kind}: …]] has no place for “{left.text}”.", "Delete it.")


def _definition(words: _Words) -> Insertion:
    return Insertion(words.kind, terms=(_term(words, words.take("a term")),))


def _terms(words: _Words) -> Insertion:
    domains = words.knowledge.settings.domains
    if word := words.options.get("domain"):
        if word.text not in domains:
            raise _unknown(word, "theme", word.text, domains)
        return Insertion(words.kind, domain=word.text)
    found = [_term(words, words.take("terms, or domain=…"))]
    while words.names:
        found.append(_term(words, words.names.pop(0)))
    return Insertion(words.kind, terms=tuple(found))


def _framework(words: _Words) -> Insertion:
    framework = _named_framework(words, words.take("a framework"))
    return Insertion(words.kind, framework=framework, item=_item(words, framework))


def _assessment(words: _Words) -> Insertion:
    word = words.take("an assessment, as framework/place-year")
    framework, found = _assessments(words, word)
    if not found:
        message = f"“{word.text}” is a framework, not an assessment."
        raise word.trouble(message, f"Name one of its assessments: {word.text}/….")
    return Insertion(
        words.kind, framework=framework, assessments=found, item=_item(words, framework)
    )


def _chart(words: _Words) -> Insertion:
    word = words.take(f"its kind ({', '.join(Chart)}) first")
    if word.text not in list(Chart):
        raise _unknown(word, "kind of chart", word.text, list(Chart))
    return _several(words, least=1, chart=Chart(word.text))


def _comparison(words: _Words) -> Insertion:
    return _several(words, least=2, chart=Chart.COMPARISON)


def _several(words: _Words, *, least: int, chart: Chart) -> Insertion:
    """Read a framework with some of its assessments; with all, if none is named."""
    word = words.take("a framework and its assessments")
    framework, found = _assessments(words, word)
    while words.names:
        one = words.names.pop(0)
        text = one.text if "/" in one.text else f"{framework.id}/{one.text}"
        entry = words.entry(Kind.ASSESSMENT, _siblings(words.knowledge, framework), one, text)
        found = (*found, entry)
    found = found or words.knowledge.assessments_of(framework.id)
    found = tuple({entry.id: entry for entry in found}.values())
    if len(found) < least:
        message = f"[[{words.kind}: …]] needs {least} or more assessments under {framework.id}."
        raise word.trouble(message, "Name more of them, or link to the framework instead.")
    return Insertion(
        words.kind,
        framework=framework,
        assessments=found,
        chart=chart,
        item=_item(words, framework),
        level=_level(words, framework),
    )


def _siblings(
    knowledge: KnowledgeBase, framework: Entry[Framework]
) -> Mapping[str, Entry[Assessment]]:
    return {entry.id: entry for entry in knowledge.assessments_of(framework.id)}


def _assessments(
    words: _Words, word: _Word
) -> tuple[Entry[Framework], tuple[Entry[Assessment], ...]]:
    """Read ``framework`` or ``framework/place-year``."""
    knowledge = words.knowledge
    framework = _named_framework(words, word)
    if "/" not in word.text:
        return framework, ()
    return framework, (
        words.entry(Kind.ASSESSMENT, _siblings(knowledge, framework), word, word.text),
    )


def _named_framework(words: _Words, word: _Word) -> Entry[Framework]:
    identifier = word.text.partition("/")[0]
    entry: Entry[Framework] = words.entry(
        Kind.FRAMEWORK, words.knowledge.frameworks, word, identifier
    )
    return entry


def _term(words: _Words, word: _Word) -> str:
    words.entry(Kind.TERM, words.knowledge.terms, word, word.text)
    return word.text


def _item(words: _Words, framework: Entry[Framework]) -> Item | None:
    if (word := words.options.get("item")) is None:
        return None
    items = {item.code: item for _, item in framework.fields.walk()}
    if word.text not in items:
        raise _unknown(word, f"item of {framework.id}", word.text, items)
    return items[word.text]


def _level(words: _Words, framework: Entry[Framework]) -> str:
    levels = framework.fields.structure.levels
    if (word := words.options.get("level")) is None:
        return ""
    if word.text not in levels:
        raise _unknown(word, f"level of {framework.id}", word.text, levels)
    return word.text


def _unknown(word: _Word, what: str, name: str, known: Iterable[str]) -> _StopError:
    guess = nearest(name, known)
    listed = ", ".join(sorted(known)[:10])
    cure = f"Did you mean {guess}?" if guess else f"There are: {listed or 'none'}."
    return word.trouble(f"There is no {what} “{name}”.", cure)


def _unknown_option(word: _Word, kind: str, option: str) -> _StopError:
    known = OPTIONS[kind]
    guess = nearest(option, known)
    allowed = f"Use one of: {', '.join(known)}." if known else "Delete it."
    cure = f"Did you mean {guess}=?" if guess else allowed
    return word.trouble(f"[[{kind}: …]] has no option “{option}”.", cure)


READERS: Mapping[str, Callable[[_Words], Insertion]] = {
    "definition": _definition,
    "terms": _terms,
    "framework": _framework,
    "assessment": _assessment,
    "chart": _chart,
    "comparison": _comparison,
}
"""The kinds of directives."""
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "definition": (),
    "terms": ("domain",),
    "framework": ("item",),
    "assessment": ("item",),
    "chart": ("item", "level"),
    "comparison": ("item", "level"),
}
