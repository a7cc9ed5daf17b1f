"""The hierarchy of terms: what stands above a term, and where it runs in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.yaml_tree import Path

HIERARCHY = ("broader", "part_of")
RELATIONS = (*HIERARCHY, "related", "contrast")
"""The lists of a term that name other terms."""
Graph = Mapping[str, Sequence[str]]
MOST_TRIED = 200
"""How many nodes the shortest cycle is sought from; a larger circle has it near enough."""


def named(entry: Entry[Record], *fields: str) -> Iterator[tuple[Path, str]]:
    """Yield every id in the lists ``fields`` of an entry, with its path in the file."""
    for field in fields:
        for number, name in enumerate(getattr(entry.fields, field, ())):
            yield (field, number), name


def parents(knowledge: KnowledgeBase, term: str) -> tuple[str, ...]:
    """Return the terms that a term is a kind or a part of, as far as they exist."""
    fields: Term = knowledge.terms[term].fields
    return tuple(p for p in (*fields.broader, *fields.part_of) if p in knowledge.terms)


def ancestors(knowledge: KnowledgeBase, term: str) -> frozenset[str]:
    """Return all that stands above a term (itself too, if the hierarchy runs in a circle)."""
    found: set[str] = set()
    left = list(parents(knowledge, term))
    while left:
        if (above := left.pop()) not in found:
            found.add(above)
            left.extend(parents(knowledge, above))
    return frozenset(found)


def is_related(knowledge: KnowledgeBase, term: str, fields: Sequence[str] = RELATIONS) -> bool:
    """Tell whether a term names another one under ``fields``, or is named so."""
    inverse = {"broader": knowledge.narrower, "part_of": knowledge.has_part}
    others: set[str] = set()
    for field in fields:
        others.update(name for _, name in named(knowledge.terms[term], field))
        others.update(inverse.get(field, getattr(knowledge, field, {})).get(term, ()))
    return bool((others - {term}) & knowledge.terms.keys())


def find_cycles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield the shortest cycle of each part of a graph in which all lead to each other.

    A cycle ends with the node that it begins with. A node that names itself is no cycle here.
    """
    knots = _knots(graph)
    back: dict[str, list[str]] = {node: [] for node in knots}
    for node, targets in knots.items():
        for target in targets:
            back[target].append(node)
    left = dict.fromkeys(sorted(knots))
    while left:
        start = next(iter(left))
        part = _reachable(knots, start) & _reachable(back, start)
        inside = {node: [t for t in knots[node] if t in part] for node in part}
        found = [_shortest(inside, node) for node in sorted(part)[:MOST_TRIED]]
        if cycles := [cycle for cycle in found if cycle]:
            yield min(cycles, key=lambda cycle: (len(cycle), cycle))
        left = {node: None for node in left if node not in part}


def _knots(graph: Graph) -> dict[str, list[str]]:
    """Return the graph without the nodes from which no cycle can be reached."""
    targets = {node: {t for t in graph[node] if t in graph and t != node} for node in graph}
    into: dict[str, list[str]] = {}
    for node in targets:
        for target in targets[node]:
            into.setdefault(target, []).append(node)
    loose = [node for node in targets if not targets[node]]
    while loose:
        del targets[node := loose.pop()]
        for above in into.get(node, ()):
            targets[above].discard(node)
            if not targets[above]:
                loose.append(above)
    return {node: sorted(names) for node, names in targets.items()}


def _reachable(graph: Graph, start: str) -> set[str]:
    found = {start}
    left = [start]
    while left:
        new = set(graph[left.pop()]) - found
        found |= new
        left.extend(new)
    return found


def _shortest(graph: Graph, start: str) -> tuple[str, ...] | None:
    """Return the shortest way from ``start`` back to it."""
    came: dict[str, str] = {}
    left = deque([start])
    while left:
        node = left.popleft()
        for after in graph[node]:
            if after == start:
                return _way(came, start, node)
            if after not in came:
                came[after] = node
                left.append(after)
    return None


def _way(came: Mapping[str, str], start: str, node: str) -> tuple[str, ...]:
    way = [start, node]
    while node != start:
        node = came[node]
        way.append(node)
    return (*reversed(way),)
