"""A line of the fields cannot be read.

**What it finds**

What YAML does not allow: an open quotation mark or bracket, a second colon in a value, a value that
begins with a sign.

**Why it matters**

The key on that line, and perhaps the whole entry, would be missing from the site.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money: what one government gives to another.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: "Money: what one government gives to another."
domain: fiscal
status: draft
---
```

**Fix**

Put the value in quotation marks, or close the bracket.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.INVALID_YAML, __doc__, covers=("E01",))
