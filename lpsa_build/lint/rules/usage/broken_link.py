"""The page or heading linked to is missing.

**What it finds**

Links to files and headings that do not exist.

**Why it matters**

Readers would meet “page not found”, or land at the top of a long page.

**Bad**

```content/about.md
---
title: About
---
See the [grant](../glossary/gratn.md).
```

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Good**

```content/about.md
---
title: About
---
See the [grant](../glossary/grant.md).
```

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Fix**

Correct the path; it is the path of the file in this folder tree, seen from the file that links.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.BROKEN_LINK, __doc__, covers=("E20",))
