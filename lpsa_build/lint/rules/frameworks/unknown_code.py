"""A score names an item that is not scored.

**What it finds**

A code under `scores:` that the framework does not have, or that belongs to a level which is
computed.

**Why it matters**

The score would be counted nowhere.

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
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
```

```frameworks/autonomy/assessments/valoria-2025.yml
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
scores:
  A1: {score: 1}
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
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
```

```frameworks/autonomy/assessments/valoria-2025.yml
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
scores:
  A: {score: 1}
```

**Fix**

Correct the code; the message names the one that looks most like it.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_CODE, __doc__, covers=("E27",))
