"""How values make up one value: each way of aggregation, exact.

Every way is independent of the order of its parts, never falls when a part rises, and lies
between the lowest and the highest part (the sums between their sums).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from lpsa_build.model.framework import Aggregation, Rescale
from lpsa_build.score.pefa import averaging_table, weakest_link

Weighted: TypeAlias = tuple[Fraction, Fraction]
"""A value, and the weight of the part that has it."""

MEANS = frozenset({Aggregation.MEAN, Aggregation.WEIGHTED_MEAN})
"""Means may be taken of what is rated so far; every other way needs all that is to be rated."""
SUMS = frozenset({Aggregation.SUM, Aggregation.WEIGHTED_SUM})
"""Sums need every part: one that is left out would read as zero."""


def aggregate(way: Aggregation, parts: Sequence[Weighted]) -> Fraction | None:
    """Return what ``parts`` make up in this ``way``; None where it has no answer.

    There is none without parts, for the way ``none``, for a weighted mean whose weights are
    together zero, and for parts that the tables of PEFA do not know.
    """
    compute = WAYS.get(way)
    return compute(parts) if compute and parts else None


def rescaled(value: Fraction, rescale: Rescale) -> Fraction | None:
    """Map ``value`` linearly from one range onto the other; None if the first has no length.

    So an index of 0-24 is given as 0-100: ``from: [0, 24], to: [0, 100]`` multiplies by 100/24,
    as the Local Autonomy Index does (formulas beside its pivot tables, release 6,
    http://local-autonomy.andreasladner.ch/old/pivot%20tables.htm).
    """
    (low, high), (new_low, new_high) = rescale.from_, rescale.to
    if low == high:
        return None
    return new_low + (value - low) * (new_high - new_low) / (high - low)


def _mean(parts: Sequence[Weighted]) -> Fraction:
    return sum((value for value, _ in parts), Fraction(0)) / len(parts)


def _weighted_mean(parts: Sequence[Weighted]) -> Fraction | None:
    weights = sum((weight for _, weight in parts), Fraction(0))
    total = _weighted_sum(parts)
    return total / weights if weights else None


def _sum(parts: Sequence[Weighted]) -> Fraction:
    return sum((value for value, _ in parts), Fraction(0))


def _weighted_sum(parts: Sequence[Weighted]) -> Fraction:
    return sum((value * weight for value, weight in parts), Fraction(0))


def _min(parts: Sequence[Weighted]) -> Fraction:
    return min(value for value, _ in parts)


def _max(parts: Sequence[Weighted]) -> Fraction:
    return max(value for value, _ in parts)


WAYS: Mapping[Aggregation, Callable[[Sequence[Weighted]], Fraction | None]] = {
    Aggregation.MEAN: _mean,
    Aggregation.WEIGHTED_MEAN: _weighted_mean,
    Aggregation.SUM: _sum,
    Aggregation.WEIGHTED_SUM: _weighted_sum,
    Aggregation.MIN: _min,
    Aggregation.MAX: _max,
    Aggregation.PEFA_M1: lambda parts: weakest_link([value for value, _ in parts]),
    Aggregation.PEFA_M2: lambda parts: averaging_table([value for value, _ in parts]),
}
"""The formula of each way; ``none`` has none."""
