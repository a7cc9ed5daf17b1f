"""What an assessment comes to at one item of a framework, or as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lpsa_build.model.framework import Aggregation, Item


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one item, with those of its parts in the order of the framework.

    ``item`` is None, ``depth`` -1 and ``level`` empty for the whole. ``given`` is the score as it
    was written, empty where none was. ``value`` is exact; None where there is none, which is not
    zero. ``shown`` is what the framework prints: the grade or number as it was given, a code of
    "not rated", the rounded or graded aggregate, or nothing.

    Of the scored items at or below this one (``of``), ``rated`` count with a score and
    ``excluded`` are left out by a code such as "not applicable".

    ``low`` and ``high`` are the least and the most that the value could be, with the same parts
    counted; None where no number can be computed at all.
    """

    item: Item | None
    depth: int
    level: str
    aggregation: Aggregation
    given: str
    value: Fraction | None
    shown: str
    rated: int
    of: int
    excluded: int
    low: Fraction | None
    high: Fraction | None
    parts: tuple[Result, ...] = ()

    @property
    def missing(self) -> int:
        """How many scored items have neither a score that counts nor a code that excludes them."""
        return self.of - self.rated - self.excluded

    @property
    def complete(self) -> bool:
        """Whether every scored item counts. Where it is false, say ``rated`` of ``of``."""
        return self.rated == self.of

    @property
    def position(self) -> Fraction | None:
        """Where the value stands between ``low`` (0) and ``high`` (1); None without a value."""
        if self.value is None or self.low is None or self.high is None:
            return None
        span = self.high - self.low
        return (self.value - self.low) / span if span else Fraction(1)

    def walk(self) -> Iterator[Result]:
        """Yield this result and all below it, as ``Framework.walk`` yields their items."""
        yield self
        for part in self.parts:
            yield from part.walk()
