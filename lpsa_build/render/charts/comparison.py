"""A comparison of two to four assessments: one item a row, one mark for each assessment.

Every mark has a line of its own, so that equal scores do not cover each other. A hatched line
means that there is no score, which is not zero. Each row has the scale of its item.
"""

from __future__ import annotations

from lpsa_build.render.charts.bars import CODES, FEW
from lpsa_build.render.charts.canvas import LINE, SHAPES, WIDTH, Canvas, legend, lines_of, marker
from lpsa_build.render.charts.figure import Figure, Row

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
        for number, mark in enumerate(row.marks):
            line = f"M{canvas.x(start)} {round(y)}h{canvas.right(length)}"
            (gaps if mark.position is None else tracks).append(line)
            if mark.position is not None:
                x = canvas.x(start + float(mark.position) * length)
                marks[number].append(marker(number % SHAPES, x, round(y)))
            y += LANE
        y += LINE if few else 7
    canvas.path("track", tracks)
    canvas.path("gap", gaps)
    for number, steps in enumerate(marks):
        canvas.path(f"m{number % SHAPES}", steps)
    low, high = figure.ends
    canvas.text(start, y, low, name="end")
    canvas.text(start + length, y, high, name="end", anchor="end")
    return canvas.svg(y + 6)


def _label(canvas: Canvas, row: Row, y: float, *, few: bool) -> float:
    """Write what a row is about; return where its first line of marks lies."""
    if not few:
        canvas.text(0, y + (len(row.marks) - 1) * LANE / 2 + 4, lines_of(row.code, CODES)[0])
        return y
    for line in lines_of(f"{row.code} {row.title}", WIDTH, most=2):
        canvas.text(0, y, line)
        y += LINE
    return y - 4
