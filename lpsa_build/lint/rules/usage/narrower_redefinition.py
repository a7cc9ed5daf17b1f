"""A text defines a term in words that say less, or more, than the glossary.

**What it finds**

A sentence that defines a term of the glossary (the forms are those of `conflicting-redefinition`)
and has the same wider concept or many of the same words, but not all: it leaves something out, or
adds a condition such as "only". English texts only.

**Why it matters**

The reader may take the local wording for the meaning, and the glossary may be changed without
anybody looking here.

**Bad**

```glossary/devolution.md
---
term: devolution
definition: Decentralization that transfers authority to local governments with their own leaders.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
Devolution is a transfer of authority that happens by law only.
```

**Good**

```glossary/devolution.md
---
term: devolution
definition: Decentralization that transfers authority to local governments with their own leaders.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
Devolution is a transfer of authority to local governments that have their own leaders.
```

**Fix**

Say that it is a part of the meaning ("in its narrow sense", "one form of …"), or use the words of
the glossary.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.agreement import Verdict
from lpsa_build.lint.content import Content
from lpsa_build.lint.redefinition import all_redefinitions
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA414",
    "narrower-redefinition",
    Severity.ADVICE,
    "A text defines a term in words that say less, or more, than the glossary.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each sentence that defines a term in other words."""
    for found in content.once(all_redefinitions).get(entry.key, ()):
        if found.verdict is Verdict.NARROWER:
            term = found.term.fields
            yield FAULT.at(
                found.text.path,
                found.text.span(found.start, found.end),
                f"Here “{term.term}” is “{found.words}”; the glossary says “{term.definition}”",
                "Use its words, or say that only a part is meant here.",
            )


RULE = Rule(FAULT, __doc__, covers=("W25",), check_entry=check_entry)
