"""YAML type tags are not used here.

**What it finds**

A value that begins with `!`.

**Why it matters**

In YAML such a value names a type of a program. We read plain text only.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
aliases: [!!str subsidy]
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
aliases: [subsidy]
---
```

**Fix**

Put quotation marks around the value.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.YAML_TAG, __doc__, covers=("E01",))
