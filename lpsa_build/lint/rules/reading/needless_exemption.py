"""A comment turns off what is not found any more.

**What it finds**

A code or name in `lpsa-ignore` that has no finding in the place that the comment holds for.

**Why it matters**

A comment that does nothing would hide the next finding, which nobody has thought about.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
# lpsa-ignore LPSA317 because the law has it so
aliases: [subsidy]
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

Delete the comment, or the name in it.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.NEEDLESS_EXEMPTION, __doc__, covers=("E28",))
