"""A file of this kind, name or place is not published.

**What it finds**

Files that are neither text nor an image that we know, names that a web address cannot keep, links
to other places of the disk, and files in a folder where the build does not know what they are.

**Why it matters**

What is not published should not lie among what is: somebody will link to it.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

```glossary/notes.docx
Notes
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

Move the file out of the content folders, or rename it.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNEXPECTED_FILE, __doc__, covers=("W49",))
