"""A setting of the scoring has no effect where it stands.

**What it finds**

A weight in a plain mean, `weights_sum` where nothing is weighted, `rescale` where nothing is
computed, `comparable_reason` beside `comparable: true`, and the like.

**Why it matters**

Somebody wrote it for a reason; the results do not show it.

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
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share, weight: 1}
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

Take the setting out, or change the aggregation.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.IDLE_SETTING, __doc__, covers=("E27",))
