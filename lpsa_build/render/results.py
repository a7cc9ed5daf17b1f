"""What an assessment comes to, as the lines of its tables; a framework has the same, unscored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import floor

from lpsa_build.model.framework import Framework, Item, OrderedScale
from lpsa_build.score.result import Result

MOST_HEADINGS = 60
"""With more items at the highest level there is no heading for each."""
MOST_ROWS = 500
"""A longer table is cut into several."""
UNFOLDED = 1000
"""With more lines on a page all its tables are folded, each to be opened by itself."""
HALF = Fraction(1, 2)
STEPS = 3
"""A score is shown by one of four steps, from 0 to this."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of results: the item that heads it, if any, and its lines.

    ``part`` tells, where a level is cut into several tables, which one this is.
    """

    head: Result | None
    rows: tuple[Result, ...]
    part: int = 0
    folded: bool = False

    @property
    def top(self) -> Item | None:
        """The item that heads the table."""
        return self.head.item if self.head else None

    @property
    def anchor(self) -> str:
        """What makes an id on the page the table's own."""
        name = self.top.anchor if self.top else "all"
        return f"{name}-{self.part}" if self.part else name

    @property
    def ends(self) -> tuple[str, str]:
        """The codes of the first and the last line."""
        codes = [row.item.code for row in (self.rows[0], self.rows[-1]) if row.item]
        return codes[0], codes[-1]


def tables_of(result: Result) -> list[Table]:
    """Return the tables of a framework: one for each item of the highest level.

    Where none of these has parts, or there are very many, there is one, with none at its head.
    """
    tops = result.parts
    folded = sum(1 for _ in islice(result.walk(), UNFOLDED + 2)) > UNFOLDED + 1
    if any(top.parts for top in tops) and len(tops) <= MOST_HEADINGS:
        return [table for top in tops for table in _cut(top, _below(top), folded=folded)]
    rows = [row for top in tops for row in top.walk()]
    return list(_cut(None, rows, folded=folded)) if rows else []


def table_of(result: Result, item: Item) -> list[Table]:
    """Return the tables of one item of a framework, with the lines below it."""
    found = next(part for part in result.walk() if part.item is item)
    return list(_cut(found, _below(found), folded=False))


def _below(top: Result) -> list[Result]:
    """Return the lines below an item; the item itself if it has none."""
    rows = list(top.walk())
    return rows[1:] if top.parts else rows


def _cut(head: Result | None, rows: Sequence[Result], *, folded: bool) -> Iterator[Table]:
    pieces = [tuple(rows[at : at + MOST_ROWS]) for at in range(0, len(rows), MOST_ROWS)]
    for number, piece in enumerate(pieces, 1):
        yield Table(head, piece, number if len(pieces) > 1 else 0, folded)


def highest(result: Result) -> Iterator[Result]:
    """Yield the highest results below ``result`` that are, or could be, a number."""
    for part in result.parts:
        if part.low is not None:
            yield part
        else:
            yield from highest(part)


def at_level(result: Result, level: str) -> Iterator[Result]:
    """Yield the results of one level below ``result`` that are, or could be, a number."""
    return (part for part in result.walk() if part.level == level and part.low is not None)


def step_of(position: Fraction | None) -> int | None:
    """Return the step by which a score is shown; None without a score.

    Only the lowest score has step 0; the others have 1 to 3.
    """
    if not position:
        return None if position is None else 0
    return max(1, floor(position * STEPS + HALF))  # a half goes up, as in the browser


def meaning_of(framework: Framework, result: Result) -> str:
    """Return what the score that was given is called, if it has a name."""
    if special := framework.special(result.given):
        return special.label
    scale = framework.scale_of(result.item) if result.item else None
    grade = scale.grade(result.given) if isinstance(scale, OrderedScale) else None
    return grade.label or "" if grade else ""
