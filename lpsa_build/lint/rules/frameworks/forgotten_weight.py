"""Some parts of a level have a weight, and others have none.

**What it finds**

An item without `weight` beside items with one, where the level above takes a weighted mean or sum.

**Why it matters**

A part without a weight counts as 1. Beside weights that somebody has thought about, that is most
often one that was forgotten, and the result is wrong without anybody seeing it.

**Bad**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  share: {kind: number, min: 0, max: 1}
aggregation: weighted_mean
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share, weight: 3}
    - {code: B, title: Taxes, scale: share}
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
  share: {kind: number, min: 0, max: 1}
aggregation: weighted_mean
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share, weight: 3}
    - {code: B, title: Taxes, scale: share, weight: 1}
```

**Fix**

Write the weight of each part, be it 1.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Aggregation, Framework, Item
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.model.weights import WEIGHTED
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault(
    "LPSA624", "forgotten-weight", Severity.WARNING, "A part beside others has no weight."
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each item without a weight beside items with one."""
    if isinstance(entry.fields, Framework):
        way = entry.fields.aggregation or Aggregation.NONE
        items = entry.fields.structure.items
        for path, item in _unweighted(("structure", "items"), items, way):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*path, "code")),
                f"“{item.code}” has no weight, so it counts as 1; parts beside it have one.",
                "Write its weight.",
            )


def _unweighted(
    below: Path, items: Sequence[Item], way: Aggregation
) -> Iterator[tuple[Path, Item]]:
    some = way in WEIGHTED and any(item.weight is not None for item in items)
    for number, item in enumerate(items):
        if some and item.weight is None:
            yield (*below, number), item
        inner = (*below, number, "items")
        yield from _unweighted(inner, item.items, item.aggregation or way)


RULE = Rule(FAULT, __doc__, covers=("E27",), check_entry=check_entry)
