"""The score is not on the scale of its item.

**What it finds**

A grade that the scale does not have, a number outside its range, or text where a number is
expected.

**Why it matters**

No result could be computed from it.

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
  A: {score: 7}
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
  A: {score: 0.7}
```

**Fix**

Use a grade or number of the scale, or one of the codes under `not_rated`.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.SCORE_OFF_SCALE, __doc__, covers=("E27",))
