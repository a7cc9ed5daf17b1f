"""Two primers have one place in the reading order.

**What it finds**

The same number under `order` in two primers.

**Why it matters**

The number says what to read first. With one number for two, their names decide, and nobody has
thought about it.

**Bad**

```primers/money.md
---
title: Money
summary: On money.
order: 1
level: introductory
domains: [fiscal]
authors: [A. Writer]
status: draft
---
Text.
```

```primers/power.md
---
title: Power
summary: On power.
order: 1
level: introductory
domains: [fiscal]
authors: [A. Writer]
status: draft
---
Text.
```

**Good**

```primers/money.md
---
title: Money
summary: On money.
order: 1
level: introductory
domains: [fiscal]
authors: [A. Writer]
status: draft
---
Text.
```

```primers/power.md
---
title: Power
summary: On power.
order: 2
level: introductory
domains: [fiscal]
authors: [A. Writer]
status: draft
---
Text.
```

**Fix**

Give one of them another number; numbers may be left out.
"""

# Over 80 lines: the example needs two primers, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Primer
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA220", "shared-order", Severity.WARNING, "Two primers have one number.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at the number of each primer that an earlier one, by its name, has."""
    first: dict[int, Entry[Primer]] = {}
    for _, primer in sorted(content.knowledge.primers.items()):
        other = first.setdefault(primer.fields.order, primer)
        if other is not primer:
            yield FAULT.at(
                primer.path,
                primer.tree.span_of(("order",)),
                f"“{other.fields.title}” ({other.path}) has the number {primer.fields.order}, too.",
                "Give one of them another number.",
            )


RULE = Rule(FAULT, __doc__, covers=("W38",), check_all=check_all)
