"""The map of one term: what is broader stands above it, everything else below, in two columns.

A trunk runs between the columns; from it a line leads to each term, dashed or dotted where the
relation is none of kind. What does not fit is counted in words; the list beside the map has all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lpsa_build.render.charts.canvas import WIDTH
from lpsa_build.render.maps.drawing import LINE, Drawing, Place, label_lines

MOST = 16
"""How many terms there may be around one, so that the map stays below 6 KB."""
COLUMN = 148
TRUNK = WIDTH / 2
OWN = 220
"""The width of the term's own box."""
PADDING = 12
GAP = 8
HEADING = 16
"""The height of the name of a relation."""


@dataclass(frozen=True, slots=True)
class Group:
    """The terms that stand in one relation: its name, its class in the style sheet, the terms."""

    name: str
    kind: str
    above: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the first and the last row of a group have their middles, and where it ends."""

    first: float
    last: float
    end: float


def term_map(
    title: str,
    own: str,
    groups: Sequence[Group],
    and_more: Callable[[int], str],
    *,
    rtl: bool,
) -> str:
    """Return the map.

    Args:
        title: what is read out for the whole of it.
        own: the label of the term.
        groups: its relations; none is empty.
        and_more: the words for a number of terms that are left out.
        rtl: whether it is read from right to left.
    """
    drawing = Drawing(rtl=rtl)
    most = _most_of_each(groups)
    y: float = 0
    starts: list[tuple[str, float]] = []
    for group in (group for group in groups if group.above):
        rows = _draw_group(drawing, group, y, most, and_more)
        starts.append((group.kind, rows.first))
        y = rows.end
    for (kind, start), (_, end) in pairwise([*starts, ("", y)]):
        drawing.line(kind, [f"M{drawing.x(TRUNK)} {round(start)}V{round(end)}"])
    y = reached = _draw_own(drawing, own, y)
    for group in (group for group in groups if not group.above):
        rows = _draw_group(drawing, group, y + GAP, most, and_more)
        drawing.line(group.kind, [f"M{drawing.x(TRUNK)} {round(reached)}V{round(rows.last)}"])
        reached, y = rows.last, rows.end
    return drawing.svg("term", title, y + 1)


def _most_of_each(groups: Sequence[Group]) -> int:
    """Return how many terms of each relation are shown, so that there are not too many in all."""

    def shown(most: int) -> int:
        return sum(min(len(group.places), most) for group in groups)

    return max(number for number in range(1, MOST + 1) if number == 1 or shown(number) <= MOST)


def _draw_own(drawing: Drawing, own: str, y: float) -> float:
    """Draw the term itself; return where its box ends."""
    lines = label_lines(own, OWN - PADDING)
    height = LINE * len(lines) + PADDING
    box = drawing.box((WIDTH - OWN) / 2, y, OWN, height)
    drawing.node(box, TRUNK, y + LINE + 2, lines, Place(own, ""))
    return y + height


def _draw_group(
    drawing: Drawing, group: Group, y: float, most: int, and_more: Callable[[int], str]
) -> _Rows:
    """Draw the terms of one relation, two in a row, below its name."""
    drawing.words("name", 0, y + HEADING - 5, group.name)
    y += HEADING
    middles: list[float] = []
    stubs: list[str] = []
    shown = group.places[:most]
    for row in (shown[at : at + 2] for at in range(0, len(shown), 2)):
        labels = [label_lines(place.label, COLUMN - PADDING) for place in row]
        height = LINE * max(map(len, labels)) + PADDING
        middles.append(y + height / 2)
        for column, (place, lines) in enumerate(zip(row, labels, strict=True)):
            x = column * (WIDTH - COLUMN)
            below = y + (height - LINE * len(lines)) / 2 + LINE - 4
            drawing.node(drawing.box(x, y, COLUMN, height), x + COLUMN / 2, below, lines, place)
            edge = COLUMN if column == 0 else WIDTH - COLUMN
            stubs.append(f"M{drawing.x(edge)} {round(middles[-1])}H{drawing.x(TRUNK)}")
        y += height + GAP
    drawing.line(group.kind, stubs)
    if left_out := len(group.places) - len(shown):
        drawing.words("more", 0, y + HEADING - 8, and_more(left_out))
        y += HEADING
    return _Rows(middles[0], middles[-1], y)
