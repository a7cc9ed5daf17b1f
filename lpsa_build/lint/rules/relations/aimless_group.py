"""A working group does not say which region or theme it is about.

**What it finds**

A regional working group without `region`, a thematic one without `theme`, and a group with the
other of the two.

**Why it matters**

The list of working groups is sorted by region and theme, and the pages of both lead to the group. A
group that names neither is found by chance only.

**Bad**

```content/working-groups/finance.md
---
title: Finance
summary: Money of local governments.
kind: thematic
---
```

**Good**

```content/working-groups/finance.md
---
title: Finance
summary: Money of local governments.
kind: thematic
theme: fiscal
---
```

**Fix**

Add `region: id` to a regional group, `theme: id` to a thematic one.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.pages import GroupKind, WorkingGroup
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA219", "aimless-group", Severity.WARNING, "A working group lacks its subject.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the kind of a group that does not fit its subject."""
    group = entry.fields
    if not isinstance(group, WorkingGroup):
        return
    regional = group.kind is GroupKind.REGIONAL
    wanted, other = ("region", "theme") if regional else ("theme", "region")
    if getattr(group, wanted) is None:
        yield FAULT.at(
            entry.path,
            entry.tree.span_of(("kind",)),
            f"The group is {group.kind}, but names no {wanted}.",
            f"Add a line `{wanted}: …` with an id from the list of {_list(wanted)} in mkdocs.yml.",
        )
    elif getattr(group, other) is not None:
        yield FAULT.at(
            entry.path,
            entry.tree.key_span_of((other,)),
            f"The group is {group.kind}, but also names a {other}.",
            f"Take the {other} out, or change `kind`.",
        )


def _list(field: str) -> str:
    return "regions" if field == "region" else "domains"


RULE = Rule(FAULT, __doc__, covers=("W39",), check_entry=check_entry)
