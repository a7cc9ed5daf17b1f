"""A phrase is set off in many texts and has no entry.

**What it finds**

A phrase of two to four words in bold on three pages or more, or a name in capitals used on five
pages or more, that is in no entry of the glossary. At most twenty are proposed, the most frequent
first. Phrases with a term of the glossary in them, headings and labels of lists ("**Note:** …") are
left out.

**Why it matters**

What authors stress again and again is a concept of the field. Without an entry each page explains
it, or does not, in its own way.

**Bad**

```content/p0.md
---
title: Money
---
The **fiscal cliff** is near in year 0.
```

```content/p1.md
---
title: Money
---
The **fiscal cliff** is near in year 1.
```

```content/p2.md
---
title: Money
---
The **fiscal cliff** is near in year 2.
```

**Good**

```content/p0.md
---
title: Money
---
The fiscal cliff is near in year 0.
```

```content/p1.md
---
title: Money
---
The fiscal cliff is near in year 1.
```

```content/p2.md
---
title: Money
---
The fiscal cliff is near in year 2.
```

**Fix**

If it is a concept of the field, add an entry. If it is a word of every day, it needs no bold
letters.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.candidates import find_candidates
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA418", "missing-term", Severity.ADVICE, "A frequent phrase has no entry.")
MOST = 20


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the first place of each phrase that may deserve an entry."""
    for candidate in find_candidates(content)[:MOST]:
        text, start, end = candidate.first
        yield FAULT.at(
            text.path,
            text.span(start, end),
            f"“{candidate.words}” is set off on {candidate.pages} pages and has no entry.",
            "Add a term for it if it is a concept of the field.",
        )


RULE = Rule(FAULT, __doc__, covers=("I05",), check_all=check_all, of_absence=True)
