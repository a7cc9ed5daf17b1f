"""How a framework puts scores together must be possible, and every setting must matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

from lpsa_build.model.framework import Aggregated, Aggregation, Framework, Item, OrderedScale
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.values import show_number
from lpsa_build.source import faults
from lpsa_build.source.finding import Fault, Finding
from lpsa_build.source.yaml_tree import Path

Report: TypeAlias = Callable[[Finding], None]

WEIGHTED = frozenset({Aggregation.WEIGHTED_MEAN, Aggregation.WEIGHTED_SUM})
PEFA = frozenset({Aggregation.PEFA_M1, Aggregation.PEFA_M2})
PEFA_POINTS = frozenset(map(Fraction, (1, 2, 3, 4)))
PEFA_MOST = 4
"""The conversion table of method M2 ends at four parts."""


def find_weight_faults(knowledge: KnowledgeBase, report: Report) -> None:
    """Report weights, aggregations and rescalings that cannot be, or have no effect."""
    for entry in knowledge.frameworks.values():
        framework = entry.fields
        way = framework.aggregation or Aggregation.NONE
        checker = _Checker(entry, report)
        checker.level((), framework, ("structure", "items"), framework.structure.items, way)


class _Checker:
    """Checks one framework from the top down, with the way that each level inherits."""

    def __init__(self, entry: Entry[Framework], report: Report) -> None:
        self.entry, self.report = entry, report

    def level(
        self, path: Path, level: Aggregated, below: Path, items: Sequence[Item], way: Aggregation
    ) -> None:
        self._weights(path, level, below, items, way)
        self._rescale(path, level, way)
        if way in PEFA:
            self._pefa(path, items, way)
        for number, item in enumerate(items):
            place = (*below, number)
            if item.items:
                inherited = item.aggregation or way
                self.level(place, item, (*place, "items"), item.items, inherited)
            else:
                self._leaf(place, item)

    def _weights(
        self, path: Path, level: Aggregated, below: Path, items: Sequence[Item], way: Aggregation
    ) -> None:
        for number, item in enumerate(items):
            place = (*below, number, "weight")
            if item.weight is not None and item.weight < 0:
                self._tell(
                    faults.UNUSABLE_WEIGHT,
                    place,
                    f"The weight {show_number(item.weight)} of “{item.code}” is negative.",
                    "A weight is zero or more.",
                )
            if item.weight is not None and way not in WEIGHTED:
                self._idle(place, f"a weight has no effect where parts make up a {_words(way)}")
        weights = [Fraction(1) if item.weight is None else item.weight for item in items]
        total = sum(weights, Fraction(0))
        if way in WEIGHTED and items and not any(weights):
            self._tell(
                faults.UNUSABLE_WEIGHT,
                (*below, 0, "weight"),
                "All weights of this level are zero.",
                "Give at least one part a weight above zero.",
            )
        if level.weights_sum is None:
            return
        if way not in WEIGHTED:
            self._idle((*path, "weights_sum"), f"there are no weights in a {_words(way)}")
        elif total != level.weights_sum:
            self._tell(
                faults.WEIGHTS_SUM,
                (*path, "weights_sum"),
                f"The weights add up to {show_number(total)}, not to "
                f"{show_number(level.weights_sum)}; a part without a weight has 1.",
                "Mend the weights of the parts, or the sum.",
            )

    def _rescale(self, path: Path, level: Aggregated, way: Aggregation) -> None:
        if level.rescale is None:
            return
        if way is Aggregation.NONE:
            self._idle((*path, "rescale"), "nothing is computed here that could be rescaled")
        for end, spread, example in (
            ("from", level.rescale.from_, "[0, 24]"),
            ("to", level.rescale.to, "[0, 100]"),
        ):
            if spread[0] == spread[1]:
                self._tell(
                    faults.UNUSABLE_RESCALE,
                    (*path, "rescale", end),
                    f"The range {end} which to rescale has no length.",
                    f"Give the least and the most that the level can have: `{end}: {example}`.",
                )

    def _pefa(self, path: Path, items: Sequence[Item], way: Aggregation) -> None:
        place = (*path, "aggregation")
        if way is Aggregation.PEFA_M2 and len(items) > PEFA_MOST:
            self._tell(
                faults.UNFIT_AGGREGATION,
                place,
                f"The table of pefa_m2 is for at most {PEFA_MOST} parts; there are {len(items)}.",
                "Use another way, or fewer parts.",
            )
        scales = self.entry.fields.scales
        for item in items:
            scale = scales.get(item.scale or "")
            fits = isinstance(scale, OrderedScale) and PEFA_POINTS.issuperset(
                grade.points for grade in scale.values
            )
            if item.items or (scale and not fits):
                self._tell(
                    faults.UNFIT_AGGREGATION,
                    place,
                    f"{way} is for parts that are scored with 1, 2, 3 or 4 points; "
                    f"“{item.code}” is not.",
                    "Give the parts such a scale, or use another way.",
                )
                return

    def _leaf(self, path: Path, item: Item) -> None:
        """Report what only a level can have, on an item without parts."""
        for name in ("aggregation", "rescale", "weights_sum", "display"):
            if getattr(item, name) is not None and item.aggregation is not Aggregation.NONE:
                self._idle((*path, name), f"“{item.code}” has no parts from which to compute it")

    def _idle(self, path: Path, why: str) -> None:
        message = f"`{path[-1]}` does nothing: {why}."
        self._tell(faults.IDLE_SETTING, path, message, "Take it out, or change the aggregation.")

    def _tell(self, fault: Fault, path: Path, message: str, cure: str) -> None:
        span = self.entry.tree.key_span_of(path) if path else self.entry.tree.span_of(path)
        self.report(fault.at(self.entry.path, span, message, cure))


def _words(way: Aggregation) -> str:
    return "result that is not computed" if way is Aggregation.NONE else str(way)
