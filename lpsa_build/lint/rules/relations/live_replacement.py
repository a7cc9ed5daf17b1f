"""An entry says what replaces it, but is not withdrawn.

**What it finds**

`replaced_by` or `reason` in a term or primer whose status is not `deprecated`.

**Why it matters**

Only the page of a deprecated entry says that it was replaced. Here either the status was forgotten,
and readers go on using the old entry, or the line is left over.

**Bad**

```glossary/subvention.md
---
term: subvention
definition: Money that is given.
domain: fiscal
status: draft
replaced_by: transfer
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Good**

```glossary/subvention.md
---
term: subvention
definition: Money that is given.
domain: fiscal
status: deprecated
replaced_by: transfer
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Fix**

Write `status: deprecated`, or take the line out.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA214", "live-replacement", Severity.ERROR, "A live entry says it is replaced.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each field that a live entry may not have."""
    if getattr(entry.fields, "status", None) is Status.DEPRECATED:
        return
    for field in ("replaced_by", "reason"):
        if getattr(entry.fields, field, None):
            yield FAULT.at(
                entry.path,
                entry.tree.key_span_of((field,)),
                f"`{field}` stands here, but the status is not deprecated.",
                f"Write `status: deprecated`, or take the line `{field}` out.",
            )


RULE = Rule(FAULT, __doc__, covers=("E22",), check_entry=check_entry)
