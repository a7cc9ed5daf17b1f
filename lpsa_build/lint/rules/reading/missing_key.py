"""A required key is missing or empty.

**What it finds**

An entry without one of the keys that its kind needs: a term without a definition, a page without a
title.

**Why it matters**

The page could not say what it is about.

**Bad**

```glossary/grant.md
---
term: grant
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Fix**

Add the line that the message names.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.MISSING_KEY, __doc__, covers=("E01", "E09", "E23"))
