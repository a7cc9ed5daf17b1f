"""The term has no relation to any other.

**What it finds**

A term that names no other term, and that no other term names: under `broader`, `part_of`, `related`
or `contrast`.

**Why it matters**

A vocabulary is more than a list of words. From an isolated entry a reader can go nowhere, and
whoever changes a neighboring concept does not find it.

**Bad**

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
domain: fiscal
status: draft
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

Add at least one of `broader`, `part_of`, `related` and `contrast`.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import is_related
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA210", "isolated-term", Severity.WARNING, "The term has no relation to any other."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each live term without relations, in a glossary of two or more."""
    fields, knowledge = entry.fields, content.knowledge
    if not isinstance(fields, Term) or fields.status is Status.DEPRECATED:
        return
    if len(knowledge.terms) > 1 and not is_related(knowledge, entry.id):
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("term",)),
            f"“{fields.term}” has no relation to any other term.",
            "Add at least one of `broader`, `part_of`, `related` and `contrast`.",
        )


RULE = Rule(FAULT, __doc__, covers=("W41",), check_entry=check_entry, of_absence=True)
