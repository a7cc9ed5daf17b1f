"""The same entry is named twice: in one list, or in two that exclude each other.

**What it finds**

An id that stands twice in a list (`broader`, `related`, `prerequisites`, `sources` …); and a term
that stands under both `broader` and `part_of`, or under both `related` and `contrast`.

**Why it matters**

The second mention says nothing, or says something else: a kind is no part, and “do not confuse”
already says that two terms are related. Copies of this sort grow apart.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to a subnational government.
domain: fiscal
status: draft
related: [transfer, transfer]
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

**Fix**

Keep the one that is true. `--fix` takes out what is repeated in the same list.
"""

# Over 80 lines: it looks at the lists of every kind of entry.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.hierarchy import named
from lpsa_build.lint.removal import removal
from lpsa_build.lint.rule import Rule
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import NAMED, items_with_paths
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity
from lpsa_build.source.yaml_tree import Path

FAULT = Fault("LPSA206", "repeated-relation", Severity.WARNING, "The same entry is named twice.")
CONFLICTS = (("broader", "part_of"), ("related", "contrast"))
"""Lists of which one term stands in one at most (a broader and related one: `related-ancestor`)."""

LISTS = ("countries", "regions", "themes", "domains", "partners", "funders", "authors")
"""Lists of what has no entry of its own."""


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each name that is given a second time."""
    for names in _lists(entry):
        seen: set[str] = set()
        for path, name in names:
            if name in seen:
                words = f"“{name}” is named twice in this list."
                fix = Fix(True, (removal(entry, path),))
                span = entry.tree.span_of(path)
                yield FAULT.at(entry.path, span, words, "Name it once.", fix=fix)
            seen.add(name)
    for one, other in CONFLICTS:
        both = {*getattr(entry.fields, one, ())} & {*getattr(entry.fields, other, ())}
        for path, name in (*named(entry, one), *named(entry, other)):
            if name in both:
                words = f"“{name}” stands under `{one}` and under `{other}`."
                yield FAULT.at(entry.path, entry.tree.span_of(path), words, "Keep the true one.")


def _lists(entry: Entry[Record]) -> Iterator[list[tuple[Path, str]]]:
    for field in NAMED.get(entry.kind, {}):
        if isinstance(getattr(entry.fields, field, None), tuple):
            yield list(named(entry, field))
    for field in LISTS:
        if values := getattr(entry.fields, field, ()):
            yield [((field, n), value) for n, value in enumerate(values)]
    # A source may be cited twice for two places in it.
    sources = getattr(entry.fields, "sources", ())
    yield [(("sources", n), f"{s.ref} {s.at or ''}".strip()) for n, s in enumerate(sources)]
    if isinstance(entry.fields, Framework):
        for path, item in items_with_paths(entry.fields):
            yield [((*path, "terms", n), term) for n, term in enumerate(item.terms)]


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
