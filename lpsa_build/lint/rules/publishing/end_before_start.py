"""A project ends before it starts.

**What it finds**

An `end` of a project that lies before its `start`, if both are written as `2024`, `2024-05` or
`2024-05-31`.

**Why it matters**

One of the two is mistyped, and readers cannot know which.

**Bad**

```content/projects/roads.md
---
title: Roads
summary: A project on roads.
status: completed
start: "2024"
end: "2021"
---
Text.
```

**Good**

```content/projects/roads.md
---
title: Roads
summary: A project on roads.
status: completed
start: "2021"
end: "2024"
---
Text.
```

**Fix**

Correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.project_dates import WRITTEN
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Project
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA715", "end-before-start", Severity.ERROR, "A project ends before it has started."
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the end of a project that lies before its start."""
    if not isinstance(entry.fields, Project):
        return
    start, end = entry.fields.start or "", entry.fields.end or ""
    precise = min(len(start), len(end))
    if WRITTEN.fullmatch(start) and WRITTEN.fullmatch(end) and end[:precise] < start[:precise]:
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("end",)),
            f"{end} lies before the start ({start}).",
            "Correct the one that is wrong.",
        )


RULE = Rule(FAULT, __doc__, covers=("W46",), check_entry=check_entry)
