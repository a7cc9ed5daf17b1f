r"""A tab is used where YAML wants spaces.

**What it finds**

A tab at the beginning of a line of fields.

**Why it matters**

YAML does not allow tabs there, since editors disagree on how wide one is.

**Bad**

```glossary/grant.md bytes
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
related:
\t- grant
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
aliases:
  - subsidy
---
```

**Fix**

Replace each tab with two spaces.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.TAB_INDENT, __doc__, covers=("E01",))
