"""A page introduces an abbreviation, and then writes it out again.

**What it finds**

The long form of an abbreviation that the same text has introduced before ("own-source revenue
(OSR)"), once for each abbreviation: where it is introduced a second time, or where the abbreviation
is never used after it was introduced.

**Why it matters**

Brackets promise that the short form will follow. A second introduction makes the reader look for a
difference; one that is never used is only in the way.

**Bad**

```content/index.md
---
title: Money
---
The medium-term expenditure framework (MTEF) binds the ministries.
The medium-term expenditure framework (MTEF) is passed in June.
```

**Good**

```content/index.md
---
title: Money
---
The medium-term expenditure framework (MTEF) binds the ministries.
The MTEF is passed in June.
```

**Fix**

Use the short form after it has been introduced, or leave out the brackets.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.abbreviations import Introduction, introductions
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Article
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA412",
    "respelled-abbreviation",
    Severity.ADVICE,
    "An abbreviation is introduced twice, or written out after it was introduced.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding where an article writes out again what it has abbreviated."""
    for text in content.writings(entry) if isinstance(entry.fields, Article) else ():
        introduced: dict[str, Introduction] = {}
        for found in introductions(text) if text.field == BODY else ():
            first = introduced.setdefault(found.abbreviation, found)
            if again := _again(text, found, first):
                start, end, words = again
                yield FAULT.at(
                    text.path,
                    text.span(start, end),
                    f"“{found.abbreviation}” was introduced above; {words}.",
                    f"Write “{found.abbreviation}”, or leave out its brackets above.",
                )


def _again(text: Writing, found: Introduction, first: Introduction) -> tuple[int, int, str] | None:
    if found is not first:
        return found.start, found.end, "here it is introduced again"
    running = text.prose.running
    short, long_form = re.escape(found.abbreviation), re.escape(found.long_form)
    if re.compile(rf"\b{short}s?\b").search(running, found.end + len(found.abbreviation) + 3):
        return None
    later = re.compile(rf"\b{long_form}s?\b(?!\s*\()", re.IGNORECASE).search(running, found.end)
    return (*later.span(), "here it is written out, and nowhere short") if later else None


RULE = Rule(FAULT, __doc__, covers=("W23",), check_entry=check_entry)
