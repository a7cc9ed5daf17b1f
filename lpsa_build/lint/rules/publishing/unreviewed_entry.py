"""Nobody has looked at the entry for a long time.

**What it finds**

A term or primer that is reviewed or approved, and whose `updated` lies more than two years back or
is missing.

**Why it matters**

Laws change, and so does the use of words. A reader who sees “approved” relies on somebody having
looked.

**Bad**

```primers/budget.md
---
title: The budget
summary: How a budget comes about.
order: 1
level: introductory
domains: [fiscal]
authors: [A. Author]
status: approved
updated: 2019-05-01
---
```

**Good**

```primers/budget.md
---
title: The budget
summary: How a budget comes about.
order: 1
level: introductory
domains: [fiscal]
authors: [A. Author]
status: draft
updated: 2019-05-01
---
```

**Fix**

Read the entry and its sources again. If all still holds, set `updated` to today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA708", "unreviewed-entry", Severity.ADVICE, "Nobody has looked for long.")
LONGEST = timedelta(days=730)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each reviewed entry whose date is old or missing."""
    for entry in content.entries:
        if getattr(entry.fields, "status", None) not in {Status.REVIEWED, Status.APPROVED}:
            continue
        day: date | None = getattr(entry.fields, "updated", None)
        if day is None or content.today - day > LONGEST:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("updated",) if day else ("status",)),
                f"It was last looked at on {day}."
                if day
                else "It does not say when it was updated.",
                "Read it again; if all still holds, set `updated` to today.",
            )


RULE = Rule(FAULT, __doc__, covers=("I09",), check_all=check_all)
