"""Items of the framework have no score.

**What it finds**

An assessment that says nothing about some of the items.

**Why it matters**

Its results rest on fewer items than the framework has. The pages say so as well, but not why.

**Bad**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
not_rated: [{code: NA, label: not applicable, effect: exclude}]
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
    - {code: B, title: Taxes, scale: share}
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

**Good**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
not_rated: [{code: NA, label: not applicable, effect: exclude}]
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
    - {code: B, title: Taxes, scale: share}
```

```frameworks/autonomy/assessments/valoria-2025.yml
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
scores:
  A: {score: 1}
  B: {score: NA}
```

**Fix**

Score the item, or say why there is no score with one of the codes under `not_rated`.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.MISSING_SCORE, __doc__, covers=("E27",))
