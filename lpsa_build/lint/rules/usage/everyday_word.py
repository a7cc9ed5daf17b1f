"""A one-word term stands on so many pages that it may be an everyday word.

**What it finds**

A term of one word that is found on more than the share of all pages that the site sets (30 % unless
`everyday_share` says otherwise).

**Why it matters**

A page in which every second word is a link is hard to read.

**Bad**

```glossary/report.md
---
term: report
definition: A paper that tells what was done.
domain: fiscal
status: draft
---
```

```content/page-{1..20}.md
---
title: A page
---
A report.
```

**Good**

```glossary/report.md
---
term: report
definition: A paper that tells what was done.
domain: fiscal
status: draft
common_word: true
---
```

```content/page-{1..20}.md
---
title: A page
---
A report.
```

**Fix**

Write `common_word: true` in the entry: the word is then linked only where it is marked, or on pages
of its domain. Leave it if the word is the subject of the site.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.EVERYDAY_WORD, __doc__, covers=("I04",))
