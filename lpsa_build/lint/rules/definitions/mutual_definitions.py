"""Two definitions explain each other.

**What it finds**

Two terms, each of which stands in the first sentence of the other's definition. Mentions that only
set a term apart (“rather than a grant”, “unlike …”) do not count.

**Why it matters**

A reader who knows neither of the two words learns neither.

**Bad**

```glossary/grant.md
---
term: grant
definition: Transfer that the receiver need not pay back.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
definition: Money that moves as a grant or by another path.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Transfer that the receiver need not pay back.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
definition: Money that moves from one level of government to another.
domain: fiscal
status: draft
---
```

**Fix**

Decide which of the two is the wider concept, and explain that one without the other.
"""
# Over 80 lines: a pair takes two files to show.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.circles import circles_in, show_circle
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA302", "mutual-definitions", Severity.WARNING, "Two definitions explain each other."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding in both definitions, at the words that name the other term."""
    graph, circles = content.once(circles_in)
    terms = content.knowledge.terms
    for circle in circles:
        if len(circle) == 2:
            for one, other in (circle, circle[::-1]):
                yield FAULT.at(
                    terms[one].path,
                    graph[one][other].span,
                    f"The definitions explain each other: {show_circle(content, (one, other))}.",
                    f"Explain one of them without the other: here, or in {terms[other].path}.",
                )


RULE = Rule(FAULT, __doc__, covers=("W02",), check_all=check_all)
