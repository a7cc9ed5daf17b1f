"""A weight is negative, or all weights of a level are zero.

**What it finds**

A weight below zero; a level in which no part counts.

**Why it matters**

A negative weight would turn a good score into a bad one; with zeros alone there is nothing to
divide by.

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
    - {code: A, title: Powers, scale: share, weight: -1}
    - {code: B, title: Taxes, scale: share, weight: 2}
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
    - {code: A, title: Powers, scale: share, weight: 1}
    - {code: B, title: Taxes, scale: share, weight: 2}
```

**Fix**

Write a weight of zero or more.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNUSABLE_WEIGHT, __doc__, covers=("E27",))
