"""A few terms are related to each other, and to nothing else.

**What it finds**

A group of two or more terms from which no relation leads to the rest of the glossary, where at
least two thirds of the terms hang together.

**Why it matters**

The vocabulary is one: a reader who follows relations should come from any term to any other. A
group on its own was mostly added at one time and never joined to what was there.

**Bad**

```glossary/grant.md
---
term: grant
definition: Revenue that is given and not paid back.
domain: fiscal
status: draft
broader: [revenue]
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

```glossary/fee.md
---
term: fee
definition: Price that a government asks for a service.
domain: fiscal
status: draft
related: [revenue]
---
```

```glossary/council.md
---
term: council
definition: Assembly of councillors.
domain: governance
status: draft
---
```

```glossary/councillor.md
---
term: councillor
definition: Person who is elected to decide for a place.
domain: governance
status: draft
part_of: [council]
---
```

**Good**

```glossary/council.md
---
term: council
definition: Assembly of councillors.
domain: governance
status: draft
---
```

```glossary/councillor.md
---
term: councillor
definition: Person who is elected to decide for a place.
domain: governance
status: draft
part_of: [council]
---
```

**Fix**

Relate one term of the group to one outside it, for example under `related`.
"""

# Over 80 lines: the bad example needs two groups of terms.
from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import RELATIONS, named
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA211", "disconnected-cluster", Severity.WARNING, "A few terms are cut off from the rest."
)

LEAST = Fraction(2, 3)
"""Share of the terms in the largest group from which the others are cut off; measured on glossaries
whose links are few (MDN, Glosario): there every subject is an island, and no island is a fault."""


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the first term of each group that is cut off."""
    terms = content.knowledge.terms
    groups = sorted(find_groups(content.knowledge), key=len)
    if not groups or len(groups[-1]) < LEAST * len(terms):
        return
    for group in groups[:-1]:
        if len(group) > 1:
            first, *others = sorted(group)
            names = ", ".join(f"“{terms[name].fields.term}”" for name in others)
            entry = terms[first]
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("term",)),
                f"“{entry.fields.term}” is related to {names}, and they to nothing else.",
                "Relate one of them to a term outside this group.",
            )


def find_groups(knowledge: KnowledgeBase) -> Iterator[set[str]]:
    """Yield the sets of terms that hang together by any relation."""
    beside: dict[str, set[str]] = {term: set() for term in knowledge.terms}
    for entry in knowledge.terms.values():
        for _, name in named(entry, *RELATIONS):
            if name in beside:
                beside[entry.id].add(name)
                beside[name].add(entry.id)
    left = dict.fromkeys(knowledge.terms)
    while left:
        group = {next(iter(left))}
        edge = set(group)
        while edge:
            edge = set().union(*(beside[term] for term in edge)) - group
            group |= edge
        yield group
        for term in group:
            del left[term]


RULE = Rule(FAULT, __doc__, covers=("W41",), check_all=check_all, of_absence=True)
