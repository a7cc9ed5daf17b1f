"""The start or end of a project names no year, or a day that there is not.

**What it finds**

A `start` or `end` without a year, and one that is written as `2024-05` or `2024-05-31` and is no
month or day of the calendar.

**Why it matters**

“Soon” is true for a week. Readers who come later cannot tell whether the project is still to come.

**Bad**

```content/projects/roads.md
---
title: Roads
summary: A project on roads.
status: ongoing
start: soon
---
Text.
```

**Good**

```content/projects/roads.md
---
title: Roads
summary: A project on roads.
status: ongoing
start: spring 2026
---
Text.
```

**Fix**

Write a year (`2026`), a month (`2026-11`), a day (`2026-11-20`), or words with a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.project_dates import YEAR, first_day
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Project
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA717", "unclear-date", Severity.WARNING, "A project's date names no year or day.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each date of a project that tells no time."""
    if isinstance(entry.fields, Project):
        for field in ("start", "end"):
            if wrong := _wrong(getattr(entry.fields, field) or ""):
                span = entry.tree.span_of((field,))
                yield FAULT.at(entry.path, span, wrong, "Write 2026, 2026-11 or 2026-11-20.")


def _wrong(words: str) -> str:
    try:
        first_day(words)
    except ValueError:
        return f"“{words}” is not in the calendar."
    return f"“{words}” names no year." if words and not YEAR.search(words) else ""


RULE = Rule(FAULT, __doc__, covers=("W46",), check_entry=check_entry)
