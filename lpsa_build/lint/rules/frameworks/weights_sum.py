"""The weights of a level do not add up as declared.

**What it finds**

A level whose weights have another sum than `weights_sum` says. A part without a weight counts as 1.

**Why it matters**

A slip in one weight would shift every result a little, and nobody would see it.

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
weights_sum: 10
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share, weight: 4}
    - {code: B, title: Taxes, scale: share, weight: 5}
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
weights_sum: 10
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share, weight: 4}
    - {code: B, title: Taxes, scale: share, weight: 6}
```

**Fix**

Correct the weights, or the declared sum.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.WEIGHTS_SUM, __doc__, covers=("E27",))
