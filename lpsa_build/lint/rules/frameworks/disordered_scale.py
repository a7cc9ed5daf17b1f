"""The points of an ordered scale do not run one way.

**What it finds**

A scale with `kind: ordered` in which a grade has the same points as another, or in which points
rise from one grade to the next and fall further on.

**Why it matters**

The grades of such a scale are listed from one end to the other. Where the points do not follow,
two of them were exchanged or copied, and results come out wrong.

**Bad**

```frameworks/audit/framework.yml
title: Audit
version: "1"
publisher: Somebody
url: https://example.org/
licence: Our own.
summary: A small framework.
confidence: verified
scales:
  grades:
    kind: ordered
    values: [{code: A, points: 3}, {code: B, points: 1}, {code: C, points: 2}]
structure:
  levels: [indicator]
  items: [{code: "1", title: Audit, scale: grades}]
```

**Good**

```frameworks/audit/framework.yml
title: Audit
version: "1"
publisher: Somebody
url: https://example.org/
licence: Our own.
summary: A small framework.
confidence: verified
scales:
  grades:
    kind: ordered
    values: [{code: A, points: 3}, {code: B, points: 2}, {code: C, points: 1}]
structure:
  levels: [indicator]
  items: [{code: "1", title: Audit, scale: grades}]
```

**Fix**

Correct the points, or list the grades in their order.
"""

# Over 80 lines: the example needs two whole frameworks.
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Framework, OrderedScale
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record, show_number
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA626", "disordered-scale", Severity.WARNING, "Points of a scale go up and down.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each grade whose points do not go on in the direction of the scale."""
    scales = entry.fields.scales.items() if isinstance(entry.fields, Framework) else ()
    for name, scale in scales:
        if not isinstance(scale, OrderedScale):
            continue
        rises = scale.values[0].points < scale.values[-1].points
        for number, (one, other) in enumerate(pairwise(scale.values), 1):
            if one.points == other.points or (one.points < other.points) is not rises:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(("scales", name, "values", number, "points")),
                    f"“{other.code}” has {show_number(other.points)} points, after "
                    f"{show_number(one.points)} of “{one.code}”.",
                    "Correct the points, or list the grades in their order.",
                )


RULE = Rule(FAULT, __doc__, covers=("E27",), check_entry=check_entry)
