"""Definitions that explain each other: the graph of defining sentences, and its circles."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.mentions.policy import Mention

FARTHEST = 6
"""Definitions in the longest circle that is sought; a reader gives up before that."""
ASIDE = re.compile(
    r"\b(?:unlike|rather than|as opposed to|in contrast (?:to|with)|contrasted with|instead of|"
    r"not to be confused with|known as|called|(?:the )?opposite(?: \w+)? (?:of|to)|contrary to)\s+"
    r"(?:an?\s+|the\s+)?(?:\[\[)?$",
    re.IGNORECASE,
)
"""Words after which a term is set apart or named, and not used to explain."""
Graph = Mapping[str, Mapping[str, Mention]]
Circle = tuple[str, ...]


def defining_graph(content: Content) -> Graph:
    """Return term → the terms that its defining sentence uses, each with its first mention."""
    return {
        definition.entry.id: dict(_uses(content, definition))
        for definition in content.all_definitions()
        if definition.writing.field == ("definition",) and not definition.points_elsewhere
    }


def _uses(content: Content, definition: Definition) -> Iterator[tuple[str, Mention]]:
    common = content.knowledge.common_words
    for mention in reversed(content.mentions(definition.entry)):
        if mention.field != definition.writing.field or not mention.term:
            continue
        inside = definition.start <= mention.start < definition.end
        meant = mention.term != definition.entry.id and (
            mention.linked or mention.term not in common
        )
        if inside and meant and not ASIDE.search(definition.text, 0, mention.start):
            yield mention.term, mention


def circles_in(content: Content) -> tuple[Graph, tuple[Circle, ...]]:
    """Return the graph of the definitions and the circles in it."""
    graph = defining_graph(content)
    return graph, tuple(find_circles(graph))


def find_circles(graph: Graph) -> Iterator[Circle]:
    """Yield circles of terms, each once: every pair, then for every other term its shortest one."""
    told: set[frozenset[str]] = set()
    covered: set[str] = set()
    for term in sorted(graph):
        for other in sorted(graph[term]):
            if term < other and term in graph.get(other, ()):
                told.add(frozenset((term, other)))
                covered |= {term, other}
                yield (term, other)
    for term in sorted(graph):
        circle = _shortest(graph, term) if term not in covered else None
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            covered |= set(circle)
            yield circle


def _shortest(graph: Graph, start: str) -> Circle | None:
    """Return the shortest circle through a term, of up to ``FARTHEST`` definitions."""
    paths: deque[Circle] = deque([(start,)])
    seen = {start}
    while paths:
        path = paths.popleft()
        for term in sorted(graph.get(path[-1], ())):
            if term == start:
                return path
            if term not in seen and len(path) < FARTHEST:
                seen.add(term)
                paths.append((*path, term))
    return None


def show_circle(content: Content, circle: Circle) -> str:
    """Return a circle as words: devolution → decentralization → devolution."""
    labels = [content.knowledge.terms[term].fields.term for term in (*circle, circle[0])]
    return " → ".join(labels)
