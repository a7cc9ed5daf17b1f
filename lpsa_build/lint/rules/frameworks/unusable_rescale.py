"""`rescale` begins with a range of no length.

**What it finds**

`from` with the same number twice.

**Why it matters**

One would have to divide by zero.

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
aggregation: sum
rescale: {from: [3, 3], to: [0, 100]}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
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
aggregation: sum
rescale: {from: [0, 3], to: [0, 100]}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
```

**Fix**

Give the least and the most that the level can have: `from: [0, 3]`.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNUSABLE_RESCALE, __doc__, covers=("E27",))
