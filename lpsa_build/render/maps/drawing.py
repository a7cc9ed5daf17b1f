"""A map under construction: boxes that are links, lines between them, mirrored from right to left.

Widths are in the units of :mod:`lpsa_build.render.charts.canvas`: a map has 320 of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap

from lpsa_build.render.charts.canvas import WIDTH

LETTER = 6.0
"""How wide a letter of 11 units is on average."""
LINE = 14
"""From one line of text to the next."""
LINES = 3
"""In how many lines a label may stand; what is longer ends in “…”."""


@dataclass(frozen=True, slots=True)
class Place:
    """A term on the map: its label, and the link to its page."""

    label: str
    link: str


def label_lines(label: str, width: float, most: int = LINES) -> list[str]:
    """Return a label in at most so many lines of a width."""
    letters = max(2, int(width / LETTER))
    return wrap(label, letters, max_lines=most, placeholder="…", break_on_hyphens=False)


class Drawing:
    """Collects what is drawn; from right to left every x is mirrored."""

    def __init__(self, *, rtl: bool) -> None:
        """Begin a map."""
        self.rtl = rtl
        self._pieces: list[str] = []

    def x(self, value: float) -> int:
        """Return where a distance from the start of the line lies, as a whole unit."""
        return round(WIDTH - value if self.rtl else value)

    def right(self, length: float) -> int:
        """Return a length that is drawn in the direction of reading."""
        return round(-length if self.rtl else length)

    def box(self, x: float, y: float, width: float, height: float) -> str:
        """Return the path of a box; ``x`` and ``y`` are those of its corner at the start."""
        across = self.right(width)
        return f"M{self.x(x)} {round(y)}h{across}v{round(height)}h{-across}z"

    def line(self, name: str, steps: list[str]) -> None:
        """Draw lines of a class."""
        if steps:
            self._pieces.append(f'<path class="{name}" d="{"".join(steps)}"/>')

    def words(self, name: str, x: float, y: float, text: str) -> None:
        """Write words that are no link, with their baseline at ``y``."""
        shown = escape(text, quote=False)
        self._pieces.append(f'<text class="{name}" x="{self.x(x)}" y="{round(y)}">{shown}</text>')

    def node(self, box: str, x: float, y: float, lines: list[str], place: Place) -> None:
        """Draw a term: its box, its label from the baseline ``y`` on; a link if it has one."""
        inner = f'<path d="{box}"/>{self._label(x, y, lines)}'
        whole = "" if " ".join(lines) == place.label else f' aria-label="{escape(place.label)}"'
        if place.link:
            self._pieces.append(f'<a href="{escape(place.link)}"{whole}>{inner}</a>')
        else:
            self._pieces.append(f'<g class="own">{inner}</g>')

    def _label(self, x: float, y: float, lines: list[str]) -> str:
        rows = [
            (f'x="{self.x(x)}" y="{round(y + LINE * number)}"', escape(line, quote=False))
            for number, line in enumerate(lines)
        ]
        if len(rows) == 1:
            return f"<text {rows[0][0]}>{rows[0][1]}</text>"
        return "<text>" + " ".join(f"<tspan {at}>{line}</tspan>" for at, line in rows) + "</text>"

    def svg(self, name: str, title: str, height: float) -> str:
        """Return the map with the ``title`` that is read out, of the class ``name``."""
        return (
            f'<svg class="lpsa-map lpsa-map--{name}" role="group" aria-label="{escape(title)}"'
            f' viewBox="0 0 {WIDTH} {round(height)}">{"".join(self._pieces)}</svg>'
        )
