r"""Brackets or lists are nested too deeply.

**What it finds**

More than 20 levels of brackets, lists or keys.

**Why it matters**

Nobody can read it; mostly a bracket is not closed.

**Bad**

```glossary/grant.md bytes
---
term: \{[ × 30}
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
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

Look for the bracket that is not closed.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.TOO_DEEP, __doc__)
