"""Two terms of different domains have the same label, and nothing tells them apart.

**What it finds**

A label, or a form made from one, that belongs to two live terms of different domains in one
language. Terms with different `qualifier`s may share the preferred label.

**Why it matters**

In lists, in search and in exports both look alike. In texts the words link to the term of the
page's own domain; elsewhere they are ambiguous and not linked.

**Bad**

```glossary/localization.md
---
term: localization
definition: Transfer of power to local governments.
domain: governance
status: draft
---
```

```glossary/aid-localization.md
---
term: localization
definition: Shift of aid to local organizations.
domain: fiscal
status: draft
---
```

**Good**

```glossary/localization.md
---
term: localization
definition: Transfer of power to local governments.
domain: governance
status: draft
---
```

```glossary/aid-localization.md
---
term: localization
qualifier: aid
definition: Shift of aid to local organizations.
domain: fiscal
status: draft
---
```

**Fix**

Add `qualifier: …` to the less common of the two: it is shown in brackets after the label.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.clashes import find_clashes
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA104", "homograph", Severity.WARNING, "Terms of two domains share a label.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each label that also belongs to a term of another domain."""
    for clash in content.once(find_clashes):
        if not clash.in_one_domain:
            yield FAULT.at(
                clash.label.entry.path,
                clash.label.span,
                clash.message,
                "Leave it with one of the two, or add a `qualifier` to one.",
            )


RULE = Rule(FAULT, __doc__, covers=("E12", "E13"), check_all=check_all)
