"""The id is already taken by another entry.

**What it finds**

Two references with the same `id`.

**Why it matters**

A citation could mean either.

**Bad**

```content/references.yml
references:
  - {id: oecd-2019, type: report, title: Grants}
  - {id: oecd-2019, type: report, title: Taxes}
```

**Good**

```content/references.yml
references:
  - {id: oecd-2019-a, type: report, title: Grants}
  - {id: oecd-2019-b, type: report, title: Taxes}
```

**Fix**

Give the second one another id.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.REUSED_ID, __doc__, covers=("E03",))
