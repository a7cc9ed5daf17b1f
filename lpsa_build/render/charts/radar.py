"""A radar: one spoke for each item, from its lowest score at the center to its highest at the rim.

The spoke of an item without a score is dashed and interrupts the line: no data is not zero.
"""

from __future__ import annotations

from math import cos, pi, sin

from lpsa_build.render.charts.canvas import LINE, WIDTH, Canvas, legend, lines_of, marker
from lpsa_build.render.charts.figure import NO_DATA, Figure

LEAST, MOST = 3, 12
"""With fewer or more spokes the shape tells nothing: then there are bars."""
RADIUS = 94
MIDDLE = WIDTH / 2
RINGS = 4
LABELS = 58


def radar(figure: Figure) -> str:
    """Return the chart of one to four series with ``LEAST`` to ``MOST`` rows."""
    canvas = Canvas(figure)
    several = len(figure.series) > 1
    top = legend(canvas, LINE - 3) if several else 0.0
    center = top + RADIUS + 2.2 * LINE
    count = len(figure.rows)
    rims = [_point(canvas, center, number, count, 1) for number in range(count)]
    for ring in range(1, RINGS + 1):
        corners = [_point(canvas, center, n, count, ring / RINGS) for n in range(count)]
        canvas.path("track", [_polygon(corners)])
    spokes: dict[bool, list[str]] = {True: [], False: []}
    for row, (x, y) in zip(figure.rows, rims, strict=True):
        rated = any(mark.position is not None for mark in row.marks)
        spokes[rated].append(f"M{round(MIDDLE)} {round(center)}L{x} {y}")
    canvas.path("track", spokes[True])
    canvas.path("gap", spokes[False])
    for number in range(len(figure.series)):
        _series(canvas, center, number)
    for number in range(count):
        _label(canvas, center, number)
    return canvas.svg(center + RADIUS + 2.4 * LINE)


def _point(
    canvas: Canvas, center: float, number: int, count: int, position: float
) -> tuple[int, int]:
    """Return where a value lies; the first spoke points up, the next follows the reading."""
    angle = 2 * pi * number / count
    x = MIDDLE + RADIUS * position * sin(angle)
    return canvas.x(x), round(center - RADIUS * position * cos(angle))


def _polygon(points: list[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "z"


def _series(canvas: Canvas, center: float, number: int) -> None:
    """Draw one assessment: its outline, interrupted where there is no score, and its marks."""
    count = len(canvas.figure.rows)
    points = [
        None
        if (at := row.marks[number].position) is None
        else _point(canvas, center, spoke, count, float(at))
        for spoke, row in enumerate(canvas.figure.rows)
    ]
    known = [point for point in points if point]
    if len(known) == count:
        name = f"area l{number}" if len(canvas.figure.series) == 1 else f"l{number}"
        canvas.path(name, [_polygon(known)])
    else:
        pairs = zip(points, [*points[1:], points[0]], strict=True)
        steps = [f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in pairs if a and b]
        canvas.path(f"l{number}", steps)
    canvas.path(f"m{number}", [marker(number, *point) for point in known])


def _label(canvas: Canvas, center: float, number: int) -> None:
    """Write the code of an item at its rim and, where there is one series, the score below it."""
    row = canvas.figure.rows[number]
    angle = 2 * pi * number / len(canvas.figure.rows)
    across, up = sin(angle), cos(angle)
    anchor = "middle" if abs(across) < 0.2 else "" if across > 0 else "end"
    x = MIDDLE + (RADIUS + 7) * across
    y = center - (RADIUS + 10) * up + 4 - (LINE * 0.6 if up > 0.5 else 0)
    canvas.text(x, y, lines_of(row.name, LABELS)[0], anchor=anchor)
    if len(canvas.figure.series) == 1:
        canvas.text(x, y + LINE - 2, row.marks[0].shown or NO_DATA, name="v", anchor=anchor)
