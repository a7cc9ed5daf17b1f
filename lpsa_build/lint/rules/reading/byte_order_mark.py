r"""The file begins with an invisible byte order mark.

**What it finds**

The character U+FEFF at the very beginning of a file. Some Windows programs add it.

**Why it matters**

Programs that do not expect it take it for a letter. We read the file without it.

**Bad**

```content/about.md bytes
\uFEFF---
title: About
---
Text.
```

**Good**

```content/about.md
---
title: About
---
Text.
```

**Fix**

Save the file as “UTF-8”, not as “UTF-8 with BOM”.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.BYTE_ORDER_MARK, __doc__, covers=("E10",))
