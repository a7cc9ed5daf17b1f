"""The baseline lists a finding that is gone.

**What it finds**

A line of the file given with `--baseline` for which there is no finding.

**Why it matters**

The baseline may only shrink: what is mended must stay mended.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

```baseline.txt
glossary/grant.md LPSA317 The definition has 401 characters; 400 fit on the card.
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

Delete the line.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.STALE_BASELINE, __doc__, covers=("E28",))
