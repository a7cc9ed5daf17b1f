"""There is no such key.

**What it finds**

A key that the content model does not know, mostly a slip of the pen.

**Why it matters**

What stands under it would be read by nobody.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
alias: [subsidy]
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

Correct the key; the message names the one that looks most like it.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_KEY, __doc__, covers=("E01",))
