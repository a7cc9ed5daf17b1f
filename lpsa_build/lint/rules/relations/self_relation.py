"""An entry names itself as its own broader, related or earlier entry.

**What it finds**

A term that stands in its own `broader`, `part_of`, `related` or `contrast`, and a primer that is
to be read before itself.

**Why it matters**

Nothing is its own kind, part or neighbor. Mostly the line was copied from another entry, and the
id that was meant is missing.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
broader: [grant]
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
---
```

**Fix**

Write the id that was meant, or take the name out. `--fix` takes it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import RELATIONS, named
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault("LPSA202", "self-relation", Severity.ERROR, "The entry is related to itself.")
FIELDS = {Kind.TERM: RELATIONS, Kind.PRIMER: ("prerequisites",)}


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each place where an entry names itself."""
    for path, name in named(entry, *FIELDS.get(entry.kind, ())):
        if name == entry.id:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"“{path[0]}” names the entry itself.",
                "Write the id that was meant, or take it out.",
                fix=Fix(True, (removal(entry, path),)),
            )


RULE = Rule(FAULT, __doc__, covers=("E15",), check_entry=check_entry)
