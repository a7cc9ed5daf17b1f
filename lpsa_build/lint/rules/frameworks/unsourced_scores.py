"""Scores are published without a source.

**What it finds**

An assessment with `status: published` that names no source, neither for the whole nor for any
score.

**Why it matters**

Readers quote published scores. Without a source nobody can tell whose judgement they are, or
compare them with the report.

**Bad**

```frameworks/audit/framework.yml
title: Audit
version: "1"
publisher: Somebody
licence: Our own.
summary: A small framework.
confidence: verified
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items: [{code: A, title: Audit, scale: share}]
```

```frameworks/audit/assessments/lumora-2022.yml
place: Lumora
level: subnational
period: "2022"
assessors: Two people
status: published
scores:
  A: {score: 1}
```

**Good**

```frameworks/audit/framework.yml
title: Audit
version: "1"
publisher: Somebody
licence: Our own.
summary: A small framework.
confidence: verified
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items: [{code: A, title: Audit, scale: share}]
```

```frameworks/audit/assessments/lumora-2022.yml
place: Lumora
level: subnational
period: "2022"
assessors: Two people
status: draft
scores:
  A: {score: 1}
```

**Fix**

Add the report under `sources:`, and to `references.yml`; until then, set the status to draft.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Assessment, AssessmentStatus
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA627", "unsourced-scores", Severity.WARNING, "Scores are published without a source."
)


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the status of a published assessment that names no source."""
    fields = entry.fields
    if not isinstance(fields, Assessment) or fields.status is not AssessmentStatus.PUBLISHED:
        return
    if not fields.sources and not any(score.sources for score in fields.scores.values()):
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("status",)),
            "These scores are published, and no source is named.",
            "Add the report under `sources:`, or set the status to draft.",
        )


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
