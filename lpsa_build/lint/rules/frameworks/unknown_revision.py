"""The term has never had the revision that is named.

**What it finds**

A number under `terms_revision` that is higher than the revision of the term, or for a term that
does not exist.

**Why it matters**

A later change of meaning could not be noticed.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
revision: 3
---
```

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
    - {code: A, title: Powers, scale: share, terms: [grant]}
```

```frameworks/autonomy/assessments/valoria-2025.yml
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
terms_revision: {grant: 4}
scores:
  A: {score: 1}
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
revision: 3
---
```

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
    - {code: A, title: Powers, scale: share, terms: [grant]}
```

```frameworks/autonomy/assessments/valoria-2025.yml
place: Valoria
level: local
period: "2025"
assessors: Two people
status: illustrative
terms_revision: {grant: 3}
scores:
  A: {score: 1}
```

**Fix**

Write the revision that stood in the file of the term when the item was scored.
"""

# Over 80 lines: the example needs a term, a framework and an assessment, twice.
from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_REVISION, __doc__, covers=("E27",))
