"""YAML anchors and aliases are not used here.

**What it finds**

`&name` or `*name` at the beginning of a value.

**Why it matters**

A value written in one place and used in another is hard to follow, and can be made to grow without
end.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
aliases: [&subsidy subsidy]
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

Write the value out, or put it in quotation marks if it begins with such a sign.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.YAML_ALIAS, __doc__, covers=("E01",))
