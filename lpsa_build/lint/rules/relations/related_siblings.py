"""Two terms are called related although they already are kinds of the same thing.

**What it finds**

A term under `related` that has a broader term in common with the entry.

**Why it matters**

That siblings are related goes without saying; the page of the broader term lists them together.
What helps the reader is to say how they differ.

**Bad**

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
domain: fiscal
status: draft
broader: [revenue]
related: [tax]
---
```

```glossary/tax.md
---
term: tax
definition: Revenue that everybody in a place must pay.
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

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
domain: fiscal
status: draft
broader: [revenue]
contrast: [tax]
---
```

```glossary/tax.md
---
term: tax
definition: Revenue that everybody in a place must pay.
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

Move the name to `contrast` if the two are easily confused; else take it out.
"""

# Over 80 lines: the example needs three terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import named
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: in our own content all six such pairs say something a reader can use.
FAULT = Fault("LPSA207", "related-siblings", Severity.ADVICE, "Terms of one kind are related.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each related term with a broader term in common."""
    if not isinstance(entry.fields, Term):
        return
    terms = content.knowledge.terms
    for path, name in named(entry, "related"):
        if name not in terms or name == entry.id:
            continue
        common = set(entry.fields.broader) & set(terms[name].fields.broader)
        if common:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"“{name}” is a kind of “{min(common)}”, as this term is; that relates them.",
                "Name it under `contrast` if the two are easily confused; else take it out.",
            )


RULE = Rule(FAULT, __doc__, covers=("W32",), check_entry=check_entry)
