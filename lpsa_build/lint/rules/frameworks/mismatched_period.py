"""The file of an assessment is named for another year than the assessment is about, or for none.

**What it finds**

An assessment `<place>-<year>.yml` whose `period` does not hold that year: neither names it, nor
begins before and ends after it. Also one whose file is called `<place>.yml` alone.

**Why it matters**

The name of the file is the address of the page. Whoever is sent a link to the year 2022 must not
find the scores of another one.

**Bad**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
```

```frameworks/autonomy/assessments/lumora-2022.yml
place: Lumora
level: subnational
period: "2021"
assessors: Two people
status: published
scores:
  A: {score: 1}
```

**Good**

```frameworks/autonomy/framework.yml
title: Local autonomy index
version: "2"
publisher: An institute
licence: CC BY 4.0
summary: How free local governments are.
confidence: verified
scales:
  share: {kind: number, min: 0, max: 1}
structure:
  levels: [indicator]
  items:
    - {code: A, title: Powers, scale: share}
```

```frameworks/autonomy/assessments/lumora-2022.yml
place: Lumora
level: subnational
period: "2022"
assessors: Two people
status: published
scores:
  A: {score: 1}
```

**Fix**

Correct the period. If the name is wrong, rename the file and list its old name in `redirect_from`.
"""

# Over 80 lines: the example needs a framework, twice.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Assessment
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA623", "mismatched-period", Severity.WARNING, "A file is named for another year.")
NAMED = re.compile(r"-(\d{4})$")
YEAR = re.compile(r"(?<!\d)(\d\d)(\d\d)(?:[/–-](\d\d))?(?!\d)")
"""A year, or one that goes on in the next: 2021/22."""


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the period of an assessment that leaves out the year of its file."""
    if not isinstance(entry.fields, Assessment):
        return
    named = NAMED.search(entry.id)
    found = YEAR.findall(entry.fields.period)
    years = [century + year for century, *both in found for year in both if year]
    if years and not (named and min(years) <= named[1] <= max(years)):
        year = named[1] if named else "no year"
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("period",)),
            f"The period is “{entry.fields.period}”, but the file is named for {year}.",
            "Correct the period, or rename the file." if named else "Add the year to its name.",
        )


RULE = Rule(FAULT, __doc__, covers=("E27",), check_entry=check_entry)
