"""An item was scored by a term whose revision is not recorded.

**What it finds**

A scored item that names terms, in an assessment that does not name their revisions.

**Why it matters**

If the meaning of the term changes later, nobody will be told that the score is in doubt.

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

Add the line that the message shows.
"""

# Over 80 lines: the example needs a term, a framework and an assessment, twice.
from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNRECORDED_REVISION, __doc__)
