"""A text defines a term otherwise than the glossary.

**What it finds**

A sentence of the form "X is a … that …", "X means …", "X refers to …", "X is defined as …" or "by X
we mean …" for a term of the glossary, whose words have little in common with the definition there.
Sentences with a citation, and what is said of a place ("In Kenya, …") or by somebody ("For the
OECD, …"), give a meaning of others and are let pass. English texts only.

**Why it matters**

The glossary promises one meaning for each word. A reader who meets a second one cannot know which
of the two the rest of the text goes by.

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
Devolution is the opening of field offices by a ministry.
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
Devolution is the key to reform.
```

**Fix**

Leave the definition to the glossary, whose card the reader can open, and begin with what you have
to add. If the other meaning is needed, say whose it is, with its source, and add it to the entry
under `other_meanings`. If it is the better one, change the entry.
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
    "LPSA413",
    "conflicting-redefinition",
    Severity.WARNING,
    "A text defines a term otherwise than the glossary.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each sentence that defines a term otherwise than the glossary."""
    for found in content.once(all_redefinitions).get(entry.key, ()):
        if found.verdict is Verdict.CONFLICTS:
            term = found.term.fields
            yield FAULT.at(
                found.text.path,
                found.text.span(found.start, found.end),
                f"Here “{term.term}” is “{found.words}”; in the glossary it is “{term.definition}”",
                "Use the glossary's meaning, or say whose meaning this is, with its source.",
            )


RULE = Rule(FAULT, __doc__, covers=("W25",), check_entry=check_entry)
