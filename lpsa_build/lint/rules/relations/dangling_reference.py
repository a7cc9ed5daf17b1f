"""The entry that is named does not exist.

**What it finds**

An id in `broader`, `related`, `replaced_by`, `sources`, `terms` and every other field that names an
entry, for which there is no file; and a translation without the file that it translates.

**Why it matters**

The reader would meet a dead end, and relations would be counted that are none.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
broader: [transfer]
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/transfer.md
---
term: transfer
definition: Money that a government hands on.
domain: fiscal
status: draft
---
```

**Fix**

Correct the id; the message names the one that looks most like it. Or write the missing entry.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.DANGLING_REFERENCE, __doc__, covers=("E14",))
