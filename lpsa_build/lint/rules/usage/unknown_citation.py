"""The cited source is not among the sources of the page.

**What it finds**

`[@ref]` in the text, where `ref` does not stand under `sources:` of the same file.

**Why it matters**

The number in the text would lead nowhere.

**Bad**

```content/references.yml
references:
  - {id: oecd-2019, type: report, title: Grants}
```

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
Grants are old [@oecd-2019].
```

**Good**

```content/references.yml
references:
  - {id: oecd-2019, type: report, title: Grants}
```

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
sources: [{ref: oecd-2019}]
---
Grants are old [@oecd-2019].
```

**Fix**

Add `{ref: …}` under `sources:`.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_CITATION, __doc__, covers=("E14",))
