"""The map of a theme: its terms as trees, each term indented under the one that it belongs to.

Full lines lead to kinds of a term, dashed ones to its parts. Where there are too many terms, the
upper levels are shown and what is below is counted in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lpsa_build.render.charts.canvas import WIDTH
from lpsa_build.render.maps.drawing import Drawing, Place, label_lines

Path = tuple[int, ...]
"""Where a node stands: the number of its tree, of the child in it, of the child in that …"""
MOST = 32
"""How many terms are shown at most."""
MOST_BYTES = 6_000
INDENT = 16
ROW = 24
"""The height of a row: large enough for a finger."""
DEEPEST = 6
"""Levels that are indented further than the one above."""


@dataclass(frozen=True, slots=True)
class Node:
    """A term with its place, and what belongs to it: its kinds, or (``part``) its parts."""

    place: Place
    children: tuple[Node, ...] = ()
    part: bool = False

    @property
    def size(self) -> int:
        """How many terms there are in the tree."""
        return 1 + sum(child.size for child in self.children)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the map: a term or, if it has none, words; how deep; the row that it is under."""

    depth: int
    under: int
    node: Node | None = None
    words: str = ""


def hierarchy(
    title: str, trees: Sequence[Node], and_more: Callable[[int], str], *, rtl: bool
) -> str:
    """Return the map of some ``trees``; the arguments are those of :func:`term_map`.

    It shows as many terms as make no more than ``MOST_BYTES``.
    """
    drawn = ""
    for most in range(MOST, 0, -1):
        drawn = _draw(title, trees, most, and_more, rtl=rtl)
        if len(drawn.encode()) <= MOST_BYTES:
            break
    return drawn


def _draw(
    title: str, trees: Sequence[Node], most: int, and_more: Callable[[int], str], *, rtl: bool
) -> str:
    drawing = Drawing(rtl=rtl)
    kinds: list[str] = []
    parts: list[str] = []
    rows = list(_rows(trees, _upper(trees, most), and_more))
    for number, row in enumerate(rows):
        x, y = min(row.depth, DEEPEST) * INDENT, number * ROW
        if row.under >= 0:
            stem = drawing.x(min(row.depth - 1, DEEPEST) * INDENT + INDENT / 2)
            line = f"M{stem} {row.under * ROW + ROW}V{y + ROW // 2}h{drawing.right(INDENT / 2)}"
            (parts if row.node and row.node.part else kinds).append(line)
        if row.node is None:
            drawing.words("more", x + 4, y + ROW - 8, row.words)
            continue
        lines = label_lines(row.node.place.label, WIDTH - x - 8, most=1)
        box = drawing.box(x, y, WIDTH - x, ROW)
        drawing.node(box, x + 4, y + ROW - 8, lines, row.node.place)
    drawing.line("narrower", kinds)
    drawing.line("part", parts)
    return drawing.svg("hierarchy", title, len(rows) * ROW)


def _upper(trees: Sequence[Node], most: int) -> set[Path]:
    """Return the paths of the nodes that are shown: level by level, ``most`` of them."""
    level: list[tuple[Path, Node]] = [((n,), node) for n, node in enumerate(trees)]
    shown: list[Path] = []
    while level:
        shown += [path for path, _ in level]
        level = [
            ((*path, n), child) for path, node in level for n, child in enumerate(node.children)
        ]
    return set(shown[:most])


def _rows(
    trees: Sequence[Node], shown: set[Path], and_more: Callable[[int], str]
) -> Iterator[_Row]:
    number = 0

    def below(nodes: Sequence[Node], path: Path, under: int) -> Iterator[_Row]:
        nonlocal number
        left_out = 0
        for n, node in enumerate(nodes):
            if (own := (*path, n)) not in shown:
                left_out += node.size
                continue
            row = number
            number += 1
            yield _Row(len(path), under, node)
            yield from below(node.children, own, row)
        if left_out:
            number += 1
            yield _Row(len(path), under, words=and_more(left_out))

    yield from below(trees, (), -1)


def trees_of(
    ids: Sequence[str],
    broader: Mapping[str, Sequence[str]],
    part_of: Mapping[str, Sequence[str]],
    place: Callable[[str], Place],
) -> list[Node]:
    """Return the trees among some terms, each term once: under the first that it is a kind of.

    A term that is a kind of none is under the first that it is a part of. Trees of a single term
    are left out, and so are terms in a circle, which is told elsewhere.
    """
    among = set(ids)
    children: dict[str, list[tuple[str, bool]]] = {}
    tops: list[str] = []
    for term in ids:
        kinds = [(other, False) for other in broader.get(term, ()) if other in among]
        parts = [(other, True) for other in part_of.get(term, ()) if other in among]
        if found := next(iter([*kinds, *parts]), None):
            children.setdefault(found[0], []).append((term, found[1]))
        else:
            tops.append(term)

    def tree(term: str, *, part: bool) -> Node:
        below = tuple(tree(child, part=is_part) for child, is_part in children.get(term, ()))
        return Node(place(term), below, part)

    return [tree(term, part=False) for term in tops if term in children]
