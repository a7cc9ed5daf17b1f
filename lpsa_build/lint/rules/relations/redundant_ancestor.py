"""A broader term is named although another named term already stands below it.

**What it finds**

A term under `broader` or `part_of` that stands above another term of the same list.

**Why it matters**

“A property tax is a kind of tax and a kind of revenue” says the second thing twice, since a tax is
a kind of revenue. When the middle term moves, the extra line stays behind and becomes wrong.

**Bad**

```glossary/property-tax.md
---
term: property tax
definition: Tax on land and buildings.
domain: fiscal
status: draft
broader: [tax, revenue]
---
```

```glossary/tax.md
---
term: tax
definition: Compulsory payment to a government.
domain: fiscal
status: draft
broader: [revenue]
---
```

```glossary/revenue.md
---
term: revenue
definition: Money that a government receives.
domain: fiscal
status: draft
---
```

**Good**

```glossary/property-tax.md
---
term: property tax
definition: Tax on land and buildings.
domain: fiscal
status: draft
broader: [tax]
---
```

```glossary/tax.md
---
term: tax
definition: Compulsory payment to a government.
domain: fiscal
status: draft
broader: [revenue]
---
```

```glossary/revenue.md
---
term: revenue
definition: Money that a government receives.
domain: fiscal
status: draft
---
```

**Fix**

Keep the nearest term only. `--fix` takes the other one out.
"""

# Over 80 lines: the example needs three terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import HIERARCHY, ancestors, named
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA205", "redundant-ancestor", Severity.WARNING, "A broader term follows from another one."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each broader term that another broader term implies."""
    known = content.knowledge.terms
    for field in HIERARCHY if entry.kind is Kind.TERM else ():
        listed = [(path, name) for path, name in named(entry, field) if name in known]
        if len(listed) < 2:
            continue
        above = {name: ancestors(content.knowledge, name) for _, name in listed}
        for path, name in listed:
            nearer = next((n for n in above if name in above[n] and n not in above[name]), None)
            if nearer and nearer != name:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(path),
                    f"“{name}” already stands above “{nearer}”, which is named here too.",
                    f"Keep “{nearer}” only.",
                    fix=Fix(True, (removal(entry, path),)),
                )


RULE = Rule(FAULT, __doc__, covers=("W31",), check_entry=check_entry)
