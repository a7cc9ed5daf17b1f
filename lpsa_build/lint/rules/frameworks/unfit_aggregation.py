"""The parts of a level cannot be put together this way.

**What it finds**

PEFA's methods M1 and M2 on scales without four grades, or M2 on more than four parts.

**Why it matters**

The methods are defined for those cases only (PEFA Framework 2016).

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
aggregation: pefa_m1
structure:
  levels: [pillar, indicator]
  items:
    - code: A
      title: Powers
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

Use another aggregation, or the scale that the method needs.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNFIT_AGGREGATION, __doc__, covers=("E27",))
