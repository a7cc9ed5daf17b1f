"""Scores of items → results at every level of their framework.

A score off its scale, or one for an item that has none, counts for nothing here: the reader has
reported it (:mod:`lpsa_build.model.scores`), and the result still shows what was given.

What an aggregate is while scores are missing or excluded:

- a mean is taken of what is rated, and ``rated`` of ``of`` says how much that is;
- a sum has a value only when every part has one, since a part left out would read as zero;
- every other way leaves out what a code excludes, and has no value while a score is missing: the
  lowest of some is not the lowest of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lpsa_build.model.framework import Aggregated, Aggregation, Display, Framework, Item, Scale
from lpsa_build.score.aggregate import MEANS, SUMS, Weighted, aggregate, rescaled
from lpsa_build.score.display import printed
from lpsa_build.score.result import Result


def assess(framework: Framework, scores: Mapping[str, str]) -> Result:
    """Return the result of the whole, with those of all items below it.

    ``scores`` holds the score of each item as it was written, by the item's code
    (``Assessment.given``).
    """
    way = framework.aggregation or Aggregation.NONE
    return _Assessor(framework, scores).whole(way)


@dataclass(frozen=True)
class _Assessor:
    framework: Framework
    scores: Mapping[str, str]

    def whole(self, way: Aggregation) -> Result:
        items = self.framework.structure.items
        display = self.framework.display
        parts = tuple(self._item(item, 0, way, display) for item in items)
        return self._aggregated(self.framework, None, -1, way, display, parts)

    def _item(self, item: Item, depth: int, way: Aggregation, display: Display | None) -> Result:
        way, display = item.aggregation or way, item.display or display
        if not item.items:
            return self._scored(item, depth)
        parts = tuple(self._item(part, depth + 1, way, display) for part in item.items)
        return self._aggregated(item, item, depth, way, display, parts)

    def _level(self, depth: int) -> str:
        levels = self.framework.structure.levels
        return levels[depth] if 0 <= depth < len(levels) else ""

    def _scored(self, item: Item, depth: int) -> Result:
        """Return the result of an item without parts."""
        scale = self.framework.scale_of(item)
        given = self.scores.get(item.code, "")
        value, excluded = self._value(scale, given) if scale else (None, False)
        return Result(
            item,
            depth,
            self._level(depth),
            Aggregation.NONE,
            given,
            value,
            given,
            rated=int(value is not None),
            of=int(scale is not None),
            excluded=int(excluded),
            low=scale.low if scale else None,
            high=scale.high if scale else None,
        )

    def _value(self, scale: Scale, given: str) -> tuple[Fraction | None, bool]:
        """Return what a score counts, and whether it excludes its item."""
        special = self.framework.special(given)
        if special is None:
            return scale.points(given), False
        return (scale.low, False) if special.effect == "lowest" else (None, True)

    def _aggregated(
        self,
        level: Aggregated,
        item: Item | None,
        depth: int,
        way: Aggregation,
        display: Display | None,
        parts: tuple[Result, ...],
    ) -> Result:
        scored = [part for part in parts if part.of]
        valued = [part for part in scored if part.value is not None]
        rated, of, excluded = (
            sum(getattr(part, count) for part in parts) for count in ("rated", "of", "excluded")
        )
        value = None
        if _has_value(way, len(valued), len(scored), of - rated - excluded):
            value = _compute(level, way, valued, "value")
        counted = scored if value is None else valued
        bounds = [_compute(level, way, counted, bound) for bound in ("low", "high")]
        known = sorted(bound for bound in bounds if bound is not None)
        if value is not None:
            shown = printed(self.framework, display, value)
        else:
            shown = _common_code(scored) if of == excluded else ""
        return Result(
            item,
            depth,
            self._level(depth),
            way,
            "",
            value,
            shown,
            rated=rated,
            of=of,
            excluded=excluded,
            low=known[0] if len(known) == 2 else None,
            high=known[1] if len(known) == 2 else None,
            parts=parts,
        )


def _has_value(way: Aggregation, valued: int, scored: int, missing: int) -> bool:
    if way in MEANS:
        return valued > 0
    return valued > 0 and not missing and (valued == scored or way not in SUMS)


def _compute(
    level: Aggregated, way: Aggregation, parts: Sequence[Result], field: str
) -> Fraction | None:
    """Aggregate one field of ``parts`` and rescale it; None if a part has none."""
    pairs: list[Weighted] = []
    for part in parts:
        value: Fraction | None = getattr(part, field)
        if value is None or part.item is None:
            return None
        weight = part.item.weight
        pairs.append((value, Fraction(1) if weight is None else weight))
    value = aggregate(way, pairs)
    if value is None or level.rescale is None:
        return value
    return rescaled(value, level.rescale)


def _common_code(parts: Sequence[Result]) -> str:
    """Return the code that excludes all ``parts``, such as "not applicable", if it is one."""
    codes = {part.shown for part in parts}
    return codes.pop() if len(codes) == 1 else ""
