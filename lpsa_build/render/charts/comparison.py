"""A comparison of two to four assessments: one item a row, one mark for each assessment.

Every mark has a line of its own in the band of its item, so that equal scores do not cover each
other. A hatched line means that there is no score, which is not zero. Each band is the scale of its
own item.
"""

from __future__ import annotations

from lpsa_build.render.charts.bars import CODES, FEW, WRAPPED
from lpsa_build.render.charts.canvas import LINE, SHAPES, WIDTH, Canvas, legend, lines_of, marker
from lpsa_build.render.charts.figure import Figure, Row

MOST = 128
"""How many marks may stand in a chart."""
LANE = 8
EDGE = 6


def comparison(figure: Figure) -> str:
    """Return the chart of one to four series with at most ``bars.MOST`` rows."""
    canvas = Canvas(figure)
    few = len(figure.rows) <= FEW
    start = EDGE if few else CODES + EDGE
    length = WIDTH - start - EDGE
    y = legend(canvas, LINE - 3) + 4
    marks: list[list[str]] = [[] for _ in figure.series]
    tracks: list[str] = []
    gaps: list[str] = []
    for row in figure.rows:
        y = _label(canvas, row, y, few=few)
        band = len(row.marks) * LANE
        line = f"M{canvas.x(start)} {round(y + (band - LANE) / 2)}h{canvas.right(length)}"
        tracks.append(line)
        for number, mark in enumerate(row.marks):
            if mark.position is None:
                gaps.append(f"M{canvas.x(start)} {round(y)}h{canvas.right(length)}")
            else:
                x = canvas.x(start + float(mark.position) * length)
                marks[number].append(marker(number % SHAPES, x, round(y)))
            y += LANE
        y += LINE if few else 7
    canvas.path("band", tracks, width=len(figure.series) * LANE)
    canvas.path("gap", gaps)
    for number, steps in enumerate(marks):
        canvas.path(f"m{number % SHAPES}", steps)
    low, high = figure.ends
    canvas.text(start, y, low, name="limit")
    canvas.text(start + length, y, high, name="limit", anchor="end")
    return canvas.svg(y + 6)


def _label(canvas: Canvas, row: Row, y: float, *, few: bool) -> float:
    """Write what a row is about; return where its first line of marks lies."""
    if not few:
        canvas.text(0, y + (len(row.marks) - 1) * LANE / 2 + 4, lines_of(row.name, CODES)[0])
        return y
    most = 2 if len(canvas.figure.rows) <= WRAPPED else 1
    for line in lines_of(f"{row.name} {row.title}", WIDTH, most=most):
        canvas.text(0, y, line)
        y += LINE
    return y - 4
