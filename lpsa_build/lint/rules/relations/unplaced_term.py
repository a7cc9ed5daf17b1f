"""The term stands outside every hierarchy.

**What it finds**

A term that is no kind and no part of another one, and of which no other term is a kind or part. A
term that has no relation at all is reported as `isolated-term` instead.

**Why it matters**

A reader who does not know the word finds it by going down from a wider one. A definition begins
with the wider concept; that one is nearly always worth naming under `broader`.

**Bad**

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
domain: fiscal
status: draft
related: [revenue]
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

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
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

Add `broader: [id]` for the concept that the definition begins with, or `part_of: [id]` for the
whole.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import HIERARCHY, is_related
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA208", "unplaced-term", Severity.ADVICE, "The term stands outside every hierarchy."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each live term without a place in a hierarchy, though it has relations."""
    fields, knowledge = entry.fields, content.knowledge
    if not isinstance(fields, Term) or fields.status is Status.DEPRECATED:
        return
    placed = is_related(knowledge, entry.id, HIERARCHY)
    if not placed and is_related(knowledge, entry.id):
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("term",)),
            f"“{fields.term}” is no kind and no part of another term, nor has it any.",
            "Add `broader: [id]` for the concept that its definition begins with.",
        )


RULE = Rule(FAULT, __doc__, covers=("W35",), check_entry=check_entry, of_absence=True)
