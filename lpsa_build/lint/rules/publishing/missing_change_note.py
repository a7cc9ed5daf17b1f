"""An earlier wording does not say why it was changed.

**What it finds**

An entry of `history` without a `note`.

**Why it matters**

Two wordings side by side show what is new. Whether the meaning has become wider or narrower, and
what spoke for it, is known to those who made the change, and soon to nobody.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away for good.
domain: fiscal
status: draft
revision: 2
history:
  - {revision: 1, definition: Money that is given away., date: 2026-01-10}
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that is given away for good.
domain: fiscal
status: draft
revision: 2
history:
  - {revision: 1, definition: Money that is given away., date: 2026-01-10, note: No loans.}
---
```

**Fix**

Add a `note` of a few words.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA716", "missing-change-note", Severity.WARNING, "An earlier wording has no note on why."
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each earlier wording without a note."""
    if isinstance(entry.fields, Term):
        for number, old in enumerate(entry.fields.history):
            if not old.note:
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(("history", number, "revision")),
                    f"Nothing says why the wording of revision {old.revision} was changed.",
                    "Add `note: …` to it.",
                )


RULE = Rule(FAULT, __doc__, covers=("W48",), check_entry=check_entry)
