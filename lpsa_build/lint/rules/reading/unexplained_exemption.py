r"""A comment turns a finding off without a code or a reason.

**What it finds**

`lpsa-ignore` without the code or name of a rule, or without `because …`.

**Why it matters**

Those who come later must know why the rule does not hold here, or nobody will dare to remove the
comment.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
# lpsa-ignore LPSA317
aliases: [subsidy]
---
```

**Good**

```glossary/grant.md bytes
---
term: grant
# lpsa-ignore LPSA317 because the law has it so
definition: \{x × 401}
domain: fiscal
status: draft
---
```

**Fix**

Write `lpsa-ignore LPSA317 because …` with your reason.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNEXPLAINED_EXEMPTION, __doc__, covers=("E28",))
