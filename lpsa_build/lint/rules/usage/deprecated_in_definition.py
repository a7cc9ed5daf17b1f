"""A definition relies on a term that has been withdrawn.

**What it finds**

A deprecated term in the definition or scope note of an entry that is not deprecated itself.
Relations to deprecated terms are a matter of `deprecated-relation`.

**Why it matters**

A definition stands on the concepts that it uses. If one of them has been withdrawn, the reader is
sent to a page that says "do not use this".

**Bad**

```glossary/local-income.md
---
term: local income
definition: Money that comes in at the local level.
domain: fiscal
status: deprecated
replaced_by: own-source-revenue
---
```

```glossary/own-source-revenue.md
---
term: own-source revenue
definition: Local income that a government raises under its own authority.
domain: fiscal
status: draft
---
```

**Good**

```glossary/local-income.md
---
term: local income
definition: Money that comes in at the local level.
domain: fiscal
status: deprecated
replaced_by: own-source-revenue
---
```

```glossary/own-source-revenue.md
---
term: own-source revenue
definition: Money that a government raises under its own authority.
domain: fiscal
status: draft
---
```

**Fix**

Use the successor, or say in plain words what is meant.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.talk import DEFINING
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA409",
    "deprecated-in-definition",
    Severity.ERROR,
    "A definition relies on a withdrawn term.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each deprecated term in the definition of a live one."""
    terms = content.knowledge.terms
    if getattr(entry.fields, "status", None) is Status.DEPRECATED:
        return
    for mention in content.mentions(entry):
        used = terms.get(mention.term)
        if used and used.fields.status is Status.DEPRECATED and mention.field[0] in DEFINING:
            successor = terms.get(used.fields.replaced_by or "")
            yield FAULT.at(
                mention.path,
                mention.span,
                f"“{used.fields.term}” is deprecated, and a live entry relies on it.",
                f"Use “{successor.fields.term}”." if successor else "Say it in other words.",
            )


RULE = Rule(FAULT, __doc__, covers=("E21",), check_entry=check_entry)
