"""Two terms of one domain have the same label.

**What it finds**

A label, or a form made from one (plural, hyphen, spelling), that belongs to two live terms of one
domain and language. Allowed are labels that a `qualifier` tells apart, and a label that another
term lists under `avoid`. Translations of two terms by one word have a rule of their own.

**Why it matters**

Wherever the words stand in a text, nobody can say which entry they mean; they are not linked.
Mostly the two entries are about one concept and were written by two people.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
aliases: [grants]
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that is given away.
domain: fiscal
status: draft
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Fix**

Leave the label with one of the two. If they are one concept, merge them: keep one file, and list
the id of the other under `redirect_from`. If both really go by that name, add a `qualifier` to one.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.clashes import find_clashes
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA103", "shared-label", Severity.ERROR, "Two terms of a domain share a label.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each label that also belongs to another term of its domain."""
    for clash in content.once(find_clashes):
        if clash.in_one_domain:
            yield FAULT.at(
                clash.label.entry.path,
                clash.label.span,
                clash.message,
                "Leave it with one of the two, merge them, or add a `qualifier` to one.",
            )


RULE = Rule(FAULT, __doc__, covers=("E12", "E13", "E26", "I07"), check_all=check_all)
