"""Two items of a framework have codes that are easily taken for each other.

**What it finds**

Codes that differ in capitals, spaces or signs only: `PI-7` and `pi 7`.

**Why it matters**

An assessment gives its scores by code, and each item has an address made from it. Two codes that
look alike get their scores exchanged, and one address is taken for the other.

**Bad**

```frameworks/checklist/framework.yml
title: Checklist
version: "1"
publisher: Somebody
licence: Own work.
summary: What to look at.
confidence: verified
scales:
  yesno: {kind: ordered, values: [{code: Y, points: 1}, {code: N, points: 0}]}
structure:
  levels: [question]
  items:
    - {code: "A 1", title: Are there grants?, scale: yesno}
    - {code: "A-1", title: Are there loans?, scale: yesno}
```

**Good**

```frameworks/checklist/framework.yml
title: Checklist
version: "1"
publisher: Somebody
licence: Own work.
summary: What to look at.
confidence: verified
scales:
  yesno: {kind: ordered, values: [{code: Y, points: 1}, {code: N, points: 0}]}
structure:
  levels: [question]
  items:
    - {code: "A-1", title: Are there grants?, scale: yesno}
    - {code: "A-2", title: Are there loans?, scale: yesno}
```

**Fix**

Give each item the code that the framework itself has printed.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA621", "look-alike-code", Severity.ERROR, "Codes of two items look alike.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each code that looks like one above it."""
    if not isinstance(entry.fields, Framework):
        return
    seen: dict[str, str] = {}
    for path, item in items_with_paths(entry.fields):
        first = seen.setdefault(re.sub(r"[^\w.]+|_", "-", item.code.casefold()), item.code)
        if first != item.code:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*path, "code")),
                f"“{item.code}” looks like “{first}” above.",
                "Give each item the code that the framework itself has printed.",
            )


RULE = Rule(FAULT, __doc__, covers=("E27", "W38"), check_entry=check_entry)
