"""Nothing on the site uses the term.

**What it finds**

A term to which no text links, in no primer, page, project, framework or definition of another term,
and on which no item of a framework relies.

**Why it matters**

An entry that nothing leads to is read by nobody and kept true by nobody. Either the word is used
under another label, which is then missing among `aliases`, or nobody needs the entry.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives away.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives away.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Home
---
A grant is not paid back.
```

**Fix**

Use the term where it belongs, or add the label under which the texts speak of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: of our own 167 terms, 20 wait for the primer that will use them.
FAULT = Fault("LPSA212", "unused-term", Severity.ADVICE, "Nothing on the site uses the term.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each live term that nothing uses."""
    knowledge = content.knowledge
    used = {m.term for mentions in content.links.mentions.values() for m in mentions if m.linked}
    for entry in knowledge.terms.values():
        fields = entry.fields
        if (
            fields.status is not Status.DEPRECATED
            and entry.id not in used
            and entry.id not in knowledge.items_on
        ):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("term",)),
                f"No text links to “{fields.term}”, and no item of a framework relies on it.",
                "Use it where it belongs, or add the label that the texts use to `aliases`.",
            )


RULE = Rule(FAULT, __doc__, covers=("W40",), check_all=check_all, of_absence=True)
