"""An item of a framework relies on a term that is still a draft.

**What it finds**

A draft under `terms` of an item. Terms that are withdrawn are reported as `deprecated-relation`.

**Why it matters**

What an item asks for is as firm as the definitions that it rests on. If the definition changes,
scores that were given before and after mean different things.

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
status: reviewed
sources: [{ref: somebody}]
---
```

```content/references.yml
references:
  - {id: somebody, type: book, title: On money}
```

**Fix**

Have the term reviewed, or name one that has been.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA620", "draft-term-in-item", Severity.WARNING, "An item relies on a draft.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each draft that an item of a framework names."""
    if not isinstance(entry.fields, Framework):
        return
    terms = content.knowledge.terms
    for path, item in items_with_paths(entry.fields):
        for number, name in enumerate(item.terms):
            if name in terms and terms[name].fields.status is Status.DRAFT:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of((*path, "terms", number)),
                    f"“{item.code}” relies on “{terms[name].fields.term}”, which is a draft.",
                    f"Have {terms[name].path} reviewed, or name a term that has been.",
                )


RULE = Rule(FAULT, __doc__, covers=("W26",), check_entry=check_entry)
