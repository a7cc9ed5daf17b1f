"""The block of fields is never closed.

**What it finds**

A first line `---` without a second one.

**Why it matters**

Nobody can tell where the fields end and the text begins.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
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

Put a line `---` after the last field.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNCLOSED_FRONT_MATTER, __doc__, covers=("E01",))
