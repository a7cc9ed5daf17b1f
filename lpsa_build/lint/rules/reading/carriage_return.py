r"""The lines end in the Windows way.

**What it finds**

Line ends of two characters (CR LF) instead of one (LF).

**Why it matters**

Nothing is lost, but a change of one word then shows as a change of every line.

**Bad**

```content/about.md bytes
---\r
title: About\r
---\r
Text.\r
```

**Good**

```content/about.md
---
title: About
---
Text.
```

**Fix**

Set the line ends of your editor to “LF” or “Unix”.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.CARRIAGE_RETURN, __doc__)
