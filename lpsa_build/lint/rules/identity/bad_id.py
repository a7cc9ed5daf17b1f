"""The file name cannot serve as an id.

**What it finds**

File names with capitals, spaces, dots, underscores or letters beyond a–z.

**Why it matters**

The name of the file becomes the address of the page, which people type and cite.

**Bad**

```glossary/Block_Grant.md
---
term: block grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Good**

```glossary/block-grant.md
---
term: block grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Fix**

Rename the file with small letters, digits and single hyphens.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.BAD_ID, __doc__, covers=("E04",))
