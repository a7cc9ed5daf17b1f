"""A reference is cited nowhere.

**What it finds**

A reference of `content/references.yml` that no text, no list of sources and no other meaning names.

**Why it matters**

A bibliography is read as “what this site rests on”. An entry that nothing rests on was left behind
when a text changed, or waits for one that was never written.

**Bad**

```content/references.yml
references:
  - {id: somebody, type: book, title: On money, issued: {date-parts: [[2020]]}}
```

**Good**

```content/references.yml
references:
  - {id: somebody, type: book, title: On money, issued: {date-parts: [[2020]]}}
```

```content/index.md
---
title: Home
sources: [{ref: somebody}]
---
Money has to be counted [@somebody].
```

**Fix**

Cite it where it supports something, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.bibliography import cited, places
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: a shared bibliography is filled before the texts are (29 of our own 151 wait).
FAULT = Fault("LPSA710", "uncited-reference", Severity.ADVICE, "A reference is cited nowhere.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each reference that nothing cites."""
    names, where = cited(content), content.once(places)
    for entry in content.knowledge.references.values():
        if entry.id not in names:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*where[entry.id], "id")),
                f"“{entry.id}” is cited nowhere.",
                "Cite it where it supports something, or take it out.",
            )


RULE = Rule(FAULT, __doc__, covers=("W16", "W49"), check_all=check_all, of_absence=True)
