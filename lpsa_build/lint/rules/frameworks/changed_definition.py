"""A term has changed its meaning since the scoring.

**What it finds**

An assessment whose `terms_revision` names a lower revision of a term than the glossary has now.

**Why it matters**

The score answers another question than the one that the framework asks today.

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
terms_revision: {grant: 2}
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

Look at the scores that the message names again, then write the new revision.
"""

# Over 80 lines: the example needs a term, a framework and an assessment, twice.
from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.CHANGED_DEFINITION, __doc__, covers=("W26",))
