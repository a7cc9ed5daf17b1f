"""A live entry leans on one that has been withdrawn.

**What it finds**

A term that names a deprecated term under `broader`, `part_of`, `related` or `contrast`; a primer
that asks for a deprecated primer first; an item of a framework that relies on a deprecated term.

**Why it matters**

Readers are led to a page that says “withdrawn”. An item whose term is gone is no longer defined,
and two assessors may understand it in two ways.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives away.
domain: fiscal
status: draft
broader: [subvention]
---
```

```glossary/subvention.md
---
term: subvention
definition: Money that is given.
domain: fiscal
status: deprecated
replaced_by: transfer
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

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives away.
domain: fiscal
status: draft
broader: [transfer]
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

Name the entry that replaces the old one (`--fix --unsafe` does), or take the name out.
"""

# Over 80 lines: it looks at terms, primers and frameworks, and the example needs three terms.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import RELATIONS, named
from lpsa_build.lint.replacement import Replaceable, final_replacement, replaceable
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import Record, Status
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault(
    "LPSA213", "deprecated-relation", Severity.ERROR, "A live entry relies on a withdrawn one."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each name of a deprecated entry."""
    if getattr(entry.fields, "status", None) is Status.DEPRECATED:
        return
    kind = Kind.PRIMER if entry.kind is Kind.PRIMER else Kind.TERM
    entries = replaceable(content.knowledge, kind)
    for path, name in _named(entry):
        if name in entries and entries[name].fields.status is Status.DEPRECATED:
            yield _finding(entry, path, name, entries)


def _named(entry: Entry[Record]) -> Iterator[tuple[Path, str]]:
    if entry.kind is Kind.TERM:
        yield from named(entry, *RELATIONS)
    elif entry.kind is Kind.PRIMER:
        yield from named(entry, "prerequisites")
    elif isinstance(entry.fields, Framework):
        for path, item in items_with_paths(entry.fields):
            yield from (((*path, "terms", n), term) for n, term in enumerate(item.terms))


def _finding(entry: Entry[Record], path: Path, name: str, entries: Replaceable) -> Finding:
    new, span = final_replacement(entries, name), entry.tree.span_of(path)
    return FAULT.at(
        entry.path,
        span,
        f"“{name}” is deprecated.",
        f"Name “{new}”, which replaces it." if new else "Take it out, or name a live entry.",
        fix=Fix(False, (Edit(entry.path, span, new),)) if new and new != entry.id else None,
    )


RULE = Rule(FAULT, __doc__, covers=("E21", "W26"), check_entry=check_entry)
