"""Two headings of a page have the same id.

**What it finds**

An id that the author gives to a heading, as in `{#notes}`, and that another heading of the page has
already: one of the text, or one that the page gets by itself, such as `sources` or `definition`.

**Why it matters**

A link to the id leads to the first of the two, whichever was meant.

**Bad**

```content/about.md
---
title: About
---
## How it began {#history}

In a small room.

## How it went on {#history}

In a larger one.
```

**Good**

```content/about.md
---
title: About
---
## How it began {#beginning}

In a small room.

## How it went on {#history}

In a larger one.
```

**Fix**

Give one of them another id, or none: every heading gets an id of its own by itself.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY
from lpsa_build.model.addresses import HEADINGS
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA440", "repeated-heading-id", Severity.WARNING, "Two headings of a page have the same id."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each heading whose given id is taken."""
    for text in content.writings(entry):
        if text.field != BODY:
            continue
        taken = set(HEADINGS[entry.kind])
        for section in text.prose.sections:
            if section.given and section.id in taken:
                yield FAULT.at(
                    text.path,
                    text.span(section.start, section.title_end),
                    f"The id “{section.id}” belongs to another heading of the page already.",
                    "Give this heading another id, or none: it then gets one by itself.",
                )
            taken.add(section.id)


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
