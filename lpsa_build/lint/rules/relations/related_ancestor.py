"""Two terms are called related although one stands above the other.

**What it finds**

A term under `related` that is also, directly or through others, above or below the entry in the
hierarchy of `broader` and `part_of`.

**Why it matters**

`related` says “neither a kind nor a part of the other, but think of both”. Saying both things of
one pair is a contradiction (condition S27 of the SKOS Reference), and other systems refuse such an
export.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
broader: [transfer]
related: [transfer]
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money from one level of government to another.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
broader: [transfer]
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money from one level of government to another.
domain: fiscal
status: draft
---
```

**Fix**

Take the name out of `related`: the page shows the hierarchy anyhow. `--fix` does so. If the two are
easily confused, name them under `contrast`, which may stand beside `broader`.
"""

# Over 80 lines: the example needs two terms, twice.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import ancestors, named
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA204", "related-ancestor", Severity.ERROR, "A related term stands above or below this one."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each related term that is an ancestor or descendant."""
    knowledge = content.knowledge
    if entry.kind is not Kind.TERM or not getattr(entry.fields, "related", ()):
        return
    above = ancestors(knowledge, entry.id)
    for path, name in named(entry, "related"):
        if name == entry.id or name not in knowledge.terms:
            continue
        below = entry.id in ancestors(knowledge, name)
        if name in above or below:
            where = "below" if below else "above"
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(path),
                f"“{name}” is called related, but stands {where} this term.",
                "Take it out of `related`; if the two are easily confused, use `contrast`.",
                fix=Fix(True, (removal(entry, path),)),
            )


RULE = Rule(FAULT, __doc__, covers=("E17",), check_entry=check_entry)
