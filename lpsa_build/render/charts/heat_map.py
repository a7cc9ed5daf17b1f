"""A heat map: a row for each item, a column for each assessment.

The higher a score, the more of its cell is filled and the stronger the color; a hatched cell has no
score. Where there is room, the score is printed in the cell. Columns are numbered, and named below.
"""

from __future__ import annotations

from lpsa_build.render.charts.bars import CODES
from lpsa_build.render.charts.canvas import LINE, WIDTH, Canvas, lines_of
from lpsa_build.render.charts.figure import Figure

MOST = 160
"""How many cells a heat map may have."""
PRINTED = 60
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
    frame: list[str] = []
    for number in range(columns):
        x = CODES + (number + 0.5) * width
        canvas.text(x, LINE - 3, str(number + 1), anchor="middle")
    y = LINE + 2
    for row in figure.rows:
        canvas.text(0, y + CELL - 6, lines_of(row.code, CODES)[0])
        for number, mark in enumerate(row.marks):
            x = CODES + number * width
            left = min(canvas.x(x), canvas.x(x + width))
            frame.append(f"M{left + 1} {y}h{round(width) - 2}v{CELL - 2}h{2 - round(width)}z")
            if mark.position is None:
                line = f"M{left + 1} {y + CELL // 2 - 1}h{round(width) - 2}"
                fills.setdefault("none", []).append(line)
            else:
                high = max(2, round((CELL - 2) * float(mark.position)))
                step = f"h{round(STEPS * float(mark.position))}"
                bottom = f"M{left + 1} {y + CELL - 2}v-{high}h{round(width) - 2}v{high}z"
                fills.setdefault(step, []).append(bottom)
        y += CELL
    for name, steps in sorted(fills.items()):
        canvas.path(name, steps)
    canvas.path("track", frame)
    if printed:
        _scores(canvas, width)
    for number, name in enumerate(figure.series, 1):
        y += LINE
        canvas.text(0, y, lines_of(f"{number} {name}", WIDTH)[0])
    return canvas.svg(y + 8)


def _scores(canvas: Canvas, width: float) -> None:
    y = LINE + 2 + CELL - 6
    for row in canvas.figure.rows:
        for number, mark in enumerate(row.marks):
            x = CODES + (number + 0.5) * width
            canvas.text(x, y, lines_of(mark.shown, width)[0], name="on", anchor="middle")
        y += CELL
