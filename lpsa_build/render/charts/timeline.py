"""Change over time: one line for each item, from the first period to the last.

A period without a score interrupts the line. Periods that begin with a year stand as far apart as
the years do.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lpsa_build.render.charts.canvas import LINE, SHAPES, WIDTH, Canvas, lines_of, marker
from lpsa_build.render.charts.figure import Figure

MOST = SHAPES
"""So many lines can be told apart by their dashes and marks."""
HEIGHT = 150
START, END = 14, 228
YEAR = re.compile(r"\d{4}")


def timeline(figure: Figure) -> str:
    """Return the chart of two or more series (the periods, in order) with at most ``MOST`` rows."""
    canvas = Canvas(figure)
    places = [canvas.x(START + (END - START) * at) for at in _moments(figure.series)]
    top = LINE + 4
    canvas.path("track", [f"M{x} {top}v{HEIGHT}" for x in places])
    canvas.path("track", [f"M{canvas.x(START)} {top + HEIGHT}h{canvas.right(END - START)}"])
    for number in range(len(figure.rows)):
        _line(canvas, number, places, top)
    _names(canvas, top)
    low, high = figure.ends
    canvas.text(0, top - 7, high, name="limit")
    canvas.text(0, top + HEIGHT + 2 * LINE, low, name="limit")
    for at, name in zip(_moments(figure.series), figure.series, strict=True):
        x = START + (END - START) * at
        canvas.text(x, top + HEIGHT + LINE, lines_of(name, 60)[0], anchor="middle")
    return canvas.svg(top + HEIGHT + 2 * LINE + 8)


def _moments(names: tuple[str, ...]) -> list[float]:
    """Return where each period lies between the first (0) and the last (1)."""
    years = [int(match.group()) for name in names if (match := YEAR.match(name))]
    if len(years) != len(names) or years != sorted(set(years)):
        years = list(range(len(names)))
    span = years[-1] - years[0] or 1
    return [(year - years[0]) / span for year in years]


def _line(canvas: Canvas, number: int, places: list[int], top: int) -> None:
    """Draw one item through all periods, with a mark at each that has a score."""
    points = [
        None if mark.position is None else (x, round(top + HEIGHT * (1 - float(mark.position))))
        for x, mark in zip(places, canvas.figure.rows[number].marks, strict=True)
    ]
    steps = [f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in pairwise(points) if a and b]
    canvas.path(f"l{number}", steps)
    canvas.path(f"m{number}", [marker(number, *point) for point in points if point])


def _names(canvas: Canvas, top: int) -> None:
    """Write the code of each item beside the end of its line, none over another."""
    ends = []
    for row in canvas.figure.rows:
        at = row.marks[-1].position
        ends.append((HEIGHT if at is None else HEIGHT * (1 - float(at)), row))
    below = top - float(LINE)
    for height, row in sorted(ends, key=lambda end: end[0]):
        below = max(top + height + 4, below + LINE)
        words = f"{row.name} {row.marks[-1].shown}"
        canvas.text(END + 8, below, lines_of(words, WIDTH - END - 8)[0], name="v")
