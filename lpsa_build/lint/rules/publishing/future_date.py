"""A date lies in the future.

**What it finds**

`updated`, a date of the history, the year or day of a reference, the `end` of a project that is
completed and the `start` of one that is no longer planned, if they have not come yet. One day is
allowed for, since it is tomorrow already on the other side of the world.

**Why it matters**

Nobody changes or publishes anything in the future: a digit is wrong. Lists by date begin with such
an entry, and reminders to review it never come.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
updated: 2206-11-24
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
updated: 2026-03-24
---
```

**Fix**

Correct the date. For a work that is still to appear, leave the year out and say so in `note`.
"""

# Over 80 lines: dates stand in five places.
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from lpsa_build.lint.bibliography import places
from lpsa_build.lint.content import Content
from lpsa_build.lint.project_dates import first_day
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import ProjectStatus
from lpsa_build.model.reference import CslDate
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.yaml_tree import Path

EXACT = frozenset({"updated", "history"})
"""Fields whose dates are days; others may be years."""
FAULT = Fault("LPSA705", "future-date", Severity.ERROR, "A date lies in the future.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each date after tomorrow."""
    latest = content.today + timedelta(days=1)
    dated = (*_days(content), *_reference_days(content), *_project_days(content))
    for entry, path, day in dated:
        if day > latest:
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"{day.isoformat() if path[0] in EXACT else day.year} is in the future.",
                "Correct the date.",
            )


def _days(content: Content) -> Iterator[tuple[Entry[Record], Path, date]]:
    for entry in content.entries:
        if day := getattr(entry.fields, "updated", None):
            yield entry, ("updated",), day
        for number, wording in enumerate(getattr(entry.fields, "history", ())):
            yield entry, ("history", number, "date"), wording.date


def _reference_days(content: Content) -> Iterator[tuple[Entry[Record], Path, date]]:
    where = content.once(places)
    for entry in content.knowledge.references.values():
        for field in ("issued", "accessed"):
            given: CslDate | None = getattr(entry.fields, field)
            if given and given.year:
                path = (*where[entry.id], field)
                yield entry, path, date(min(max(given.year, 1), date.max.year), 1, 1)


def _project_days(content: Content) -> Iterator[tuple[Entry[Record], Path, date]]:
    for entry in content.knowledge.projects.values():
        status = entry.fields.status
        ends = ["end"] if status is ProjectStatus.COMPLETED else []
        for field in [*ends, "start"] if status is not ProjectStatus.PLANNED else ():
            with suppress(ValueError):  # told as unclear-date
                if day := first_day(getattr(entry.fields, field) or ""):
                    yield entry, (field,), day


RULE = Rule(FAULT, __doc__, covers=("W46",), check_all=check_all)
