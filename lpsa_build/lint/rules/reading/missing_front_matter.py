"""The file does not begin with its fields.

**What it finds**

A Markdown file whose first line is not `---`.

**Why it matters**

The fields between the two lines of hyphens say what the entry is; without them it cannot be placed.

**Bad**

```glossary/grant.md
term: grant
definition: Money that one government gives to another.
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

Begin with a line `---`, then the fields, then a second line `---`, then the text.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.MISSING_FRONT_MATTER, __doc__, covers=("E01",))
