"""`[[…]]` names no entry of the glossary.

**What it finds**

A mark in the text whose id no entry has; a directive (`[[chart: …]]`) of an unknown kind, with a
name or option that does not exist, or in a list or quotation.

**Why it matters**

The words would stand there without the link that the author wanted.

**Bad**

```content/about.md
---
title: About
---
A [[gratn]] is money.
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
A [[grant]] is money.
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

Correct the id. A directive stands alone in a paragraph; the page “Writing pages” lists the kinds.
To show the brackets as text, put a backslash before them.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNKNOWN_MARK, __doc__, covers=("W27",))
