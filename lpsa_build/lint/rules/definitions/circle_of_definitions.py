"""Three or more definitions explain each other in a circle.

**What it finds**

The shortest circle of first sentences that leads from a term back to it, over two or more others.
Terms that are in a circle of two already are reported there (`mutual-definitions`).

**Why it matters**

Somewhere a reader has to meet a word that needs no glossary. In a circle that never happens.

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
definition: Flow of public revenue between levels.
domain: fiscal
status: draft
---
```

```glossary/public-revenue.md
---
term: public revenue
definition: Money from taxes, or from a grant.
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
definition: Flow of public revenue between levels.
domain: fiscal
status: draft
---
```

```glossary/public-revenue.md
---
term: public revenue
definition: Money that a public body receives and may keep.
domain: fiscal
status: draft
---
```

**Fix**

Look for the widest concept in the circle, and explain it in everyday words.
"""
# Over 80 lines: a circle takes three files to show.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.circles import circles_in, show_circle
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA311", "circle-of-definitions", Severity.ADVICE, "Definitions explain each other."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding in each definition of a circle, at the words that lead on."""
    graph, circles = content.once(circles_in)
    for circle in circles:
        if len(circle) > 2:
            for at, (one, other) in enumerate(zip(circle, (*circle[1:], circle[0]), strict=True)):
                yield FAULT.at(
                    content.knowledge.terms[one].path,
                    graph[one][other].span,
                    "The definitions go in a circle: "
                    f"{show_circle(content, (*circle[at:], *circle[:at]))}.",
                    "Explain the widest of these concepts without the others.",
                )


RULE = Rule(FAULT, __doc__, covers=("W02",), check_all=check_all)
