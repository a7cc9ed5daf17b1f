"""The file is empty.

**What it finds**

A file without any text.

**Why it matters**

An entry without content has no meaning to publish.

**Bad**

```glossary/grant.md

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

Write the entry, or delete the file.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.EMPTY_FILE, __doc__, covers=("E01",))
