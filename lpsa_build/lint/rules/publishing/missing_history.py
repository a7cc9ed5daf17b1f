"""The revision of a term was raised, but the earlier wording was not kept.

**What it finds**

A term whose `revision` is above 1 and whose `history` lacks one of the revisions before it.

**Why it matters**

Whoever cited the term under its earlier revision must be able to read what it said. Assessments are
scored under a revision; without its wording nobody can tell if the scores still hold.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away for good.
domain: fiscal
status: draft
revision: 2
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

Add the earlier wording to `history`, with the day on which it was replaced and a `note` that says
why. The code host shows it under the history of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA707", "missing-history", Severity.WARNING, "An earlier wording was not kept.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at a revision before which a wording is missing."""
    if not isinstance(entry.fields, Term):
        return
    revision, kept = entry.fields.revision, {old.revision for old in entry.fields.history}
    # The newest that is missing: no list of a billion for a revision that was mistyped.
    missing = next((n for n in range(revision - 1, 0, -1) if n not in kept), None)
    if missing:
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("revision",)),
            f"The revision is {revision}, but `history` does not hold the wording of {missing}.",
            f"Add it: `history: [{{revision: {missing}, definition: …, date: …, note: …}}]`.",
        )


RULE = Rule(FAULT, __doc__, covers=("W48",), check_entry=check_entry)
