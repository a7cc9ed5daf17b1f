"""`rescale` begins with another range than the level can have.

**What it finds**

A level whose least and greatest possible result, from its parts, their scales and weights, are not
the two numbers of `from`. Which of the two comes first does not matter.

**Why it matters**

An index of 0 to 100 never reaches 100, or goes beyond it. Most often a weight, a scale or a part
was changed, and `from` was not.

**Bad**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  points: {kind: number, min: 0, max: 3}
aggregation: weighted_sum
rescale: {from: [0, 6], to: [0, 100]}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: points, weight: 1}
    - {code: B, title: Taxes, scale: points, weight: 3}
```

**Good**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  points: {kind: number, min: 0, max: 3}
aggregation: weighted_sum
rescale: {from: [0, 12], to: [0, 100]}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: points, weight: 1}
    - {code: B, title: Taxes, scale: points, weight: 3}
```

**Fix**

Give the least and the most that the level can have: `from: [0, 12]`. If the publisher does rescale
from another range, write `# lpsa-ignore LPSA625 because …` above it.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Aggregated, Framework, Rescale
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import Record, show_number
from lpsa_build.score.assess import assess
from lpsa_build.score.result import Result
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault(
    "LPSA625",
    "mismatched-rescale",
    Severity.WARNING,
    "`rescale` begins with another range than the level can have.",
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each `from` that is not what its level can have."""
    if not isinstance(entry.fields, Framework):
        return
    levels: list[tuple[Path, Aggregated]] = [((), entry.fields), *items_with_paths(entry.fields)]
    if not any(level.rescale for _, level in levels):
        return
    for (path, level), result in zip(levels, assess(entry.fields, {}).walk(), strict=True):
        reached = _reached(level.rescale, result) if level.rescale and result.parts else None
        if level.rescale and reached and reached != sorted(level.rescale.from_):
            low, high = map(show_number, reached)
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*path, "rescale", "from")),
                f"The parts of this level come to {low} at least and {high} at most.",
                f"Write `from: [{low}, {high}]`, or mend the weights and scales of the parts.",
            )


def _reached(rescale: Rescale, result: Result) -> list[Fraction] | None:
    """Return the least and the most of a level before it is rescaled; None if there is neither."""
    (low, high), (new_low, new_high) = rescale.from_, rescale.to
    if result.low is None or result.high is None or new_low == new_high:
        return None
    step = (high - low) / (new_high - new_low)
    return sorted(low + (bound - new_low) * step for bound in (result.low, result.high))


RULE = Rule(FAULT, __doc__, covers=("E27",), check_entry=check_entry)
