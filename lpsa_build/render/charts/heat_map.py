"""A heat map: a row for each item, a column for each assessment.

The higher a score, the more of its cell is filled and the stronger the color; a hatched cell has no
score. Where there is room, the score is printed in the cell. Columns are numbered, and named below.
"""

from __future__ import annotations

from lpsa_build.render.charts.bars import CODES
from lpsa_build.render.charts.canvas import LINE, WIDTH, Canvas, lines_of
from lpsa_build.render.charts.figure import Figure, Mark

MOST = 140
"""How many cells a heat map may have."""
PRINTED = 30
"""Up to so many cells have their scores printed."""
STEPS = 3
CELL = 20


def heat_map(figure: Figure) -> str:
    """Return the chart of a ``figure`` of at most ``MOST`` cells."""
    canvas = Canvas(figure)
    columns = len(figure.series)
    width = (WIDTH - CODES) / columns
    printed = columns * len(figure.rows) <= PRINTED
    fills: dict[str, list[str]] = {}
    for number in range(columns):
        x = CODES + (number + 0.5) * width
        canvas.text(x, LINE - 3, str(number + 1), anchor="middle")
    top = y = LINE + 2
    for row in figure.rows:
        canvas.text(0, y + CELL - 6, lines_of(row.name, CODES)[0])
        for number, mark in enumerate(row.marks):
            x = canvas.x(CODES + (number + 0.5) * width)
            name, high = _fill(mark)
            fills.setdefault(name, []).append(f"M{x} {y + CELL}v-{high}")
        y += CELL
    for name, steps in sorted(fills.items()):
        canvas.path(name, steps, width=round(width) - 2)
    across = [
        f"M{canvas.x(CODES)} {at}h{canvas.right(WIDTH - CODES)}" for at in range(top, y + 1, CELL)
    ]
    canvas.path("track", across)
    if printed:
        _scores(canvas, width)
    for number, name in enumerate(figure.series, 1):
        y += LINE
        canvas.text(0, y, lines_of(f"{number} {name}", WIDTH)[0])
    return canvas.svg(y + 8)


def _fill(mark: Mark) -> tuple[str, int]:
    """Return the class and the height of what fills a cell."""
    if mark.position is None:
        return "gap", CELL
    step = max(1, round(mark.position * STEPS)) if mark.position else 0
    return f"h{step}", max(2, round(CELL * float(mark.position)))


def _scores(canvas: Canvas, width: float) -> None:
    y = LINE + 2 + CELL - 6
    for row in canvas.figure.rows:
        for number, mark in enumerate(row.marks):
            x = CODES + (number + 0.5) * width
            canvas.text(x, y, lines_of(mark.shown, width)[0], name="on")
        y += CELL
