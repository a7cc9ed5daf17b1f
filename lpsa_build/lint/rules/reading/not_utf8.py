r"""The file is not saved as UTF-8 text.

**What it finds**

A byte that is no UTF-8, or a file in UTF-16.

**Why it matters**

In another encoding an “é” becomes another letter, or none. Rather than publish wrong letters, the
file is left out.

**Bad**

```glossary/grant.md bytes
---
term: grant
definition: Money that a Pr\xE9fet gives.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a Préfet gives.
domain: fiscal
status: draft
---
```

**Fix**

Open the file in your editor and save it again with the encoding “UTF-8”.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.NOT_UTF8, __doc__, covers=("E01",))
