"""An abbreviation is used on a page that does not say what it stands for.

**What it finds**

The first use, in running text, of a word in capitals that is not written out before it or after it
in brackets, is no abbreviation of the glossary (those explain themselves on their card), and is no
everyday one such as EU or GDP. English, French, Spanish and Portuguese texts of terms, primers,
frameworks and pages.

**Why it matters**

A reader who does not know the abbreviation has to leave the page. Most readers of a primer do not
come from the same office as its author.

**Bad**

```content/index.md
---
title: Money
---
The MTEF binds the ministries.
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

Write the words out at the first use, with the abbreviation in brackets. If it is used once only,
leave it out. If it is a term of the field, add it to the glossary.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.abbreviations import abbreviations, is_explained
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import Article
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA411",
    "unexplained-abbreviation",
    Severity.ADVICE,
    "A page uses an abbreviation and does not say what it stands for.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first use of each abbreviation that a page does not explain."""
    if not isinstance(entry.fields, Article | Term | Framework) or entry.language == "ar":
        return
    told = {
        short
        for mention in content.mentions(entry)
        for short in (mention.text, mention.text.removesuffix("s"))
    }
    told.update(entry.fields.title.split())
    if isinstance(entry.fields, Framework):
        told |= {entry.fields.abbreviation or "", *(code.code for code in entry.fields.not_rated)}
    for text in content.writings(entry):
        for start, end, short in abbreviations(text) if text.field == BODY else ():
            if short not in told and not is_explained(text, short, start):
                yield FAULT.at(
                    text.path,
                    text.span(start, end),
                    f"“{short}” is not explained on this page.",
                    f"Write out what it stands for, with “({short})” after it.",
                )
            told.add(short)


RULE = Rule(FAULT, __doc__, covers=("W23",), check_entry=check_entry, of_absence=True)
