"""Phrases that texts set off again and again, and that no entry of the glossary names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.language.english import number
from lpsa_build.language.folding import folded_words
from lpsa_build.language.inflection import is_plural
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import opens_sentence
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.pages import Article

BOLD = re.compile(
    r"(?:\*\*|__)(?P<words>[^\W\d_][^*_\n]{2,60}?)(?P<stop>[.:!?]?)(?:\*\*|__)(?P<after>[:.]?)"
)
NAME = re.compile(
    r"\b(?!(?:An?|At|By|For|From|If|In|Its|On|That|The|These|This|To|When|With)\b)"
    r"[A-Z][a-z]+(?:[- ](?:(?:of|the) ){0,2}[A-Z][a-z]+){1,4}(?![\w-])"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
FEWEST_BOLD = 3
FEWEST_NAMED = 5
"""Pages on which a phrase must stand."""
Place = tuple[Writing, int, int]


@dataclass
class Candidate:
    """A phrase without an entry: its words, on how many pages it stands, and where first."""

    words: str
    first: Place
    pages: int = 0
    uses: int = 0
    last_page: str = ""


def find_candidates(content: Content) -> list[Candidate]:
    """Return the phrases that may deserve an entry, the most frequent first."""
    bold: dict[tuple[str, ...], Candidate] = {}
    named: dict[tuple[str, ...], Candidate] = {}
    for entry in content.entries:
        if entry.language != content.settings.language:
            continue
        is_article = isinstance(entry.fields, Article)
        for text in content.writings(entry):
            taken = {(m.start, m.end) for m in content.mentions(entry) if m.field == text.field}
            if is_article or text.field == BODY:
                _count(bold, entry.key, text, _bold(text), taken)
            _count(named, entry.key, text, _names(text), taken)
    bodies = _bodies(content)
    often = [c for c in bold.values() if c.pages >= FEWEST_BOLD]
    often += [c for key, c in named.items() if c.pages >= FEWEST_NAMED and key not in bodies]
    return sorted(often, key=lambda c: (-c.pages, -c.uses, c.words))


def _bodies(content: Content) -> set[tuple[str, ...]]:
    """Return the names of authors and publishers, which the bibliography explains."""
    names: set[str] = set()
    for reference in content.knowledge.references.values():
        names.update(name.literal or "" for name in reference.fields.author)
        names.add(reference.fields.publisher or "")
    return set(map(_key, names - {""}))


def _count(
    found: dict[tuple[str, ...], Candidate],
    page: str,
    text: Writing,
    phrases: Iterator[tuple[int, int]],
    taken: set[tuple[int, int]],
) -> None:
    for start, end in phrases:
        if any(start < last and first < end for first, last in taken):
            continue
        words = " ".join(text.text[start:end].split())
        candidate = found.setdefault(_key(words), Candidate(words, (text, start, end)))
        candidate.uses += 1
        if candidate.last_page != page:
            candidate.pages, candidate.last_page = candidate.pages + 1, page


def _key(words: str) -> tuple[str, ...]:
    singular = next(iter(number(words)), words) if is_plural(words) else words
    return folded_words(singular)


def _bold(text: Writing) -> Iterator[tuple[int, int]]:
    """Yield the phrases of two to four words in bold that are no label of what follows."""
    for match in BOLD.finditer(text.text):
        start, end = match.span("words")
        label = match["stop"] or match["after"]
        if not label and 2 <= len(WORD.findall(match["words"])) <= 4 and _is_running(text, start):
            yield start, end


def _names(text: Writing) -> Iterator[tuple[int, int]]:
    """Yield the phrases in capitals inside a sentence."""
    for match in NAME.finditer(text.prose.running):
        if not opens_sentence(text.text, match.start()):
            yield match.span()


def _is_running(text: Writing, start: int) -> bool:
    return text.prose.running[start] == text.text[start]
