"""The value is of another kind than expected.

**What it finds**

A list where one text is expected, a text where a number or a day is expected, and the like.

**Why it matters**

The value could be read in more than one way.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
aliases: subsidy
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

Write the value in the way that the message shows.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.WRONG_TYPE, __doc__, covers=("E02",))
