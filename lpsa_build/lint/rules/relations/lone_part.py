"""A whole has one part only.

**What it finds**

A term of which exactly one other term says that it is a part (`part_of`).

**Why it matters**

What has parts has at least two. Either the other parts have no entry yet, and a reader takes the
one for the whole; or the relation is of another sort: a kind (`broader`) or a neighbor (`related`).

**Bad**

```glossary/city.md
---
term: city
definition: Large settlement with a charter.
domain: governance
status: draft
---
```

```glossary/ward.md
---
term: ward
definition: Quarter that elects a councillor.
domain: governance
status: draft
part_of: [city]
---
```

**Good**

```glossary/city.md
---
term: city
definition: Large settlement with a charter.
domain: governance
status: draft
---
```

```glossary/ward.md
---
term: ward
definition: Quarter that elects a councillor.
domain: governance
status: draft
part_of: [city]
---
```

```glossary/suburb.md
---
term: suburb
definition: Quarter at the edge.
domain: governance
status: draft
part_of: [city]
---
```

**Fix**

Add the other parts, or say `related` instead of `part_of`.
"""

# Over 80 lines: the good example needs three terms.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import named
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: in a glossary that grows, the other parts come later (11 of the 16 wholes of our own).
FAULT = Fault("LPSA209", "lone-part", Severity.ADVICE, "A whole has one part only.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the `part_of` of a term that is the only part of its whole."""
    if entry.kind is not Kind.TERM:
        return
    for path, whole in named(entry, "part_of"):
        if content.knowledge.has_part.get(whole) == (entry.id,) and whole != entry.id:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"This is the only part that “{whole}” has.",
                "Add the other parts, or say `related` instead.",
            )


RULE = Rule(FAULT, __doc__, covers=("W37",), check_entry=check_entry, of_absence=True)
