"""What a chart shows: rows of items with a mark for each series. Plain values, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

NO_DATA = "–"
DAGGER = "†"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value: what is printed, and its place between the lowest (0) and the highest (1).

    ``position`` is None where there is no score, which is not zero. ``partial``: not everything
    below is rated.
    """

    shown: str = NO_DATA
    position: Fraction | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One item, with a mark for each series, and what its lowest and highest scores are called."""

    code: str
    title: str
    marks: tuple[Mark, ...]
    low: str = ""
    high: str = ""

    @property
    def name(self) -> str:
        """The code, with a dagger where not everything below is rated."""
        return f"{DAGGER}{self.code}" if any(mark.partial for mark in self.marks) else self.code


@dataclass(frozen=True, slots=True)
class Figure:
    """All that a chart needs.

    ``title`` and ``description`` are for who does not see it; ``series`` are the names of the
    assessments. ``ends`` name the two ends of the scale. ``mark`` is printed in the chart, for what
    must be said wherever it is copied to. ``rtl``: it is read from right to left.
    """

    title: str
    description: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    ends: tuple[str, str] = ("", "")
    mark: str = ""
    rtl: bool = False
