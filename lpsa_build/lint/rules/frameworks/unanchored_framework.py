"""No item of a framework names a term of the glossary.

**What it finds**

A framework whose items all lack `terms`.

**Why it matters**

The site ties what is measured to what the words mean. A framework without such ties stands beside
the glossary, and a change of a definition warns nobody who scores by it.

**Bad**

```frameworks/checklist/framework.yml
title: Checklist
version: "1"
publisher: Somebody
licence: Own work.
summary: What to look at.
confidence: verified
scales:
  yesno: {kind: ordered, values: [{code: Y, points: 1}, {code: N, points: 0}]}
structure:
  levels: [question]
  items:
    - {code: "1", title: Are there grants?, scale: yesno}
```

**Good**

```frameworks/checklist/framework.yml
title: Checklist
version: "1"
publisher: Somebody
licence: Own work.
summary: What to look at.
confidence: verified
scales:
  yesno: {kind: ordered, values: [{code: Y, points: 1}, {code: N, points: 0}]}
structure:
  levels: [question]
  items:
    - {code: "1", title: Are there grants?, scale: yesno, terms: [grant]}
```

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

**Fix**

Add `terms: [id]` to the items whose meaning depends on a term.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: of frameworks listed for what they count, 2 of our own 17 name nothing that we define.
FAULT = Fault("LPSA622", "unanchored-framework", Severity.ADVICE, "No item names a term.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the items of a framework that names no term."""
    if isinstance(entry.fields, Framework) and not any(i.terms for _, i in entry.fields.walk()):
        yield FAULT.at(
            entry.path,
            entry.tree.key_span_of(("structure", "items")),
            "No item of this framework names a term of the glossary.",
            "Add `terms: [id]` to the items whose meaning depends on a term.",
        )


RULE = Rule(FAULT, __doc__, covers=("E27",), check_entry=check_entry)
