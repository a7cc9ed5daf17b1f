"""Bars: one item a row, one assessment.

The bar is as long as the score is far from the lowest; the score stands at its end. A score of
zero has a stub, an item without one a hatched line and a dash.
"""

from __future__ import annotations

from lpsa_build.render.charts.canvas import LINE, WIDTH, Canvas, lines_of
from lpsa_build.render.charts.figure import Figure, Row

FEW = 12
"""Up to so many rows have their titles in the chart, more only their codes."""
MOST = 40
WRAPPED = 6
"""Up to so many rows may have titles of two lines."""
SCORES = 64
"""The room at the end of the line in which the score stands."""
CODES = 66


def bars(figure: Figure) -> str:
    """Return the chart of the first series of ``figure``, which has at most ``MOST`` rows."""
    canvas = Canvas(figure)
    few = len(figure.rows) <= FEW
    start = 0 if few else CODES
    length = WIDTH - SCORES - start
    y: float = LINE - 3
    drawn: dict[str, list[str]] = {"track": [], "bar": [], "partial": [], "none": []}
    for row in figure.rows:
        y = _label(canvas, row, y, few=few)
        mark = row.marks[0]
        middle = round(y)
        if mark.position is None:
            drawn["none"].append(f"M{canvas.x(start)} {middle}h{canvas.right(length)}")
        else:
            reach = max(2.0, float(mark.position) * length)
            if few:
                drawn["track"].append(f"M{canvas.x(start)} {middle}h{canvas.right(length)}")
            kind = "partial" if mark.partial else "bar"
            drawn[kind].append(f"M{canvas.x(start)} {middle}h{canvas.right(reach)}")
        canvas.text(WIDTH, y + 4, lines_of(mark.shown, SCORES)[0], name="v", anchor="end")
        y += LINE + 6 if few else LINE
    for name, steps in drawn.items():
        canvas.path(name, steps)
    low, high = figure.ends
    canvas.text(start, y + 2, low, name="limit")
    canvas.text(start + length, y + 2, high, name="limit", anchor="end")
    return canvas.svg(y + 8)


def _label(canvas: Canvas, row: Row, y: float, *, few: bool) -> float:
    """Write what a row is about; return where its bar has its middle."""
    if not few:
        canvas.text(0, y + 4, lines_of(row.name, CODES)[0])
        return y
    most = 2 if len(canvas.figure.rows) <= WRAPPED else 1
    for line in lines_of(f"{row.name} {row.title}", WIDTH, most=most):
        canvas.text(0, y, line)
        y += LINE
    return y - 4
