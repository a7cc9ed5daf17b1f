"""Figures of linking: links per page and per 1,000 words, ambiguous forms, terms nobody links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from lpsa_build.mentions.everyday import pages_naming
from lpsa_build.mentions.links import Links
from lpsa_build.mentions.policy import TOO_COMMON, Mention
from lpsa_build.mentions.writing import writings
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import KnowledgeBase

MOST_FREQUENT = 10
"""How many one-word terms are listed with the pages that name them."""


@dataclass(frozen=True, slots=True)
class PageFigures:
    """One page: its file, the words of its running text, and its links to terms."""

    path: str
    words: int
    links: int


@dataclass(frozen=True, slots=True)
class AmbiguousForm:
    """Words that are forms of several terms, with what was decided, and where, by which rule."""

    form: str
    candidates: tuple[str, ...]
    term: str
    rule: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A one-word term and the number of pages whose running text names it."""

    term: str
    pages: int
    common_word: bool


@dataclass(frozen=True)
class Summary:
    """What linking comes to; ``unused`` are the terms that no other page links."""

    pages: tuple[PageFigures, ...]
    ambiguous: tuple[AmbiguousForm, ...]
    unused: tuple[str, ...]
    one_word_terms: tuple[NamedTerm, ...]

    @property
    def links(self) -> int:
        """All links of all pages."""
        return sum(page.links for page in self.pages)

    @property
    def words(self) -> int:
        """All words of running text."""
        return sum(page.words for page in self.pages)

    @property
    def per_page(self) -> tuple[int, float, int]:
        """The fewest links on a page, the median, and the most."""
        numbers = [page.links for page in self.pages] or [0]
        return min(numbers), median(numbers), max(numbers)


def summarize(knowledge: KnowledgeBase, links: Links, within: Callable[[str], bool]) -> Summary:
    """Return the figures of the pages whose file is ``within`` what was asked for.

    Unused terms and the pages that name a term are counted over the whole site.
    """
    entries = {e.key: e for e in (*knowledge.entries(), *knowledge.primer_translations.values())}
    found = {
        key: mentions
        for key, mentions in links.mentions.items()
        if within(entries[key].body_path or entries[key].path)
    }
    pages = (
        PageFigures(
            entries[key].body_path or entries[key].path,
            sum(_words(text.prose.running) for text in writings(entries[key])),
            sum(mention.linked for mention in mentions),
        )
        for key, mentions in found.items()
    )
    return Summary(
        tuple(sorted(pages, key=lambda page: page.path)),
        tuple(_ambiguous(found)),
        tuple(sorted(_unused(knowledge, links))),
        tuple(_one_word_terms(knowledge, links)),
    )


def _words(running: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in running.split())


def _ambiguous(found: Mapping[str, tuple[Mention, ...]]) -> Iterator[AmbiguousForm]:
    places: dict[tuple[str, tuple[str, ...], str, str], list[str]] = {}
    for mentions in found.values():
        for mention in mentions:
            if mention.rule and mention.candidates:
                term = "" if mention.rule == TOO_COMMON else mention.term
                key = mention.form, mention.candidates, term, mention.rule
                start = mention.span.start
                place = f"{mention.path}:{start.line}:{start.column}"
                places.setdefault(key, []).append(place)
    for key, where in sorted(places.items()):
        yield AmbiguousForm(*key, tuple(where))


def _unused(knowledge: KnowledgeBase, links: Links) -> Iterator[str]:
    for term in knowledge.terms:
        own = f"{Kind.TERM}:{term}"
        if all(usage.entry == own for usage in links.used_in.get(term, ())):
            yield term


def _one_word_terms(knowledge: KnowledgeBase, links: Links) -> Iterator[NamedTerm]:
    named: Counter[str] = pages_naming(links.mentions)
    frequent = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
    one_word = [(t, n) for t, n in frequent if t in knowledge.terms and _is_one_word(knowledge, t)]
    for term, number in one_word[:MOST_FREQUENT]:
        yield NamedTerm(term, number, knowledge.terms[term].fields.common_word)


def _is_one_word(knowledge: KnowledgeBase, term: str) -> bool:
    return " " not in knowledge.terms[term].fields.term
