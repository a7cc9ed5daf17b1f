"""The same key is given twice.

**What it finds**

Two lines with the same key in one block.

**Why it matters**

Only one of the two values can hold; the other would be lost without a word.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
status: reviewed
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

Delete one of the two lines.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.DUPLICATE_KEY, __doc__, covers=("E01",))
