"""An item has a scale, and parts from which it is computed.

**What it finds**

A `scale` on an item that has `items`.

**Why it matters**

It would be unclear whether it is scored or computed.

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
aggregation: mean
structure:
  levels: [pillar, indicator]
  items:
    - code: A
      title: Powers
      scale: share
      items:
        - {code: A1, title: Staff, scale: share}
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
aggregation: mean
structure:
  levels: [pillar, indicator]
  items:
    - code: A
      title: Powers
      items:
        - {code: A1, title: Staff, scale: share}
```

**Fix**

Take the scale out, or give it to the parts.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.SCALE_ON_GROUP, __doc__, covers=("E27",))
