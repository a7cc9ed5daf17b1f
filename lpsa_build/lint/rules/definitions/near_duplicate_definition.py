"""Two definitions differ in a word or two only.

**What it finds**

Two live terms whose definitions are more than 85% alike; of several, the nearest is named. Pairs
that are meant to mirror each other are let pass: terms under `contrast`, labels that differ by an
opposite (upward, downward) or by a prefix (conditional, unconditional), and a concept and its kind.

**Why it matters**

Most often one was copied, and the change that it needed was forgotten.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a local government for a set purpose of its own.
domain: fiscal
status: draft
---
```

```glossary/loan.md
---
term: loan
definition: Money that a public body gives to a local government for any set purpose of its own.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a local government for a set purpose of its own.
domain: fiscal
status: draft
---
```

```glossary/loan.md
---
term: loan
definition: Money that is lent to a local government and has to be paid back.
domain: fiscal
status: draft
---
```

**Fix**

Say what tells the two apart. If they are opposites, name each in the other's `contrast`.
"""
# Over 80 lines: the fault lies between two files, and mirror images are let pass.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.alike import are_opposites, find_alike
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.yaml_tree import Path

# On public glossaries more than half of the pairs mirror each other on purpose: advice, no warning.
FAULT = Fault(
    "LPSA315", "near-duplicate-definition", Severity.ADVICE, "Two definitions are nearly the same."
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each definition that is too much like another; it names the nearest."""
    nearest: dict[tuple[str, Path], tuple[float, Definition, Definition]] = {}
    for one, other, percent in find_alike(list(content.all_definitions())):
        if not _are_mirrored(content, one, other):
            for this, that in ((one, other), (other, one)):
                key = this.entry.id, this.writing.field
                if key not in nearest or percent > nearest[key][0]:
                    nearest[key] = percent, this, that
    for percent, this, that in nearest.values():
        yield FAULT.at(
            this.entry.path,
            this.span(0, len(this.text)),
            f"The definition is {percent:.0f}% the same as that of “{that.labels[0]}” "
            f"({that.entry.path}).",
            "Say what tells the two apart; if they are opposites, name them in `contrast`.",
        )


def _are_mirrored(content: Content, one: Definition, other: Definition) -> bool:
    """Tell whether two definitions are alike on purpose."""
    here, there = one.entry, other.entry
    return (
        there.id in content.knowledge.contrast.get(here.id, ())
        or _is_kind(here, there)
        or are_opposites(one.labels[0], other.labels[0])
    )


def _is_kind(one: Entry[Term], other: Entry[Term]) -> bool:
    """Tell whether one is a kind of the other: that is compared by too-broad-definition."""
    return one.id in other.fields.broader or other.id in one.fields.broader


RULE = Rule(FAULT, __doc__, covers=("W15",), check_all=check_all)
