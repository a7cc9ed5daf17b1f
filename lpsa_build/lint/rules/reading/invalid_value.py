"""The value is not one of those allowed.

**What it finds**

A status, domain, language, day or address that is not in its list or has not its form. Capitals
count.

**Why it matters**

Lists and filters would leave the entry out, or show it under a heading of its own.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: Draft
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

Use one of the values that the message lists.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.INVALID_VALUE, __doc__, covers=("E07", "E08", "W46"))
