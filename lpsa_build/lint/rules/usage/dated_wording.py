"""A word leaves people out, or hurts them.

**What it finds**

A short list of English words that have a plain equal: “chairman”, “manpower”, “mankind”, “he or
she”, “the disabled”, “the elderly”, “third world”, “blacklist” and their like. Quotations, titles
and names are not looked at, nor are offices that have such a name by law (ombudsman, alderman).

**Why it matters**

The site is read by the people that it writes about.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that the chairman of a council hands out.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that the chair of a council hands out.
domain: fiscal
status: draft
---
```

**Fix**

Write the word that the finding names. If the word itself is the subject, put it in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.dated_words import DATED, INSTEAD
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA433", "dated-wording", Severity.ADVICE, "A word leaves people out.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each such word in the running text of an entry."""
    for writing in content.writings(entry):
        for match in DATED.finditer(writing.prose.running) if writing.language == "en" else ():
            yield FAULT.at(
                writing.path,
                writing.span(*match.span()),
                f"“{match.group()}” leaves people out.",
                f"Write “{INSTEAD[match.group().lower()]}”.",
            )


RULE = Rule(FAULT, __doc__, covers=("I03",), check_entry=check_entry)
