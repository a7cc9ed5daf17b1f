"""A term is used on a single page.

**What it finds**

A term that one page uses (a primer, project, framework or article), and no other page, no
definition and no other entry. Only where the site has three pages or more besides the entries.

**Why it matters**

An entry of the glossary is worth its upkeep where several texts rely on one meaning. What a single
page needs, that page can explain.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Index
---
A grant is paid.
```

```content/towns.md
---
title: Towns
---
Towns grow.
```

```content/data.md
---
title: Data
---
Figures.
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Index
---
A grant is paid.
```

```content/towns.md
---
title: Towns
---
A grant helps towns.
```

```content/data.md
---
title: Data
---
Figures.
```

**Fix**

Explain the word on the page and withdraw the entry, or use the term where other pages mean the
same.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA419", "single-page-term", Severity.ADVICE, "A term is used on a single page.")
FEWEST_PAGES = 3
"""On a smaller site a second page can hardly be asked for."""


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each live term that is used on a single page."""
    if len(content.entries) - len(content.knowledge.terms) < FEWEST_PAGES:
        return
    paths = {entry.key: entry.path for entry in content.entries}
    for term in content.knowledge.terms.values():
        users = {usage.entry for usage in content.links.used_in.get(term.id, ())} - {term.key}
        items = content.knowledge.items_on.get(term.id)
        if len(users) == 1 and not items and term.fields.status is not Status.DEPRECATED:
            (user,) = users
            if not user.startswith("term:"):
                yield FAULT.at(
                    term.path,
                    term.tree.span_of(("term",)),
                    f"“{term.fields.term}” is used on one page only: {paths[user]}.",
                    "Explain it there, or use it where others mean the same.",
                )


RULE = Rule(FAULT, __doc__, covers=("I08",), check_all=check_all, of_absence=True)
