"""A criterion describes no grade of the scale.

**What it finds**

A key under `criteria` that is no code of the scale of the item.

**Why it matters**

The assessor would not see it beside the grade.

**Bad**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  letters: {kind: ordered, values: [{code: A, points: 4}, {code: D, points: 1}]}
structure:
  levels: [indicator]
  items:
    - {code: I1, title: Staff, scale: letters, criteria: {A: All is paid., E: None is paid.}}
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
  letters: {kind: ordered, values: [{code: A, points: 4}, {code: D, points: 1}]}
structure:
  levels: [indicator]
  items:
    - {code: I1, title: Staff, scale: letters, criteria: {A: All is paid., D: None is paid.}}
```

**Fix**

Use a code of the scale.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_CRITERION, __doc__, covers=("E27",))
