"""A reference does not say enough to be found again.

**What it finds**

A reference without a year (`issued`); one that has no address (`URL`), no `DOI`, no `ISBN`, and
neither a publisher nor a work that it appeared in; and a `DOI` that is none, such as an address.

**Why it matters**

A source is there to be checked. A bare title leads to several works, or to none.

**Bad**

```content/references.yml
references:
  - {id: somebody, type: book, title: On money}
```

**Good**

```content/references.yml
references:
  - {id: somebody, type: book, title: On money, issued: {date-parts: [[2020]]}, publisher: A House}
```

**Fix**

Add what is missing, as the work itself gives it. A web page without a date has the day on which it
was read: `accessed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.bibliography import places
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA712", "bare-reference", Severity.WARNING, "A reference is hard to find.")
LEADS = ("url", "doi", "isbn", "publisher", "container_title", "collection_title", "genre")
DATES = ("issued", "accessed")
DOI = re.compile(r"10\.[\d.]+/\S")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each reference that lacks its date, or a way to it that leads there."""
    where = content.once(places)
    for entry in content.knowledge.references.values():
        for fields, message, cure in (
            (DATES, "has no year.", "Add `issued: {date-parts: [[2020]]}`."),
            (LEADS, "has no address and no publisher.", "Add `URL`, `DOI`, `ISBN` or `publisher`."),
        ):
            if not any(getattr(entry.fields, field) for field in fields):
                span = entry.tree.span_of((*where[entry.id], "id"))
                yield FAULT.at(entry.path, span, f"“{entry.id}” {message}", cure)
        if entry.fields.doi and not DOI.match(entry.fields.doi):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of((*where[entry.id], "DOI")),
                f"“{entry.fields.doi}” is not a DOI.",
                "Write the DOI alone, as 10.1787/9789264307728-en.",
            )


RULE = Rule(FAULT, __doc__, covers=("W16",), check_all=check_all)
