"""The fields are not written as `key: value`.

**What it finds**

Fields that are a list or a plain text.

**Why it matters**

Without keys the build cannot know what each value means.

**Bad**

```glossary/grant.md
---
- grant
- Money that one government gives to another.
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

Write one `key: value` a line.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.NOT_A_MAPPING, __doc__, covers=("E01",))
