r"""The file is larger than allowed.

**What it finds**

Fields of more than 64 kB, a page of more than 1 MB, data of more than 8 MB, an image of more than 4
MB.

**Why it matters**

Readers on a slow line would wait for it.

**Bad**

```glossary/grant.md bytes
---
term: grant
definition: \{Money. × 12000}
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

Split the text, or make the image smaller.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.TOO_LARGE, __doc__)
