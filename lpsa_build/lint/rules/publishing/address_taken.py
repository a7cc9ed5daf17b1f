"""An old id would cover the address of another page.

**What it finds**

An id under `redirect_from` that another entry has, now or formerly.

**Why it matters**

An old address can lead to one page only.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
redirect_from: [subsidy]
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money for a purpose.
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

```glossary/subsidy.md
---
term: subsidy
definition: Money for a purpose.
domain: fiscal
status: draft
---
```

**Fix**

Take it out of `redirect_from`; ids are never used again.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.ADDRESS_TAKEN, __doc__, covers=("E06",))
