"""The earlier wordings of a definition are not in order.

**What it finds**

In the `history` of a term: a revision that is not below the one above it, or not below the current
one; a date after `updated`, or after that of a newer wording; a wording that equals the newer one.

**Why it matters**

Each revision has an address of its own, and citations rest on it. Where two wordings claim one
revision, or come out of order, nobody can tell which one was cited.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away for good.
domain: fiscal
status: draft
revision: 2
history:
  - {revision: 2, definition: Money that is given away., date: 2026-01-10}
updated: 2026-03-24
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
  - {revision: 1, definition: Money that is given away., date: 2026-01-10}
updated: 2026-03-24
---
```

**Fix**

Put the newest wording first, each with the revision that it had; raise `revision` of the entry.
"""

# Over 80 lines: it looks at revisions, dates and wordings.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA706", "disordered-history", Severity.ERROR, "Earlier wordings are in disorder.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each part of the history that does not follow what is newer."""
    if not isinstance(entry.fields, Term):
        return
    newer, day, words = entry.fields.revision, entry.fields.updated, entry.fields.definition
    for number, old in enumerate(entry.fields.history):
        for field, wrong, message in (
            ("revision", old.revision >= newer, f"Revision {old.revision} follows {newer}."),
            ("date", day is not None and old.date > day, f"{old.date} follows {day}."),
            ("definition", _same(old.definition, words), "The newer wording says the same."),
        ):
            if wrong:
                span = entry.tree.span_of(("history", number, field))
                cure = "Earlier wordings stand newest first, each as it was when it was replaced."
                yield FAULT.at(entry.path, span, message, cure)
        newer, day, words = old.revision, old.date, old.definition


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


RULE = Rule(FAULT, __doc__, covers=("W46",), check_entry=check_entry)
