"""What replaces a withdrawn entry is withdrawn itself.

**What it finds**

A deprecated term or primer whose `replaced_by` leads, in one step or more, to an entry that is
deprecated and names no successor, or back to where it began.

**Why it matters**

The page of a withdrawn entry sends readers, and other systems, to the entry that holds now. Here
they go round in a circle or end before a closed door.

**Bad**

```glossary/subvention.md
---
term: subvention
definition: Money that is given.
domain: fiscal
status: deprecated
replaced_by: subsidy
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money that is given.
domain: fiscal
status: deprecated
reason: Means too many things.
---
```

**Good**

```glossary/subvention.md
---
term: subvention
definition: Money that is given.
domain: fiscal
status: deprecated
reason: Means too many things.
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money that is given.
domain: fiscal
status: deprecated
reason: Means too many things.
---
```

**Fix**

Name a live entry, or write a `reason` instead of `replaced_by`.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.replacement import final_replacement, replaceable, replacements
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA215", "dead-replacement", Severity.ERROR, "What replaces the entry is withdrawn, too."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each `replaced_by` of a withdrawn entry that leads to no live one."""
    for kind in (Kind.TERM, Kind.PRIMER):
        entries = replaceable(content.knowledge, kind)
        for entry in entries.values():
            if entry.fields.status is not Status.DEPRECATED:
                continue
            chain = replacements(entries, entry.id)
            if chain and chain[-1] in entries and not final_replacement(entries, entry.id):
                yield FAULT.at(
                    entry.path,
                    entry.tree.span_of(("replaced_by",)),
                    f"The replacements lead to no live entry: {' → '.join((entry.id, *chain))}.",
                    "Name a live entry, or write a `reason` instead.",
                )


RULE = Rule(FAULT, __doc__, covers=("E22",), check_all=check_all)
