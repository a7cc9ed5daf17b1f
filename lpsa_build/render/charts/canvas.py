"""A small SVG under construction: lines, texts, and the same picture from right to left.

Widths are in units of which a chart has 320: on a phone of 360 pixels one unit is about a pixel,
and a letter of 12 units can be read.
"""

from __future__ import annotations

import re
from html import escape
from textwrap import shorten, wrap

from lpsa_build.render.charts.figure import Figure

WIDTH = 320
LETTER = 6.4
"""How wide a letter is on average, in units."""
TITLE, DESCRIPTION = 90, 170
"""How many letters may be read out."""
LINE = 15
"""From one line of text to the next."""
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Keep “D*” in its order inside a text from right to left."""
IN_ORDER = re.compile("[\u0590-\u08ff]|^[0-9.]+$")
"""What needs no isolating: it has a letter of its own direction, or is a number."""


class Canvas:
    """Collects what is drawn; in a chart from right to left every x is mirrored."""

    def __init__(self, figure: Figure) -> None:
        """Begin the picture of ``figure``."""
        self.figure = figure
        self._pieces: list[str] = []

    def x(self, value: float) -> int:
        """Return where a distance from the start of the line lies, as a whole unit."""
        return round(WIDTH - value if self.figure.rtl else value)

    def right(self, length: float) -> int:
        """Return a length that is drawn in the direction of reading."""
        return round(-length if self.figure.rtl else length)

    def text(self, x: float, y: float, words: str, *, name: str = "", anchor: str = "") -> None:
        """Write ``words`` with their baseline at ``y``; ``anchor`` is ``middle`` or ``end``."""
        classes = " ".join(word for word in (name, anchor) if word)
        kind = f' class="{classes}"' if classes else ""
        foreign = self.figure.rtl and not IN_ORDER.search(words)
        shown = f"{ISOLATE}{words}{END_ISOLATE}" if foreign else words
        self._pieces.append(
            f'<text{kind} x="{self.x(x)}" y="{round(y)}">{escape(shown, quote=False)}</text>'
        )

    def path(self, name: str, steps: list[str], *, width: int = 0) -> None:
        """Draw ``steps`` as one path of a class, in its own width if one is given."""
        thick = f' stroke-width="{width}"' if width else ""
        if steps:
            self._pieces.append(f'<path class="{name}" d="{"".join(steps)}"{thick}/>')

    def svg(self, height: float) -> str:
        """Return the picture."""
        figure = self.figure
        if figure.mark:
            height += LINE
            self.text(WIDTH, height - 3, figure.mark, name="made-up", anchor="end")
        return (
            f'<svg class="lpsa-chart" role="img" viewBox="0 0 {WIDTH} {round(height)}">'
            f"<title>{_short(figure.title, TITLE)}</title>"
            f"<desc>{_short(figure.description, DESCRIPTION)}</desc>"
            f"{''.join(self._pieces)}</svg>"
        )


def _short(words: str, most: int) -> str:
    """Return a text for who hears it, cut where the page says it at length beside the chart."""
    return escape(shorten(words, most, placeholder=" …"), quote=False)


def lines_of(words: str, width: float, most: int = 1) -> list[str]:
    """Return ``words`` in at most so many lines of a width; what is too long ends in “…”."""
    return wrap(
        words, max(2, int(width / LETTER)), max_lines=most, placeholder="…", break_on_hyphens=False
    )


def marker(shape: int, x: int, y: int) -> str:
    """Return the path of a mark around a point: dot, square, triangle, cross."""
    if shape == 0:
        return f"M{x} {y}h0"
    if shape == 1:
        return f"M{x - 3} {y - 3}h6v6h-6z"
    if shape == 2:
        return f"M{x - 4} {y + 3}h8l-4-7z"
    return f"M{x - 4} {y}h8m-4-4v8"


SHAPES = 4
"""How many series have a mark of their own."""


def legend(canvas: Canvas, y: float) -> float:
    """Write the series with their marks, one a line; return the height below them."""
    for number, name in enumerate(canvas.figure.series):
        shape = number % SHAPES
        canvas.path(f"m{shape}", [marker(shape, canvas.x(8), round(y) - 4)])
        canvas.text(18, y, lines_of(name, WIDTH - 20)[0])
        y += LINE
    return y
