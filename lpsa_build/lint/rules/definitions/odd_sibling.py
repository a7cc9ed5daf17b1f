"""A kind is defined in other words than its siblings are.

**What it finds**

Three or more kinds of one concept, most of which begin their definitions with the same words, and
one that begins with others: “Autonomy …” beside “Local autonomy …” twice. English only.

**Why it matters**

Siblings that begin alike can be compared at a glance: what follows is what tells them apart.

**Bad**

```glossary/transfer.md
---
term: intergovernmental transfer
aliases: [intergovernmental grant]
definition: Money that one level of government gives to another.
domain: fiscal
status: draft
---
```

```glossary/conditional-transfer.md
---
term: conditional grant
definition: Intergovernmental transfer whose use is tied to a set purpose.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/unconditional-grant.md
---
term: unconditional grant
definition: Intergovernmental transfer that may be spent freely.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/matching-grant.md
---
term: matching grant
definition: Intergovernmental grant that covers a share of what the receiver spends.
domain: fiscal
status: draft
broader: [transfer]
---
```

**Good**

```glossary/matching-grant.md
---
term: matching grant
definition: Intergovernmental transfer that covers a share of what the receiver spends.
domain: fiscal
status: draft
---
```

**Fix**

Begin with the words that the siblings begin with, if they fit.
"""
# Over 80 lines: it takes a family to show.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.genus import begins_with
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA313", "odd-sibling", Severity.ADVICE, "A kind is defined in other words than its siblings."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the genus of each definition that breaks the pattern of its siblings."""
    terms = content.knowledge.terms
    for parent, children in content.knowledge.narrower.items():
        found = [d for child in children for d in content.definitions(terms[child])[:1] if d.genus]
        counts = Counter(_genus(definition) for definition in found)
        if len(found) < 3 or parent not in terms:
            continue
        usual, times = counts.most_common(1)[0]
        for definition in found if times * 3 >= len(found) * 2 else ():
            # Another genus altogether is the business of genus-not-broader.
            if _genus(definition) != usual and begins_with(definition, terms[parent]):
                genus = definition.genus
                assert genus
                yield FAULT.at(
                    definition.entry.path,
                    definition.span(genus.start, genus.end),
                    f"{times} of {len(found)} kinds of “{terms[parent].fields.term}” begin with "
                    f"“{usual}”, this one with “{_genus(definition)}”.",
                    f"Begin with “{usual}”, too, if it fits.",
                )


def _genus(definition: Definition) -> str:
    genus = definition.genus
    return definition.plain[genus.start : genus.end].lower() if genus else ""


RULE = Rule(FAULT, __doc__, covers=("W13",), check_all=check_all)
